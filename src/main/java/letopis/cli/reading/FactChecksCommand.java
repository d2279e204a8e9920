package letopis.cli.reading;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.document.ClaimReview;
import letopis.index.documents.ClaimStore;
import letopis.parse.charset.Charsets;
import letopis.parse.page.data.ClaimReviews;
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

  /// Places that are named; all are counted.
  private static final int NAMED = 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = {
        "Brings published fact-checks (schema.org ClaimReview) into the archive.",
        "Reads saved pages (.html: JSON-LD, microdata, RDFa), JSON-LD (.json: one review, a list, a"
            + " graph, a feed of Data Commons, an answer of Google's Fact Check Tools) and JSON"
            + " Lines (.jsonl). The same review again replaces itself. What is refused, and files"
            + " and lines without a review, are named on stderr."
      })
  int load(
      @Mixin CommonOptions options,
      @Parameters(
              paramLabel = "FILE",
              arity = "1..*",
              description = "Saved pages (.html), JSON-LD (.json) or JSON Lines (.jsonl).")
          List<Path> files)
      throws IOException, InterruptedException {
    List<ClaimReview> reviews = new ArrayList<>();
    List<String> without = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    try (App app = App.of(options)) {
      for (Path file : files) {
        for (Part part : parts(file, app.clock().instant())) {
          reviews.addAll(part.read().reviews());
          part.read().refused().forEach(why -> refused.add(part.place() + ": " + why));
          if (part.read().reviews().isEmpty() && part.read().refused().isEmpty()) {
            without.add(part.place() + ": no review");
          }
        }
      }
      List<ClaimReview> closed = new ClaimStore(app.indices()).put(reviews);
      closed.forEach(one -> refused.add("taken down: " + one.url().orElse("")));
      reviews.removeAll(closed);
      app.indices().refresh();
    }
    name(refused, "refused");
    name(without, "without a review");
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        options.json()
            ? "{\"files\":%d,\"reviews\":%d,\"refused\":%d,\"without\":%d}"
                .formatted(files.size(), reviews.size(), refused.size(), without.size())
            : reviews.size()
                + " reviews in "
                + files.size()
                + " files"
                + (refused.isEmpty() ? "" : "; refused " + refused.size())
                + (without.isEmpty() ? "." : "; in " + without.size() + " files or lines none."));
    out.flush();
    return 0;
  }

  private void name(List<String> places, String what) {
    PrintWriter err = spec.commandLine().getErr();
    places.stream().limit(NAMED).forEach(err::println);
    if (places.size() > NAMED) {
      err.println("… " + (places.size() - NAMED) + " more " + what);
    }
    err.flush();
  }

  /// A file, or a line of one.
  private record Part(String place, ClaimReviews.Read read) {}

  private static List<Part> parts(Path file, Instant now) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw CommandFailure.failed("Not a file: " + file);
    }
    if (Files.size(file) > LARGEST) {
      throw CommandFailure.failed(file + " is larger than " + (LARGEST >> 20) + " MiB.");
    }
    byte[] bytes = Files.readAllBytes(file);
    String name = file.getFileName().toString();
    if (name.endsWith(".html") || name.endsWith(".htm")) {
      String page = Charsets.decode(bytes, Optional.empty(), Charsets.Kind.HTML).text();
      return List.of(new Part(file.toString(), ClaimReviews.page(page, "", now)));
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!name.endsWith(".jsonl")) {
      return List.of(new Part(file.toString(), ClaimReviews.read(text, now)));
    }
    List<Part> parts = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        parts.add(new Part(file + ":" + number, ClaimReviews.read(line, now)));
      }
    }
    return parts;
  }
}
