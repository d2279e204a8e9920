package letopis.cli.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import letopis.api.cases.CaseView;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
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
import letopis.trace.cases.Kept;
import letopis.trace.cases.Saved;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
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
    subcommands = {CaseExportCommand.class, HelpCommand.class})
public final class CaseCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "new",
      mixinStandardHelpOptions = true,
      description = {
        "Traces a claim and keeps it with its appearances.",
        "All but mentions are kept, or those picked by their numbers in the trace, from 1."
      })
  int create(
      @Mixin CommonOptions options,
      @Parameters(
              paramLabel = "TEXT|URL",
              arity = "1..*",
              description = "A claim, or the address of a document.")
          List<String> words,
      @Option(
              names = "--pick",
              paramLabel = "N",
              split = ",",
              description = "Keep only these appearances: 1,3,4.")
          List<Integer> picked,
      @Option(
              names = "--notes",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "Notes of yours on the case.")
          String notes)
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
    return switch (TraceCommand.tracer(app).trace(TraceRequest.of(TraceCommand.subject(asked)))) {
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
  int show(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "ID", description = "As `case list` prints it.") String id)
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
      @Parameters(paramLabel = "ID", description = "As `case list` prints it.") String id)
      throws IOException {
    try (App app = App.of(options)) {
      Kept before = found(app, id);
      Case.Draft draft = changes.applied(before.value().draft());
      return told(app, options, cases(app).replace(id, before.version(), draft));
    }
  }

  @Command(name = "delete", mixinStandardHelpOptions = true, description = "Deletes a case.")
  int delete(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "ID", description = "As `case list` prints it.") String id)
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

  private int told(App app, CommonOptions options, Saved saved) throws IOException {
    return switch (saved) {
      case Saved.Done(Kept kept) -> shown(app, options, kept);
      case Saved.Missing _ -> throw CommandFailure.failed("There is no such case.");
      case Saved.Conflict _ -> throw overtaken();
      case Saved.Refused(List<Saved.Wrong> wrong) ->
          throw CommandFailure.failed(
              wrong.stream()
                  .map(one -> one.pointer() + ": " + one.english())
                  .collect(Collectors.joining("\n")));
    };
  }

  private int shown(App app, CommonOptions options, Kept kept) throws IOException {
    JsonNode view = CaseView.of(kept, cases(app).evidence(kept.value()));
    print(options.json() ? view.toString() : CaseText.of(kept, view));
    return 0;
  }

  static Kept found(App app, String id) throws IOException {
    return cases(app).get(id).orElseThrow(() -> none(id));
  }

  private static CommandFailure none(String id) {
    return CommandFailure.failed("There is no case " + id + ".");
  }

  private static CommandFailure overtaken() {
    return CommandFailure.failed("Somebody changed the case meanwhile; try again.");
  }

  static Cases cases(App app) throws IOException {
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
