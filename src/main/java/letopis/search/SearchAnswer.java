package letopis.search;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What one search found. Its components, in snake_case, are the JSON of the API.
///
/// @param query as typed
/// @param tookMs time inside Elasticsearch, in milliseconds
/// @param facets per dimension asked for, in the order asked
/// @param timeline empty when not asked for; gaps are buckets of 0
/// @param undated how many of the found documents are in no bucket, since nobody knows when they
///     were published; empty when no timeline was asked for
/// @param nextCursor where the next page begins; empty on the last page
/// @param relaxed what has most of the words, beside the hits and in none of the counts; only when
///     a text of several words finds fewer documents than were asked for
/// @param suggestions other queries to offer; never applied by themselves
/// @param understood how each word was understood; empty unless asked for
/// @param facetErrors per facet, by how much a count may be too low; facets with exact counts are
///     left out
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SearchAnswer(
    String query,
    Total total,
    long tookMs,
    List<Hit> hits,
    Map<String, List<Facet>> facets,
    List<TimelineBucket> timeline,
    Optional<Long> undated,
    Optional<String> nextCursor,
    Optional<Relaxed> relaxed,
    List<Suggestion> suggestions,
    List<Understood> understood,
    Map<String, Long> facetErrors) {
  public SearchAnswer {
    Objects.requireNonNull(query);
    Objects.requireNonNull(total);
    hits = List.copyOf(hits);
    facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
    timeline = List.copyOf(timeline);
    Objects.requireNonNull(undated);
    Objects.requireNonNull(nextCursor);
    Objects.requireNonNull(relaxed);
    suggestions = List.copyOf(suggestions);
    understood = List.copyOf(understood);
    facetErrors = Collections.unmodifiableMap(new LinkedHashMap<>(facetErrors));
  }

  /// How many documents match; with `group=copies`, how many groups.
  ///
  /// @param exact false when the value is an estimate: of groups that do not fit on the page
  public record Total(long value, boolean exact) {}

  /// One value of a facet.
  ///
  /// @param label the value as people read it
  public record Facet(String value, String label, long count) {
    public Facet {
      Objects.requireNonNull(value);
      Objects.requireNonNull(label);
    }
  }

  /// One bucket of a timeline.
  ///
  /// @param from inclusive
  /// @param to exclusive
  /// @param share of all documents of the bucket's time under the same filters, 0..1; only when
  ///     asked for and when there are any
  public record TimelineBucket(Instant from, Instant to, long count, Optional<Double> share) {
    public TimelineBucket {
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      Objects.requireNonNull(share);
    }
  }

  /// Documents that have most of the words but not all: what `match=most` finds beyond the hits.
  ///
  /// @param total how many there are
  /// @param hits the best of them
  public record Relaxed(Total total, List<Hit> hits) {
    public Relaxed {
      Objects.requireNonNull(total);
      hits = List.copyOf(hits);
    }
  }

  /// Another query that the analyst may have meant.
  ///
  /// @param why `operators`, `layout`, `typo`, `transliteration` or `any_words`
  /// @param query ready to be sent
  public record Suggestion(String why, String query) {
    public Suggestion {
      Objects.requireNonNull(why);
      Objects.requireNonNull(query);
    }
  }

  /// How one word of the query was understood.
  ///
  /// @param position 0-based character of the query
  /// @param form `any`, `exact` or `prefix`
  /// @param stems what is looked up
  /// @param forms forms of the word that the index has, most frequent first, at most 20
  public record Understood(
      String word, int position, String form, List<String> stems, List<String> forms) {
    public Understood {
      Objects.requireNonNull(word);
      Objects.requireNonNull(form);
      stems = List.copyOf(stems);
      forms = List.copyOf(forms);
    }
  }
}
