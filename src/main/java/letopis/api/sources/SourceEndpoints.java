package letopis.api.sources;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import letopis.api.http.Call;
import letopis.api.http.Fault;
import letopis.api.http.Problem;
import letopis.api.http.Reply;
import letopis.api.http.Wording;
import letopis.index.Indices;
import letopis.index.state.Coverage;
import letopis.index.state.CoverageSpan;
import letopis.index.state.CoverageState;
import letopis.index.state.Poll;
import letopis.index.state.SourceState;
import letopis.index.state.SourceStates;
import letopis.search.DocumentSearch;
import letopis.search.SearchAnswer;
import letopis.search.SearchRequest;
import letopis.search.SearchRequest.Breakdown;
import letopis.search.SearchRequest.Dimension;
import letopis.sources.Configuration;
import letopis.sources.Source;

/// What the archive watches and how well that goes: configured sources, and those that only came
/// with imported files.
public final class SourceEndpoints {
  private static final int LIST_DAYS = 30;
  private static final int DEFAULT_DAYS = 90;
  private static final int MAX_DAYS = 400;
  private static final int POLLS = 50;
  private static final String LIES =
      "the server answered 304 although there was something new; it is asked without conditions"
          + " since then, and the time before is a gap";

  private final Configuration configuration;
  private final SourceStates states;
  private final Coverage coverage;
  private final DocumentSearch search;

  public SourceEndpoints(Configuration configuration, Indices indices, DocumentSearch search) {
    this.configuration = configuration;
    this.states = new SourceStates(indices);
    this.coverage = new Coverage(indices);
    this.search = search;
  }

  /// All that is known of one source, from its three places.
  private record Known(
      String id,
      Optional<Source> source,
      Optional<SourceState> state,
      Optional<SearchAnswer.Facet> counted) {}

  public Reply list(Call call) throws IOException {
    ZoneId zone = call.params().zone("tz");
    List<Fault> faults = call.params().finish();
    if (!faults.isEmpty()) {
      return Reply.refused(Problem.invalid(faults));
    }
    Map<String, Known> known = known();
    LocalDate today = call.at().atZone(zone).toLocalDate();
    LocalDate first = today.minusDays(LIST_DAYS - 1L);
    Map<String, List<CoverageSpan>> spans =
        coverage.of(known.keySet(), start(first, zone), call.at());
    ObjectNode body = Call.JSON.createObjectNode();
    ArrayNode list = body.putArray("sources");
    for (Known one : known.values()) {
      ObjectNode node = json(one);
      node.set("calendar", CoverageCalendar.days(spans.get(one.id()), first, today, zone));
      list.add(node);
    }
    return Reply.json(body);
  }

  public Reply one(Call call) throws IOException {
    ZoneId zone = call.params().zone("tz");
    int days = call.params().integer("days", DEFAULT_DAYS, 1, MAX_DAYS);
    List<Fault> faults = call.params().finish();
    if (!faults.isEmpty()) {
      return Reply.refused(Problem.invalid(faults));
    }
    String id = call.path("id");
    Known found = known().get(id);
    if (found == null) {
      return Reply.refused(
          Problem.notFound(new Wording("there is no such source", "такого источника нет")));
    }
    LocalDate today = call.at().atZone(zone).toLocalDate();
    LocalDate first = today.minusDays(days - 1L);
    ObjectNode node = json(found);
    List<CoverageSpan> spans = coverage.of(id, start(first, zone), call.at());
    node.set("calendar", CoverageCalendar.days(spans, first, today, zone));
    ArrayNode polls = node.putArray("polls");
    coverage.polls(id, POLLS).forEach(poll -> polls.add(json(poll)));
    return Reply.json(node);
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  /// Configured ones first, in the order of the configuration.
  private Map<String, Known> known() throws IOException {
    Map<String, SourceState> state =
        states.list().stream().collect(Collectors.toMap(SourceState::id, Function.identity()));
    Map<String, SearchAnswer.Facet> counts = counts();
    Map<String, Known> known = new LinkedHashMap<>();
    for (Source source : configuration.sources()) {
      known.put(source.id(), known(source.id(), Optional.of(source), state, counts));
    }
    for (String id : state.keySet().stream().sorted().toList()) {
      known.computeIfAbsent(id, _ -> known(id, Optional.empty(), state, counts));
    }
    for (String id : counts.keySet()) {
      known.computeIfAbsent(id, _ -> known(id, Optional.empty(), state, counts));
    }
    return known;
  }

  private static Known known(
      String id,
      Optional<Source> source,
      Map<String, SourceState> state,
      Map<String, SearchAnswer.Facet> counts) {
    return new Known(
        id, source, Optional.ofNullable(state.get(id)), Optional.ofNullable(counts.get(id)));
  }

  /// Documents of each source: the ten thousand largest.
  private Map<String, SearchAnswer.Facet> counts() throws IOException {
    SearchRequest request =
        SearchRequest.everything()
            .with(new SearchRequest.Listing(SearchRequest.Sort.NEWEST, false, 0, Optional.empty()))
            .with(
                new Breakdown(
                    List.of(Dimension.SOURCE),
                    Breakdown.MOST_VALUES,
                    Optional.empty(),
                    ZoneId.of("Z"),
                    false));
    Map<String, SearchAnswer.Facet> counts = new LinkedHashMap<>();
    for (SearchAnswer.Facet facet :
        search.search(request).facets().getOrDefault("source", List.of())) {
      counts.put(facet.value(), facet);
    }
    return counts;
  }

  private static ObjectNode json(Known one) {
    ObjectNode node = Call.JSON.createObjectNode().put("id", one.id());
    node.put("name", name(one));
    node.put("kind", kind(one));
    one.source().ifPresent(source -> configured(node, source));
    node.put("configured", one.source().isPresent());
    Optional<Poll> last = one.state().flatMap(SourceState::last);
    CoverageState state = last.map(Poll::state).orElse(CoverageState.NOT_COVERED);
    node.put("state", state.label());
    one.state()
        .flatMap(known -> known.health().alarm())
        .or(() -> last.map(Poll::detail).filter(_ -> state != CoverageState.WATCHED))
        .filter(detail -> !detail.isBlank())
        .ifPresent(detail -> node.put("error", detail));
    one.state().filter(known -> known.health().lies()).ifPresent(_ -> node.put("warning", LIES));
    node.put("documents", one.counted().map(SearchAnswer.Facet::count).orElse(0L));
    one.state().ifPresent(known -> looks(node, known));
    return node;
  }

  private static String name(Known one) {
    return one.source()
        .map(Source::name)
        .or(() -> one.state().map(SourceState::name))
        .or(() -> one.counted().map(SearchAnswer.Facet::label))
        .orElse(one.id());
  }

  private static String kind(Known one) {
    return one.source()
        .map(source -> source.kind().label())
        .or(() -> one.state().map(SourceState::kind))
        .orElse("news");
  }

  private static void configured(ObjectNode node, Source source) {
    source.region().ifPresent(region -> node.put("region", region));
    source.language().ifPresent(language -> node.put("language", language));
    ArrayNode tags = node.putArray("tags");
    source.tags().forEach(tags::add);
    node.put("access", source.access().label());
    node.put("address", source.access().address().toString());
    node.put("verified", source.verified());
  }

  private static void looks(ObjectNode node, SourceState state) {
    state.cadence().lastPollAt().ifPresent(at -> node.put("last_poll_at", at.toString()));
    state.cadence().lastOkAt().ifPresent(at -> node.put("last_ok_at", at.toString()));
    if (state.configured() && state.cadence().nextPollAt().isAfter(Instant.EPOCH)) {
      node.put("next_poll_at", state.cadence().nextPollAt().toString());
    }
  }

  private static ObjectNode json(Poll poll) {
    return Call.JSON
        .createObjectNode()
        .put("at", poll.at().toString())
        .put("outcome", poll.outcome())
        .put("state", poll.state().label())
        .put("status", poll.status())
        .put("entries", poll.entries())
        .put("fresh", poll.fresh())
        .put("took_ms", poll.tookMillis())
        .put("detail", poll.detail());
  }
}
