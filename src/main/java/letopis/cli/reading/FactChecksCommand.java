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
import letopis.api.traces.FactCheckView;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.document.ClaimReview;
import letopis.index.documents.ClaimStore;
import letopis.index.documents.DocumentStore;
import letopis.parse.charset.Charsets;
import letopis.parse.page.data.ClaimReviews;
import letopis.search.ReviewSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `factchecks`: published reviews of claims: imported, listed, removed.
@Command(
    name = "factchecks",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Lists, imports and removes known fact-checks (reviews of claims).",
    subcommands = {picocli.CommandLine.HelpCommand.class})
public final class FactChecksCommand {
  /// Larger files are refused, in bytes; a feed of reviews is cut into files by its publisher.
  private static final long LARGEST = 64L << 20;

  /// Listed at a time.
  private static final int ROUND = 500;

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

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = {
        "Prints known fact-checks, the newest first; at most 10,000.",
        "With --json a line of JSON each, as GET /api/v1/fact-checks has them."
      })
  int list(
      @Mixin CommonOptions options,
      @Parameters(
              paramLabel = "WORD",
              arity = "0..*",
              description = "Of claim, headline or text: all of them, in any form.")
          List<String> words,
      @Option(names = "--publisher", paramLabel = "NAME", description = "Only of this reviewer.")
          List<String> publishers)
      throws IOException {
    ReviewSearch.Question question =
        new ReviewSearch.Question(
            words == null ? "" : String.join(" ", words),
            publishers == null ? List.of() : publishers,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    PrintWriter out = spec.commandLine().getOut();
    try (App app = App.of(options)) {
      ReviewSearch search = new ReviewSearch(app.indices(), new DocumentStore(app.indices()));
      long total = ROUND;
      for (int at = 0; at < Math.min(total, ReviewSearch.MOST_SHOWN); at += ROUND) {
        ReviewSearch.Page page = search.find(question, at, ROUND);
        total = page.total();
        page.reviews()
            .forEach(one -> out.println(options.json() ? FactCheckView.of(one) : line(one)));
      }
      if (!options.json()) {
        out.println(total == 1 ? "1 fact-check" : total + " fact-checks");
      }
    }
    out.flush();
    return 0;
  }

  private static String line(ReviewSearch.Known known) {
    ClaimReview review = known.review();
    return "%s  %s  %s: %s — %s  %s%s"
        .formatted(
            review.id(),
            review.reviewedAt().map(at -> at.toString().substring(0, 10)).orElse("no date   "),
            review.publisher(),
            review.rating(),
            review.claim(),
            review.url().orElse(""),
            known.removedAt().map(at -> "  (no longer there)").orElse(""));
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = {
        "Removes fact-checks by the ids that `list` prints.",
        "One that a crawled page holds comes back when the page is read again: take the page down."
      })
  int remove(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "ID", arity = "1..*", description = "As `list` prints it.")
          List<String> ids)
      throws IOException, InterruptedException {
    try (App app = App.of(options)) {
      ClaimStore store = new ClaimStore(app.indices());
      List<String> unknown = new ArrayList<>();
      for (String id : ids) {
        if (!store.delete(id)) {
          unknown.add(id);
        }
      }
      if (!unknown.isEmpty()) {
        throw CommandFailure.failed("There is no fact-check " + String.join(", ", unknown));
      }
    }
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
