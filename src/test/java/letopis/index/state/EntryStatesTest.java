package letopis.index.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

class EntryStatesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Indices indices = TestElasticsearch.freshIndices();
  private final EntryStates entries = new EntryStates(indices);

  @Test
  void looksThatTheSourceHasPassedAreDoneWhatMustBeLookedAtIsNot() throws Exception {
    entries.putAll(
        List.of(
            state("quiet", Optional.empty(), List.of(at(0), at(15), at(30))),
            state("later", Optional.empty(), List.of(at(40))),
            state("failed", Optional.of(at(-60)), List.of())));
    entries.refresh();

    assertThat(entries.due("s", Instant.EPOCH, at(5), 10)).containsExactly("failed", "quiet");
    assertThat(entries.due("s", at(5), at(10), 10)).containsExactly("failed");
    assertThat(entries.due("s", at(5), at(15), 10)).containsExactly("failed", "quiet");
    EntryState quiet = entries.getAll(List.of("quiet")).get("quiet");
    assertThat(quiet.isDue(Instant.EPOCH, at(5))).isTrue();
    assertThat(quiet.isDue(at(5), at(10))).isFalse();
    assertThat(quiet.isDue(at(5), at(15))).isTrue();
  }

  @Test
  void theNextVisitIsTheFirstThatIsNotDone() throws Exception {
    assertThat(entries.nextVisit("s", Instant.EPOCH, List.of())).isEmpty();
    entries.putAll(
        List.of(
            state("a", Optional.empty(), List.of(at(0), at(20))),
            state("b", Optional.empty(), List.of(at(10), at(30)))));
    entries.refresh();

    assertThat(entries.nextVisit("s", Instant.EPOCH, List.of())).contains(at(0));
    assertThat(entries.nextVisit("s", at(0), List.of())).contains(at(10));
    assertThat(entries.nextVisit("s", at(20), List.of())).contains(at(30));
    assertThat(entries.nextVisit("s", at(30), List.of())).isEmpty();

    entries.putAll(List.of(state("c", Optional.of(at(5)), List.of())));
    entries.refresh();
    assertThat(entries.nextVisit("s", at(20), List.of())).contains(at(5));
  }

  @Test
  void whatWasWrittenAMomentAgoCountsAsItIsNow() throws Exception {
    EntryState listed = state("new", Optional.of(at(0)), List.of());
    EntryState other = state("other", Optional.empty(), List.of(at(60)));
    entries.putAll(List.of(listed, other));
    entries.refresh();
    EntryState visited = state("new", Optional.empty(), List.of(at(15), at(30)));
    EntryState unseen = state("unseen", Optional.empty(), List.of(at(10), at(20)));

    assertThat(entries.nextVisit("s", at(0), List.of(listed, visited))).contains(at(15));
    assertThat(entries.nextVisit("s", at(0), List.of(visited, unseen))).contains(at(10));
    assertThat(entries.nextVisit("s", at(30), List.of(visited, unseen))).contains(at(60));
  }

  @Test
  void anAddressThatAnotherSourceListedFirstIsDueThere() throws Exception {
    EntryState shared = state("shared", Optional.empty(), List.of(at(15)));
    entries.putAll(List.of(shared));

    assertThat(entries.nextVisit("s2", at(0), List.of(shared))).isEmpty();
    assertThat(entries.nextVisit("s", at(0), List.of(shared))).contains(at(15));
  }

  @Test
  void aStateOfAnEarlierVersionIsReadAndDueAsItWas() throws Exception {
    ObjectNode record = Elasticsearch.JSON.createObjectNode();
    record.put("source", "s").put("next_visit_at", at(0).toString());
    ObjectNode old = record.putObject("state");
    old.put("id", "old").put("source", "s").put("url", "https://example.org/old");
    old.putObject("validators").put("etag", "\"1\"");
    old.put("firstSeenAt", at(-60).toString()).put("lastChangeAt", at(-60).toString());
    old.put("nextVisitAt", at(0).toString()).put("failures", 0);
    old.putObject("versions");
    old.putObject("entry").put("title", "Мост открыт");
    indices
        .elasticsearch()
        .request("PUT", "/" + indices.alias("entries") + "/_doc/old?refresh=true", record)
        .orThrow();

    assertThat(entries.due("s", at(30), at(60), 10)).containsExactly("old");
    EntryState state = entries.getAll(List.of("old")).get("old");
    assertThat(state.isDue(at(30), at(60))).isTrue();
    assertThat(state.looks()).isEmpty();
    assertThat(state.entry()).isEqualTo("{\"title\":\"Мост открыт\"}");
  }

  private static Instant at(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  private static EntryState state(String id, Optional<Instant> next, List<Instant> looks) {
    return new EntryState(
        id,
        "s",
        "https://example.org/" + id,
        Optional.empty(),
        Validators.NONE,
        NOON,
        Optional.empty(),
        Optional.of(NOON),
        NOON,
        next,
        looks,
        Optional.empty(),
        0,
        Map.of(),
        Optional.empty(),
        "{}");
  }
}
