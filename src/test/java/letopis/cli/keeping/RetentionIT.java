package letopis.cli.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import letopis.app.RetentionRound;
import letopis.archive.ExpiredFiles;
import letopis.archive.WarcArchive;
import letopis.document.CaptureRef;
import letopis.document.Document;
import letopis.document.Times;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.fetch.HttpFetcher;
import letopis.index.Indices;
import letopis.index.documents.CaptureReferences;
import letopis.index.documents.DocumentStore;
import letopis.index.documents.Outcome;
import letopis.index.state.Coverage;
import letopis.sources.CrawlerSettings;
import letopis.support.HostileServer;
import letopis.support.MovableClock;
import letopis.support.TestDocuments;
import letopis.support.TestElasticsearch;
import letopis.support.TestPolls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionIT {
  private static final Duration KEEP = Duration.ofDays(30);

  @TempDir Path folder;

  private final MovableClock clock = new MovableClock(Instant.now());
  private final Indices indices = TestElasticsearch.freshIndices();
  private final DocumentStore store = new DocumentStore(indices);
  private final HostileServer web = new HostileServer();

  @AfterEach
  void close() throws IOException {
    web.close();
  }

  @Test
  void whatIsOlderThanItMayBeGoesWithItsVersionsAndItsOriginalsAndTheRestStays() throws Exception {
    Document old = captured("/old", "/old", "old news");
    Document revised = TestDocuments.revised(old, "Другое", clock.instant());
    store.write(List.of(old, revised));
    clock.forward(Duration.ofDays(31));
    Document young = captured("/young", "/young", "young news");
    store.write(List.of(young));
    indices.refresh();

    assertThat(round().preview().documents()).isEqualTo(1);
    RetentionRound.Result result = round().run(() -> true);

    assertThat(result.documents()).isEqualTo(1);
    assertThat(result.versions()).isEqualTo(2);
    assertThat(result.files()).isEqualTo(1);
    assertThat(file(old)).doesNotExist();
    assertThat(file(young)).exists();
    assertThat(store.get(old.id())).isEmpty();
    assertThat(store.get(young.id())).isPresent();
    assertThat(store.write(List.of(old)))
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> assertThat(rejected.cause()).isEqualTo(Outcome.Cause.TAKEN_DOWN));
    assertThat(bad()).isZero();
    assertThat(round().run(() -> true).isEmpty()).isTrue();
  }

  @Test
  void aFileStaysAsLongAsAYoungDocumentsRevisitLeadsToAPayloadInIt() throws Exception {
    Document old = captured("/old", "/page", "the statement of the ministry ".repeat(100));
    store.write(List.of(old));
    clock.forward(Duration.ofDays(20));
    Document young = captured("/young", "/page", "the statement of the ministry ".repeat(100));
    store.write(List.of(young));
    assertThat(young.capture().orElseThrow().length()).isLessThan(1500);
    clock.forward(Duration.ofDays(11));

    assertThat(round().run(() -> true).documents()).isEqualTo(1);
    assertThat(file(old)).exists();
    assertThat(bad()).isZero();

    clock.forward(Duration.ofDays(20));
    RetentionRound.Result last = round().run(() -> true);
    assertThat(last.documents()).isEqualTo(1);
    assertThat(last.files()).isEqualTo(2);
    assertThat(file(old)).doesNotExist();
  }

  @Test
  void withoutALimitDocumentsStayAndLooksAreFolded() throws Exception {
    Document old = captured("/old", "/old", "old news");
    store.write(List.of(old));
    Coverage coverage = new Coverage(indices);
    for (int i = 0; i < 3; i++) {
      coverage.record(TestPolls.watched("a", clock.instant().plusSeconds(i)), List.of());
    }
    clock.forward(Duration.ofDays(31));
    indices.refresh();
    coverage.refresh();
    RetentionRound round =
        new RetentionRound(indices, new ExpiredFiles(folder), Optional.empty(), KEEP, clock);

    assertThat(round.preview().looks()).isEqualTo(2);
    assertThat(coverage.polls("a", 10)).hasSize(3);
    RetentionRound.Result result = round.run(() -> true);

    assertThat(result.looks()).isEqualTo(2);
    assertThat(result.documents()).isZero();
    assertThat(result.before()).isEmpty();
    assertThat(store.get(old.id())).isPresent();
  }

  private long bad() throws IOException, InterruptedException {
    try (WarcArchive archive = open()) {
      return new CaptureCheck(archive, new CaptureReferences(indices)).run(_ -> {}, _ -> {}).bad();
    }
  }

  private Path file(Document document) {
    return folder.resolve(document.capture().orElseThrow().file());
  }

  private RetentionRound round() {
    return new RetentionRound(indices, new ExpiredFiles(folder), Optional.of(KEEP), KEEP, clock);
  }

  private WarcArchive open() throws IOException {
    return WarcArchive.open(
        folder, new WarcArchive.Rules(1 << 20, "test", Optional.of(KEEP)), clock);
  }

  /// A document with a capture in a file of its own, first seen now.
  private Document captured(String path, String page, String text)
      throws IOException, InterruptedException {
    web.on(page, HostileServer.ok("text/plain", text));
    CaptureRef capture;
    try (WarcArchive archive = open();
        HttpFetcher fetcher = new HttpFetcher(settings(), clock)) {
      FetchResult result = fetcher.fetch(FetchRequest.of(web.url(page)));
      capture = archive.write((FetchResult.Fetched) result);
    }
    Files.setLastModifiedTime(folder.resolve(capture.file()), FileTime.from(clock.instant()));
    Document plain = TestDocuments.full("https://example.org" + path);
    Times times = plain.times();
    return new Document(
        plain.id(),
        plain.address(),
        plain.publisher(),
        plain.content(),
        new Times(
            times.published(),
            clock.instant(),
            times.absentAt(),
            times.modified(),
            times.removedAt(),
            times.backdated()),
        plain.lineage(),
        Optional.of(capture),
        plain.noarchive(),
        plain.extra());
  }

  private static CrawlerSettings settings() {
    CrawlerSettings absent = CrawlerSettings.DEFAULTS;
    return new CrawlerSettings(
        absent.agent(),
        new CrawlerSettings.Politeness(Duration.ZERO, 1, Duration.ZERO, Duration.ofHours(1)),
        absent.limits(),
        absent.schedule(),
        absent.storage(),
        absent.hosts(),
        absent.hostMap(),
        Set.of("*"),
        Optional.empty());
  }
}
