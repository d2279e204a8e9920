package letopis.bench.trace;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.bench.RealData;
import letopis.index.Indices;
import letopis.text.NameWeights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bench trace`: prints every figure of tracing, from indices of its own that it deletes again.
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = "Measures tracing on real articles, citations, fact-checks and attributions.")
public final class TraceBenchCommand implements Callable<Integer> {
  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--claims",
      paramLabel = "N",
      defaultValue = "150",
      description = "Planted claims of each kind (default: ${DEFAULT-VALUE}).")
  private int claims = 150;

  @Option(
      names = "--documents",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Archive size for the times, 0 for none (default: ${DEFAULT-VALUE}).")
  private int documents = 100_000;

  @Option(names = "--times", description = "Measure the times alone.")
  private boolean timesAlone;

  @Option(
      names = "--keep",
      description = {
        "With --times: keep the archive in the --data folder, as an ordinary one, and use it again",
        "when it is there. Making a million documents takes half an hour."
      })
  private boolean keep;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = "Some parts: ${COMPLETION-CANDIDATES} (default: all).")
  private Set<TraceBench.Part> only = EnumSet.allOf(TraceBench.Part.class);

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + TraceBench.SEED,
      description = "Other planted claims for another number (default: ${DEFAULT-VALUE}).")
  private long seed = TraceBench.SEED;

  @Option(
      names = "--errors",
      paramLabel = "FILE",
      description = "Write every error there, for a look by hand.")
  private Optional<Path> errors = Optional.empty();

  @Option(
      names = "--train",
      paramLabel = "FILE",
      description = {
        "Measure nothing: train the weights of names beside words of attribution on the labelled",
        "sentences and write them to FILE (to become text/name-weights.txt)."
      })
  private Optional<Path> train = Optional.empty();

  @Override
  public Integer call() throws IOException, InterruptedException {
    RealData data = RealData.required();
    if (train.isPresent()) {
      NameWeights weights = new AttributionTraining(data).train(AttributionBench.DEVELOPED);
      Files.write(train.get(), weights.lines());
      return 0;
    }
    if (keep && !timesAlone) {
      throw CommandFailure.wrongUsage("--keep goes with --times.");
    }
    try (App app = App.of(options)) {
      String prefix = "bench-" + UUID.randomUUID().toString().substring(0, 8);
      Indices indices = keep ? app.indices() : new Indices(app.elasticsearch(), prefix);
      indices.init();
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      try {
        TraceBench bench = new TraceBench(indices, data, out);
        if (timesAlone) {
          bench.times(documents, System.err);
        } else {
          Set<TraceBench.Part> parts = EnumSet.copyOf(only);
          if (documents == 0) {
            parts.remove(TraceBench.Part.TIMES);
          }
          List<String> found = bench.run(parts, claims, seed, documents);
          if (errors.isPresent()) {
            Files.write(errors.get(), found);
          }
        }
      } finally {
        if (!keep) {
          indices.deleteAll();
        }
      }
      return 0;
    }
  }
}
