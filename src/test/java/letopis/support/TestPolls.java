package letopis.support;

import java.time.Instant;
import java.util.Optional;
import letopis.index.state.CoverageState;
import letopis.index.state.Poll;

/// Looks at sources, for tests.
public final class TestPolls {
  private TestPolls() {}

  /// A look that could be read.
  public static Poll watched(String source, Instant at) {
    return look(source, at, "ok", CoverageState.WATCHED, 200);
  }

  public static Poll look(
      String source, Instant at, String outcome, CoverageState state, int status) {
    return new Poll(
        source, at, 5, outcome, state, status, 20, 1, 0, 0, Optional.empty(), Optional.empty(), "");
  }
}
