package letopis.api;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import letopis.api.access.ApiSettings;
import letopis.api.access.AuditLog;
import letopis.api.access.Gate;
import letopis.api.access.Proxies;
import letopis.api.http.Call;
import letopis.api.http.Caller;
import letopis.api.http.Fault;
import letopis.api.http.Problem;
import letopis.api.http.Problems;
import letopis.api.http.Reply;
import letopis.api.http.Route;
import letopis.api.http.SecurityHeaders;
import letopis.api.http.Wording;
import letopis.elasticsearch.Answer;
import letopis.elasticsearch.TimeLimits;
import letopis.search.TooWide;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rim of one request: names it, asks the gate, bounds its time, runs the endpoint, turns lost
/// infrastructure into problems, writes the answer, counts, and audits changes.
final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final long QUEUE_SECONDS = 2;

  private final Gate gate;
  private final Proxies proxies;
  private final ReplyWriter writer;
  private final AuditLog audit;
  private final PrometheusMeterRegistry metrics;
  private final Clock clock;
  private final ApiSettings.Limits limits;
  private final Semaphore places;
  private final TimeLimits deadlines = new TimeLimits("api-deadlines");

  Dispatcher(ApiSettings settings, PrometheusMeterRegistry metrics, Clock clock) {
    this.gate = new Gate(settings, clock);
    this.proxies = settings.proxies();
    this.writer = new ReplyWriter();
    this.audit = new AuditLog(settings.auditLog());
    this.metrics = metrics;
    this.clock = clock;
    this.limits = settings.limits();
    this.places = new Semaphore(settings.limits().atOnce());
  }

  /// Serves one request on one route.
  void serve(Route route, Context context) throws IOException {
    Timer.Sample sample = Timer.start(metrics);
    String id = start(context);
    Caller caller = Caller.ANONYMOUS;
    int status;
    String from = proxies.caller(context);
    switch (gate.check(context, from, route.role())) {
      case Gate.Verdict.Stop(Problem problem) ->
          status = writer.write(new Reply.Refused(problem), context, id);
      case Gate.Verdict.Denied(Caller who, Problem problem) -> {
        caller = who;
        status = writer.write(new Reply.Refused(problem), context, id);
        audit(route, new Call(context, who, from, id, clock.instant()), context, status);
      }
      case Gate.Verdict.Let(Caller who) -> {
        caller = who;
        who.quota().headers().forEach(context::header);
        status = serve(route, new Call(context, who, from, id, clock.instant()), context);
      }
    }
    record(sample, route, status, context);
    LOG.debug("{} {} {} {} {}", id, caller.name(), context.method(), context.path(), status);
  }

  private int serve(Route route, Call call, Context context) throws IOException {
    if (!enter()) {
      return writer.write(new Reply.Refused(busy()), context, call.id());
    }
    try {
      Reply reply = answer(route, call);
      int status =
          writer.write(reply, context, call.id(), failure -> problem(failure, false, call));
      audit(route, call, context, status);
      return status;
    } finally {
      places.release();
    }
  }

  private void audit(Route route, Call call, Context context, int status) throws IOException {
    if (route.changes()) {
      audit.write(call, context.method().name(), context.path(), status);
    }
  }

  /// The endpoint's answer, or the problem that stands for what it threw. It is interrupted when it
  /// takes too long.
  private Reply answer(Route route, Call call) {
    TimeLimits.Limit deadline = deadlines.start(limits.answer(), Thread.currentThread()::interrupt);
    try (deadline) {
      return route.endpoint().answer(call);
    } catch (Exception e) {
      return new Reply.Refused(problem(e, deadline.passed(), call));
    } finally {
      if (deadline.passed()) {
        // It was ours: whatever this thread does next is not late.
        Thread.interrupted();
      }
    }
  }

  private Problem problem(Exception e, boolean late, Call call) {
    if (late) {
      LOG.warn("{} took longer than {}", call.id(), limits.answer());
      return Problem.plain(
              504,
              "timeout",
              new Wording("It took too long", "Слишком долго"),
              new Wording("narrow the request", "сузьте запрос"))
          .with("Retry-After", Long.toString(RETRY.toSeconds()));
    }
    return switch (e) {
      case io.javalin.http.HttpResponseException thrown -> Problems.of(thrown);
      case TooWide wide ->
          Problem.invalid(List.of(new Fault("q", new Wording(wide.english(), wide.russian()))));
      case Answer.Refused refused when refused.status() < 500 && refused.status() != 429 -> {
        // It understood us and said no: we asked wrongly.
        LOG.error("{} failed", call.id(), e);
        yield Problems.internal();
      }
      case IOException _ -> unavailable(e, call);
      case java.io.UncheckedIOException _ -> unavailable(e, call);
      default -> {
        LOG.error("{} failed", call.id(), e);
        yield Problems.internal();
      }
    };
  }

  private static Problem unavailable(Exception e, Call call) {
    LOG.warn("{} Elasticsearch: {}", call.id(), e.toString());
    return Problem.unavailable(
        new Wording("Elasticsearch does not answer", "Elasticsearch не отвечает"), RETRY);
  }

  private static Problem busy() {
    return Problem.plain(
            503,
            "busy",
            new Wording("Too much at once", "Слишком много одновременных запросов"),
            Wording.both(""))
        .with("Retry-After", "1");
  }

  private boolean enter() {
    try {
      return places.tryAcquire(QUEUE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String start(Context context) {
    String id = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
    context.header("X-Request-Id", id);
    SecurityHeaders.set(context);
    return id;
  }

  private void record(Timer.Sample sample, Route route, int status, Context context) {
    sample.stop(
        Timer.builder("letopis.http.requests")
            .description("Time to answer, streams whole")
            .tag("method", context.method().name())
            .tag("route", route.path())
            .tag("status", Integer.toString(status))
            .publishPercentileHistogram(false)
            .register(metrics));
  }

  /// Answers what no route did: unknown paths, wrong methods, oversized bodies.
  void refuse(Reply reply, Context context) throws IOException {
    writer.write(reply, context, start(context));
  }

  @Override
  public void close() {
    deadlines.close();
  }
}
