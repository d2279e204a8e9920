package letopis.bench.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import letopis.bench.RealData;
import letopis.bench.search.FormsBench.FormScore;
import letopis.bench.search.RelevanceBench.Score;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class RelevanceBenchTest {
  private static final int QUERIES = Integer.getInteger("letopis.relevance.queries", 150);

  @Test
  void searchFindsBetterThanThePlainAnalyzer() throws IOException {
    RealData data = RealData.fromSystem();
    Assumptions.assumeTrue(data.present(), "no real data at letopis.realdata");
    RelevanceBench bench =
        new RelevanceBench(
            TestElasticsearch.shared(),
            data,
            QUERIES,
            "xquad",
            TestElasticsearch.uniquePrefix() + "-");
    List<Score> scores = bench.scores();
    List<FormScore> forms = bench.forms();
    bench.close();
    java.nio.file.Files.writeString(
        java.nio.file.Path.of("target/relevance.txt"), RelevanceBench.table(scores, forms));
    Map<String, FormScore> byName =
        forms.stream().collect(Collectors.toMap(FormScore::contender, form -> form));
    Map<String, Double> ours =
        scores.stream()
            .filter(score -> score.contender().equals("ours, match=most"))
            .collect(Collectors.toMap(Score::collection, Score::ndcg));
    assertThat(ours).hasSize(4).allSatisfy((_, ndcg) -> assertThat(ndcg).isGreaterThan(0.9));
    assertThat(byName.get("ours").recall()).isGreaterThan(byName.get("plain russian").recall());
  }
}
