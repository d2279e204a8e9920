package letopis.crawl;

import java.io.IOException;
import letopis.archive.Capture;
import letopis.archive.WarcArchive;
import letopis.document.CaptureRef;
import letopis.fetch.FetchResult.Fetched;

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

  @Override
  public CaptureRef keep(Fetched answer) throws IOException {
    return archive.write(answer);
  }

  @Override
  public Capture read(CaptureRef ref) throws IOException {
    return archive.read(ref);
  }
}
