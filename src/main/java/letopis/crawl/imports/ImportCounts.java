package letopis.crawl.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import letopis.crawl.filing.Filed;

/// What became of the records of an import.
///
/// @param read records, good or bad; empty lines are none
public record ImportCounts(long read, long added, long updated, long unchanged, long rejected) {
  /// Nothing read.
  public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

  /// One more record that ended so.
  ImportCounts plus(Filed filed) {
    return switch (filed.outcome()) {
      case ADDED -> new ImportCounts(read + 1, added + 1, updated, unchanged, rejected);
      case UPDATED, RETURNED -> new ImportCounts(read + 1, added, updated + 1, unchanged, rejected);
      case UNCHANGED, NOT_MODIFIED, ALIAS ->
          new ImportCounts(read + 1, added, updated, unchanged + 1, rejected);
      case GONE, DISALLOWED, NOT_AN_ARTICLE, REFUSED, FETCH_FAILED, SPOOLED, NOT_INDEXED, BROKEN ->
          plusRejected();
    };
  }

  /// One more record that was refused.
  ImportCounts plusRejected() {
    return new ImportCounts(read + 1, added, updated, unchanged, rejected + 1);
  }

  /// Both together.
  public ImportCounts plus(ImportCounts other) {
    return new ImportCounts(
        read + other.read,
        added + other.added,
        updated + other.updated,
        unchanged + other.unchanged,
        rejected + other.rejected);
  }

  /// `{"read","added","updated","unchanged","rejected"}`.
  public ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("read", read)
        .put("added", added)
        .put("updated", updated)
        .put("unchanged", unchanged)
        .put("rejected", rejected);
  }
}
