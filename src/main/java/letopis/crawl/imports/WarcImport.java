package letopis.crawl.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import letopis.archive.Capture;
import letopis.archive.ImportedCapture;
import letopis.archive.WarcArchive;
import letopis.archive.WarcReader;
import letopis.crawl.filing.Filed;
import letopis.crawl.filing.Finding;
import letopis.crawl.filing.Intake;
import letopis.crawl.page.Assembler;
import letopis.crawl.page.EntryCodec;
import letopis.crawl.page.PageReader;
import letopis.crawl.page.PageSeen;
import letopis.crawl.report.CrawlOutcome;
import letopis.document.CaptureRef;
import letopis.document.DocumentId;
import letopis.document.Publisher;
import letopis.index.state.EntryState;
import letopis.index.state.Validators;
import letopis.parse.Entry;
import letopis.sources.Access;
import letopis.sources.CrawlerSettings;
import letopis.sources.Source;
import letopis.sources.SourceKind;
import letopis.url.CanonicalUrl;

/// Brings the pages of other tools' WARC files into the archive, through the same parsing as pages
/// that we fetch. The time of a capture is its own: it is when the page was seen.
public final class WarcImport {
  private static final int BATCH = 200;

  /// Before the first web page nothing was captured: a clock that was not set.
  private static final Instant FIRST = Instant.parse("1991-01-01T00:00:00Z");

  private static final Duration CLOCKS = Duration.ofDays(1);

  private final Intake intake;
  private final WarcArchive archive;
  private final PageReader reader;
  private final Clock clock;
  private final SourceLabels labels;
  private final List<Source> configured;
  private final Map<String, Source> byHost = new HashMap<>();

  /// @param configured sources; a page of one of their sites is theirs
  public WarcImport(
      Intake intake,
      WarcArchive archive,
      SourceLabels labels,
      List<Source> configured,
      Clock clock) {
    this.intake = intake;
    this.archive = archive;
    this.labels = labels;
    this.configured = List.copyOf(configured);
    this.clock = clock;
    this.reader =
        new PageReader(new Assembler(CrawlerSettings.DEFAULTS.schedule().backdateTolerance()));
  }

  private record Page(long offset, String url, Finding finding) {}

  /// Imports all captures of a file.
  ///
  /// @param name what the file is called in reports: one unpacked from a package bears another
  /// @param progress is told how many captures are done
  public ImportCounts run(Path file, Path name, Rejects rejects, LongConsumer progress)
      throws IOException, InterruptedException {
    ImportCounts counts = ImportCounts.NONE;
    List<Page> batch = new ArrayList<>();
    long done = 0;
    try (WarcReader records = WarcReader.open(file, Optional.of(archive))) {
      for (var item = records.next(); item.isPresent(); item = records.next()) {
        done++;
        switch (item.get()) {
          case WarcReader.Item.Page page ->
              batch.add(
                  new Page(
                      page.position(), page.imported().capture().url(), read(page.imported())));
          case WarcReader.Item.Skipped skipped -> {
            rejects.add(name.toString(), skipped.position(), skipped.reason(), "");
            counts = counts.plusRejected();
          }
        }
        if (batch.size() == BATCH) {
          counts = counts.plus(file(batch, name, rejects));
          batch.clear();
        }
        progress.accept(done);
      }
    }
    return counts.plus(file(batch, name, rejects));
  }

  private Finding read(ImportedCapture imported) throws IOException, InterruptedException {
    Capture capture = imported.capture();
    Optional<CanonicalUrl> url = CanonicalUrl.parse(capture.url());
    if (url.isEmpty()) {
      return nothing("not an http or https address");
    }
    if (capture.status() != 200) {
      return nothing("http " + capture.status());
    }
    if (capture.at().isBefore(FIRST) || capture.at().isAfter(clock.instant().plus(CLOCKS))) {
      // It would be older or newer than all that is ever seen of the page.
      return nothing("captured at an impossible time: " + capture.at());
    }
    String type = capture.header("content-type").orElse("text/html").toLowerCase(Locale.ROOT);
    if (!type.contains("html")) {
      return nothing("not a page but " + type);
    }
    CaptureRef ref = archive.write(imported);
    return reader.read(source(url.get()), state(capture), PageSeen.of(capture, ref));
  }

  private ImportCounts file(List<Page> batch, Path file, Rejects rejects)
      throws IOException, InterruptedException {
    ImportCounts counts = ImportCounts.NONE;
    List<Filed> filed = intake.file(batch.stream().map(Page::finding).toList());
    for (int i = 0; i < filed.size(); i++) {
      ImportCounts after = counts.plus(filed.get(i));
      if (after.rejected() > counts.rejected()) {
        String reason = filed.get(i).outcome().label() + ": " + filed.get(i).detail();
        rejects.add(file.toString(), batch.get(i).offset(), reason, batch.get(i).url());
      }
      counts = after;
    }
    return counts;
  }

  private static Finding nothing(String reason) {
    return new Finding.Nothing(CrawlOutcome.NOT_AN_ARTICLE, reason, Optional.empty());
  }

  /// The source of a site: a configured one, else one of its own.
  private Source source(CanonicalUrl url) {
    return byHost.computeIfAbsent(
        url.host(),
        _ ->
            configured.stream()
                .filter(source -> sameSite(source, url))
                .findFirst()
                .orElseGet(() -> ofItsOwn(labels.of(Optional.empty(), url), url)));
  }

  private static boolean sameSite(Source source, CanonicalUrl url) {
    return switch (source.access()) {
      case Access.Rss _, Access.Sitemap _, Access.Html _ ->
          CanonicalUrl.parse(source.access().address().toString())
              .filter(address -> address.domain().equals(url.domain()))
              .isPresent();
      case Access.Telegram _, Access.Vk _, Access.Mastodon _, Access.Bluesky _, Access.Youtube _ ->
          false;
    };
  }

  private static Source ofItsOwn(Publisher publisher, CanonicalUrl url) {
    return new Source(
        publisher.id(),
        publisher.name(),
        List.of(),
        SourceKind.NEWS,
        Optional.empty(),
        Optional.empty(),
        ZoneOffset.UTC,
        new Access.Rss(url.uri()),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        "import");
  }

  private static EntryState state(Capture capture) {
    Entry entry = Entry.bare(capture.url(), Optional.of(capture.url()), "");
    return new EntryState(
        DocumentId.of(capture.url()),
        "import",
        capture.url(),
        Optional.empty(),
        Validators.NONE,
        capture.at(),
        Optional.empty(),
        Optional.empty(),
        capture.at(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        0,
        Map.of(),
        Optional.empty(),
        EntryCodec.toJson(entry));
  }
}
