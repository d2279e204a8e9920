package letopis.trace;

import java.util.Objects;

/// The answer to a [TraceRequest].
public sealed interface TraceResult {
  /// The claim was traced. It may have no appearance at all: that too is an answer.
  record Traced(Trace trace) implements TraceResult {
    public Traced {
      Objects.requireNonNull(trace);
    }
  }

  /// The address or id given is not in the archive.
  record Unknown(String subject) implements TraceResult {
    public Unknown {
      Objects.requireNonNull(subject);
    }
  }

  /// The claim cannot be traced.
  ///
  /// @param english why, for people, one sentence
  /// @param russian the same in Russian
  record Rejected(String english, String russian) implements TraceResult {
    public Rejected {
      Objects.requireNonNull(english);
      Objects.requireNonNull(russian);
    }
  }
}
