package letopis.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import letopis.document.Document;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.DocumentJson;
import letopis.index.DocumentStore;
import letopis.index.Indices;

/// The archive that times are measured in: the real documents, filled up to a size with [Mixed]
/// ones. The filling is written past the document store, since nobody asks for its addresses.
final class TimesArchive {
  private static final int ROUND = 1_000;
  private static final int UNDER_WAY = 2;
  private static final int TOLD = 50_000;

  private final Indices indices;
  private final PrintStream told;

  /// @param told where progress is said
  TimesArchive(Indices indices, PrintStream told) {
    this.indices = indices;
    this.told = told;
  }

  /// Makes the archive, unless it is there already.
  ///
  /// @param documents of the whole archive
  /// @throws IOException when Elasticsearch stays away, refuses a document, or holds another
  ///     archive
  void fill(List<Document> corpus, int documents) throws IOException, InterruptedException {
    long there = count();
    if (there == documents) {
      return;
    }
    if (there > 0) {
      throw new IOException(
          "there are " + there + " documents already, not " + documents + "; use a folder for it");
    }
    DocumentStore store = new DocumentStore(indices);
    for (int from = 0; from < corpus.size(); from += ROUND) {
      store.write(corpus.subList(from, Math.min(corpus.size(), from + ROUND)));
    }
    fill(new Mixed(corpus, documents - corpus.size()), documents - corpus.size());
    indices.refresh();
  }

  private void fill(Mixed mixed, int count) throws IOException, InterruptedException {
    Deque<Future<?>> underWay = new ArrayDeque<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int from = 0; from < count; from += ROUND) {
        byte[] lines = lines(mixed.next(Math.min(ROUND, count - from)));
        if (underWay.size() == UNDER_WAY) {
          done(underWay.removeFirst());
        }
        underWay.addLast(
            threads.submit(
                () -> {
                  write(lines);
                  return null;
                }));
        if ((from + ROUND) % TOLD == 0) {
          told.println(from + ROUND + " documents made");
        }
      }
      while (!underWay.isEmpty()) {
        done(underWay.removeFirst());
      }
    }
  }

  private static void done(Future<?> write) throws IOException, InterruptedException {
    try {
      write.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException lost ? lost : new IOException(e.getCause());
    }
  }

  private byte[] lines(List<Document> documents) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Document document : documents) {
      int year = indices.year(document.times().published().at());
      ObjectNode action = Elasticsearch.JSON.createObjectNode();
      action.putObject("create").put("_index", indices.partition(year)).put("_id", document.id());
      lines.append(action).append('\n').append(DocumentJson.write(document)).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(byte[] lines) throws IOException {
    var answer =
        indices
            .elasticsearch()
            .request("POST", "/_bulk?filter_path=errors", lines, "application/x-ndjson")
            .orThrow()
            .json();
    if (answer.path("errors").asBoolean()) {
      throw new IOException("a document of the filling was refused");
    }
  }

  private long count() throws IOException {
    indices.refresh();
    return indices
        .elasticsearch()
        .request("GET", "/" + indices.documents() + "/_count")
        .orThrow()
        .json()
        .path("count")
        .asLong();
  }
}
