package letopis.index;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import letopis.elasticsearch.Elasticsearch;

/// One operation of a bulk request.
///
/// @param action what to do
/// @param index or alias with one write index
/// @param id of the entry
/// @param source the entry as JSON in one line; empty to delete
/// @param expected the state that the entry must be in; the operation conflicts otherwise
public record BulkItem(
    Action action, String index, String id, byte[] source, Optional<Expected> expected) {
  enum Action {
    INDEX("index"),
    CREATE("create"),
    UPDATE("update"),
    DELETE("delete");

    private final String label;

    Action(String label) {
      this.label = label;
    }
  }

  /// The state of an entry as Elasticsearch counts it.
  public record Expected(long seqNo, long primaryTerm) {}

  public BulkItem {
    Objects.requireNonNull(action);
    Objects.requireNonNull(index);
    Objects.requireNonNull(id);
    Objects.requireNonNull(source);
    Objects.requireNonNull(expected);
  }

  public static BulkItem create(String index, String id, ObjectNode source) {
    return new BulkItem(Action.CREATE, index, id, bytes(source), Optional.empty());
  }

  public static BulkItem index(String index, String id, ObjectNode source) {
    return new BulkItem(Action.INDEX, index, id, bytes(source), Optional.empty());
  }

  /// Writes these fields; others that the entry has stay.
  public static BulkItem merge(String index, String id, ObjectNode fields) {
    ObjectNode change = Elasticsearch.JSON.createObjectNode().put("doc_as_upsert", true);
    change.set("doc", fields);
    return new BulkItem(Action.UPDATE, index, id, bytes(change), Optional.empty());
  }

  public static BulkItem replace(String index, String id, ObjectNode source, Expected expected) {
    return new BulkItem(Action.INDEX, index, id, bytes(source), Optional.of(expected));
  }

  public static BulkItem delete(String index, String id) {
    return new BulkItem(Action.DELETE, index, id, new byte[0], Optional.empty());
  }

  /// About how much of a request it takes, in bytes.
  int size() {
    return source.length + 120;
  }

  void writeTo(ByteArrayOutputStream request) {
    ObjectNode action = Elasticsearch.JSON.createObjectNode();
    ObjectNode target = action.putObject(this.action.label).put("_index", index).put("_id", id);
    expected.ifPresent(
        state ->
            target.put("if_seq_no", state.seqNo()).put("if_primary_term", state.primaryTerm()));
    request.writeBytes(bytes(action));
    request.write('\n');
    if (this.action != Action.DELETE) {
      request.writeBytes(source);
      request.write('\n');
    }
  }

  private static byte[] bytes(ObjectNode json) {
    try {
      return Elasticsearch.JSON.writeValueAsBytes(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
