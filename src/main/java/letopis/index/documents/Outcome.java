package letopis.index.documents;

import java.util.Objects;

/// What became of one document handed to the [DocumentStore].
public sealed interface Outcome {
  /// The document's id.
  String id();

  /// It was not in the archive.
  record Added(String id) implements Outcome {
    public Added {
      Objects.requireNonNull(id);
    }
  }

  /// It took the place of what was stored; an older revision was kept as a past version.
  record Updated(String id) implements Outcome {
    public Updated {
      Objects.requireNonNull(id);
    }
  }

  /// Exactly this is stored already.
  record Unchanged(String id) implements Outcome {
    public Unchanged {
      Objects.requireNonNull(id);
    }
  }

  /// It was not stored.
  ///
  /// @param reason for people
  record Rejected(String id, Cause cause, String reason) implements Outcome {
    public Rejected {
      Objects.requireNonNull(id);
      Objects.requireNonNull(cause);
      Objects.requireNonNull(reason);
    }
  }

  /// Why a document was not stored.
  enum Cause {
    /// It was taken down; the tombstone of its address says so.
    TAKEN_DOWN,
    /// Its canonical address is an alias of another document, named in the reason.
    ALIAS_OF_OTHER,
    /// A later revision is stored.
    STALE,
    /// Others keep changing the same document at the same time.
    CONTENDED,
    /// Elasticsearch refuses it: a field that does not fit the mapping, a term that is too long.
    INVALID
  }
}
