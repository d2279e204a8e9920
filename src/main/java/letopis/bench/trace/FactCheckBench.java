package letopis.bench.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.bench.RealData;
import letopis.document.ClaimReview;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.index.documents.ClaimStore;
import letopis.trace.FactChecks;
import letopis.trace.Trace;

/// Known fact-checks: for each tweet or sentence of a debate, where the review of its claim stands;
/// beside it, a plain BM25 query for the same words over the same index.
final class FactCheckBench {
  private static final int ROUND = 2000;
  private static final int SHOWN = 10;
  private static final String KNOWN_LIE = "known-lie-snopes";
  private static final String DEBATES = "known-lie-politifact";
  private static final List<String> SETS =
      List.of(
          "checkthat2022-2a-en", "checkthat2022-2b-en", "checkthat2020-2-en", KNOWN_LIE, DEBATES);

  private final Indices indices;
  private final RealData data;
  private final PrintStream out;

  FactCheckBench(Indices indices, RealData data, PrintStream out) {
    this.indices = indices;
    this.data = data;
    this.out = out;
  }

  /// @param relevant ids of the reviews of its claim
  record Query(String text, Set<String> relevant) {}

  /// Ids of the reviews for a text, best first.
  @FunctionalInterface
  private interface Ranking {
    List<String> of(String text) throws IOException;
  }

  void run() throws IOException, InterruptedException {
    out.printf("%nKnown fact-checks%n");
    out.printf(
        "%-20s %7s %7s %-10s %7s %7s %7s %7s %7s %7s %7s%n",
        "set", "claims", "queries", "by", "MAP@1", "MAP@3", "MAP@5", "HasP@1", "HasP@3", "HasP@5",
        "HasP@10");
    for (String set : SETS) {
      // A set of reviews of its own for each, or the sets would stand in each other's way.
      Indices own =
          new Indices(indices.elasticsearch(), indices.prefix() + "-" + SETS.indexOf(set));
      own.init();
      try {
        judge(set, own);
      } finally {
        own.deleteAll();
      }
    }
    out.println(
        "published, on the official test sets (not these): 2A MAP@5 0.8179, 2B 0.3207 (n-gram"
            + " baselines); 2B 0.4335 (SimBa)");
  }

  private void judge(String set, Indices own) throws IOException, InterruptedException {
    List<ClaimReview> reviews =
        switch (set) {
          case KNOWN_LIE -> knownLie();
          case DEBATES -> reviews(Debates.REVIEWS);
          default -> reviews(set);
        };
    ClaimStore store = new ClaimStore(own);
    for (int from = 0; from < reviews.size(); from += ROUND) {
      store.put(reviews.subList(from, Math.min(reviews.size(), from + ROUND)));
    }
    own.refresh();
    List<Query> queries =
        switch (set) {
          case KNOWN_LIE -> knownLies(reviews);
          case DEBATES ->
              new Debates(data.read("6-claims/" + Debates.REVIEWS + "/vclaims.jsonl.gz"))
                  .queries(data);
          default -> queries(set);
        };
    FactChecks checks = new FactChecks(own);
    String size = "%-20s %7d %7d".formatted(set, reviews.size(), queries.size());
    measure(size, "letopis", queries, text -> ids(checks.search(text, SHOWN)));
    measure(size, "in a trace", queries, text -> ids(checks.matching(text)));
    measure(size, "plain BM25", queries, text -> plain(own, text));
  }

  private static List<String> ids(List<Trace.FactCheck> found) {
    return found.stream().map(Trace.FactCheck::id).toList();
  }

  private void measure(String size, String by, List<Query> queries, Ranking ranking)
      throws IOException {
    double[] precision = new double[SHOWN + 1];
    int[] positives = new int[SHOWN + 1];
    for (Query query : queries) {
      List<String> found = ranking.of(query.text());
      int hits = 0;
      double sum = 0;
      for (int k = 1; k <= SHOWN; k++) {
        if (k <= found.size() && query.relevant().contains(found.get(k - 1))) {
          hits++;
          sum += (double) hits / k;
        }
        precision[k] += sum / Math.min(k, query.relevant().size());
        positives[k] += hits > 0 ? 1 : 0;
      }
    }
    double of = queries.size();
    out.printf(
        "%s %-10s %7.4f %7.4f %7.4f %7.4f %7.4f %7.4f %7.4f%n",
        size,
        by,
        precision[1] / of,
        precision[3] / of,
        precision[5] / of,
        positives[1] / of,
        positives[3] / of,
        positives[5] / of,
        positives[10] / of);
  }

  private static List<String> plain(Indices own, String text) throws IOException {
    ObjectNode search = Elasticsearch.JSON.createObjectNode().put("size", SHOWN);
    search.put("_source", false).putObject("query").putObject("match").put("words", text);
    List<String> ids = new ArrayList<>();
    List<JsonNode> hits = new ArrayList<>();
    own.elasticsearch().search(own.alias("claims"), search).hits().forEach(hits::add);
    hits.sort(FactChecks.BEST_FIRST);
    hits.forEach(hit -> ids.add(hit.path("_id").asText()));
    return ids;
  }

  private List<ClaimReview> reviews(String set) throws IOException {
    List<ClaimReview> reviews = new ArrayList<>();
    for (JsonNode claim : data.read("6-claims/" + set + "/vclaims.jsonl.gz")) {
      reviews.add(
          review(
              claim.path("vclaim_id").asText(claim.path("id").asText()),
              claim.path("vclaim").asText(claim.path("text").asText("")),
              claim.path("title").asText(""),
              claim.path("subtitle").asText(""),
              claim.path("speaker").asText("")));
    }
    return reviews;
  }

  private List<Query> queries(String set) throws IOException {
    List<Query> queries = new ArrayList<>();
    for (JsonNode query : data.read("6-claims/" + set + "/queries.jsonl.gz")) {
      Set<String> relevant = new HashSet<>();
      query.path("relevant").forEach(id -> relevant.add(id.asText()));
      queries.add(new Query(query.path("text").asText(), relevant));
    }
    return queries;
  }

  /// Lines of `title TAB claim`, the first being their names.
  private List<ClaimReview> knownLie() throws IOException {
    List<ClaimReview> reviews = new ArrayList<>();
    for (String line : data.lines("6-claims/known-lie/snopes/verified-claims.tsv.gz")) {
      String[] cells = line.split("\t", 2);
      if (cells.length == 2) {
        reviews.add(review("" + reviews.size(), cells[1], cells[0], "", ""));
      }
    }
    return reviews.subList(1, reviews.size());
  }

  /// Lines of `tweet TAB claim`: all reviews of the same claim are right.
  private List<Query> knownLies(List<ClaimReview> reviews) throws IOException {
    Map<String, Set<String>> byClaim = new HashMap<>();
    for (ClaimReview review : reviews) {
      byClaim.computeIfAbsent(review.claim().strip(), _ -> new HashSet<>()).add(review.id());
    }
    List<Query> queries = new ArrayList<>();
    for (String line :
        data.lines("6-claims/known-lie/snopes/fact-checking/tweet-veclaim-pairs.tsv")) {
      String[] cells = line.split("\t", 2);
      Set<String> relevant = cells.length < 2 ? null : byClaim.get(cells[1].strip());
      if (relevant != null) {
        queries.add(new Query(cells[0], relevant));
      }
    }
    return queries;
  }

  private static ClaimReview review(
      String id, String claim, String title, String body, String claimant) {
    return new ClaimReview(
        id,
        claim,
        title,
        body,
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.of(claimant).filter(name -> !name.isEmpty()),
        "en");
  }
}
