package letopis.api.traces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import letopis.api.documents.DocumentView;
import letopis.api.http.Language;
import letopis.document.Document;
import letopis.trace.Appearance;
import letopis.trace.Change;
import letopis.trace.Remark;
import letopis.trace.Trace;

/// A trace as the API writes it.
public final class TraceJson {
  /// Characters of the stored text shown on either side of a passage.
  private static final int AROUND = 120;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TraceJson() {}

  /// The whole answer.
  public static ObjectNode of(Trace trace) {
    return of(trace, Language.ENGLISH);
  }

  /// The whole answer, its sentences in one language.
  static ObjectNode of(Trace trace, Language language) {
    ObjectNode body = JSON.objectNode();
    body.put("claim", trace.claim());
    body.put("as_of", trace.asOf().toString());
    body.set(
        "origin",
        trace.origin().<JsonNode>map(one -> origin(one, language)).orElse(JSON.nullNode()));
    body.put("origins", trace.origins());
    body.set("appearances", list(trace.appearances(), TraceJson::appearance));
    body.set("variants", list(trace.variants(), TraceJson::variant));
    body.set("fact_checks", list(trace.factChecks(), TraceJson::factCheck));
    body.set("graph", graph(trace));
    body.set(
        "timeline",
        list(
            trace.timeline(),
            bucket ->
                JSON.objectNode()
                    .put("from", bucket.from().toString())
                    .put("to", bucket.to().toString())
                    .put("count", bucket.count())));
    body.set("coverage", coverage(trace.coverage()));
    body.set("caveats", list(trace.caveats(), one -> JSON.textNode(said(one, language))));
    body.set("caveat_codes", list(trace.caveats(), TraceJson::code));
    return body;
  }

  private static ObjectNode origin(Trace.Origin origin, Language language) {
    ObjectNode node = appearance(origin.appearance());
    node.put(
        "ground",
        origin.ground().stream().map(one -> said(one, language)).collect(Collectors.joining("; ")));
    node.set("ground_codes", list(origin.ground(), TraceJson::code));
    node.set("candidates", list(origin.candidates(), JSON::textNode));
    return node;
  }

  private static String said(Remark remark, Language language) {
    return switch (language) {
      case ENGLISH -> remark.english();
      case RUSSIAN -> remark.russian();
    };
  }

  private static ObjectNode code(Remark remark) {
    ObjectNode node = JSON.objectNode().put("code", remark.code().label());
    ObjectNode parameters = node.putObject("parameters");
    remark.parameters().forEach(parameters::putPOJO);
    return node;
  }

  private static ObjectNode appearance(Appearance appearance) {
    ObjectNode node = JSON.objectNode();
    Document document = appearance.document();
    node.set("document", document(document));
    node.set("passage", passage(document, appearance.passage()));
    node.put("match", appearance.match().label());
    node.put("score", appearance.score());
    node.set("changed", list(appearance.changed(), TraceJson::change));
    node.put("published_at", document.times().published().at().toString());
    Appearance.Timing time = appearance.time();
    node.putArray("appeared_between")
        .add(time.after().map(Instant::toString).orElse(null))
        .add(time.before().toString());
    node.put("time_quality", time.quality().name());
    node.put("best_time", time.best().toString());
    node.put("time_ground", time.ground().name().toLowerCase(Locale.ROOT));
    Appearance.Presence presence = appearance.presence();
    node.set("revisions", list(presence.revisions(), JSON::numberNode));
    node.put("current", presence.current());
    put(node, "removed_at", presence.removedAt().map(Instant::toString));
    node.set("cites", list(appearance.cites(), TraceJson::citation));
    return node;
  }

  private static ObjectNode document(Document document) {
    ObjectNode node = JSON.objectNode();
    node.put("id", document.id());
    node.put("url", document.address().url());
    node.put("title", document.content().title());
    node.set("source", DocumentView.source(document.publisher()));
    node.put("published_precision", document.times().published().precision().label());
    node.put("published_from", document.times().published().from().label());
    node.put("backdated", document.times().backdated());
    node.put("lang", document.content().lang());
    return node;
  }

  private static ObjectNode passage(Document document, Appearance.Passage passage) {
    String whole =
        switch (passage.field()) {
          case "title" -> document.content().title();
          case "lead" -> document.content().lead();
          default -> document.content().body();
        };
    int start = Math.clamp(passage.start(), 0, whole.length());
    int end = Math.clamp(passage.end(), start, whole.length());
    ObjectNode node = JSON.objectNode();
    node.put("field", passage.field());
    node.put("text", passage.text());
    node.put("start", passage.start());
    node.put("end", passage.end());
    node.put("before", before(whole, start));
    node.put("after", after(whole, end));
    node.put("refuted", passage.refuted());
    return node;
  }

  private static String before(String whole, int start) {
    int from = Math.max(0, start - AROUND);
    int space = from == 0 ? -1 : whole.indexOf(' ', from);
    return space >= 0 && space < start
        ? "…" + whole.substring(space, start)
        : whole.substring(from, start);
  }

  private static String after(String whole, int end) {
    int to = Math.min(whole.length(), end + AROUND);
    int space = to == whole.length() ? -1 : whole.lastIndexOf(' ', to);
    return space > end ? whole.substring(end, space) + "…" : whole.substring(end, to);
  }

  private static ObjectNode change(Change change) {
    return JSON.objectNode()
        .put("kind", change.kind().label())
        .put("was", change.was())
        .put("became", change.became());
  }

  private static ObjectNode citation(Appearance.Citation citation) {
    ObjectNode node = JSON.objectNode();
    put(node, "document", citation.document());
    put(node, "name", citation.name());
    return node.put("how", citation.explicit() ? "explicit" : "inferred")
        .put("via", citation.via())
        .put("confidence", citation.confidence());
  }

  private static ObjectNode variant(Trace.Variant variant) {
    ObjectNode node = JSON.objectNode();
    node.put("text", variant.text());
    node.put("first", variant.first());
    node.put("at", variant.at().toString());
    node.put("count", variant.count());
    node.set("changed", list(variant.changed(), TraceJson::change));
    node.set(
        "diff",
        list(
            variant.diff(),
            piece ->
                JSON.objectNode()
                    .put("op", Character.toString(piece.op()))
                    .put("text", piece.text())));
    return node;
  }

  private static ObjectNode factCheck(Trace.FactCheck check) {
    ObjectNode node = JSON.objectNode();
    node.put("id", check.id());
    node.put("claim", check.claim());
    node.put("rating", check.rating());
    node.put("publisher", check.publisher());
    put(node, "url", check.url());
    put(node, "reviewed_at", check.reviewedAt().map(Instant::toString));
    put(node, "document", check.document());
    put(node, "removed_at", check.removedAt().map(Instant::toString));
    return node.put("score", check.score());
  }

  private static ObjectNode graph(Trace trace) {
    ObjectNode graph = JSON.objectNode();
    graph.set(
        "nodes",
        list(
            trace.appearances(),
            one ->
                JSON.objectNode()
                    .put("id", one.document().id())
                    .put("source", one.document().publisher().name())
                    .put("at", one.time().best().toString())));
    graph.set(
        "edges",
        list(
            trace.edges(),
            edge ->
                JSON.objectNode()
                    .put("from", edge.from())
                    .put("to", edge.to())
                    .put("named", edge.named())
                    .put("how", edge.explicit() ? "explicit" : "inferred")
                    .put("via", edge.via())
                    .put("confidence", edge.confidence())));
    return graph;
  }

  public static ObjectNode coverage(Trace.Sight sight) {
    ObjectNode node = JSON.objectNode();
    put(node, "from", sight.from().map(Instant::toString));
    put(node, "to", sight.to().map(Instant::toString));
    node.put("sources", sight.sources()).put("covered", sight.covered());
    node.set(
        "gaps",
        list(
            sight.gaps(),
            gap ->
                JSON.objectNode()
                    .put("source", gap.source())
                    .put("name", gap.name())
                    .put("state", gap.state())
                    .put("from", gap.from().toString())
                    .put("to", gap.to().toString())));
    return node;
  }

  private static void put(ObjectNode node, String name, Optional<String> value) {
    value.ifPresent(present -> node.put(name, present));
  }

  private static <T> ArrayNode list(List<T> values, Function<T, JsonNode> json) {
    ArrayNode list = JSON.arrayNode();
    values.forEach(value -> list.add(json.apply(value)));
    return list;
  }
}
