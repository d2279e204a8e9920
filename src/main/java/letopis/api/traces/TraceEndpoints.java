package letopis.api.traces;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import letopis.api.http.BodyReader;
import letopis.api.http.Call;
import letopis.api.http.Fault;
import letopis.api.http.Problem;
import letopis.api.http.Problems;
import letopis.api.http.Quota;
import letopis.api.http.Reply;
import letopis.api.http.Wording;
import letopis.trace.TraceRequest;
import letopis.trace.TraceRequest.Subject;
import letopis.trace.TraceResult;
import letopis.trace.Tracer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Traces of claims: one, or many as JSON Lines.
public final class TraceEndpoints {
  private static final Logger LOG = LoggerFactory.getLogger(TraceEndpoints.class);
  private static final int MAX_TEXT = 100_000;
  private static final int MAX_URL = 2_000;
  private static final int MAX_BATCH_BYTES = 32 << 20;
  private static final int MAX_BATCH_LINES = 10_000;

  /// Traces of one batch worked on at the same time.
  private static final int AHEAD = 4;

  /// A batch that waits for its quota says nothing for no longer: a silent connection would be cut,
  /// by us or by a proxy, and who went away would not be noticed.
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final Tracer tracer;
  private final Counter single;
  private final Counter inBatches;

  /// Lines that the batches under way have still to answer, by whom they are of, where a quota
  /// counts.
  private final ConcurrentHashMap<String, AtomicInteger> underWay = new ConcurrentHashMap<>();

  public TraceEndpoints(Tracer tracer, MeterRegistry metrics) {
    this.tracer = tracer;
    this.single = traces(metrics, "single");
    this.inBatches = traces(metrics, "batch");
  }

  private static Counter traces(MeterRegistry metrics, String way) {
    return Counter.builder("letopis.traces")
        .description("claims traced for the API and the page")
        .tag("way", way)
        .register(metrics);
  }

  /// A request that can be traced, or why not.
  private sealed interface Asked {
    record Right(TraceRequest request) implements Asked {}

    record Wrong(Problem problem) implements Asked {}
  }

  /// What came of one.
  private sealed interface Told {
    record Traced(ObjectNode body) implements Told {}

    record Not(Problem problem) implements Told {}
  }

  public Reply trace(Call call) throws IOException {
    return switch (call.object()) {
      case Call.BodyResult.Bad(Problem problem) -> Reply.refused(problem);
      case Call.BodyResult.Ok(ObjectNode body) -> {
        single.increment();
        yield switch (told(body, call)) {
          case Told.Traced(ObjectNode trace) -> Reply.json(trace);
          case Told.Not(Problem problem) -> Reply.refused(problem);
        };
      }
    };
  }

  /// Many traces. Each line costs of the caller's quota what a request does, and waits for it; one
  /// batch of a key goes on at a time.
  public Reply batch(Call call) throws IOException {
    Optional<Problem> wrong =
        call.expect("application/x-ndjson", "application/jsonl").or(call::stray);
    if (wrong.isPresent()) {
      return Reply.refused(wrong.get());
    }
    // Read whole before the first answer: a client that sends everything before it reads would
    // otherwise wait for us while we wait for it.
    byte[] bytes;
    try (InputStream body = call.body()) {
      bytes = body.readNBytes(MAX_BATCH_BYTES + 1);
    }
    if (bytes.length > MAX_BATCH_BYTES) {
      return Reply.refused(Problems.ofStatus(413));
    }
    int count = (int) lines(bytes).limit(MAX_BATCH_LINES + 1L).count();
    if (count > MAX_BATCH_LINES) {
      return Reply.refused(Problems.ofStatus(413));
    }
    AtomicInteger left = new AtomicInteger(count);
    Quota quota = call.caller().quota();
    if (quota == Quota.UNLIMITED) {
      return streamed(out -> answer(bytes, left, call, out));
    }
    String name = call.caller().name();
    AtomicInteger other = underWay.putIfAbsent(name, left);
    return other != null
        ? Reply.refused(Problems.tooMany(quota.forSome(other.get())).with(quota.headers()))
        : streamed(
            new Reply.Body() {
              @Override
              public void write(OutputStream out) throws IOException, InterruptedException {
                answer(bytes, left, call, out);
              }

              @Override
              public void ended() {
                underWay.remove(name);
              }
            });
  }

  /// Decoded one after the other: whole, a batch would be in memory three times.
  private static Stream<String> lines(byte[] bytes) {
    return new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))
        .lines()
        .filter(line -> !line.isBlank());
  }

  private static Reply streamed(Reply.Body body) {
    return new Reply.Streamed("application/x-ndjson", Map.of(), body);
  }

  /// Answers in the order of the lines, some of them worked on ahead. The request has paid for the
  /// first. Who went away is noticed by the next answer, which ends the work.
  private void answer(byte[] bytes, AtomicInteger left, Call call, OutputStream out)
      throws IOException, InterruptedException {
    Deque<Future<ObjectNode>> ahead = new ArrayDeque<>();
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        int count = left.get();
        for (String line : (Iterable<String>) lines(bytes)::iterator) {
          if (left.getAndDecrement() < count) {
            call.caller().quota().awaitSpare(SILENCE, () -> sign(out));
          }
          inBatches.increment();
          ahead.add(workers.submit(() -> line(line, call)));
          if (ahead.size() >= AHEAD) {
            write(ahead.remove(), out);
          }
        }
        while (!ahead.isEmpty()) {
          write(ahead.remove(), out);
        }
      } finally {
        workers.shutdownNow();
      }
    }
  }

  /// A space before the next line, which means nothing in JSON.
  private static void sign(OutputStream out) throws IOException {
    out.write(' ');
    out.flush();
  }

  private static void write(Future<ObjectNode> answer, OutputStream out)
      throws IOException, InterruptedException {
    try {
      out.write(Call.JSON.writeValueAsBytes(answer.get()));
      out.write('\n');
      out.flush();
    } catch (ExecutionException e) {
      throw new IOException("a trace of the batch failed", e.getCause());
    }
  }

  private ObjectNode line(String line, Call call) throws IOException {
    ObjectNode answer = Call.JSON.createObjectNode();
    Told told;
    try {
      JsonNode read = Call.JSON.readTree(line);
      if (read.has("id")) {
        answer.set("id", read.get("id"));
      }
      told =
          read instanceof ObjectNode body
              ? toldOrBroken(body, call)
              : new Told.Not(notAnObject("a JSON object is expected", "нужен объект JSON"));
    } catch (JsonProcessingException e) {
      told =
          new Told.Not(
              notAnObject(
                  "not JSON: " + e.getOriginalMessage(), "не JSON: " + e.getOriginalMessage()));
    }
    return switch (told) {
      case Told.Traced(ObjectNode trace) -> answer.setAll(trace);
      case Told.Not(Problem problem) ->
          answer.set("problem", problem.json(call.language(), call.id()));
    };
  }

  /// The rim of one line: a fault of ours with it must not end the others.
  private Told toldOrBroken(ObjectNode body, Call call) throws IOException {
    try {
      return told(body, call);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      LOG.error("{} a line of a batch broke", call.id(), e);
      return new Told.Not(Problems.internal());
    }
  }

  private static Problem notAnObject(String english, String russian) {
    return Problem.invalid(List.of(new Fault("body", new Wording(english, russian))));
  }

  private Told told(ObjectNode body, Call call) throws IOException {
    return switch (asked(body, call)) {
      case Asked.Wrong(Problem problem) -> new Told.Not(problem);
      case Asked.Right(TraceRequest request) ->
          switch (tracer.trace(request)) {
            case TraceResult.Traced traced ->
                new Told.Traced(TraceJson.of(traced.trace(), call.language()));
            case TraceResult.Unknown unknown ->
                new Told.Not(
                    Problem.plain(
                        404,
                        "not-archived",
                        new Wording("The archive does not have this", "В архиве этого нет"),
                        Wording.both(unknown.subject())));
            case TraceResult.Rejected(String english, String russian) ->
                new Told.Not(
                    Problem.invalid(List.of(new Fault("/text", new Wording(english, russian)))));
          };
    };
  }

  private static Asked asked(ObjectNode body, Call call) {
    BodyReader reader = new BodyReader(body, "", call.at());
    Optional<Subject> text = reader.text("text", MAX_TEXT).map(Subject.Text::new);
    Optional<Subject> url = reader.text("url", MAX_URL).map(Subject.Url::new);
    Optional<Subject> document = reader.text("document", 64).map(Subject.OfDocument::new);
    List<Subject> subjects = Stream.of(text, url, document).flatMap(Optional::stream).toList();
    Optional<Instant> from = reader.time("from", false);
    Optional<Instant> to = reader.time("to", true);
    Optional<Instant> asOf = reader.time("as_of", true);
    Optional<String> lang = lang(reader);
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      reader.fault("from", Wording.after("to"));
    }
    reader.any("id");
    List<Fault> faults = reader.finish();
    if (faults.isEmpty() && subjects.size() != 1) {
      faults.add(
          new Fault(
              "/text",
              new Wording(
                  "exactly one of text, url and document is expected",
                  "нужно ровно одно из text, url и document")));
    }
    return faults.isEmpty()
        ? new Asked.Right(new TraceRequest(subjects.getFirst(), from, to, lang, asOf))
        : new Asked.Wrong(Problem.invalid(faults));
  }

  private static Optional<String> lang(BodyReader reader) {
    Optional<String> lang = reader.text("lang", 8);
    if (lang.isPresent() && !TraceRequest.isLanguage(lang.get())) {
      reader.fault(
          "lang",
          new Wording("a language code such as ru is expected", "нужен код языка, например ru"));
    }
    return lang;
  }
}
