package letopis.crawl.spool;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import letopis.archive.Capture;
import letopis.document.CaptureRef;
import letopis.fetch.FetchResult.Fetched;
import letopis.fetch.FetchResult.NotModified;

/// The archive of captures, as the crawler sees it.
public interface Captures {
  /// Keeps an answer. What is returned is safe from the end of this process.
  CaptureRef keep(Fetched answer) throws IOException;

  /// Keeps a 304.
  ///
  /// @param earlier the answer that it says is still current, where known
  CaptureRef keep(NotModified answer, Optional<CaptureRef> earlier) throws IOException;

  /// Reads an answer back.
  Capture read(CaptureRef ref) throws IOException;

  /// The first capture of an address that was begun at this time or later: what a process kept
  /// just before it died.
  Optional<CaptureRef> since(String url, Instant at) throws IOException;
}
