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

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = {
        "Reads schema.org ClaimReview from saved pages (.html), JSON-LD (.json) or JSON Lines",
        "(.jsonl, one review or one thing with reviews inside in each line).",
        "The same review again replaces itself."
      })
  int load(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files)
      throws IOException {
    List<ClaimReview> reviews = new ArrayList<>();
    for (Path file : files) {
      reviews.addAll(read(file));
    }
    try (App app = App.of(options)) {
      new ClaimStore(app.indices()).put(reviews);
      app.indices().refresh();
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        options.json()
            ? "{\"files\":" + files.size() + ",\"reviews\":" + reviews.size() + "}"
            : reviews.size() + " reviews in " + files.size() + " files.");
    out.flush();
    return 0;
  }

  private static List<ClaimReview> read(Path file) throws IOException {
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
      return ClaimReviews.find(text, address);
    }
    if (name.endsWith(".jsonl")) {
      return text.lines().flatMap(line -> ClaimReviews.read(line, address).stream()).toList();
    }
    return ClaimReviews.read(text, address);
  }
}
