package letopis.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.api.CasePack;
import letopis.api.CaseView;
import letopis.elasticsearch.Elasticsearch;
import letopis.search.DocumentLookup;
import letopis.search.DocumentSearch;
import letopis.text.Languages;
import letopis.trace.Appearance;
import letopis.trace.Match;
import letopis.trace.Trace;
import letopis.trace.TraceRequest;
import letopis.trace.TraceResult;
import letopis.trace.cases.Case;
import letopis.trace.cases.Cases;
import letopis.trace.cases.ClaimReviewJson;
import letopis.trace.cases.Kept;
import letopis.trace.cases.Saved;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `case`: claims under review, with the evidence chosen from their traces.
@Command(
    name = "case",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Keeps traces as cases: chosen appearances, notes, a verdict; exports them.",
    subcommands = {picocli.CommandLine.HelpCommand.class})
public final class CaseCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "new",
      mixinStandardHelpOptions = true,
      description = {
        "Traces a claim and keeps it with its appearances.",
        "All but mentions are kept, or those picked by their numbers in the " + "trace, from 1."
      })
  int create(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "TEXT|URL", arity = "1..*") List<String> words,
      @Option(names = "--pick", paramLabel = "N", split = ",") List<Integer> picked,
      @Option(names = "--notes", paramLabel = "TEXT", defaultValue = "") String notes)
      throws IOException {
    try (App app = App.of(options)) {
      Trace trace = trace(app, String.join(" ", words));
      Case.Draft draft =
          new Case.Draft(
              trace.claim(),
              Languages.of(trace.claim()),
              chosen(trace.appearances(), Optional.ofNullable(picked)),
              notes,
              Optional.empty(),
              Case.Review.NONE);
      return told(app, options, cases(app).create(draft));
    }
  }

  private static Trace trace(App app, String asked) throws IOException {
    return switch (TraceCommand.tracer(app)
        .trace(
            new TraceRequest(
                TraceCommand.subject(asked),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()))) {
      case TraceResult.Traced(Trace trace) -> trace;
      case TraceResult.Unknown(String unknown) ->
          throw CommandFailure.failed("Not in this archive: " + unknown);
      case TraceResult.Rejected(String reason, _) -> throw CommandFailure.failed(reason);
    };
  }

  private static List<Case.Chosen> chosen(
      List<Appearance> appearances, Optional<List<Integer>> picked) {
    if (picked.isEmpty()) {
      return appearances.stream()
          .filter(one -> one.match() != Match.MENTION)
          .limit(Cases.MOST_APPEARANCES)
          .map(one -> Cases.place(one, ""))
          .toList();
    }
    List<Case.Chosen> chosen = new ArrayList<>();
    for (int number : picked.get()) {
      if (number < 1 || number > appearances.size()) {
        throw CommandFailure.wrongUsage(
            "--pick " + number + ": the trace has " + appearances.size() + " appearances");
      }
      chosen.add(Cases.place(appearances.get(number - 1), ""));
    }
    return chosen;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Prints cases, the last changed first.")
  int list(
      @Mixin CommonOptions options,
      @Option(
              names = "--query",
              paramLabel = "WORDS",
              defaultValue = "",
              description = "Only claims with all these words.")
          String words)
      throws IOException {
    try (App app = App.of(options)) {
      for (Kept kept : cases(app).find(words, Optional.empty(), Cases.MOST_LISTED)) {
        print(options.json() ? CaseView.line(kept).toString() : CaseText.line(kept));
      }
    }
    return 0;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints a case with what the archive has of its appearances now.")
  int show(@Mixin CommonOptions options, @Parameters(paramLabel = "ID") String id)
      throws IOException {
    try (App app = App.of(options)) {
      return shown(app, options, found(app, id));
    }
  }

  @Command(
      name = "edit",
      mixinStandardHelpOptions = true,
      description = "Changes what is named, keeps the rest.")
  int edit(
      @Mixin CommonOptions options,
      @Mixin CaseChanges changes,
      @Parameters(paramLabel = "ID") String id)
      throws IOException {
    try (App app = App.of(options)) {
      Kept before = found(app, id);
      Case.Draft draft = changes.applied(before.value().draft());
      return told(app, options, cases(app).replace(id, before.version(), draft));
    }
  }

  @Command(name = "delete", mixinStandardHelpOptions = true, description = "Deletes a case.")
  int delete(@Mixin CommonOptions options, @Parameters(paramLabel = "ID") String id)
      throws IOException {
    try (App app = App.of(options)) {
      return switch (cases(app).delete(id, found(app, id).version())) {
        case Saved.Done _ -> {
          print(
              options.json()
                  ? Elasticsearch.JSON.createObjectNode().put("deleted", id).toString()
                  : "Deleted " + id + ".");
          yield 0;
        }
        case Saved.Missing _ -> throw none(id);
        case Saved.Conflict _, Saved.Refused _ -> throw overtaken();
      };
    }
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = {
        "Prints a case as ClaimReview, or writes its evidence as a ZIP.",
        "claimreview: the case as schema.org ClaimReview JSON-LD (needs a " + "verdict).",
        "evidence: a ZIP with WARC records, hashes, times, query and citations; " + "check it with",
        "  unzip case.zip -d case && cd case && sha256sum -c SHA256SUMS"
      })
  int export(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "ID") String id,
      @Option(
              names = "--format",
              paramLabel = "F",
              defaultValue = "claimreview",
              description = "claimreview (default) or evidence.")
          String format,
      @Option(
              names = {"-o", "--out"},
              paramLabel = "FILE",
              description = "Where to write; evidence needs it.")
          Optional<Path> output)
      throws IOException {
    try (App app = App.of(options)) {
      switch (format) {
        case "claimreview" -> review(app, found(app, id), output);
        case "evidence" ->
            pack(
                app,
                found(app, id),
                output.orElseThrow(
                    () -> CommandFailure.wrongUsage("--format evidence needs --out FILE")));
        default -> throw CommandFailure.wrongUsage("--format must be claimreview or evidence");
      }
      return 0;
    }
  }

  private void review(App app, Kept kept, Optional<Path> output) throws IOException {
    ObjectNode review =
        ClaimReviewJson.of(kept.value(), cases(app).evidence(kept.value()))
            .orElseThrow(
                () ->
                    CommandFailure.failed(
                        "the case has no verdict yet: letopis case edit "
                            + kept.value().id()
                            + " --rating R"));
    String text = review.toPrettyString();
    if (output.isPresent()) {
      Files.writeString(output.get(), text + "\n");
    } else {
      print(text);
    }
  }

  private static void pack(App app, Kept kept, Path output) throws IOException {
    Path part = output.resolveSibling(output.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        new CasePack(app.archive(), kept, cases(app).evidence(kept.value()), app.clock().instant())
            .write(out);
      }
      // Never half a pack under the name of a whole one.
      Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private int told(App app, CommonOptions options, Saved saved) throws IOException {
    return switch (saved) {
      case Saved.Done(Kept kept) -> shown(app, options, kept);
      case Saved.Missing _ -> throw CommandFailure.failed("There is no such case.");
      case Saved.Conflict _ -> throw overtaken();
      case Saved.Refused(List<Saved.Wrong> wrong) ->
          throw CommandFailure.failed(
              wrong.stream()
                  .map(one -> one.pointer() + ": " + one.english())
                  .collect(java.util.stream.Collectors.joining("\n")));
    };
  }

  private int shown(App app, CommonOptions options, Kept kept) throws IOException {
    JsonNode view = CaseView.of(kept, cases(app).evidence(kept.value()));
    print(options.json() ? view.toString() : CaseText.of(kept, view));
    return 0;
  }

  private static Kept found(App app, String id) throws IOException {
    return cases(app).get(id).orElseThrow(() -> none(id));
  }

  private static CommandFailure none(String id) {
    return CommandFailure.failed("There is no case " + id + ".");
  }

  private static CommandFailure overtaken() {
    return CommandFailure.failed("Somebody changed the case meanwhile; try again.");
  }

  private static Cases cases(App app) throws IOException {
    DocumentSearch search = new DocumentSearch(app.indices(), app.configuration(), app.clock());
    DocumentLookup lookup = new DocumentLookup(app.indices(), app.documents(), search);
    return new Cases(app.indices(), lookup, app.clock());
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
