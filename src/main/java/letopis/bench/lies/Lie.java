package letopis.bench.lies;

import java.io.IOException;

/// One way to lie, and how it is told and judged.
///
/// @param what the site does
record Lie(String what, Trial trial) {
  /// Watches the site of a fresh laboratory, lies, and looks at what the archive has of it.
  @FunctionalInterface
  interface Trial {
    Verdict in(Lab lab) throws IOException, InterruptedException;
  }

  /// What the crawler concluded.
  ///
  /// @param right whether that is the truth
  record Verdict(boolean right, String concluded) {}
}
