package letopis.crawl.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import letopis.archive.Capture;
import letopis.archive.WarcArchive;
import letopis.document.CaptureRef;
import letopis.fetch.FetchResult.Fetched;
import letopis.fetch.FetchResult.NotModified;
import letopis.fetch.RobotsGate;
import letopis.fetch.Witness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The captures of a WARC archive.
public final class ArchiveCaptures implements Captures {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveCaptures.class);

  /// A site that has been failing for longer than this many tries has no copy worth looking for.
  private static final int MOST_LOOKED_AT = 200;

  private final WarcArchive archive;

  private ArchiveCaptures(WarcArchive archive) {
    this.archive = archive;
  }

  /// Keeps captures in this archive.
  public static Captures of(WarcArchive archive) {
    return new ArchiveCaptures(archive);
  }

  /// Keeps the answers that a fetcher's callers do not get in this archive, and knows the
  /// robots.txt files of earlier processes from it.
  public static Witness witness(WarcArchive archive) {
    return new Witness() {
      @Override
      public void saw(Passing answer) {
        try {
          archive.write(answer);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public Optional<RobotsGate.Answer> earlier(URI robotsTxt) {
        try {
          return lastGood(archive, robotsTxt);
        } catch (IOException e) {
          LOG.warn("the archive does not give {} back: {}", robotsTxt, e.getMessage());
          return Optional.empty();
        }
      }
    };
  }

  /// The last answer that was a file, or said that there is none.
  private static Optional<RobotsGate.Answer> lastGood(WarcArchive archive, URI robotsTxt)
      throws IOException {
    List<CaptureRef> captures = archive.captures(robotsTxt.toString());
    for (CaptureRef ref : captures.reversed().stream().limit(MOST_LOOKED_AT).toList()) {
      Capture capture = archive.read(ref);
      if (capture.status() == 200) {
        return Optional.of(new RobotsGate.Answer.Found(capture.body()));
      }
      if (capture.status() >= 400 && capture.status() < 500 && capture.status() != 429) {
        return Optional.of(new RobotsGate.Answer.Unavailable());
      }
    }
    return Optional.empty();
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
  public Optional<CaptureRef> since(String url, Instant at) throws IOException {
    return archive.captures(url).stream().filter(ref -> !ref.at().isBefore(at)).findFirst();
  }

  @Override
  public Capture read(CaptureRef ref) throws IOException {
    return archive.read(ref);
  }
}
