package letopis.index.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import letopis.index.Indices;

/// What the crawlers remember of every address that a source has listed.
public final class EntryStates {
  private final Records records;

  public EntryStates(Indices indices) {
    this.records = new Records(indices, "entries");
  }

  /// Those of these entries that are known, in real time, by id.
  public Map<String, EntryState> getAll(Collection<String> ids) throws IOException {
    Map<String, EntryState> states = new LinkedHashMap<>();
    for (Versioned<JsonNode> record : records.getAll(ids)) {
      EntryState state = read(record.value());
      states.put(state.id(), state);
    }
    return states;
  }

  /// The ids of entries of a source of which a look is due, those first that must be looked at, the
  /// most overdue of them first; some seconds behind.
  ///
  /// @param passed looks up to then are done
  public List<String> due(String source, Instant passed, Instant now, int most) throws IOException {
    ObjectNode body = RecordJson.MAPPER.createObjectNode().put("size", most);
    ObjectNode query = body.putObject("query").putObject("bool");
    query.putObject("filter").putObject("term").put("source", source);
    var due = query.putArray("should");
    due.addObject().putObject("range").putObject("next_visit_at").put("lte", now.toString());
    due.addObject()
        .putObject("range")
        .putObject("looks")
        .put("gt", passed.toString())
        .put("lte", now.toString());
    query.put("minimum_should_match", 1);
    body.putArray("sort").addObject().put("next_visit_at", "asc");
    return records
        .askTogether(body.put("_source", false))
        .path("hits")
        .path("hits")
        .valueStream()
        .map(hit -> hit.path("_id").asText())
        .toList();
  }

  /// When the first entry of a source is to be looked at again.
  ///
  /// @param passed looks up to then are done
  /// @param written entries that were written a moment ago, which a search may see as they were
  ///     before, or not at all; of one that is there twice the last counts, those of other sources
  ///     that list the same address do not
  public Optional<Instant> nextVisit(String source, Instant passed, List<EntryState> written)
      throws IOException {
    Map<String, EntryState> latest = new LinkedHashMap<>();
    written.forEach(state -> latest.put(state.id(), state));
    return Stream.concat(
            searchNext(source, passed, latest.keySet()).stream(),
            latest.values().stream()
                .filter(state -> state.source().equals(source))
                .flatMap(state -> state.next(passed).stream()))
        .min(Comparator.naturalOrder());
  }

  private Optional<Instant> searchNext(String source, Instant passed, Set<String> without)
      throws IOException {
    ObjectNode body =
        RecordJson.MAPPER.createObjectNode().put("size", 0).put("track_total_hits", false);
    ObjectNode query = body.putObject("query").putObject("bool");
    query.putObject("filter").putObject("term").put("source", source);
    if (!without.isEmpty()) {
      ArrayNode ids = query.putObject("must_not").putObject("ids").putArray("values");
      without.forEach(ids::add);
    }
    ObjectNode aggs = body.putObject("aggs");
    aggs.putObject("must").putObject("min").put("field", "next_visit_at");
    // The least value after one: a minimum would be that of all values of an entry.
    ObjectNode coming = aggs.putObject("coming").putObject("composite").put("size", 1);
    coming
        .putArray("sources")
        .addObject()
        .putObject("look")
        .putObject("terms")
        .put("field", "looks");
    coming.putObject("after").put("look", passed.toEpochMilli());
    JsonNode found = records.askTogether(body).path("aggregations");
    return Stream.of(found.at("/must/value"), found.at("/coming/buckets/0/key/look"))
        .filter(JsonNode::isNumber)
        .map(at -> Instant.ofEpochMilli(at.asLong()))
        .min(Comparator.naturalOrder());
  }

  /// Writes states whatever was there before.
  public void putAll(Collection<EntryState> states) throws IOException {
    Map<String, JsonNode> lines = new LinkedHashMap<>();
    states.forEach(state -> lines.put(state.id(), write(state)));
    records.putAll(lines);
  }

  /// Makes what was written visible to [#due].
  public void refresh() throws IOException {
    records.refresh();
  }

  private static EntryState read(JsonNode record) {
    return of(record.path("state"));
  }

  /// Reads a state that was written as JSON, by an earlier version, too: that kept the entry as an
  /// object and knew no looks.
  public static EntryState of(JsonNode json) {
    if (json instanceof ObjectNode state && state.path("entry").isObject()) {
      state.put("entry", state.path("entry").toString());
      state.putArray("looks");
    }
    return RecordJson.value(json, EntryState.class);
  }

  private static JsonNode write(EntryState state) {
    ObjectNode record = RecordJson.MAPPER.createObjectNode();
    record.put("source", state.source());
    state.document().ifPresent(id -> record.put("document", id));
    state.nextVisitAt().ifPresent(at -> record.put("next_visit_at", at.toString()));
    ArrayNode looks = record.putArray("looks");
    state.looks().forEach(at -> looks.add(at.toEpochMilli()));
    state.goneSince().ifPresent(at -> record.put("gone_since", at.toString()));
    record.putPOJO("state", state);
    return record;
  }
}
