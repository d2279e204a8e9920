package letopis.bench.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import letopis.app.App;
import letopis.app.CommonOptions;
import letopis.bench.RealData;
import letopis.elasticsearch.Elasticsearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench relevance`: how well search finds what is meant.
@Command(
    name = "relevance",
    mixinStandardHelpOptions = true,
    description = {
      "Measures nDCG@10 and MRR@10 on real questions and known items.",
      "XQuAD and known items of several languages, and whether the form of a "
          + "Russian word matters, beside the plain russian analyzer. Uses indices of "
          + "its own and removes them."
    })
public final class RelevanceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--queries",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Queries of each set at most, evenly spread (default: all).")
  private int queries;

  @Option(
      names = "--only",
      defaultValue = "",
      paramLabel = "NAME",
      description = "Only sets with this in their name: xquad-zh, articles, news-ru, ….")
  private String only = "";

  @Override
  public Integer call() throws IOException {
    RealData data = RealData.required();
    try (App app = App.of(options)) {
      String prefix = "bench-relevance-" + UUID.randomUUID().toString().substring(0, 8) + "-";
      RelevanceBench bench = new RelevanceBench(app.elasticsearch(), data, queries, only, prefix);
      try {
        List<RelevanceBench.Score> scores = bench.scores();
        List<FormsBench.FormScore> forms = only.isEmpty() ? bench.forms() : List.of();
        print(scores, forms);
      } finally {
        bench.close();
      }
      return 0;
    }
  }

  private void print(List<RelevanceBench.Score> scores, List<FormsBench.FormScore> forms) {
    PrintWriter out = spec.commandLine().getOut();
    if (options.json()) {
      ObjectNode json = Elasticsearch.JSON.createObjectNode();
      json.set("scores", Elasticsearch.JSON.valueToTree(scores));
      json.set("forms", Elasticsearch.JSON.valueToTree(forms));
      out.println(json);
    } else {
      out.print(RelevanceBench.table(scores, forms));
    }
    out.flush();
  }
}
