package letopis.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /// The ids of entries of a source whose next look is due, the most overdue first; some seconds
  /// behind.
  public List<String> due(String source, Instant now, int most) throws IOException {
    ObjectNode body = Records.JSON.createObjectNode().put("size", most);
    var filter = body.putObject("query").putObject("bool").putArray("filter");
    filter.addObject().putObject("term").put("source", source);
    filter.addObject().putObject("range").putObject("next_visit_at").put("lte", now.toString());
    body.putArray("sort").addObject().put("next_visit_at", "asc");
    return records
        .ask(body.put("_source", false))
        .path("hits")
        .path("hits")
        .valueStream()
        .map(hit -> hit.path("_id").asText())
        .toList();
  }

  /// When the first entry of a source is to be looked at again.
  public Optional<Instant> nextVisit(String source) throws IOException {
    ObjectNode body = Records.JSON.createObjectNode().put("size", 1);
    var filter = body.putObject("query").putObject("bool").putArray("filter");
    filter.addObject().putObject("term").put("source", source);
    filter.addObject().putObject("exists").put("field", "next_visit_at");
    body.putArray("sort").addObject().put("next_visit_at", "asc");
    JsonNode first = records.ask(body.put("_source", false)).at("/hits/hits/0/sort/0");
    return first.isNumber() ? Optional.of(Instant.ofEpochMilli(first.asLong())) : Optional.empty();
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
    return Records.value(record.path("state"), EntryState.class);
  }

  private static JsonNode write(EntryState state) {
    ObjectNode record = Records.JSON.createObjectNode();
    record.put("source", state.source());
    state.document().ifPresent(id -> record.put("document", id));
    state.nextVisitAt().ifPresent(at -> record.put("next_visit_at", at.toString()));
    state.goneSince().ifPresent(at -> record.put("gone_since", at.toString()));
    record.putPOJO("state", state);
    return record;
  }
}
