package letopis.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.document.Document;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.sources.Access;
import letopis.sources.Source;
import letopis.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Posts that are edited between two looks, on a platform that keeps their versions and on one that
/// does not.
class EditHistoryIT {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final String API = "https://social.example/api/v1/";
  private static final String LOOKUP = API + "accounts/lookup?acct=gazeta";
  private static final String STATUSES = API + "accounts/7/statuses?limit=40&exclude_replies=true";
  private static final String HISTORY = API + "statuses/501/history";
  private static final String POST = "https://social.example/@gazeta/501";

  @TempDir Path folder;

  private final MovableClock clock = new MovableClock(START);
  private final Map<String, String> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private Duration latency = Duration.ZERO;

  @Test
  void everyVersionOfAnEditedMastodonPostIsARevisionWithTheTimeThatThePlatformGivesIt()
      throws Exception {
    Source source = CrawlRig.source("social", new Access.Mastodon("social.example", "gazeta"));
    answers.put(LOOKUP, "{\"id\":\"7\",\"acct\":\"gazeta\",\"created_at\":\"2020-01-01\"}");
    answers.put(STATUSES, "[" + status("В аварии погибли двое", "null") + "]");
    try (CrawlRig rig = CrawlRig.of(this::answer, folder, clock, List.of(source))) {
      rig.crawl(source);
      assertThat(asked).as("an unedited post has no history").doesNotContain(HISTORY);

      Instant look = clock.forward(Duration.ofMinutes(30));
      edit("В аварии пострадали двое", "10:20", "В аварии пострадал один", "10:25");
      rig.crawl(source);

      Document now = rig.find(URI.create(POST)).orElseThrow();
      assertThat(now.lineage().revision()).isEqualTo(3);
      assertThat(now.content().body()).isEqualTo("В аварии пострадал один");
      assertThat(now.times().modified()).contains(Instant.parse("2026-03-02T10:25:00Z"));
      assertThat(now.lineage().validFrom()).as("when we saw it").isEqualTo(look);
      assertThat(past(rig))
          .containsExactlyInAnyOrder("В аварии погибли двое", "В аварии пострадали двое");
      assertThat(asked).filteredOn(HISTORY::equals).hasSize(1);

      clock.forward(Duration.ofMinutes(30));
      rig.crawl(source);
      assertThat(asked).as("nothing new, nothing asked").filteredOn(HISTORY::equals).hasSize(1);
      assertThat(rig.find(URI.create(POST)).orElseThrow().lineage().revision()).isEqualTo(3);
    }
  }

  @Test
  void theLastVersionStandsThoughTheHistoryWasReadAfterTheList() throws Exception {
    Source source = CrawlRig.source("social", new Access.Mastodon("social.example", "gazeta"));
    answers.put(LOOKUP, "{\"id\":\"7\",\"acct\":\"gazeta\",\"created_at\":\"2020-01-01\"}");
    answers.put(STATUSES, "[" + status("В аварии погибли двое", "null") + "]");
    latency = Duration.ofMillis(70);
    try (CrawlRig rig = CrawlRig.of(this::answer, folder, clock, List.of(source))) {
      rig.crawl(source);
      clock.forward(Duration.ofMinutes(30));
      edit("В аварии пострадали двое", "10:20", "В аварии пострадал один", "10:25");
      rig.crawl(source);

      Document now = rig.find(URI.create(POST)).orElseThrow();
      assertThat(now.content().body()).isEqualTo("В аварии пострадал один");
      assertThat(now.lineage().revision()).isEqualTo(3);
    }
  }

  @Test
  void anEditIsSeenThoughTheAccountSaysThatItIsUnchanged() throws Exception {
    Source source = CrawlRig.source("social", new Access.Mastodon("social.example", "gazeta"));
    answers.put(LOOKUP, "{\"id\":\"7\",\"acct\":\"gazeta\",\"created_at\":\"2020-01-01\"}");
    answers.put(STATUSES, "[" + status("В аварии погибли двое", "null") + "]");
    try (CrawlRig rig = CrawlRig.of(this::answer, folder, clock, List.of(source))) {
      rig.crawl(source);
      clock.forward(Duration.ofMinutes(30));
      edit("В аварии пострадали двое", "10:20", "В аварии пострадал один", "10:25");
      rig.crawl(source);

      assertThat(rig.find(URI.create(POST)).orElseThrow().content().body())
          .isEqualTo("В аварии пострадал один");
    }
  }

  @Test
  void theVersionsOfAPostThatWasEditedBeforeWeKnewItAreThereToo() throws Exception {
    Source source = CrawlRig.source("social", new Access.Mastodon("social.example", "gazeta"));
    answers.put(LOOKUP, "{\"id\":\"7\",\"acct\":\"gazeta\",\"created_at\":\"2020-01-01\"}");
    edit("В аварии пострадали двое", "09:20", "В аварии пострадал один", "09:25");
    try (CrawlRig rig = CrawlRig.of(this::answer, folder, clock, List.of(source))) {
      rig.crawl(source);

      Document now = rig.find(URI.create(POST)).orElseThrow();
      assertThat(now.lineage().revision()).isEqualTo(3);
      assertThat(now.times().published().at()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
    }
  }

  @Test
  void anEditedTelegramPostIsARevisionFromTheLookThatShowedIt() throws Exception {
    Source source = CrawlRig.source("channel", new Access.Telegram("gazeta"));
    String address = "https://t.me/s/gazeta";
    answers.put(address, channel("Мост открыли в полдень", ""));
    try (CrawlRig rig = CrawlRig.of(this::answer, folder, clock, List.of(source))) {
      rig.crawl(source);
      answers.put(address, channel("Мост откроют завтра", "edited "));
      Instant look = clock.forward(Duration.ofMinutes(30));
      rig.crawl(source);

      Document now = rig.find(URI.create("https://t.me/gazeta/12")).orElseThrow();
      assertThat(now.lineage().revision()).isEqualTo(2);
      assertThat(now.lineage().validFrom()).isEqualTo(look);
      assertThat(now.extra().path("edited").asBoolean()).isTrue();
    }
  }

  private static List<String> past(CrawlRig rig) throws IOException {
    List<String> bodies = new ArrayList<>();
    rig.indices
        .elasticsearch()
        .request("GET", "/" + rig.indices.revisions() + "/_search")
        .orThrow()
        .json()
        .path("hits")
        .path("hits")
        .forEach(hit -> bodies.add(hit.path("_source").path("body").asText()));
    return bodies;
  }

  private void edit(String second, String at, String third, String then) {
    answers.put(STATUSES, "[" + status(third, "\"2026-03-02T" + then + ":00.000Z\"") + "]");
    answers.put(
        HISTORY,
        "["
            + version("В аварии погибли двое", "09:00")
            + ","
            + version(second, at)
            + ","
            + version(third, then)
            + "]");
  }

  private static String status(String text, String edited) {
    return """
    {"id":"501","created_at":"2026-03-02T09:00:00.000Z","edited_at":%s,"visibility":"public",
     "url":"%s","content":"<p>%s</p>","account":{"id":"7","acct":"gazeta"},"reblog":null}\
    """
        .formatted(edited, POST, text);
  }

  private static String version(String text, String at) {
    return """
    {"content":"<p>%s</p>","spoiler_text":"","created_at":"2026-03-02T%s:00.000Z",
     "account":{"id":"7","acct":"gazeta"},"media_attachments":[]}\
    """
        .formatted(text, at);
  }

  private static String channel(String text, String mark) {
    return """
    <html><body><div class="tgme_channel_info"></div><section class="tgme_channel_history">
    <div class="tgme_widget_message" data-post="gazeta/12">
    <div class="tgme_widget_message_text js-message_text" dir="auto">%s</div>
    <span class="tgme_widget_message_meta">%s<a class="tgme_widget_message_date"
    href="https://t.me/gazeta/12"><time datetime="2026-03-02T09:00:00+00:00">09:00</time></a>
    </span></div></section></body></html>\
    """
        .formatted(text, mark);
  }

  private FetchResult answer(FetchRequest request) {
    String url = request.url().toString();
    asked.add(url);
    clock.forward(latency);
    if (url.equals(LOOKUP) && request.etag().isPresent()) {
      return new FetchResult.NotModified(
          request.url(),
          request.url(),
          clock.instant(),
          Map.of(),
          exchange("304 Not Modified", ""));
    }
    String answer = answers.get(url);
    String status = answer == null ? "404 Not Found" : "200 OK";
    FetchResult.Exchange exchange = exchange(status, String.valueOf(answer));
    return new FetchResult.Fetched(
        request.url(),
        request.url(),
        List.of(),
        clock.instant(),
        Duration.ZERO,
        answer == null ? 404 : 200,
        Map.of(
            "content-type",
            List.of("text/html; charset=utf-8"),
            "etag",
            List.of("\"" + url + "\"")),
        exchange.payload(),
        exchange);
  }

  private static FetchResult.Exchange exchange(String status, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new FetchResult.Exchange(
        "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 " + status + "\r\n\r\n", body, body, Optional.empty());
  }
}
