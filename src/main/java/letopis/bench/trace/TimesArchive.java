package letopis.bench.trace;

import com.fasterxml.jackson.databind.JsonNode;
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
import letopis.index.Indices;
import letopis.index.documents.DocumentJson;
import letopis.index.documents.DocumentStore;

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

  /// Makes the archive, or what is missing of it: making the same one again goes on where the last
  /// run was stopped, since the same documents are made in the same order.
  ///
  /// @param documents of the whole archive
  /// @throws IOException when Elasticsearch stays away, refuses a document, or holds a larger
  ///     archive
  void fill(List<Document> corpus, int documents) throws IOException, InterruptedException {
    long there = count();
    if (there == documents) {
      return;
    }
    if (there > documents) {
      throw new IOException(
          "there are " + there + " documents already, not " + documents + "; use a folder for it");
    }
    if (there < corpus.size()) {
      DocumentStore store = new DocumentStore(indices);
      for (int from = 0; from < corpus.size(); from += ROUND) {
        store.write(corpus.subList(from, Math.min(corpus.size(), from + ROUND)));
      }
    }
    int made = (int) Math.max(0, there - corpus.size() - UNDER_WAY * ROUND);
    fill(new Mixed(corpus, documents - corpus.size()), documents - corpus.size(), made);
    indices.refresh();
  }

  /// @param made so many of them are there for certain
  private void fill(Mixed mixed, int count, int made) throws IOException, InterruptedException {
    Deque<Future<?>> underWay = new ArrayDeque<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int from = 0; from < count; from += ROUND) {
        List<Document> round = mixed.next(Math.min(ROUND, count - from));
        if (from + ROUND <= made) {
          if (from == 0) {
            expect(round.getLast());
          }
          continue;
        }
        byte[] lines = lines(round);
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

  /// An archive begun with another size has the same addresses at other times.
  private void expect(Document document) throws IOException {
    String partition = indices.partition(indices.year(document.times().published().at()));
    String path = "/" + partition + "/_source/" + document.id();
    JsonNode there = indices.elasticsearch().request("GET", path).json();
    String published = DocumentJson.write(document).path("published_at").asText();
    if (!there.path("published_at").asText().equals(published)) {
      throw new IOException("there is an archive of another size; use a folder for each");
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
      action.putObject("index").put("_index", indices.partition(year)).put("_id", document.id());
      lines.append(action).append('\n').append(DocumentJson.write(document)).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(byte[] lines) throws IOException {
    var answer = indices.elasticsearch().lines("/_bulk?filter_path=errors", lines).orThrow().json();
    if (answer.path("errors").asBoolean()) {
      throw new IOException("a document of the filling was refused");
    }
  }

  private long count() throws IOException {
    indices.refresh();
    return indices.count();
  }
}
