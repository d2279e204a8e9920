package letopis.index;

import java.util.Objects;

/// What became of one [BulkItem].
public sealed interface BulkResult {
  /// It is written and will survive a crash.
  record Done() implements BulkResult {}

  /// The entry was not in the expected state: it exists, or somebody changed it.
  record Conflict() implements BulkResult {}

  /// Elasticsearch refuses it for good.
  record Refused(int status, String reason) implements BulkResult {
    public Refused {
      Objects.requireNonNull(reason);
    }
  }
}
