package letopis.query;

import java.util.List;
import java.util.Objects;

/// What reading a query gave.
public sealed interface ParseOutcome {
  /// The query is right.
  record Parsed(Query query) implements ParseOutcome {
    public Parsed {
      Objects.requireNonNull(query);
    }
  }

  /// At least one mistake, in the order of their positions.
  record Rejected(List<Fault> faults) implements ParseOutcome {
    public Rejected {
      faults = List.copyOf(faults);
      if (faults.isEmpty()) {
        throw new IllegalArgumentException("rejected without a reason");
      }
    }
  }
}
