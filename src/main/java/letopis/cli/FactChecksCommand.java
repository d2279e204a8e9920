package letopis.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import letopis.document.ClaimReview;
import letopis.index.ClaimStore;
import letopis.parse.page.ClaimReviews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `factchecks import FILE...`: makes published reviews of claims known to traces.
@Command(
    name = "factchecks",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Known reviews of claims.",
    subcommands = {picocli.CommandLine.HelpCommand.class})
public final class FactChecksCommand {
  /// Larger files are refused, in bytes; a feed of reviews is cut into files by its publisher.
  private static final long LARGEST = 64L << 20;

  /// Places without a review that are named; all are counted.
  private static final int NAMED = 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = {
        "Brings published fact-checks (schema.org ClaimReview) into the " + "archive.",
        "Reads saved pages (.html), JSON-LD (.json) or JSON Lines (.jsonl, one "
            + "review or one thing with reviews inside in each line). The same review "
            + "again replaces itself. Files and lines without one are named on "
            + "stderr."
      })
  int load(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files)
      throws IOException {
    List<ClaimReview> reviews = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (Path file : files) {
      for (Part part : parts(file)) {
        List<ClaimReview> found = part.reviews();
        reviews.addAll(found);
        if (found.isEmpty()) {
          without.add(part.place());
        }
      }
    }
    try (App app = App.of(options)) {
      new ClaimStore(app.indices()).put(reviews);
      app.indices().refresh();
    }
    without.stream()
        .limit(NAMED)
        .forEach(place -> spec.commandLine().getErr().println("no review: " + place));
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        options.json()
            ? "{\"files\":%d,\"reviews\":%d,\"without\":%d}"
                .formatted(files.size(), reviews.size(), without.size())
            : reviews.size()
                + " reviews in "
                + files.size()
                + " files"
                + (without.isEmpty() ? "." : "; in " + without.size() + " files or lines none."));
    out.flush();
    return 0;
  }

  /// A file, or a line of one.
  private record Part(String place, List<ClaimReview> reviews) {}

  private static List<Part> parts(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw CommandFailure.failed("Not a file: " + file);
    }
    if (Files.size(file) > LARGEST) {
      throw CommandFailure.failed(file + " is larger than " + (LARGEST >> 20) + " MiB.");
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    String address = file.toUri().toString();
    String name = file.getFileName().toString();
    if (name.endsWith(".html") || name.endsWith(".htm")) {
      return List.of(new Part(file.toString(), ClaimReviews.find(text, address)));
    }
    if (!name.endsWith(".jsonl")) {
      return List.of(new Part(file.toString(), ClaimReviews.read(text, address)));
    }
    List<Part> parts = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        parts.add(new Part(file + ":" + number, ClaimReviews.read(line, address)));
      }
    }
    return parts;
  }
}
