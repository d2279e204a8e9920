package letopis.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import letopis.search.Analytics.Cited;
import letopis.search.SearchRequest.Breakdown;
import letopis.search.SearchRequest.Listing;
import letopis.search.SearchRequest.Sort;

/// Counts who names and who copies whom. Names are counted by documents: one that names a source
/// twice, or in two spellings, names it once.
final class CitationIndex {
  private static final int MOST_NAMES = 10_000;

  /// Pairs of one answer.
  private static final int PAIRS = 1_000;

  /// Sources counted in one request, so that the answer stays small.
  private static final int AT_ONCE = 200;

  private final DocumentSearch search;
  private final SearchRequest request;
  private final boolean past;
  private final Map<String, Tally> tallies = new HashMap<>();

  CitationIndex(DocumentSearch search, SearchRequest request) {
    this.search = search;
    this.request = request;
    this.past = request.period().asOf().isPresent();
  }

  /// The sources, most cited first.
  List<Cited> count(int size) throws IOException {
    ObjectNode body = body();
    ObjectNode aggregations = body.putObject("aggs");
    terms(aggregations.putObject("names"), "attributions.name");
    terms(aggregations.putObject("source"), "source");
    JsonNode answer = search.run(body, past).path("aggregations");
    for (JsonNode bucket : answer.at("/source/buckets")) {
      tally(bucket.path("key").asText()).documents = bucket.path("doc_count").asLong();
    }
    copied();
    named(spellings(answer.at("/names/buckets")));
    return tallies.entrySet().stream()
        .map(entry -> entry.getValue().cited(entry.getKey(), search.labels().of(entry.getKey())))
        .sorted(Comparator.comparingDouble(Cited::score).reversed().thenComparing(Cited::source))
        .limit(size)
        .toList();
  }

  private ObjectNode body() {
    Listing none = new Listing(Sort.RELEVANCE, false, 0, java.util.Optional.empty());
    return search.compiled(request.with(Breakdown.NONE).with(none));
  }

  private static void terms(ObjectNode aggregation, String field) {
    aggregation.putObject("terms").put("field", field).put("size", MOST_NAMES);
  }

  /// A page at a time: there are as many pairs of a source and an original as there are copies.
  private void copied() throws IOException {
    ObjectNode body = body();
    ObjectNode pairs = body.putObject("aggs").putObject("pairs").putObject("composite");
    pairs.put("size", PAIRS);
    ArrayNode keys = pairs.putArray("sources");
    keys.addObject().putObject("source").putObject("terms").put("field", "source");
    keys.addObject().putObject("original").putObject("terms").put("field", "copy_of");
    while (true) {
      JsonNode page = search.run(body, past).at("/aggregations/pairs");
      copied(page.path("buckets"));
      if (!page.has("after_key")) {
        return;
      }
      pairs.set("after", page.get("after_key"));
    }
  }

  private void copied(JsonNode pairs) throws IOException {
    Map<String, String> origins = origins(pairs);
    for (JsonNode pair : pairs) {
      String copying = pair.at("/key/source").asText();
      String origin = origins.get(pair.at("/key/original").asText());
      if (origin != null && !origin.equals(copying)) {
        tally(origin).copied += pair.path("doc_count").asLong();
        tally(origin).by.add(copying);
      }
    }
  }

  /// The names as written, by the source that they mean: one of the configuration or of the
  /// archive.
  private Map<String, List<String>> spellings(JsonNode names) throws IOException {
    SourceNames known = search.names();
    known.read(List.of());
    Map<String, List<String>> spellings = new TreeMap<>();
    for (JsonNode bucket : names) {
      String written = bucket.path("key").asText();
      known
          .only(written)
          .ifPresent(
              source -> spellings.computeIfAbsent(source, _ -> new ArrayList<>()).add(written));
    }
    return spellings;
  }

  private void named(Map<String, List<String>> spellings) throws IOException {
    List<String> sources = List.copyOf(spellings.keySet());
    for (int from = 0; from < sources.size(); from += AT_ONCE) {
      List<String> some = sources.subList(from, Math.min(sources.size(), from + AT_ONCE));
      ObjectNode body = body();
      ObjectNode named = body.putObject("aggs").putObject("named");
      ObjectNode filters = named.putObject("filters").putObject("filters");
      for (String source : some) {
        filters
            .putObject(source)
            .putObject("terms")
            .set("attributions.name", SearchBody.strings(spellings.get(source)));
      }
      terms(named.putObject("aggs").putObject("by"), "source");
      JsonNode buckets = search.run(body, past).at("/aggregations/named/buckets");
      for (String source : some) {
        for (JsonNode by : buckets.path(source).at("/by/buckets")) {
          String citing = by.path("key").asText();
          if (!citing.equals(source)) {
            tally(source).citations += by.path("doc_count").asLong();
            tally(source).by.add(citing);
          }
        }
      }
    }
  }

  /// Which source the originals of a page of pairs belong to, by document: one is as good as the
  /// other of its versions.
  private Map<String, String> origins(JsonNode pairs) throws IOException {
    Set<String> ids = new HashSet<>();
    pairs.forEach(pair -> ids.add(pair.at("/key/original").asText()));
    Map<String, String> origins = new HashMap<>();
    ObjectNode body = Conditions.object().put("size", PAIRS);
    body.putObject("query").putObject("terms").set("id", SearchBody.strings(List.copyOf(ids)));
    body.set("_source", SearchBody.strings(List.of("id", "source")));
    for (JsonNode hit : search.run(body, false).at("/hits/hits")) {
      JsonNode source = hit.path("_source");
      origins.put(source.path("id").asText(), source.path("source").asText());
    }
    return origins;
  }

  private Tally tally(String source) {
    return tallies.computeIfAbsent(source, _ -> new Tally());
  }

  private static final class Tally {
    private final Set<String> by = new HashSet<>();
    private long documents;
    private long citations;
    private long copied;

    Cited cited(String source, String label) {
      double score = by.size() * Math.log1p(citations + copied);
      return new Cited(source, label, documents, by.size(), citations, copied, score);
    }
  }
}
