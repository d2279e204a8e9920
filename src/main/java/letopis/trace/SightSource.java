package letopis.trace;

import java.io.IOException;
import java.time.Instant;

/// Tells what the archive could see in a period.
@FunctionalInterface
public interface SightSource {
  /// What was watched between two instants, and what was not.
  Trace.Sight between(Instant from, Instant to) throws IOException;
}
