package letopis.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import letopis.elasticsearch.Answer;
import letopis.elasticsearch.Elasticsearch;

/// Sends bulk requests: bounded bytes in flight over all callers (they wait), exponential back-off
/// while Elasticsearch is busy or away, an answer for each item. Safe for use by many threads.
public final class BulkWriter {
  /// Bounds of one writer.
  ///
  /// @param requestBytes a request is sent when it reaches this size
  /// @param inFlightBytes of all requests at one time
  /// @param patience how long to try again before giving up
  public record Limits(int requestBytes, int inFlightBytes, Duration patience) {
    /// 4 MiB a request, 32 MiB in flight, two minutes.
    public static final Limits DEFAULTS = new Limits(4 << 20, 32 << 20, Duration.ofMinutes(2));

    public Limits {
      Objects.requireNonNull(patience);
    }
  }

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Elasticsearch elasticsearch;
  private final Limits limits;
  private final Semaphore inFlight;

  public BulkWriter(Elasticsearch elasticsearch, Limits limits) {
    this.elasticsearch = Objects.requireNonNull(elasticsearch);
    this.limits = Objects.requireNonNull(limits);
    this.inFlight = new Semaphore(limits.inFlightBytes(), true);
  }

  /// Writes all items and gives their results in the same order.
  ///
  /// @throws IOException when Elasticsearch stayed away or busy for longer than the patience; some
  ///     items may have been written
  public List<BulkResult> write(List<BulkItem> items) throws IOException, InterruptedException {
    List<BulkResult> results = new ArrayList<>(items.size());
    int from = 0;
    while (from < items.size()) {
      int to = from;
      long bytes = 0;
      while (to < items.size()
          && (to == from || bytes + items.get(to).size() < limits.requestBytes())) {
        bytes += items.get(to++).size();
      }
      results.addAll(writeRequest(items.subList(from, to), bytes));
      from = to;
    }
    return results;
  }

  private List<BulkResult> writeRequest(List<BulkItem> items, long bytes)
      throws IOException, InterruptedException {
    int permits = (int) Math.min(bytes, limits.inFlightBytes());
    inFlight.acquire(permits);
    try {
      return withRetries(items);
    } finally {
      inFlight.release(permits);
    }
  }

  private List<BulkResult> withRetries(List<BulkItem> items)
      throws IOException, InterruptedException {
    BulkResult[] results = new BulkResult[items.size()];
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      open.add(i);
    }
    long deadline = System.nanoTime() + limits.patience().toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      IOException trouble = tryOnce(items, open, results);
      if (open.isEmpty()) {
        return List.of(results);
      }
      if (System.nanoTime() + pause.toNanos() > deadline) {
        throw new IOException(
            open.size() + " entries not written within " + limits.patience().toSeconds() + " s",
            trouble);
      }
      // Up to half more at random, so that many waiting writers do not come back at once.
      Thread.sleep(pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2)));
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  /// Sends the open items; takes those with a final result off the list.
  ///
  /// @return why items are still open
  private IOException tryOnce(List<BulkItem> items, List<Integer> open, BulkResult[] results)
      throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream(1 << 16);
    open.forEach(i -> items.get(i).writeTo(request));
    Answer answer;
    try {
      answer = elasticsearch.lines("/_bulk", request.toByteArray());
    } catch (IOException e) {
      return e;
    }
    if (isBusy(answer.status())) {
      return new IOException("Elasticsearch is busy: " + answer.reason());
    }
    JsonNode answers = answer.orThrow().json().path("items");
    if (answers.size() != open.size()) {
      throw new IOException("%d answers for %d items".formatted(answers.size(), open.size()));
    }
    List<Integer> again = new ArrayList<>();
    String busy = "";
    for (int k = 0; k < open.size(); k++) {
      JsonNode one = answers.get(k).elements().next();
      int status = one.path("status").asInt();
      if (isBusy(status) || isBlocked(one)) {
        again.add(open.get(k));
        busy = one.path("error").path("reason").asText();
      } else {
        results[open.get(k)] = result(status, one);
      }
    }
    open.clear();
    open.addAll(again);
    return new IOException("Elasticsearch is busy: " + busy);
  }

  private static boolean isBusy(int status) {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }

  /// Writes are stopped for a time: the disk is full, or the index is being migrated.
  private static boolean isBlocked(JsonNode item) {
    return item.at("/error/type").asText().equals("cluster_block_exception");
  }

  private static BulkResult result(int status, JsonNode item) {
    if (status < 300 || status == 404 && item.path("result").asText().equals("not_found")) {
      return new BulkResult.Done();
    }
    JsonNode error = item.path("error");
    String cause = error.path("caused_by").path("reason").asText("");
    return status == 409
        ? new BulkResult.Conflict()
        : new BulkResult.Refused(
            status, error.path("reason").asText() + (cause.isEmpty() ? "" : ": " + cause));
  }
}
