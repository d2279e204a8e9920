package letopis.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.document.Document;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.sources.Source;
import letopis.support.MovableClock;
import letopis.support.TarGz;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Consecutive polls of one real feed, as somebody saved them, through the real line: what came
/// when, what changed, and what went, against the files themselves.
class PollSnapshotsIT {
  private static final URI FEED = URI.create("https://feeds.example/telegram.xml");
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmssxx");

  /// What the files say of one item.
  private static final class Item {
    Instant first = Instant.MAX;
    Optional<Instant> absent = Optional.empty();
    final Set<String> wordings = new LinkedHashSet<>();
    boolean whole;
  }

  private MovableClock clock = new MovableClock(Instant.EPOCH);
  private byte[] feed = {};

  @Test
  void everyPollOfARealFeedIsSetAgainstTheOnesBefore(@TempDir Path folder) throws Exception {
    Path archive =
        Path.of(System.getProperty("letopis.realdata", "../shared/realdata"))
            .resolve("2-feeds/ru-realworld/tg-rss-poll-snapshots.tar.gz");
    assumeTrue(Files.exists(archive), "no real data at " + archive);
    List<TarGz.File> polls = new ArrayList<>(TarGz.read(archive));
    polls.removeIf(file -> !file.name().endsWith(".xml"));
    polls.sort(Comparator.comparing(PollSnapshotsIT::time));
    Map<String, Item> items = items(polls);
    Source source = CrawlRig.rss("telegram-feed", FEED);
    clock = new MovableClock(time(polls.getFirst()));
    try (CrawlRig rig = CrawlRig.of(this::answer, folder, clock, List.of(source))) {
      for (TarGz.File poll : polls) {
        clock.forward(Duration.between(clock.instant(), time(poll)));
        feed = poll.bytes();
        rig.crawl(source);
      }
      assertThat(rig.count(rig.indices.alias("entries"))).isEqualTo(items.size());
      int documents = 0;
      int revised = 0;
      for (Map.Entry<String, Item> item : items.entrySet()) {
        Optional<Document> document = rig.find(URI.create(item.getKey()));
        assertThat(document.isPresent()).as(item.getKey()).isEqualTo(item.getValue().whole);
        if (document.isPresent()) {
          documents++;
          Document found = document.get();
          assertThat(found.times().firstSeenAt()).isEqualTo(item.getValue().first);
          assertThat(found.times().absentAt()).isEqualTo(item.getValue().absent);
          assertThat(found.times().removedAt()).as("out of the list is not removed").isEmpty();
          assertThat(found.lineage().revision())
              .as(item.getKey())
              .isEqualTo(item.getValue().wordings.size());
          revised += found.lineage().revision() > 1 ? 1 : 0;
        }
      }
      System.out.printf(
          "%d polls: %d items, %d of them whole, %d edited between polls%n",
          polls.size(), items.size(), documents, revised);
      assertThat(rig.count(rig.indices.alias("polls"))).isEqualTo(polls.size());
    }
  }

  private static Map<String, Item> items(List<TarGz.File> polls) {
    Map<String, Item> items = new HashMap<>();
    Optional<Instant> before = Optional.empty();
    for (TarGz.File poll : polls) {
      Instant at = time(poll);
      for (Element element :
          Jsoup.parse(new String(poll.bytes(), StandardCharsets.UTF_8), "", Parser.xmlParser())
              .select("item")) {
        Item item = items.computeIfAbsent(element.selectFirst("link").text(), _ -> new Item());
        if (item.first.equals(Instant.MAX)) {
          item.first = at;
          item.absent = before;
        }
        String html = element.selectFirst("description").text();
        item.wordings.add(
            element.selectFirst("title").text() + "\n" + Jsoup.parseBodyFragment(html).text());
        item.whole |= html.length() >= 200;
      }
      before = Optional.of(at);
    }
    return items;
  }

  private static Instant time(TarGz.File poll) {
    String name = poll.name().replaceFirst(".*/", "").replace(".xml", "");
    return OffsetDateTime.parse(name, NAME).toInstant();
  }

  /// The feed as it was; the pages themselves may not be fetched.
  private FetchResult answer(FetchRequest request) {
    if (!request.url().equals(FEED)) {
      return new FetchResult.Disallowed(request.url(), "Disallow: /");
    }
    return new FetchResult.Fetched(
        FEED,
        FEED,
        List.of(),
        clock.instant(),
        Duration.ZERO,
        200,
        Map.of("content-type", List.of("application/rss+xml")),
        feed,
        new FetchResult.Exchange(
            "GET /telegram.xml HTTP/1.1\r\n\r\n",
            "HTTP/1.1 200 OK\r\n\r\n",
            feed,
            feed,
            Optional.empty()));
  }
}
