package letopis.trace.cases;

import java.util.List;
import java.util.Objects;

/// What came of an attempt to keep, change or delete a case.
public sealed interface Saved {
  /// Done.
  record Done(Kept kept) implements Saved {
    public Done {
      Objects.requireNonNull(kept);
    }
  }

  /// There is no such case.
  record Missing() implements Saved {}

  /// Somebody else changed it meanwhile.
  ///
  /// @param current as it is now
  record Conflict(Kept current) implements Saved {
    public Conflict {
      Objects.requireNonNull(current);
    }
  }

  /// Some of what it refers to is not in the archive.
  record Refused(List<Wrong> wrong) implements Saved {
    public Refused {
      wrong = List.copyOf(wrong);
    }
  }

  /// A mistake in a draft.
  ///
  /// @param pointer JSON Pointer into the draft: `/appearances/0/document`
  record Wrong(String pointer, String english, String russian) {
    public Wrong {
      Objects.requireNonNull(pointer);
      Objects.requireNonNull(english);
      Objects.requireNonNull(russian);
    }
  }
}
