package letopis.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import letopis.document.ClaimReview;
import letopis.index.ClaimStore;
import letopis.index.Indices;
import letopis.trace.FactChecks;
import letopis.trace.Trace;

/// Known fact-checks: for each tweet or sentence of a debate, where the review of its claim
/// stands.
final class FactCheckBench {
  private static final int ROUND = 2000;
  private static final List<String> SETS =
      List.of("checkthat2022-2a-en", "checkthat2022-2b-en", "checkthat2020-2-en");

  private final Indices indices;
  private final RealData data;
  private final PrintStream out;

  FactCheckBench(Indices indices, RealData data, PrintStream out) {
    this.indices = indices;
    this.data = data;
    this.out = out;
  }

  void run() throws IOException {
    out.printf("%nKnown fact-checks%n");
    out.printf(
        "%-22s %8s %8s %8s %8s %8s %8s %8s%n",
        "set", "claims", "queries", "MAP@5", "HasP@1", "HasP@3", "HasP@5", "HasP@10");
    for (String set : SETS) {
      // A set of reviews of its own for each, or the sets would stand in each other's way.
      Indices own =
          new Indices(indices.elasticsearch(), indices.prefix() + "-" + SETS.indexOf(set));
      own.init();
      judge(set, own);
      own.deleteAll();
    }
    out.println(
        "published, on the official test sets (not these): 2A MAP@5 0.8179, 2B 0.3207 (n-gram"
            + " baselines); 2B 0.4335 (SimBa)");
  }

  private void judge(String set, Indices own) throws IOException {
    List<JsonNode> claims = data.read("6-claims/" + set + "/vclaims.jsonl.gz");
    List<ClaimReview> reviews = new ArrayList<>();
    ClaimStore store = new ClaimStore(own);
    for (JsonNode claim : claims) {
      reviews.add(review(claim));
      if (reviews.size() == ROUND) {
        store.put(reviews);
        reviews.clear();
      }
    }
    store.put(reviews);
    own.refresh();
    measure(set, claims.size(), new FactChecks(own));
  }

  private void measure(String set, int claims, FactChecks checks) throws IOException {
    List<JsonNode> queries = data.read("6-claims/" + set + "/queries.jsonl.gz");
    double precision = 0;
    int[] positives = new int[11];
    for (JsonNode query : queries) {
      Set<String> relevant = new HashSet<>();
      query.path("relevant").forEach(id -> relevant.add(id.asText()));
      List<Trace.FactCheck> found = checks.search(query.path("text").asText(), 10);
      int hits = 0;
      double sum = 0;
      for (int i = 0; i < found.size(); i++) {
        if (relevant.contains(found.get(i).id())) {
          hits++;
          sum += i < 5 ? (double) hits / (i + 1) : 0;
          for (int k = i + 1; k <= 10 && hits == 1; k++) {
            positives[k]++;
          }
        }
      }
      precision += sum / Math.min(5, relevant.size());
    }
    double of = queries.size();
    out.printf(
        "%-22s %8d %8d %8.4f %8.4f %8.4f %8.4f %8.4f%n",
        set,
        claims,
        queries.size(),
        precision / of,
        positives[1] / of,
        positives[3] / of,
        positives[5] / of,
        positives[10] / of);
  }

  private static ClaimReview review(JsonNode claim) {
    String text = claim.path("vclaim").asText(claim.path("text").asText(""));
    return new ClaimReview(
        claim.path("vclaim_id").asText(claim.path("id").asText()),
        text,
        claim.path("title").asText(""),
        claim.path("subtitle").asText(""),
        claim.path("label").asText(""),
        claim.path("author").asText(""),
        Optional.empty(),
        Optional.empty(),
        Optional.of(claim.path("speaker").asText("")).filter(name -> !name.isEmpty()),
        "en");
  }
}
