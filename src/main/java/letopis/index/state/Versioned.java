package letopis.index.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/// A value with the version it was read at, for writing it back only if nobody else has written
/// since (`if_seq_no`, `if_primary_term`).
///
/// @param seqNo -1 for a value that is not in the index yet
public record Versioned<T>(T value, long seqNo, long primaryTerm) {
  /// A value that is not in the index yet.
  public static <T> Versioned<T> fresh(T value) {
    return new Versioned<>(value, -1, -1);
  }

  /// The same version of what is made of the value.
  public <R> Versioned<R> map(Function<T, R> function) {
    return new Versioned<>(function.apply(value), seqNo, primaryTerm);
  }

  /// The line of a bulk request that writes this, on the same condition.
  ObjectNode action(String id) {
    ObjectNode line = RecordJson.MAPPER.createObjectNode();
    if (seqNo < 0) {
      line.putObject("create").put("_id", id);
    } else {
      ObjectNode index = line.putObject("index").put("_id", id);
      index.put("if_seq_no", seqNo).put("if_primary_term", primaryTerm);
    }
    return line;
  }

  /// The condition of a write, as the query of its address.
  String condition() {
    return seqNo < 0
        ? "?op_type=create"
        : "?if_seq_no=" + seqNo + "&if_primary_term=" + primaryTerm;
  }
}
