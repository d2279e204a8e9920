package letopis.index.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.index.Indices;

/// When each source was looked at, and what those looks were worth: the answer to "could it have
/// been there without our knowing?". Every look is a record of the index `polls`; runs of looks in
/// one state are spans of the index `coverage`, which stay few however long the archive runs.
public final class Coverage {
  private static final int MOST = 10_000;

  private final Records spans;
  private final Records polls;

  public Coverage(Indices indices) {
    this.spans = new Records(indices, "coverage");
    this.polls = new Records(indices, "polls");
  }

  /// The states of one source over a period, in order, without holes: where nobody looked the span
  /// is [CoverageState#NOT_COVERED]. Some seconds behind the crawler.
  public List<CoverageSpan> of(String source, Instant from, Instant to) throws IOException {
    return of(List.of(source), from, to).get(source);
  }

  /// The same for several sources, by id.
  public Map<String, List<CoverageSpan>> of(Collection<String> sources, Instant from, Instant to)
      throws IOException {
    Map<String, List<CoverageSpan>> known = new LinkedHashMap<>();
    sources.forEach(source -> known.put(source, new ArrayList<>()));
    for (CoverageSpan span : between(Optional.of(sources), from, to)) {
      known.get(span.source()).add(span);
    }
    known.replaceAll((source, list) -> CoverageSpan.fill(source, list, from, to));
    return known;
  }

  /// The known spans of all sources that touch a period, oldest first, as they are kept: not cut to
  /// the period.
  public List<CoverageSpan> between(Instant from, Instant to) throws IOException {
    return between(Optional.empty(), from, to);
  }

  /// The latest looks at a source, newest first.
  ///
  /// @param most at most 10,000
  public List<Poll> polls(String source, int most) throws IOException {
    ObjectNode body = RecordJson.MAPPER.createObjectNode().put("size", Math.min(most, MOST));
    body.putObject("query").putObject("term").put("source", source);
    body.putArray("sort").addObject().put("at", "desc");
    return polls.search(body).stream().map(Coverage::poll).toList();
  }

  /// Keeps the record of a look and the spans that it opened, made longer or cut.
  public void record(Poll poll, List<CoverageSpan> changed) throws IOException {
    Map<String, JsonNode> lines = new LinkedHashMap<>();
    changed.forEach(
        span -> lines.put(span.source() + "." + span.from().toEpochMilli(), json(span)));
    String id = poll.source() + "." + poll.at().toEpochMilli();
    polls.putAll(Map.of(id, json(poll)), spans, lines);
  }

  /// Makes what was recorded visible to the readers.
  public void refresh() throws IOException {
    spans.refresh();
    polls.refresh();
  }

  private List<CoverageSpan> between(Optional<Collection<String>> sources, Instant from, Instant to)
      throws IOException {
    List<CoverageSpan> found = new ArrayList<>();
    Optional<JsonNode> after = Optional.empty();
    while (true) {
      List<JsonNode> page = page(query(sources, from, to, after));
      page.forEach(hit -> found.add(span(hit.path("_source"))));
      if (page.size() < MOST) {
        return found;
      }
      after = Optional.of(page.getLast().path("sort"));
    }
  }

  private List<JsonNode> page(ObjectNode body) throws IOException {
    return spans.ask(body).path("hits").path("hits").valueStream().toList();
  }

  private static ObjectNode query(
      Optional<Collection<String>> sources, Instant from, Instant to, Optional<JsonNode> after) {
    ObjectNode body = RecordJson.MAPPER.createObjectNode().put("size", MOST);
    var filter = body.putObject("query").putObject("bool").putArray("filter");
    filter.addObject().putObject("range").putObject("from").put("lt", to.toString());
    filter.addObject().putObject("range").putObject("to").put("gte", from.toString());
    sources.ifPresent(
        ids -> ids.forEach(filter.addObject().putObject("terms").putArray("source")::add));
    var sort = body.putArray("sort");
    sort.addObject().put("from", "asc");
    sort.addObject().put("source", "asc");
    after.ifPresent(values -> body.set("search_after", values));
    return body;
  }

  private static CoverageSpan span(JsonNode record) {
    return new CoverageSpan(
        record.path("source").asText(),
        CoverageState.of(record.path("state").asText()),
        Instant.parse(record.path("from").asText()),
        Instant.parse(record.path("to").asText()),
        record.path("polls").asLong());
  }

  private static ObjectNode json(CoverageSpan span) {
    return RecordJson.MAPPER
        .createObjectNode()
        .put("source", span.source())
        .put("state", span.state().label())
        .put("from", span.from().toString())
        .put("to", span.to().toString())
        .put("polls", span.polls());
  }

  private static Poll poll(JsonNode record) {
    return new Poll(
        record.path("source").asText(),
        Instant.parse(record.path("at").asText()),
        record.path("took_ms").asLong(),
        record.path("outcome").asText(),
        CoverageState.of(record.path("state").asText()),
        record.path("status").asInt(),
        record.path("entries").asInt(),
        record.path("fresh").asInt(),
        record.path("textless").asInt(),
        record.path("dateless").asInt(),
        text(record, "newest").map(Instant::parse),
        text(record, "format"),
        record.path("detail").asText());
  }

  private static ObjectNode json(Poll poll) {
    ObjectNode record =
        RecordJson.MAPPER
            .createObjectNode()
            .put("source", poll.source())
            .put("at", poll.at().toString())
            .put("took_ms", poll.tookMillis())
            .put("outcome", poll.outcome())
            .put("state", poll.state().label())
            .put("status", poll.status())
            .put("entries", poll.entries())
            .put("fresh", poll.fresh())
            .put("textless", poll.textless())
            .put("dateless", poll.dateless())
            .put("detail", poll.detail());
    poll.newest().ifPresent(at -> record.put("newest", at.toString()));
    poll.format().ifPresent(format -> record.put("format", format));
    return record;
  }

  private static Optional<String> text(JsonNode record, String field) {
    return record.hasNonNull(field) ? Optional.of(record.path(field).asText()) : Optional.empty();
  }
}
