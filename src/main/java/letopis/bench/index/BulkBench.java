package letopis.bench.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import letopis.bench.Usage;
import letopis.document.Document;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.index.documents.DocumentJson;
import letopis.index.documents.DocumentStore;

/// What our writing of documents costs over the least that it could: the same bodies posted to
/// `_bulk` as they are, into indices of the same mapping.
public final class BulkBench {
  private static final int REQUEST = 4 << 20;
  private static final int BATCH = 250;

  private final List<ObjectNode> bodies;
  private final Elasticsearch elasticsearch;

  /// @param indices whose documents are written again
  /// @param most documents
  public BulkBench(Indices indices, int most) throws IOException {
    this.elasticsearch = indices.elasticsearch();
    this.bodies = bodies(indices, most);
  }

  /// How many documents there are.
  public int size() {
    return bodies.size();
  }

  /// Posts the bodies, made before the clock runs.
  public Usage raw() throws IOException {
    Indices fresh = fresh("raw");
    try {
      List<byte[]> requests = requests(fresh);
      Usage begin = Usage.now(elasticsearch);
      for (byte[] request : requests) {
        JsonNode answer = elasticsearch.lines("/_bulk", request).orThrow().json();
        if (answer.path("errors").asBoolean()) {
          throw new IOException("a body was refused");
        }
      }
      return Usage.now(elasticsearch).since(begin);
    } finally {
      fresh.deleteAll();
    }
  }

  /// Writes the documents as the crawler does, with their addresses.
  public Usage store() throws IOException, InterruptedException {
    List<Document> documents = bodies.stream().map(DocumentJson::read).toList();
    Indices fresh = fresh("store");
    try {
      DocumentStore store = new DocumentStore(fresh);
      Usage begin = Usage.now(elasticsearch);
      for (int from = 0; from < documents.size(); from += BATCH) {
        store.write(documents.subList(from, Math.min(documents.size(), from + BATCH)));
      }
      return Usage.now(elasticsearch).since(begin);
    } finally {
      fresh.deleteAll();
    }
  }

  private Indices fresh(String name) throws IOException {
    Indices fresh = new Indices(elasticsearch, "bench-" + name + "-" + System.nanoTime());
    fresh.init();
    return fresh;
  }

  private List<byte[]> requests(Indices into) throws IOException {
    List<byte[]> requests = new ArrayList<>();
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    for (ObjectNode body : bodies) {
      Document document = DocumentJson.read(body);
      String partition = into.partition(into.year(document.times().published().at()));
      ObjectNode action = Elasticsearch.JSON.createObjectNode();
      action.putObject("create").put("_index", partition).put("_id", document.id());
      request.writeBytes(Elasticsearch.JSON.writeValueAsBytes(action));
      request.write('\n');
      request.writeBytes(Elasticsearch.JSON.writeValueAsBytes(body));
      request.write('\n');
      if (request.size() > REQUEST) {
        requests.add(request.toByteArray());
        request.reset();
      }
    }
    if (request.size() > 0) {
      requests.add(request.toByteArray());
    }
    return requests;
  }

  private static List<ObjectNode> bodies(Indices indices, int most) throws IOException {
    indices.refresh();
    List<ObjectNode> bodies = new ArrayList<>();
    ObjectNode search = Elasticsearch.JSON.createObjectNode().put("size", 500);
    search.putArray("sort").add("id");
    while (bodies.size() < most) {
      JsonNode hits = indices.elasticsearch().search(indices.documents(), search).hits();
      if (hits.isEmpty()) {
        break;
      }
      hits.forEach(hit -> bodies.add((ObjectNode) hit.path("_source")));
      search.set("search_after", hits.get(hits.size() - 1).path("sort"));
    }
    return bodies.subList(0, Math.min(most, bodies.size()));
  }
}
