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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.index.state.EntryState;
import letopis.index.state.EntryStates;
import letopis.sources.Source;
import letopis.support.MovableClock;
import letopis.support.TarGz;
import letopis.url.CanonicalUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Consecutive polls of one real feed, as somebody saved them, through the real line: what came
/// when, against the files themselves.
class PollSnapshotsIT {
  private static final URI FEED = URI.create("https://feeds.example/telegram.xml");
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmssxx");

  /// What the files say of one item.
  private static final class Item {
    Instant first = Instant.MAX;
    Optional<Instant> absent = Optional.empty();
    String text = "";
  }

  private MovableClock clock = new MovableClock(Instant.EPOCH);
  private byte[] feed = {};

  @Test
  void everyPollOfARealFeedIsSetAgainstTheOnesBefore(@TempDir Path folder) throws Exception {
    Path archive =
        Path.of(System.getProperty("letopis.realdata", "../shared/realdata"))
            .resolve("2-feeds/ru-realworld/tg-rss-poll-snapshots.tar.gz");
    assumeTrue(Files.exists(archive), "no real data at " + archive);
    List<TarGz.File> all = new ArrayList<>(TarGz.read(archive));
    all.removeIf(file -> !file.name().endsWith(".xml"));
    all.sort(Comparator.comparing(PollSnapshotsIT::time));
    // Every third is enough to have entries come, stay and go.
    List<TarGz.File> polls =
        IntStream.range(0, all.size()).filter(i -> i % 3 == 0).mapToObj(all::get).toList();
    Map<String, Item> items = items(polls);
    Source source = CrawlRig.rss("telegram-feed", FEED);
    clock = new MovableClock(time(polls.getFirst()));
    try (CrawlRig rig = CrawlRig.of(this::answer, folder, clock, List.of(source))) {
      for (TarGz.File poll : polls) {
        clock.forward(Duration.between(clock.instant(), time(poll)));
        feed = poll.bytes();
        rig.pipeline.crawl(source, CrawlPipeline.When.NOW, () -> false);
      }
      rig.indices.refresh();
      assertThat(rig.count(rig.indices.alias("polls"))).isEqualTo(polls.size());
      assertThat(rig.count(rig.indices.alias("entries"))).isEqualTo(items.size());
      Map<String, EntryState> entries =
          new EntryStates(rig.indices)
              .getAll(items.keySet().stream().map(PollSnapshotsIT::id).toList());
      items.forEach(
          (address, item) -> {
            EntryState entry = entries.get(id(address));
            assertThat(entry.firstSeenAt()).as(address).isEqualTo(item.first);
            assertThat(entry.absentAt()).as(address).isEqualTo(item.absent);
          });
      // The pages may not be fetched: what the feed says of them must do, where it says enough.
      rig.crawlDue(source);
      int documents = 0;
      for (Map.Entry<String, Item> item : items.entrySet()) {
        boolean enough = item.getValue().text.length() >= 210;
        Optional<CanonicalUrl> address = CanonicalUrl.parse(item.getKey());
        if (address.isEmpty()) {
          continue;
        }
        Optional<Document> document = rig.find(address.get().uri());
        if (enough) {
          assertThat(document).as(item.getKey() + ": " + item.getValue().text).isPresent();
        }
        if (document.isPresent()) {
          documents++;
          assertThat(document.get().times().firstSeenAt()).isEqualTo(item.getValue().first);
          assertThat(document.get().times().absentAt()).isEqualTo(item.getValue().absent);
          assertThat(document.get().times().removedAt()).as("out of the list").isEmpty();
        }
      }
      System.out.printf(
          "%d polls: %d items, %d of them kept with the text of the feed%n",
          polls.size(), items.size(), documents);
      assertThat(documents).isPositive();
    }
  }

  private static String id(String address) {
    Optional<CanonicalUrl> url = CanonicalUrl.parse(address);
    return DocumentId.of(url.map(CanonicalUrl::value).orElse("entry:" + address));
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
        item.text = Jsoup.parseBodyFragment(html).text();
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
    return CrawlRig.answer(FEED, "application/rss+xml", feed, clock.instant());
  }
}
