package letopis.crawl.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import letopis.crawl.filing.Filed;
import letopis.crawl.filing.Finding;
import letopis.crawl.filing.Intake;
import letopis.crawl.imports.ImportRecord.Parsed;
import letopis.crawl.report.CrawlOutcome;
import org.jspecify.annotations.Nullable;

/// Brings records of JSON Lines into the archive. Idempotent: a record that is here changes
/// nothing.
///
/// Lines are read, parsed on all processors, and filed in order by one thread while the next lines
/// are being parsed.
public final class JsonLinesImport {
  private static final int CHUNK = 1_000;

  /// A longer line is refused, in characters.
  private static final int LONGEST_LINE = 16 << 20;

  /// A chunk that has so many characters is large enough: two of them are in memory, and what is
  /// made of them.
  private static final int LARGEST_CHUNK = 8 << 20;

  private final Intake intake;
  private final SourceLabels labels;
  private final ImportRecord records;
  private final Clock clock;

  /// @param urlTemplate makes the address of records without one; `{field}` stands for a field
  public JsonLinesImport(
      Intake intake, SourceLabels labels, Optional<String> urlTemplate, Clock clock) {
    this.intake = intake;
    this.labels = labels;
    this.records = new ImportRecord(urlTemplate);
    this.clock = clock;
  }

  private record Line(long number, String text) {}

  private record Read(Line line, Parsed parsed) {}

  /// Imports all lines.
  ///
  /// @param name of the file, for the rejects
  /// @param progress is told how many lines are done
  public ImportCounts run(BufferedReader lines, String name, Rejects rejects, LongConsumer progress)
      throws IOException, InterruptedException {
    ImportCounts counts = ImportCounts.NONE;
    try (ExecutorService filer = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<ImportCounts> before = null;
      long done = 0;
      List<Line> chunk = chunk(lines, done);
      while (!chunk.isEmpty()) {
        List<Read> parsed = parse(chunk);
        if (before != null) {
          counts = counts.plus(result(before));
        }
        before = filer.submit(() -> file(parsed, name, rejects));
        done = chunk.getLast().number();
        progress.accept(done);
        chunk = chunk(lines, done);
      }
      return before == null ? counts : counts.plus(result(before));
    }
  }

  private static List<Line> chunk(BufferedReader lines, long done) throws IOException {
    List<Line> chunk = new ArrayList<>(CHUNK);
    long number = done;
    long chars = 0;
    while (chunk.size() < CHUNK && chars < LARGEST_CHUNK) {
      String text = line(lines);
      if (text == null) {
        break;
      }
      number++;
      if (!text.isBlank()) {
        chunk.add(new Line(number, text));
        chars += text.length();
      }
    }
    return chunk;
  }

  /// One line, cut when it is longer than any record may be; null at the end.
  private static @Nullable String line(BufferedReader lines) throws IOException {
    StringBuilder text = new StringBuilder(256);
    int c = lines.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n') {
      if (text.length() <= LONGEST_LINE) {
        text.append((char) c);
      }
      c = lines.read();
    }
    return text.toString();
  }

  private List<Read> parse(List<Line> chunk) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Read[] parsed = new Read[chunk.size()];
    IntStream.range(0, parsed.length)
        .parallel()
        .forEach(i -> parsed[i] = new Read(chunk.get(i), parse(chunk.get(i), at)));
    return List.of(parsed);
  }

  private Parsed parse(Line line, Instant at) {
    if (line.text().length() > LONGEST_LINE) {
      return new Parsed.Bad("longer than " + LONGEST_LINE + " characters");
    }
    String text = line.number() == 1 ? line.text().replaceFirst("^\uFEFF", "") : line.text();
    return records.parse(text, at);
  }

  private ImportCounts file(List<Read> chunk, String name, Rejects rejects)
      throws IOException, InterruptedException {
    ImportCounts counts = ImportCounts.NONE;
    List<Finding> findings = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (Read read : chunk) {
      switch (read.parsed()) {
        case Parsed.Good good -> {
          // Here, in the order of the lines, so that a new source has the same id in every run.
          findings.add(new Finding.Record(good.by().apply(labels.of(good.label(), good.url()))));
          lines.add(read.line());
        }
        case Parsed.Bad bad -> {
          rejects.add(name, read.line().number(), bad.reason(), read.line().text());
          counts = counts.plusRejected();
        }
      }
    }
    List<Filed> filed = intake.file(findings);
    for (int i = 0; i < filed.size(); i++) {
      counts = counts.plus(filed.get(i));
      if (filed.get(i).outcome() == CrawlOutcome.NOT_INDEXED) {
        rejects.add(name, lines.get(i).number(), filed.get(i).detail(), lines.get(i).text());
      }
    }
    return counts;
  }

  private static ImportCounts result(Future<ImportCounts> filing)
      throws IOException, InterruptedException {
    try {
      return filing.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException lost) {
        throw lost;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
