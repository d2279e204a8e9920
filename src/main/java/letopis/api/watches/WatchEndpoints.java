package letopis.api.watches;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import letopis.api.http.BodyReader;
import letopis.api.http.Call;
import letopis.api.http.Fault;
import letopis.api.http.Problem;
import letopis.api.http.Reply;
import letopis.api.http.Wording;
import letopis.api.search.PageLink;
import letopis.api.search.SearchParams;
import letopis.query.OtherSyntax;
import letopis.search.Hit;
import letopis.search.SearchRequest.Filters;
import letopis.watch.Watch;
import letopis.watch.WatchResult;
import letopis.watch.Watches;

/// Saved searches: made, listed, deleted, read, replayed.
public final class WatchEndpoints {
  private static final int MAX_NAME = 200;
  private static final int MAX_SIZE = 1_000;
  private static final Duration REPLAYED = Duration.ofDays(30);

  private final Watches watches;

  public WatchEndpoints(Watches watches) {
    this.watches = watches;
  }

  public Reply list(Call call) throws IOException {
    List<Fault> faults = call.params().finish();
    if (!faults.isEmpty()) {
      return Reply.refused(Problem.invalid(faults));
    }
    ObjectNode body = Call.JSON.createObjectNode();
    ArrayNode list = body.putArray("watches");
    watches.list().forEach(watch -> list.add(json(watch, false)));
    return Reply.json(body);
  }

  public Reply create(Call call) throws IOException {
    return switch (call.object()) {
      case Call.BodyResult.Bad(Problem problem) -> Reply.refused(problem);
      case Call.BodyResult.Ok(ObjectNode body) -> create(body, call);
    };
  }

  private Reply create(ObjectNode body, Call call) throws IOException {
    BodyReader reader = new BodyReader(body, "", call.at());
    String name = reader.required("name", MAX_NAME);
    String query = reader.required("query", SearchParams.MAX_QUERY);
    Optional<String> hook = reader.text("webhook", 2_000);
    Optional<URI> webhook = hook.flatMap(WatchEndpoints::address);
    if (hook.isPresent() && webhook.isEmpty()) {
      reader.fault("webhook", new Wording("not an http address", "не адрес http"));
    }
    Filters filters = WatchFilters.read(reader, call);
    List<Fault> faults = reader.finish();
    if (!faults.isEmpty()) {
      return Reply.refused(Problem.invalid(faults));
    }
    return switch (watches.create(name, query, filters, webhook)) {
      case Watches.Created(Watch watch) ->
          Reply.created(json(watch, true), "/api/v1/watches/" + watch.id());
      case Watches.Refused(List<Watches.Mistake> mistakes) ->
          Reply.refused(Problem.invalid(mistakes.stream().map(WatchEndpoints::placed).toList()));
    };
  }

  private static Fault placed(Watches.Mistake mistake) {
    letopis.query.Fault fault = mistake.fault();
    return new Fault(
        "/" + mistake.where(),
        mistake.where().equals("query") ? OptionalInt.of(fault.position()) : OptionalInt.empty(),
        new Wording(fault.english(), fault.russian()));
  }

  private static Optional<URI> address(String text) {
    try {
      URI uri = URI.create(text.strip());
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Reply with(Call call, Call.Use<Watch> use) throws IOException {
    return call.about(
        id -> id.matches("[A-Za-z0-9_-]{1,64}") ? watches.get(id) : Optional.empty(),
        new Wording("there is no such watch", "такого наблюдения нет"),
        use);
  }

  public Reply one(Call call) throws IOException {
    return with(call, watch -> Reply.json(json(watch, false)));
  }

  public Reply delete(Call call) throws IOException {
    return with(
        call,
        watch -> {
          watches.delete(watch.id());
          return new Reply.Empty(Map.of());
        });
  }

  public Reply results(Call call) throws IOException {
    int size = call.params().integer("size", 50, 1, MAX_SIZE);
    return with(
        call,
        watch -> {
          ObjectNode body = Call.JSON.createObjectNode();
          ArrayNode list = body.putArray("results");
          watches.results(watch.id(), size).forEach(result -> list.add(json(result)));
          return Reply.json(body);
        });
  }

  private record Replayed(List<Hit> results) {}

  public Reply replay(Call call) throws IOException {
    Optional<Instant> from = call.params().time("from", ZoneOffset.UTC, false);
    Optional<Instant> to = call.params().time("to", ZoneOffset.UTC, true);
    int size = call.params().integer("size", 50, 1, MAX_SIZE);
    Instant last = to.orElse(call.at());
    Instant first = from.orElse(last.minus(REPLAYED));
    SearchParams.ordered(call.params(), "from", Optional.of(first), "to", Optional.of(last));
    return with(call, watch -> Reply.json(new Replayed(watches.replay(watch, first, last, size))));
  }

  public Reply feed(Call call) throws IOException {
    int size = call.params().integer("size", 50, 1, MAX_SIZE);
    return with(
        call,
        watch ->
            new Reply.Bytes(
                200,
                "application/rss+xml; charset=utf-8",
                watches
                    .rss(watch, PageLink.of(call.origin(), watch.q(), watch.filters()), size)
                    .getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                Map.of()));
  }

  private static ObjectNode json(Watch watch, boolean secret) {
    ObjectNode node = Call.JSON.createObjectNode();
    node.put("id", watch.id()).put("name", watch.name()).put("query", watch.q());
    node.put("created_at", watch.createdAt().toString());
    node.put("checked_until", watch.checkedUntil().toString());
    node.put("feed", "/api/v1/watches/" + watch.id() + "/feed.rss");
    WatchFilters.write(watch.filters(), node);
    watch.notice().ifPresent(notice -> node.put("broken", notice));
    OtherSyntax.translated(watch.q()).ifPresent(ours -> node.put("suggestion", ours));
    if (watch.webhook().isPresent()) {
      Watch.Webhook webhook = watch.webhook().get();
      node.put("webhook", webhook.address().toString());
      if (secret) {
        node.put("secret", webhook.secret());
      }
    }
    return node;
  }

  private static ObjectNode json(WatchResult result) {
    ObjectNode node = Call.JSON.createObjectNode();
    node.put("id", result.document()).put("url", result.url()).put("title", result.title());
    node.put("snippet", result.passage()).put("cluster", result.cluster());
    node.putObject("source").put("id", result.source()).put("name", result.sourceName());
    node.put("published_at", result.publishedAt()).put("found_at", result.foundAt());
    return node.put("delivery", result.delivery()).put("attempts", result.attempts());
  }
}
