package letopis.index.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.BulkItem;

/// A document as it lies in its partition.
record StoredDocument(ObjectNode json, BulkItem.Expected state) {
  int revision() {
    return json.required("revision").asInt();
  }

  /// Whether the title and the text of this JSON are those of what is stored.
  boolean hasWordsOf(ObjectNode other) {
    return json.path("title").equals(other.path("title"))
        && json.path("body").equals(other.path("body"));
  }

  /// Whether this JSON would be stored as what is stored: compared as parsed, since a number that
  /// was never written out may have a wider type than the same number read back.
  boolean isSameAs(ObjectNode other) throws IOException {
    return json.equals(Elasticsearch.JSON.readTree(Elasticsearch.JSON.writeValueAsBytes(other)));
  }
}
