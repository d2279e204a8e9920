package letopis.api.search;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.api.http.Params;
import letopis.api.http.Wording;
import letopis.query.ParseOutcome;
import letopis.query.PlainText;
import letopis.query.Query;
import letopis.search.Cursor;
import letopis.search.SearchRequest;
import letopis.search.SearchRequest.Breakdown;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Filters;
import letopis.search.SearchRequest.Interval;
import letopis.search.SearchRequest.Listing;
import letopis.search.SearchRequest.Period;
import letopis.search.SearchRequest.Show;
import letopis.search.SearchRequest.Sort;
import letopis.search.SourceLookup;
import letopis.sources.SourceKind;

/// The parameters that say what to search, shared by every route that takes a search.
public final class SearchParams {
  public static final int MAX_QUERY = 2_000;
  private static final int MAX_SIZE = 100;
  private static final int MAX_FACET_SIZE = 1_000;
  private static final int DEFAULT_SIZE = 20;
  private static final int DEFAULT_FACET_SIZE = 20;
  private static final List<String> DIMENSIONS =
      Arrays.stream(Dimension.values()).map(Dimension::label).toList();
  private static final List<String> KINDS =
      Arrays.stream(SourceKind.values()).map(SourceKind::label).toList();
  private static final List<String> SORTS = labels(Sort.values());
  private static final List<String> INTERVALS = labels(Interval.values());

  private SearchParams() {}

  /// Which documents: `q`, filters, period. Faults are left in the parameters; what is returned
  /// then must not be used.
  ///
  /// @param sources understands what sources are called
  static SearchRequest selection(Params params, SourceLookup sources) throws IOException {
    String q = params.text("q", MAX_QUERY).orElse("");
    boolean most = params.choice("match", List.of("all", "most")).equals(Optional.of("most"));
    ZoneId zone = params.zone("tz");
    return SearchRequest.of(q, most ? PlainText.query(q) : query(params, q, sources, zone))
        .with(filters(params, sources))
        .with(period(params, zone));
  }

  /// Filters and period without a query.
  static SearchRequest filtersOnly(Params params, SourceLookup sources) throws IOException {
    ZoneId zone = params.zone("tz");
    Breakdown none = Breakdown.NONE;
    return SearchRequest.everything()
        .with(filters(params, sources))
        .with(period(params, zone))
        .with(new Breakdown(none.facets(), none.facetSize(), none.timeline(), zone, false));
  }

  /// Filters, period and what to count, without a query and without hits.
  static SearchRequest counted(Params params, SourceLookup sources) throws IOException {
    return filtersOnly(params, sources)
        .with(new Listing(Sort.NEWEST, false, 0, Optional.empty()))
        .with(breakdown(params));
  }

  /// Which documents, in which of the orders that reach every row.
  static SearchRequest rows(Params params, SourceLookup sources) throws IOException {
    SearchRequest selection = selection(params, sources);
    Sort sort =
        params
            .choice("sort", SORTS)
            .map(SearchParams::sort)
            .filter(given -> given == Sort.OLDEST)
            .orElse(Sort.NEWEST);
    boolean copies = params.choice("group", List.of("copies")).isPresent();
    return selection.with(new Listing(sort, copies, MAX_SIZE, Optional.empty()));
  }

  /// Which documents, in which order, which page, with which counts: all of `GET /search`.
  static SearchRequest whole(Params params, SourceLookup sources) throws IOException {
    params.text("cursor").flatMap(Cursor::parse).map(Cursor::now).ifPresent(params::countFrom);
    SearchRequest selection = selection(params, sources);
    return selection
        .with(listing(params, selection.q().isBlank() ? Sort.NEWEST : Sort.RELEVANCE))
        .with(breakdown(params))
        .with(new Show(params.flagOr("highlight", true), params.flag("explain")));
  }

  /// Reads a query; its mistakes become faults of the parameter `q`.
  ///
  /// @param zone where days begin
  static Query query(Params params, String q, SourceLookup sources, ZoneId zone)
      throws IOException {
    return switch (sources.read(q, zone)) {
      case ParseOutcome.Parsed(Query query) -> query;
      case ParseOutcome.Rejected(List<letopis.query.Fault> faults) -> {
        for (letopis.query.Fault fault : faults) {
          params.fault("q", fault.position(), new Wording(fault.english(), fault.russian()));
        }
        yield SearchRequest.everything().query();
      }
    };
  }

  private static Filters filters(Params params, SourceLookup sources) throws IOException {
    Map<Dimension, Set<String>> only = new EnumMap<>(Dimension.class);
    Map<Dimension, Set<String>> not = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      only.put(dimension, values(params, dimension, dimension.label()));
      not.put(dimension, values(params, dimension, "not." + dimension.label()));
    }
    return sources.resolve(
        new Filters(only, not, params.maybe("changed"), params.maybe("removed")),
        (name, fault) -> params.fault(name, new Wording(fault.english(), fault.russian())));
  }

  private static Set<String> values(Params params, Dimension dimension, String name) {
    return new LinkedHashSet<>(
        dimension == Dimension.KIND ? params.choices(name, KINDS) : params.all(name));
  }

  private static Period period(Params params, ZoneId zone) {
    Period period =
        new Period(
            params.time("from", zone, false),
            params.time("to", zone, true),
            params.time("seen_from", zone, false),
            params.time("seen_to", zone, true),
            params.time("as_of", zone, true),
            Optional.of(params.now()));
    ordered(params, "from", period.from(), "to", period.to());
    ordered(params, "seen_from", period.seenFrom(), "seen_to", period.seenTo());
    return period;
  }

  /// Faults the first of two times that is after the last.
  public static void ordered(
      Params params, String first, Optional<Instant> from, String last, Optional<Instant> to) {
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      params.fault(first, Wording.after(last));
    }
  }

  private static Listing listing(Params params, Sort otherwise) {
    Sort sort = params.choice("sort", SORTS).map(SearchParams::sort).orElse(otherwise);
    boolean copies = params.choice("group", List.of("copies")).isPresent();
    int size = params.integer("size", DEFAULT_SIZE, 0, MAX_SIZE);
    Optional<String> token = params.text("cursor");
    Optional<Cursor> cursor = token.flatMap(Cursor::parse);
    if (token.isPresent() && cursor.isEmpty()) {
      params.fault("cursor", new Wording("not a cursor of ours", "это не наш курсор"));
    }
    return new Listing(sort, copies, size, cursor);
  }

  private static Sort sort(String label) {
    return Sort.valueOf(label.toUpperCase(Locale.ROOT));
  }

  private static Breakdown breakdown(Params params) {
    List<Dimension> facets =
        params.choices("facets", DIMENSIONS).stream()
            .map(label -> Dimension.valueOf(label.toUpperCase(Locale.ROOT)))
            .toList();
    Optional<Interval> timeline =
        params
            .choice("timeline", INTERVALS)
            .map(label -> Interval.valueOf(label.toUpperCase(Locale.ROOT)));
    return new Breakdown(
        facets,
        params.integer("facet_size", DEFAULT_FACET_SIZE, 1, MAX_FACET_SIZE),
        timeline,
        params.zone("tz"),
        params.flag("share"));
  }

  private static List<String> labels(Enum<?>[] constants) {
    return Arrays.stream(constants).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
  }
}
