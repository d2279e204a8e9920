package letopis.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;

/// Appends records to the file of this process and begins a new one when it is full. Safe for any
/// number of threads.
final class WarcWriter {
  private static final Duration SYNC_EVERY = Duration.ofSeconds(1);

  /// Captures in one file at most: its index is held in memory until it is finished, and answers
  /// like 304 are so small that a bound of bytes alone would let it grow without end.
  private static final int MOST_CAPTURES = 100_000;

  private static final DateTimeFormatter NAME_TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final long maxFile;
  private final String software;
  private final Clock clock;
  private final CaptureIndex index;
  private Optional<WarcFile> current = Optional.empty();
  private Instant syncedAt = Instant.MIN;

  WarcWriter(Path folder, long maxFile, String software, Clock clock, CaptureIndex index) {
    this.folder = folder;
    this.maxFile = maxFile;
    this.software = software;
    this.clock = clock;
    this.index = index;
  }

  /// What the index says of a capture, beside where it is.
  record Entry(String mime, String digest, boolean revisit) {}

  synchronized CdxLine append(WarcRecords.Captured captured, WarcRecords.Packed packed, Entry entry)
      throws IOException {
    WarcFile file = writable();
    long offset = file.append(packed.main(), packed.request());
    CdxLine line =
        new CdxLine(
            captured.url(),
            captured.at(),
            captured.status(),
            entry.mime(),
            entry.digest(),
            file.name(),
            offset,
            packed.main().length,
            file.size(),
            entry.revisit());
    String key = CdxLine.key(captured.url());
    file.index(line.text(key));
    index.add(key, line);
    Instant now = clock.instant();
    if (syncedAt.plus(SYNC_EVERY).isBefore(now)) {
      file.sync();
      syncedAt = now;
    }
    return line;
  }

  /// Finishes the file in use.
  synchronized void close() throws IOException {
    if (current.isPresent()) {
      current.get().close();
      index.finished();
      current = Optional.empty();
    }
  }

  private WarcFile writable() throws IOException {
    if (current.isPresent()
        && (current.get().size() >= maxFile || current.get().captures() >= MOST_CAPTURES)) {
      close();
    }
    if (current.isEmpty()) {
      Instant now = clock.instant();
      String unique = UUID.randomUUID().toString().substring(0, 8);
      String name = "letopis-" + NAME_TIME.format(now) + "-" + unique + WarcFile.WARC;
      byte[] info = WarcRecords.warcinfo(name, now, software);
      current = Optional.of(WarcFile.create(folder.resolve(name), info));
    }
    return current.get();
  }
}
