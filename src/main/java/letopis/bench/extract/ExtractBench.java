package letopis.bench.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import letopis.parse.PageInput;
import letopis.parse.PageResult;
import letopis.parse.page.PageExtractor;
import letopis.parse.page.blocks.BlockModel;
import letopis.parse.page.blocks.Forest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench extract`: page extraction against the public gold sets, beside Readability4J and the
/// whole text of the page.
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = {
      "Measures page extraction against public gold sets, beside Readability4J.",
      "The row `letopis` is cross-validated: each page is read by models that "
          + "were trained without its site. The row `letopis shipped` has the weights "
          + "in the jar, which have seen these pages."
    })
public final class ExtractBench implements Callable<Integer> {
  /// Later than every page of the sets; they do not say when they were saved.
  static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  @Spec private CommandSpec spec;

  @Option(
      names = "--sets",
      paramLabel = "DIR",
      description = "The folder with one folder per set (default: ${DEFAULT-VALUE}).",
      defaultValue = "${sys:letopis.realdata:-../shared/realdata}/1-extraction")
  private Path root;

  @Option(names = "--set", paramLabel = "NAME", description = "Only these sets.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--failures",
      paramLabel = "N",
      description = "Print the N worst pages of each set.")
  private int failures;

  @Option(
      names = "--train",
      paramLabel = "DIR",
      description = "Train the models on all pages and write them to DIR.")
  private Path train;

  @Option(
      names = "--mutations",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many broken pages to try at the end (default: ${DEFAULT-VALUE}).")
  private int mutations;

  @Option(names = "--shipped-only", description = "Do not cross-validate; much faster.")
  private boolean shippedOnly;

  @Option(names = "--no-peers", description = "Leave the other extractors out.")
  private boolean noPeers;

  @Option(
      names = "--dump",
      paramLabel = "DIR",
      description = "Write each text and its gold to DIR.")
  private Path dump;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    GoldSets sets = new GoldSets(root);
    Map<String, List<GoldPage>> gold = new LinkedHashMap<>();
    for (String name : GoldSets.NAMES) {
      boolean wanted = only.isEmpty() || only.contains(name) || !shippedOnly || train != null;
      List<GoldPage> pages = wanted ? sets.load(name) : List.of();
      if (!pages.isEmpty()) {
        gold.put(name, pages);
      }
    }
    if (gold.isEmpty()) {
      spec.commandLine().getErr().println("no sets in " + root);
      return 1;
    }
    Map<String, Function<GoldPage, PageResult>> systems = systems(gold);
    for (Map.Entry<String, List<GoldPage>> set : gold.entrySet()) {
      if (only.isEmpty() || only.contains(set.getKey())) {
        new SetReport(set.getKey(), set.getValue(), failures, dump).print(out, systems);
      }
    }
    if (only.isEmpty()) {
      Endurance endurance =
          new Endurance(gold.values().stream().flatMap(List::stream).toList(), new PageExtractor());
      endurance.speed(out);
      endurance.stages(out);
      endurance.growth(out);
      endurance.mutations(out, mutations);
    }
    out.flush();
    return 0;
  }

  private Map<String, Function<GoldPage, PageResult>> systems(Map<String, List<GoldPage>> gold)
      throws IOException {
    Map<String, Function<GoldPage, PageResult>> systems = new LinkedHashMap<>();
    if (!shippedOnly || train != null) {
      Training training = new Training(gold.values().stream().flatMap(List::stream).toList());
      systems.put(
          "letopis",
          page -> new PageExtractor(training.without(Training.foldOf(page))).extract(input(page)));
      systems.put(
          "letopis, any kind",
          page ->
              Peers.text(
                  new PageExtractor(training.without(Training.foldOf(page)))
                      .mainText(input(page))));
      if (train != null) {
        write(training.whole());
      }
    } else {
      PageExtractor shipped = new PageExtractor();
      systems.put("letopis shipped", page -> shipped.extract(input(page)));
    }
    if (noPeers) {
      return systems;
    }
    systems.put("Readability4J 1.0.8", page -> Peers.readability(input(page)));
    systems.put("jsoup body.text()", page -> Peers.plain(input(page)));
    return systems;
  }

  private void write(BlockModel model) throws IOException {
    Files.createDirectories(train);
    write(model.first(), "blocks-1.bin");
    write(model.second(), "blocks-2.bin");
  }

  private void write(Forest forest, String name) throws IOException {
    try (OutputStream out = Files.newOutputStream(train.resolve(name))) {
      forest.write(new java.io.BufferedOutputStream(out));
    }
  }

  /// What the extractor is given of a page.
  static PageInput input(GoldPage page) {
    return PageInput.of(page.bytes(), page.url(), page.captured().orElse(NOW));
  }
}
