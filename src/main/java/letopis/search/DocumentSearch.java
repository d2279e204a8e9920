package letopis.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import letopis.elasticsearch.Answer;
import letopis.elasticsearch.Elasticsearch;
import letopis.elasticsearch.Snapshot;
import letopis.index.Indices;
import letopis.query.Fault;
import letopis.query.Inflections;
import letopis.query.ParseOutcome;
import letopis.query.Query;
import letopis.query.QueryCompiler;
import letopis.query.Ranking;
import letopis.query.RussianDictionary;
import letopis.search.SearchAnswer.Suggestion;
import letopis.search.SearchRequest.Breakdown;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Filters;
import letopis.sources.Configuration;

/// Answers searches: hits, facets, timeline and snippets in one round trip to Elasticsearch. Safe
/// for use by many threads.
public final class DocumentSearch {
  /// Changes with what the pages are ordered by, so that no older cursor fits.
  private static final String ORDER = "undated last, by rank";

  /// How long a snapshot outlives the last page that was asked of it.
  private static final String SNAPSHOT_LIFE = "5m";

  private final Indices indices;
  private final Clock clock;
  private final Inflections inflections;
  private final NamedQueries named;
  private final SearchBody bodies;
  private final Labels labels;
  private final SourceNames sources;
  private final Suggestions suggestions;

  /// A search over these indices, with the topics, places and source names of this configuration.
  public DocumentSearch(Indices indices, Configuration configuration, Clock clock) {
    this(indices, configuration, clock, RussianDictionary.shared());
  }

  DocumentSearch(
      Indices indices, Configuration configuration, Clock clock, Inflections inflections) {
    this.indices = Objects.requireNonNull(indices);
    this.clock = Objects.requireNonNull(clock);
    this.inflections = inflections;
    QueryCompiler compiler = new QueryCompiler(inflections, Ranking.CHOSEN);
    this.labels = new Labels(configuration);
    this.sources = new SourceNames(indices, configuration, labels);
    this.named = new NamedQueries(configuration, compiler, sources, inflections);
    this.bodies = new SearchBody(compiler, named);
    this.suggestions = new Suggestions(indices, bodies, sources);
  }

  /// Answers one request.
  ///
  /// @throws IllegalArgumentException when the cursor is of another request, see [#fits]
  /// @throws TooWide when the query is too wide
  /// @throws IOException when Elasticsearch does not answer, or refuses
  public SearchAnswer search(SearchRequest request) throws IOException {
    Optional<CursorState> state = state(request);
    Optional<Instant> asOf = state.map(CursorState::frozen).or(() -> request.period().asOf());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ObjectNode body = bodies.write(request, asOf, state.map(CursorState::after));
    if (request.period().asOf().isPresent()) {
      settle();
    }
    JsonNode answer;
    try {
      answer = run(body, asOf.isPresent());
    } catch (Answer.Refused refused) {
      return search(inDays(request, refused));
    }
    AnswerReader reader = new AnswerReader(request, named, labels);
    learnNames(request, answer);
    Why why = request.show().explain() ? new Why(request.query(), inflections) : Why.nothing();
    List<Hit> hits = reader.hits(answer, why);
    SearchAnswer.Total total = reader.total(answer);
    List<Suggestion> offers = suggestions.of(request, total.value());
    return new SearchAnswer(
        request.q(),
        total,
        answer.path("took").asLong(),
        hits,
        reader.facets(answer),
        reader.timeline(answer),
        reader.undated(answer),
        next(request, answer, asOf.orElse(now), request.period().now().orElse(now)),
        relaxed(request, total),
        offers,
        why.understood(),
        reader.facetErrors(answer));
  }

  /// The same with days for hours, where Elasticsearch refused to count so many hours: they are too
  /// many to be shown, too.
  private static SearchRequest inDays(SearchRequest request, Answer.Refused refused)
      throws Answer.Refused {
    Breakdown asked = request.breakdown();
    if (!String.valueOf(refused.getMessage()).contains("too_many_buckets_exception")
        || !asked.timeline().equals(Optional.of(SearchRequest.Interval.HOUR))) {
      throw refused;
    }
    return request.with(
        new Breakdown(
            asked.facets(),
            asked.facetSize(),
            Optional.of(SearchRequest.Interval.DAY),
            asked.zone(),
            asked.share()));
  }

  private Optional<SearchAnswer.Relaxed> relaxed(SearchRequest request, SearchAnswer.Total total)
      throws IOException {
    Optional<SearchRequest> wider = Relaxation.of(request, total.value());
    if (wider.isEmpty()) {
      return Optional.empty();
    }
    JsonNode answer = run(compiled(wider.get()), request.period().asOf().isPresent());
    AnswerReader reader = new AnswerReader(wider.get(), named, labels);
    List<Hit> hits = reader.hits(answer, Why.nothing());
    return hits.isEmpty()
        ? Optional.empty()
        : Optional.of(new SearchAnswer.Relaxed(reader.total(answer), hits));
  }

  /// Understands the names of sources, topics and places in queries and filters; a search is asked
  /// with what it gives.
  public SourceLookup sources() {
    return new SourceLookup() {
      @Override
      public ParseOutcome resolve(Query query) throws IOException {
        return sources.resolve(query);
      }

      @Override
      public Filters resolve(Filters filters, BiConsumer<String, Fault> unknown)
          throws IOException {
        return named.resolve(sources.resolve(filters, unknown), unknown);
      }
    };
  }

  /// The request to Elasticsearch that answers a search without a cursor, for measuring against.
  public ObjectNode compiled(SearchRequest request) {
    return bodies.write(request, request.period().asOf(), Optional.empty());
  }

  /// Whether the cursor of a request was made by the same request.
  public static boolean fits(SearchRequest request) {
    return request
        .listing()
        .cursor()
        .flatMap(cursor -> CursorState.read(cursor.token()))
        .map(state -> state.request().equals(digest(request)))
        .orElse(true);
  }

  SearchBody bodies() {
    return bodies;
  }

  NamedQueries named() {
    return named;
  }

  SourceNames names() {
    return sources;
  }

  Labels labels() {
    return labels;
  }

  private static Optional<CursorState> state(SearchRequest request) {
    if (!fits(request)) {
      throw new IllegalArgumentException("the cursor belongs to another request");
    }
    return request.listing().cursor().flatMap(cursor -> CursorState.read(cursor.token()));
  }

  /// @param past past versions too; a body with a snapshot names its indices itself
  JsonNode run(ObjectNode body, boolean past) throws IOException {
    String target = body.has("pit") ? "" : "/" + (past ? everyVersion() : indices.documents());
    try {
      return indices.elasticsearch().request("POST", target + "/_search", body).orThrow().json();
    } catch (Answer.Refused refused) {
      Optional<TooWide> wide = TooWide.of(refused);
      throw wide.isPresent() ? wide.get() : refused;
    }
  }

  /// Makes a version that was just replaced visible where it is kept from now on, so that the count
  /// of a past state is the same again: the indices show what was written a second apart.
  private void settle() throws IOException {
    for (String index : List.of(indices.documents(), indices.revisions())) {
      indices.elasticsearch().request("POST", "/" + index + "/_refresh").orThrow();
    }
  }

  private String everyVersion() {
    return indices.documents() + "," + indices.revisions();
  }

  /// An unchanging state of all versions, everything written so far in it.
  Snapshot snapshot() throws IOException {
    indices.refresh();
    return Snapshot.of(indices.elasticsearch(), everyVersion(), SNAPSHOT_LIFE);
  }

  private Optional<String> next(
      SearchRequest request, JsonNode answer, Instant frozen, Instant now) {
    JsonNode hits = answer.at("/hits/hits");
    int size = request.listing().size();
    if (size == 0 || hits.size() < size) {
      return Optional.empty();
    }
    ArrayNode after = Elasticsearch.JSON.createArrayNode();
    if (SearchBody.isNumbered(request.listing())) {
      int before = state(request).map(state -> state.after().get(0).asInt()).orElse(0);
      after.add(before + size);
    }
    if (!request.listing().groupCopies()) {
      after.addAll((ArrayNode) hits.get(hits.size() - 1).get("sort"));
    } else if (after.get(0).asInt() + size > SearchBody.LAST_NUMBER) {
      return Optional.empty();
    }
    return Optional.of(new CursorState(digest(request), frozen, now, after).cursor().token());
  }

  /// What a cursor is bound to: all that decides which rows there are, and their order.
  private static String digest(SearchRequest request) {
    String text =
        String.join(
            "\u0000",
            ORDER,
            request.q(),
            request.query() instanceof Query.Best ? "best" : "",
            // Days of `published:` depend on the zone.
            request.q().contains(":") ? request.breakdown().zone().getId() : "",
            request.filters().toString(),
            request.period().toString(),
            request.listing().sort().name(),
            Boolean.toString(request.listing().groupCopies()));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 9));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Looks up the names of sources that the facet shows and no configuration names.
  private void learnNames(SearchRequest request, JsonNode answer) throws IOException {
    if (!request.breakdown().facets().contains(Dimension.SOURCE)) {
      return;
    }
    JsonNode facet = answer.path("aggregations").path("facet_source");
    JsonNode buckets = facet.has("in") ? facet.at("/in/buckets") : facet.path("buckets");
    for (JsonNode bucket : buckets) {
      if (!labels.knows(bucket.path("key").asText())) {
        sources.read(List.of());
        return;
      }
    }
  }
}
