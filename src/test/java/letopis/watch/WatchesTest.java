package letopis.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import letopis.index.Indices;
import letopis.index.MappingFile;
import letopis.index.Migration;
import letopis.index.documents.DocumentStore;
import letopis.search.DocumentSearch;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Filters;
import letopis.sources.Configuration;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

class WatchesTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
  private final Indices indices = TestElasticsearch.freshIndices(clock);
  private final DocumentStore store = new DocumentStore(indices);
  private final DocumentSearch search = new DocumentSearch(indices, Configuration.EMPTY, clock);
  private final Watches watches = new Watches(indices, search, clock, _ -> true);

  @Test
  void aStoryIsReportedOnceWithItsPassageEvenAfterRestartAndReindexing() throws Exception {
    write("old", "Паводок вчера", "");
    tick(1);
    Watch watch = created(Optional.empty());
    tick(60);
    assertThat(watches.check()).isZero();
    write("new", "Угроза паводка растёт", "");
    write("copy", "Угроза паводка растёт", "new");
    write("else", "Засуха", "");
    tick(5);
    assertThat(watches.check()).isEqualTo(1);
    tick(5);
    assertThat(watches.check()).isZero();
    // The same text is written again, and another process looks.
    write("new", "Угроза паводка растёт", "");
    tick(5);
    assertThat(new Watches(indices, search, clock, _ -> true).check()).isZero();
    List<WatchResult> results = watches.results(watch.id(), 10);
    assertThat(results).hasSize(1);
    assertThat(results.getFirst().passage()).contains("<mark>паводка</mark>");
    assertThat(watches.rss(watches.get(watch.id()).orElseThrow(), "", 10)).contains("<item>");
  }

  @Test
  void aStoryThatGetsAnEarlierTextLaterIsNotReportedAgain() throws Exception {
    Watch watch = created(Optional.empty());
    tick(5);
    write("late", "Угроза паводка растёт", "");
    tick(5);
    assertThat(watches.check()).isEqualTo(1);
    tick(5);
    write("early", "Угроза паводка растёт", "");
    write("late", "Угроза паводка растёт", "early");
    write("third", "Угроза паводка растёт", "early");
    tick(5);
    assertThat(watches.check()).isZero();
    assertThat(watches.results(watch.id(), 10)).hasSize(1);
    tick(5);
    write("news", "Паводок спадает", "");
    tick(5);
    assertThat(watches.check()).isEqualTo(1);
  }

  @Test
  void theResultsArePostedSignedAndPostedAgainAfterAFailure() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    List<String> bodies = new CopyOnWriteArrayList<>();
    List<String> signatures = new CopyOnWriteArrayList<>();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          signatures.add(exchange.getRequestHeaders().getFirst("Letopis-Signature"));
          exchange.sendResponseHeaders(calls.incrementAndGet() == 1 ? 503 : 200, -1);
          exchange.close();
        });
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    Watch watch = created(Optional.of(address));
    tick(1);
    write("hook", "Паводок пришёл", "");
    tick(1);
    watches.check();
    watches.check();
    assertThat(calls).hasValue(1);
    tick(120);
    watches.check();
    watches.check();
    server.stop(0);
    assertThat(calls).hasValue(2);
    assertThat(watches.results(watch.id(), 10).getFirst().delivery()).isEqualTo("done");
    String secret = watch.webhook().orElseThrow().secret();
    long seconds = now.get().getEpochSecond();
    assertThat(signatures.getLast())
        .isEqualTo(
            "t="
                + seconds
                + ",v1="
                + Webhooks.signature(
                    secret, seconds, bodies.getLast().getBytes(StandardCharsets.UTF_8)));
    assertThat(bodies.getLast()).contains("\"source_name\"").doesNotContain(secret);
  }

  @Test
  void whatWasSeenLongBeforeItCameIntoTheIndexIsReportedAndNothingThatIsOnlyWrittenAgain()
      throws Exception {
    write("old", "Паводок вчера", "");
    tick(1);
    Watch watch = created(Optional.empty());
    Instant seen = now.get();
    tick(3_600);
    assertThat(watches.check()).isZero();
    // Elasticsearch was away for the hour: the crawler's journal brings what it saw meanwhile.
    store.write(
        List.of(letopis.search.ArchiveDocuments.written("late", "Паводок ночью", seen, "")));
    store.write(
        List.of(
            letopis.search.ArchiveDocuments.written(
                "old", "Паводок вчера", seen.minusSeconds(1), "x")));
    store.refresh();
    tick(5);
    assertThat(watches.check()).isEqualTo(1);
    assertThat(watches.results(watch.id(), 10).getFirst().title()).isEqualTo("Паводок ночью");
  }

  @Test
  void whatAnOlderVersionFiledJustBeforeAMigrationIsReportedAfterIt() throws Exception {
    write("known", "Паводок вчера", "");
    tick(1);
    created(Optional.empty());
    tick(60);
    assertThat(watches.check()).isZero();
    write("last", "Паводок сегодня", "");
    forgetTimesOfIndexing();
    Indices next = new Indices(TestElasticsearch.shared(), indices.prefix(), newer(), clock);
    new Migration(next).run(_ -> {});
    tick(3600);
    assertThat(watches.check()).isEqualTo(1);
  }

  /// Versions of the mapping before 5 had none.
  private void forgetTimesOfIndexing() throws Exception {
    JsonNode hits =
        TestElasticsearch.shared()
            .request("GET", "/" + indices.documents() + "/_search")
            .orThrow()
            .json()
            .at("/hits/hits");
    for (JsonNode hit : hits) {
      ObjectNode source = (ObjectNode) hit.path("_source");
      source.remove("indexed_at");
      String path = "/" + hit.path("_index").asText() + "/_doc/" + hit.path("_id").asText();
      TestElasticsearch.shared().request("PUT", path, source).orThrow();
    }
  }

  /// The files of a next version, in which documents are as they are.
  private static List<MappingFile> newer() {
    List<MappingFile> files = new ArrayList<>();
    for (MappingFile file : MappingFile.bundled()) {
      ObjectNode body = file.body().deepCopy();
      if (file.name().equals("documents")) {
        ((ObjectNode) body.at("/mappings/_meta")).put("version", file.version() + 1);
      }
      files.add(new MappingFile(file.name(), body));
    }
    return files;
  }

  @Test
  void aWatchForWhatIsGoneReportsADocumentWhenItVanishes() throws Exception {
    write("old", "Паводок вчера", "");
    tick(3_600);
    Filters gone = new Filters(Map.of(), Map.of(), Optional.empty(), Optional.of(true));
    Watch watch =
        ((Watches.Created) watches.create("Исчезло", "паводок", gone, Optional.empty())).watch();
    tick(5);
    write("new", "Паводок сегодня", "");
    tick(5);
    assertThat(watches.check()).isZero();
    store.write(
        List.of(
            letopis.search.ArchiveDocuments.gone(
                "old", "Паводок вчера", now.get().minusSeconds(3_615), now.get())));
    store.refresh();
    tick(5);
    assertThat(watches.check()).isEqualTo(1);
    assertThat(watches.check()).isZero();
    assertThat(watches.results(watch.id(), 10).getFirst().title()).isEqualTo("Паводок вчера");
  }

  @Test
  void aRemovalThatIsFiledLongAfterItWasSeenIsReported() throws Exception {
    write("old", "Паводок вчера", "");
    tick(3_600);
    Filters gone = new Filters(Map.of(), Map.of(), Optional.empty(), Optional.of(true));
    watches.create("Исчезло", "паводок", gone, Optional.empty());
    watches.create("Паводок", "паводок", Filters.NONE, Optional.empty());
    tick(5);
    assertThat(watches.check()).isZero();
    Instant seen = now.get();
    // Elasticsearch is away for a day.
    tick(86_400);
    assertThat(watches.check()).isZero();
    store.write(
        List.of(
            letopis.search.ArchiveDocuments.gone(
                "old", "Паводок вчера", seen.minusSeconds(3_605), seen)));
    store.refresh();
    tick(600);
    assertThat(watches.check()).isEqualTo(1);
    tick(600);
    assertThat(watches.check()).isZero();
  }

  @Test
  void aNewResultBesideOneThatIsGivenUpIsPostedAgain() throws Exception {
    AtomicInteger status = new AtomicInteger(500);
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    server.start();
    Watch watch =
        created(
            Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook")));
    tick(1);
    write("first", "Паводок пришёл", "");
    for (int i = 1; i < WatchReports.ATTEMPTS; i++) {
      tick(6 * 3_600 + 1);
      watches.check();
    }
    write("second", "Паводок ушёл", "");
    tick(6 * 3_600 + 1);
    watches.check();
    assertThat(watches.results(watch.id(), 10))
        .extracting(WatchResult::title, WatchResult::delivery)
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple("Паводок пришёл", "failed"),
            org.assertj.core.api.Assertions.tuple("Паводок ушёл", "pending"));
    status.set(204);
    tick(121);
    watches.check();
    server.stop(0);
    assertThat(watches.results(watch.id(), 10).getFirst().delivery()).isEqualTo("done");
  }

  @Test
  void aBrokenQuerySurvivesWithANoticeAndLosesNothing() throws Exception {
    Watch good = created(Optional.empty());
    Watch broken =
        new Watch(
            good.id(),
            good.name(),
            "\"незакрыто",
            good.filters(),
            good.webhook(),
            good.createdAt(),
            good.checkedUntil(),
            Optional.empty());
    new WatchStore(indices).put(broken);
    tick(5);
    write("x", "Паводок", "");
    tick(3_600);
    watches.check();
    indices.refresh();
    Watch noticed = watches.get(good.id()).orElseThrow();
    assertThat(noticed.notice()).isPresent();
    assertThat(noticed.checkedUntil()).isEqualTo(good.checkedUntil());
    new WatchStore(indices).put(good);
    assertThat(watches.check()).isEqualTo(1);
    indices.refresh();
    assertThat(watches.get(good.id()).orElseThrow().notice()).isEmpty();
  }

  @Test
  void aQueryOfTooWideGivesANoticeAndKeepsNoOtherWatchFromItsReports() throws Exception {
    Watch wide =
        ((Watches.Created)
                watches.create("Мост", "при* NEAR/5 мост", Filters.NONE, Optional.empty()))
            .watch();
    Watch good = created(Optional.empty());
    tick(5);
    String letters = "абвгдежзиклмнопрстуфхцчшщ";
    String many =
        IntStream.range(0, 15_625)
            .mapToObj(
                i ->
                    "при"
                        + letters.charAt(i % 25)
                        + letters.charAt(i / 25 % 25)
                        + letters.charAt(i / 625))
            .collect(Collectors.joining(" "));
    write("many", "Паводок " + many, "");
    tick(5);
    assertThat(watches.check()).isEqualTo(1);
    assertThat(watches.results(good.id(), 10)).hasSize(1);
    indices.refresh();
    assertThat(watches.get(wide.id()).orElseThrow().notice())
        .hasValueSatisfying(notice -> assertThat(notice).contains("begin with “при”"));
  }

  @Test
  void aFilterByATopicThatIsConfiguredNoMoreGivesANotice() throws Exception {
    Watch good = created(Optional.empty());
    Filters gone =
        new Filters(
            Map.of(Dimension.TOPIC, Set.of("gone")), Map.of(), Optional.empty(), Optional.empty());
    Watch broken =
        new Watch(
            good.id(),
            good.name(),
            good.q(),
            gone,
            good.webhook(),
            good.createdAt(),
            good.checkedUntil(),
            Optional.empty());
    new WatchStore(indices).put(broken);
    tick(5);
    assertThat(watches.check()).isZero();
    indices.refresh();
    assertThat(watches.get(good.id()).orElseThrow().notice().orElse(""))
        .contains("no topic “gone” is configured");
  }

  @Test
  void theRestIsRefusedWithAReason() throws Exception {
    Watches strict = new Watches(indices, search, clock, _ -> false);
    assertThat(strict.create("n", "(", Filters.NONE, Optional.empty()))
        .isInstanceOf(Watches.Refused.class);
    for (String address :
        List.of(
            "http://127.0.0.1/x",
            "http://[::1]/",
            "ftp://example.org/",
            "file:///etc/passwd",
            "http://169.254.169.254/")) {
      assertThat(strict.create("n", "a", Filters.NONE, Optional.of(URI.create(address))))
          .as(address)
          .isInstanceOf(Watches.Refused.class);
    }
  }

  @Test
  void allThatIsWrongIsToldAtOnceInBothLanguages() throws Exception {
    Watches strict = new Watches(indices, search, clock, _ -> false);
    Filters nobody =
        new Filters(
            Map.of(Dimension.TOPIC, Set.of("gone")),
            Map.of(Dimension.SOURCE, Set.of("nobody")),
            Optional.empty(),
            Optional.empty());

    assertThat(strict.create("n", "a (", nobody, Optional.of(URI.create("http://127.0.0.1/x"))))
        .isInstanceOfSatisfying(
            Watches.Refused.class,
            refused -> {
              assertThat(refused.mistakes())
                  .extracting(Watches.Mistake::where)
                  .containsExactly("query", "filters/not.source", "filters/topic", "webhook");
              assertThat(refused.mistakes().getLast().fault().russian())
                  .isEqualTo("вебхук не может вести в частную сеть (разрешает allow_private)");
            });
  }

  @Test
  void replayTellsWhatWouldHaveBeenReported() throws Exception {
    write("past", "Паводок в прошлом", "");
    Watch watch = created(Optional.empty());
    Instant from = Instant.parse("2026-02-01T00:00:00Z");
    assertThat(watches.replay(watch, from, from.plusSeconds(86_400), 10)).hasSize(1);
    assertThat(watches.results(watch.id(), 10)).isEmpty();
    assertThat(watches.delete(watch.id())).isTrue();
    assertThat(watches.delete(watch.id())).isFalse();
  }

  @Test
  void aStoryOfMoreTextsThanASearchGivesIsLookedThrough() throws Exception {
    List<String> documents = IntStream.range(0, 10_500).mapToObj(i -> "d" + i).toList();
    assertThat(new WatchStore(indices).reported("none", documents)).isEmpty();
  }

  private Watch created(Optional<URI> webhook) throws Exception {
    return ((Watches.Created) watches.create("Паводок", "паводок", Filters.NONE, webhook)).watch();
  }

  private void tick(long seconds) {
    now.updateAndGet(at -> at.plusSeconds(seconds));
  }

  private void write(String key, String title, String copyOf) throws Exception {
    store.write(List.of(letopis.search.ArchiveDocuments.written(key, title, now.get(), copyOf)));
    store.refresh();
  }
}
