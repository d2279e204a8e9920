package letopis.index.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.index.Indices;

/// What the crawlers remember of their sources, shared by all crawlers of one archive. A state is
/// written only over the version it was made from, so that two crawlers cannot both have polled.
public final class SourceStates {
  private static final int MOST = 10_000;
  private static final String LISTED = "listed";

  private final Records records;

  public SourceStates(Indices indices) {
    this.records = new Records(indices, "source-state");
  }

  /// The states of these sources that have one, in real time, by id.
  public Map<String, Versioned<SourceState>> getAll(Collection<String> ids) throws IOException {
    Map<String, Versioned<SourceState>> states = new LinkedHashMap<>();
    for (Versioned<JsonNode> record : records.getAll(ids)) {
      SourceState state = read(record.value());
      states.put(state.id(), record.map(_ -> state));
    }
    return states;
  }

  /// The state of one source in real time.
  public Optional<Versioned<SourceState>> get(String id) throws IOException {
    return Optional.ofNullable(getAll(List.of(id)).get(id));
  }

  /// Every known source, configured or imported, in the order of ids; a second behind, and without
  /// what its last look listed.
  public List<SourceState> list() throws IOException {
    ObjectNode body = RecordJson.MAPPER.createObjectNode().put("size", MOST);
    body.putArray("sort").addObject().put("id", "asc");
    body.putObject("_source").putArray("excludes").add("state." + LISTED);
    List<SourceState> states = new ArrayList<>();
    for (JsonNode record : records.search(body)) {
      ((ObjectNode) record.path("state")).putObject(LISTED);
      states.add(read(record));
    }
    return states;
  }

  /// Writes a state unless somebody else has written it since it was read.
  ///
  /// @return the version now in the index, or empty when somebody was quicker
  public Optional<Versioned<SourceState>> put(Versioned<SourceState> state) throws IOException {
    return records
        .put(state.value().id(), state.map(SourceStates::write))
        .map(written -> written.map(_ -> state.value()));
  }

  /// Makes what was written visible to [#list].
  public void refresh() throws IOException {
    records.refresh();
  }

  private static SourceState read(JsonNode record) {
    return RecordJson.value(record.path("state"), SourceState.class);
  }

  private static JsonNode write(SourceState state) {
    ObjectNode record = RecordJson.MAPPER.createObjectNode();
    record.put("id", state.id());
    record.put("name", state.name());
    record.put("kind", state.kind());
    record.put("configured", state.configured());
    record.put("next_poll_at", state.cadence().nextPollAt().toString());
    state.cadence().lastPollAt().ifPresent(at -> record.put("last_poll_at", at.toString()));
    state.health().alarm().ifPresent(alarm -> record.put("alarm", alarm));
    record.set("state", RecordJson.MAPPER.valueToTree(state));
    return record;
  }
}
