package letopis.search;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import letopis.query.Query;
import letopis.text.Span;

/// One search, checked.
///
/// @param q the query as typed; empty for everything
/// @param query what it means
public record SearchRequest(
    String q,
    Query query,
    Filters filters,
    Period period,
    Listing listing,
    Breakdown breakdown,
    Show show) {
  public SearchRequest {
    Objects.requireNonNull(q);
    Objects.requireNonNull(query);
    Objects.requireNonNull(filters);
    Objects.requireNonNull(period);
    Objects.requireNonNull(listing);
    Objects.requireNonNull(breakdown);
    Objects.requireNonNull(show);
  }

  /// Every document, best or newest first, nothing beside the hits.
  public static SearchRequest everything() {
    return of("", new Query.Everything(new Span(0, 0)));
  }

  /// A query with nothing else asked.
  public static SearchRequest of(String q, Query query) {
    return new SearchRequest(
        q, query, Filters.NONE, Period.ALWAYS, Listing.FIRST, Breakdown.NONE, Show.PLAIN);
  }

  public SearchRequest with(Filters others) {
    return new SearchRequest(q, query, others, period, listing, breakdown, show);
  }

  public SearchRequest with(Period other) {
    return new SearchRequest(q, query, filters, other, listing, breakdown, show);
  }

  public SearchRequest with(Listing other) {
    return new SearchRequest(q, query, filters, period, other, breakdown, show);
  }

  public SearchRequest with(Breakdown other) {
    return new SearchRequest(q, query, filters, period, listing, other, show);
  }

  public SearchRequest with(Show other) {
    return new SearchRequest(q, query, filters, period, listing, breakdown, other);
  }

  /// What can be filtered by and counted as a facet.
  public enum Dimension {
    SOURCE("source"),
    KIND("kind"),
    LANG("lang"),
    REGION("region"),
    SECTION("section"),
    TAG("tags"),
    AUTHOR("authors"),
    DOMAIN("domain"),
    /// A configured named query; applies to old documents at once.
    TOPIC(""),
    /// A configured place, in any inflection; applies to old documents at once.
    PLACE(""),
    CLUSTER("cluster");

    private final String indexed;

    Dimension(String indexed) {
      this.indexed = indexed;
    }

    /// The name of the parameter and of the facet: `source`.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The keyword field of the index; empty for topics and places.
    public String indexed() {
      return indexed;
    }
  }

  /// Which values a document must have, or must not. Codes of languages count in any case.
  ///
  /// @param only per dimension, values of which a document must have one
  /// @param not per dimension, values of which a document may have none
  /// @param changed only documents with (true) or without (false) a later version
  /// @param removed only documents that are gone (true) or still there (false)
  public record Filters(
      Map<Dimension, Set<String>> only,
      Map<Dimension, Set<String>> not,
      Optional<Boolean> changed,
      Optional<Boolean> removed) {
    public static final Filters NONE =
        new Filters(Map.of(), Map.of(), Optional.empty(), Optional.empty());

    public Filters {
      only = copy(only);
      not = copy(not);
      Objects.requireNonNull(changed);
      Objects.requireNonNull(removed);
    }

    private static Map<Dimension, Set<String>> copy(Map<Dimension, Set<String>> values) {
      Map<Dimension, Set<String>> copy = new LinkedHashMap<>();
      values.forEach(
          (dimension, set) -> {
            if (!set.isEmpty()) {
              Set<String> kept = new LinkedHashSet<>();
              set.forEach(
                  value ->
                      kept.add(
                          dimension == Dimension.LANG ? value.toLowerCase(Locale.ROOT) : value));
              copy.put(dimension, java.util.Collections.unmodifiableSet(kept));
            }
          });
      return java.util.Collections.unmodifiableMap(copy);
    }
  }

  /// When.
  ///
  /// @param from earliest `published_at`, inclusive
  /// @param to latest `published_at`, inclusive to the millisecond
  /// @param seenFrom earliest `first_seen_at`, inclusive
  /// @param seenTo latest `first_seen_at`, inclusive
  /// @param asOf the archive as it was then; past versions of documents count as they were
  /// @param now what its relative times were counted from, to the millisecond: those of the next
  ///     pages are counted from the same moment, or they would be another period
  public record Period(
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<Instant> seenFrom,
      Optional<Instant> seenTo,
      Optional<Instant> asOf,
      Optional<Instant> now) {
    public static final Period ALWAYS =
        new Period(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Period {
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      Objects.requireNonNull(seenFrom);
      Objects.requireNonNull(seenTo);
      Objects.requireNonNull(asOf);
      Objects.requireNonNull(now);
    }

    /// A period of no relative times.
    public Period(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Instant> seenFrom,
        Optional<Instant> seenTo,
        Optional<Instant> asOf) {
      this(from, to, seenFrom, seenTo, asOf, Optional.empty());
    }
  }

  /// In which order, and which part.
  ///
  /// @param groupCopies fold reprints of one text under the original, or the earliest found
  /// @param size hits on the page, 0..100
  /// @param cursor `next_cursor` of the page before
  public record Listing(Sort sort, boolean groupCopies, int size, Optional<Cursor> cursor) {
    public static final Listing FIRST = new Listing(Sort.RELEVANCE, false, 10, Optional.empty());

    public Listing {
      Objects.requireNonNull(sort);
      Objects.requireNonNull(cursor);
      if (size < 0 || size > 1000) {
        throw new IllegalArgumentException("size " + size);
      }
    }
  }

  /// The orders of hits.
  public enum Sort {
    RELEVANCE,
    NEWEST,
    OLDEST
  }

  /// What to count beside the hits.
  ///
  /// @param facetSize values of each facet, 1..10,000
  /// @param zone where days begin
  /// @param share also say what share of all coverage each bucket is
  public record Breakdown(
      List<Dimension> facets,
      int facetSize,
      Optional<Interval> timeline,
      ZoneId zone,
      boolean share) {
    /// The most values of a facet.
    public static final int MOST_VALUES = 10_000;

    public static final Breakdown NONE =
        new Breakdown(List.of(), 20, Optional.empty(), ZoneOffset.UTC, false);

    public Breakdown {
      facets = List.copyOf(facets);
      Objects.requireNonNull(timeline);
      Objects.requireNonNull(zone);
      if (facetSize < 1 || facetSize > MOST_VALUES) {
        throw new IllegalArgumentException("facet size " + facetSize);
      }
    }
  }

  /// The width of a timeline's buckets.
  public enum Interval {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    /// The narrowest of the others that gives at most 200 buckets.
    AUTO
  }

  /// How hits are shown.
  ///
  /// @param highlight mark in the snippet what matched
  /// @param explain say how each word was understood and why each hit matched
  public record Show(boolean highlight, boolean explain) {
    public static final Show PLAIN = new Show(true, false);
  }
}
