package letopis.crawl;

import java.io.IOException;
import letopis.archive.Capture;
import letopis.document.CaptureRef;
import letopis.fetch.FetchResult.Fetched;

/// The archive of captures, as the crawler sees it.
public interface Captures {
  /// Keeps an answer. What is returned is safe from the end of this process.
  CaptureRef keep(Fetched answer) throws IOException;

  /// Reads an answer back.
  Capture read(CaptureRef ref) throws IOException;
}
