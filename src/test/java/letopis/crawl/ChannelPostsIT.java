package letopis.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import letopis.document.Document;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.sources.Access;
import letopis.sources.Source;
import letopis.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of posts that have moved down a channel, beyond what its first page shows.
class ChannelPostsIT {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration LATER = Duration.ofMinutes(16);
  private static final int PAGE = 3;

  @TempDir Path folder;

  private final MovableClock clock = new MovableClock(START);
  private final NavigableMap<Integer, String> posts = new TreeMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Source source = CrawlRig.source("channel", new Access.Telegram("gazeta"));

  @BeforeEach
  void publish() {
    for (int i = 1; i <= 9; i++) {
      posts.put(i, "Сообщение " + i + " о паводке на Амуре");
    }
  }

  @Test
  void anOldPostThatIsGoneIsRemovedSinceTheFirstLookThatMissedIt() throws Exception {
    try (CrawlRig rig = CrawlRig.of(this::answer, folder, clock, List.of(source))) {
      rig.crawl(source);
      posts.remove(3);
      Instant missed = clock.forward(LATER);
      rig.crawl(source);
      assertThat(post(rig, 3).times().removedAt()).as("one look may err").isEmpty();
      clock.forward(LATER);
      rig.crawl(source);

      assertThat(post(rig, 3).times().removedAt()).contains(missed);
      for (int i : posts.keySet()) {
        assertThat(post(rig, i).times().removedAt()).as("post " + i).isEmpty();
      }
    }
  }

  @Test
  void anOldPostThatReadsOtherwiseIsARevision() throws Exception {
    try (CrawlRig rig = CrawlRig.of(this::answer, folder, clock, List.of(source))) {
      rig.crawl(source);
      posts.put(2, "Опровержение: паводка не было");
      Instant look = clock.forward(LATER);
      rig.crawl(source);

      assertThat(post(rig, 2).lineage().revision()).isEqualTo(2);
      assertThat(post(rig, 2).lineage().validFrom()).isEqualTo(look);
      assertThat(post(rig, 3).lineage().revision()).isEqualTo(1);
    }
  }

  @Test
  void anOldPostThatIsThereAgainIsNotRemoved() throws Exception {
    try (CrawlRig rig = CrawlRig.of(this::answer, folder, clock, List.of(source))) {
      rig.crawl(source);
      String text = posts.remove(3);
      clock.forward(LATER);
      rig.crawl(source);
      posts.put(3, text);
      clock.forward(LATER);
      rig.crawl(source);
      posts.remove(3);
      Instant missed = clock.forward(LATER);
      rig.crawl(source);
      assertThat(post(rig, 3).times().removedAt()).isEmpty();
      clock.forward(LATER);
      rig.crawl(source);
      assertThat(post(rig, 3).times().removedAt()).contains(missed);
    }
  }

  @Test
  void aChannelIsReadBackWhenItsPostsAreDueAndNotAtEveryLook() throws Exception {
    try (CrawlRig rig = CrawlRig.of(this::answer, folder, clock, List.of(source))) {
      rig.crawl(source);
      asked.clear();
      clock.forward(Duration.ofMinutes(4));
      rig.crawl(source);
      assertThat(asked).as("four minutes later").hasSize(1);

      asked.clear();
      clock.forward(LATER);
      rig.crawl(source);
      assertThat(asked).as("after a quarter of an hour").hasSize(3);

      asked.clear();
      clock.forward(Duration.ofMinutes(4));
      rig.crawl(source);
      assertThat(asked).as("nothing is due now").hasSize(1);
    }
  }

  @Test
  void postsThatAreDueBringAboutALookOfTheirOwn() throws Exception {
    try (CrawlRig rig = CrawlRig.of(this::answer, folder, clock, List.of(source))) {
      rig.crawl(source);
      clock.forward(Duration.ofMinutes(14));
      rig.crawl(source);
      posts.remove(3);
      asked.clear();
      clock.forward(Duration.ofMinutes(2));
      rig.crawlDue(source);

      assertThat(asked).hasSize(3);
      assertThat(rig.entry(URI.create("https://t.me/gazeta/3"))).contains("gone_since");
    }
  }

  @Test
  void aChannelIsLeftAloneWhenWhatSeemedDueHasBeenSeen() throws Exception {
    try (CrawlRig rig = CrawlRig.of(this::answer, folder, clock, List.of(source))) {
      rig.crawl(source);
      posts.remove(3);
      clock.forward(LATER);
      rig.crawl(source);
      clock.forward(LATER);
      rig.crawl(source);
      // The search did not know yet that the second look has confirmed the first.
      clock.forward(Duration.ofSeconds(11));
      rig.crawlDue(source);

      assertThat(rig.state(source).isVisitDue(clock.instant())).isFalse();
    }
  }

  private static Document post(CrawlRig rig, int number) throws Exception {
    return rig.find(URI.create("https://t.me/gazeta/" + number)).orElseThrow();
  }

  private FetchResult answer(FetchRequest request) {
    asked.add(request.url().toString());
    String query = request.url().getRawQuery();
    int before =
        query == null ? Integer.MAX_VALUE : Integer.parseInt(query.substring("before=".length()));
    List<Integer> shown =
        posts.headMap(before, false).descendingMap().keySet().stream()
            .limit(PAGE)
            .sorted()
            .toList();
    StringBuilder page = new StringBuilder("<div class='tgme_channel_info'></div>");
    if (!shown.isEmpty() && posts.lowerKey(shown.getFirst()) != null) {
      page.append(
          "<a class='tme_messages_more' data-before='%1$d' href='/s/gazeta?before=%1$d'></a>"
              .formatted(shown.getFirst()));
    }
    for (int i : shown) {
      page.append(
          """
          <div class="tgme_widget_message" data-post="gazeta/%1$d">
          <div class="tgme_widget_message_text js-message_text">%2$s</div>
          <a class="tgme_widget_message_date" href="https://t.me/gazeta/%1$d"><time
          datetime="2026-03-02T0%1$d:00:00+00:00">x</time></a></div>\
          """
              .formatted(i, posts.get(i)));
    }
    byte[] body = page.toString().getBytes(StandardCharsets.UTF_8);
    return new FetchResult.Fetched(
        request.url(),
        request.url(),
        List.of(),
        clock.instant(),
        Duration.ZERO,
        200,
        Map.of("content-type", List.of("text/html; charset=utf-8")),
        body,
        new FetchResult.Exchange(
            "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n", body, body, Optional.empty()));
  }
}
