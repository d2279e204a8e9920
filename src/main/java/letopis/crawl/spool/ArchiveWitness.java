package letopis.crawl.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import letopis.archive.Capture;
import letopis.archive.WarcArchive;
import letopis.document.CaptureRef;
import letopis.fetch.RobotsGate;
import letopis.fetch.Witness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the answers that a fetcher's callers do not get in the archive, and knows the robots.txt
/// files of earlier processes from it.
public final class ArchiveWitness implements Witness {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveWitness.class);

  /// A site that has been failing for longer than this many tries has no copy worth looking for.
  private static final int MOST_LOOKED_AT = 200;

  private final WarcArchive archive;

  /// The witness of fetches for this archive.
  public ArchiveWitness(WarcArchive archive) {
    this.archive = archive;
  }

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
      return lastGood(robotsTxt);
    } catch (IOException e) {
      LOG.warn("the archive does not give {} back: {}", robotsTxt, e.getMessage());
      return Optional.empty();
    }
  }

  /// The last answer that was a file, or said that there is none.
  private Optional<RobotsGate.Answer> lastGood(URI robotsTxt) throws IOException {
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
}
