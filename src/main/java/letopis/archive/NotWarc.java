package letopis.archive;

import java.io.IOException;

/// A file that is not in this format.
public final class NotWarc extends IOException {
  private static final long serialVersionUID = 1L;

  NotWarc(String found) {
    super("not a WARC file: " + found);
  }
}
