package letopis.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import letopis.archive.Capture;
import letopis.archive.WarcArchive;
import letopis.document.CaptureRef;
import letopis.fetch.FetchResult.Fetched;
import letopis.fetch.FetchResult.NotModified;
import letopis.fetch.Witness;

/// The captures of a WARC archive.
public final class ArchiveCaptures implements Captures {
  private final WarcArchive archive;

  private ArchiveCaptures(WarcArchive archive) {
    this.archive = archive;
  }

  /// Keeps captures in this archive.
  public static Captures of(WarcArchive archive) {
    return new ArchiveCaptures(archive);
  }

  /// Keeps the answers that a fetcher's callers do not get in this archive.
  public static Witness witness(WarcArchive archive) {
    return answer -> {
      try {
        archive.write(answer);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  @Override
  public CaptureRef keep(Fetched answer) throws IOException {
    return archive.write(answer);
  }

  @Override
  public CaptureRef keep(NotModified answer, Optional<CaptureRef> earlier) throws IOException {
    return archive.write(answer, earlier);
  }

  @Override
  public Capture read(CaptureRef ref) throws IOException {
    return archive.read(ref);
  }
}
