package letopis.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import letopis.search.SearchAnswer.Facet;
import letopis.search.SearchAnswer.TimelineBucket;
import letopis.search.SearchAnswer.Total;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Sort;
import letopis.url.ReadableHost;

/// Reads what Elasticsearch answered to a [SearchBody].
final class AnswerReader {
  private final SearchRequest request;
  private final NamedQueries named;
  private final Labels labels;

  AnswerReader(SearchRequest request, NamedQueries named, Labels labels) {
    this.request = request;
    this.named = named;
    this.labels = labels;
  }

  Total total(JsonNode answer) {
    JsonNode groups = inner(answer.path("aggregations").path("groups"));
    if (!request.listing().groupCopies()) {
      return new Total(answer.at("/hits/total/value").asLong(), true);
    }
    int shown = answer.at("/hits/hits").size();
    boolean whole = shown < request.listing().size() && request.listing().cursor().isEmpty();
    return whole ? new Total(shown, true) : new Total(groups.path("value").asLong(), false);
  }

  List<Hit> hits(JsonNode answer, Why why) {
    List<Hit> hits = new ArrayList<>();
    for (JsonNode hit : answer.at("/hits/hits")) {
      JsonNode group = hit.at("/inner_hits/earliest/hits");
      if (group.isMissingNode()) {
        hits.add(hit(hit, hit, 0, why));
      } else {
        hits.add(hit(group.at("/hits/0"), hit, group.at("/total/value").asLong() - 1, why));
      }
    }
    return hits;
  }

  /// @param shown the document to show
  /// @param found the document that was found best, of the same group
  private Hit hit(JsonNode shown, JsonNode found, long copies, Why why) {
    JsonNode source = shown.path("_source");
    String name = source.path("source_name").asText("");
    labels.learn(source.path("source").asText(""), name);
    List<String> authors = new ArrayList<>();
    source.path("authors").forEach(author -> authors.add(author.asText()));
    int revision = source.path("revision").asInt(1);
    return new Hit(
        // A past version has the id of its document before a dot.
        shown.path("_id").asText().split("\\.", 2)[0],
        source.path("url").asText(""),
        source.path("title").asText(""),
        snippet(found.path("highlight"), shown.path("highlight")),
        new Hit.From(source.path("source").asText(""), name, source.path("kind").asText("")),
        source.path("published_at").asText(""),
        source.path("first_seen_at").asText(""),
        source.path("lang").asText(""),
        authors,
        copies,
        request.listing().sort() == Sort.RELEVANCE ? found.path("_score").asDouble(0) : 0,
        why.of(found.path("highlight")),
        revision > 1 ? Optional.of(revision) : Optional.empty(),
        evidence(source));
  }

  private static Hit.Evidence evidence(JsonNode source) {
    return new Hit.Evidence(
        source.path("published_precision").asText("second"),
        source.path("published_from").asText("guessed"),
        Optional.ofNullable(source.path("absent_at").textValue()),
        Optional.ofNullable(source.path("removed_at").textValue()),
        source.path("backdated").asBoolean(),
        source.path("cluster").asText(""));
  }

  /// The best passage of the text that has a mark, else of the lead, else the beginning.
  private static String snippet(JsonNode found, JsonNode shown) {
    String body = found.path("body").path(0).asText("");
    String lead = found.path("lead").path(0).asText("");
    if (body.contains("<mark>") || lead.isEmpty()) {
      return body.isEmpty() ? shown.path("body").path(0).asText("") : body;
    }
    return lead;
  }

  Map<String, List<Facet>> facets(JsonNode answer) {
    Map<String, List<Facet>> facets = new LinkedHashMap<>();
    for (Dimension dimension : request.breakdown().facets()) {
      JsonNode buckets =
          inner(answer.path("aggregations").path("facet_" + dimension.label())).path("buckets");
      facets.put(
          dimension.label(),
          dimension.indexed().isEmpty()
              ? namedFacet(dimension, buckets)
              : termsFacet(dimension, buckets));
    }
    return facets;
  }

  private List<Facet> termsFacet(Dimension dimension, JsonNode buckets) {
    List<Facet> facet = new ArrayList<>();
    for (JsonNode bucket : buckets) {
      String value = bucket.path("key").asText();
      String label =
          switch (dimension) {
            case SOURCE -> labels.of(value);
            case DOMAIN -> ReadableHost.of(value);
            default -> value;
          };
      facet.add(new Facet(value, label, bucket.path("doc_count").asLong()));
    }
    return facet;
  }

  private List<Facet> namedFacet(Dimension dimension, JsonNode buckets) {
    List<Facet> facet = new ArrayList<>();
    named
        .of(dimension)
        .forEach(
            (id, query) -> {
              long count = buckets.path(id).path("doc_count").asLong();
              if (count > 0) {
                facet.add(new Facet(id, query.label(), count));
              }
            });
    facet.sort(Comparator.comparingLong(Facet::count).reversed().thenComparing(Facet::value));
    return facet.subList(0, Math.min(facet.size(), request.breakdown().facetSize()));
  }

  /// How far the counts of a facet may be off, per dimension; exact ones are left out.
  Map<String, Long> facetErrors(JsonNode answer) {
    Map<String, Long> errors = new LinkedHashMap<>();
    for (Dimension dimension : request.breakdown().facets()) {
      JsonNode facet = inner(answer.path("aggregations").path("facet_" + dimension.label()));
      long error = facet.path("doc_count_error_upper_bound").asLong(0);
      if (error > 0) {
        errors.put(dimension.label(), error);
      }
    }
    return errors;
  }

  List<TimelineBucket> timeline(JsonNode answer) {
    if (request.breakdown().timeline().isEmpty()) {
      return List.of();
    }
    JsonNode aggregations = answer.path("aggregations");
    Optional<SortedMap<Instant, Long>> coverage =
        request.breakdown().share()
            ? Optional.of(counts(inner(aggregations.path("coverage").path("in"))))
            : Optional.empty();
    return SearchBody.timeline(request)
        .fill(counts(inner(aggregations.path("timeline"))), coverage);
  }

  Optional<Long> undated(JsonNode answer) {
    JsonNode undated = answer.path("aggregations").path("undated");
    return undated.isMissingNode()
        ? Optional.empty()
        : Optional.of(undated.path("doc_count").asLong());
  }

  private static SortedMap<Instant, Long> counts(JsonNode histogram) {
    SortedMap<Instant, Long> counts = new TreeMap<>();
    for (JsonNode bucket : histogram.path("buckets")) {
      counts.put(
          Instant.ofEpochMilli(bucket.path("key").asLong()), bucket.path("doc_count").asLong());
    }
    return counts;
  }

  /// The aggregation itself, or the one within its filter.
  private static JsonNode inner(JsonNode aggregation) {
    return aggregation.has("in") ? aggregation.get("in") : aggregation;
  }
}
