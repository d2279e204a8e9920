package letopis.cli.keeping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import letopis.app.App;
import letopis.app.CommonOptions;
import letopis.app.Progress;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Difference;
import letopis.index.Indices;
import letopis.index.Migration;
import letopis.index.documents.CaptureReferences;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `index init|verify|migrate`: care of the indices.
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Creates, checks and migrates the indices.",
    subcommands = {CommandLine.HelpCommand.class})
public final class IndexCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "init",
      mixinStandardHelpOptions = true,
      description = "Creates the indices that are missing. Never deletes or changes one.")
  int init(@Mixin CommonOptions options) throws IOException {
    try (App app = App.of(options)) {
      app.indices();
      out().println(options.json() ? "{\"done\":true}" : "All indices are there.");
      return 0;
    }
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Compares every live index with its file of index-mappings: mappings, analysis, version.",
        "Then reads the saved original of every document and of its past versions from the WARC",
        "files and compares its digest with the one in the index; --no-captures leaves that out.",
        "Prints each difference and each bad capture; exit code 1 when there is one."
      })
  int verify(
      @Mixin CommonOptions options,
      @Option(
              names = "--no-captures",
              description = "Check the indices only, not the saved originals.")
          boolean noCaptures)
      throws IOException, InterruptedException {
    try (App app = App.of(options)) {
      Indices indices = app.uncheckedIndices();
      List<Difference> differences = indices.verify();
      for (Difference difference : differences) {
        out().println(options.json() ? json(difference) : difference.toString());
      }
      if (differences.isEmpty() && !options.json()) {
        out().println("All indices are as their files say.");
      }
      boolean whole = noCaptures || captures(app, options, new CaptureReferences(indices));
      return differences.isEmpty() && whole ? 0 : 1;
    }
  }

  private boolean captures(App app, CommonOptions options, CaptureReferences references)
      throws IOException, InterruptedException {
    CaptureCheck check = new CaptureCheck(app.archive(), references);
    CaptureCheck.Counts counts;
    try (Progress progress =
        Progress.of("checking captures", OptionalLong.of(references.count()), options)) {
      counts =
          check.run(bad -> out().println(options.json() ? json(bad) : text(bad)), progress::add);
    }
    out().println(options.json() ? json(counts) : text(counts));
    return counts.bad() == 0;
  }

  private static String text(CaptureCheck.Bad bad) {
    return "bad capture: %s revision %d (%s), %s at %d: %s"
        .formatted(
            bad.reference().id(),
            bad.reference().revision(),
            bad.reference().url(),
            bad.capture().file(),
            bad.capture().offset(),
            bad.problem());
  }

  private static String text(CaptureCheck.Counts counts) {
    String without =
        counts.without() == 0
            ? ""
            : String.format(
                Locale.ROOT, " %,d were imported without a saved original.", counts.without());
    return (counts.bad() == 0
            ? String.format(
                Locale.ROOT, "All %,d captures are there, as they were.", counts.checked())
            : String.format(
                Locale.ROOT, "%,d of %,d captures are bad.", counts.bad(), counts.checked()))
        + without;
  }

  @Command(
      name = "migrate",
      mixinStandardHelpOptions = true,
      description = {
        "Moves indices to the version of their file. Searches go on meanwhile; writes wait.",
        "May be stopped and run again."
      })
  int migrate(@Mixin CommonOptions options) throws IOException, InterruptedException {
    try (App app = App.of(options)) {
      Indices indices = app.uncheckedIndices();
      Migration migration = new Migration(indices);
      List<String> moved;
      try (Progress progress =
          Progress.of("migrating", OptionalLong.of(migration.size()), options)) {
        moved = migration.run(progress::add);
      }
      for (String index : moved) {
        out()
            .println(
                options.json()
                    ? Elasticsearch.JSON.createObjectNode().put("migrated", index).toString()
                    : "Migrated " + index);
      }
      if (moved.isEmpty() && !options.json()) {
        out().println("Nothing to migrate.");
      }
      return 0;
    }
  }

  private static String json(Difference difference) {
    ObjectNode json = Elasticsearch.JSON.createObjectNode();
    json.put("index", difference.index());
    json.put("path", difference.path());
    json.put("problem", difference.problem());
    return json.toString();
  }

  private static String json(CaptureCheck.Bad bad) {
    ObjectNode json = Elasticsearch.JSON.createObjectNode();
    json.put("document", bad.reference().id());
    json.put("revision", bad.reference().revision());
    json.put("url", bad.reference().url());
    json.put("file", bad.capture().file());
    json.put("offset", bad.capture().offset());
    json.put("problem", bad.problem());
    return json.toString();
  }

  private static String json(CaptureCheck.Counts counts) {
    ObjectNode json = Elasticsearch.JSON.createObjectNode();
    json.put("checked", counts.checked());
    json.put("without_capture", counts.without());
    json.put("bad", counts.bad());
    return json.toString();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
