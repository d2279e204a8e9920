package letopis.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalLong;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Difference;
import letopis.index.Indices;
import letopis.index.Migration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
        "Prints each difference; exit code 1 when there is one."
      })
  int verify(@Mixin CommonOptions options) throws IOException {
    try (App app = App.of(options)) {
      List<Difference> differences = app.uncheckedIndices().verify();
      for (Difference difference : differences) {
        out().println(options.json() ? json(difference) : difference.toString());
      }
      if (differences.isEmpty() && !options.json()) {
        out().println("All indices are as their files say.");
      }
      return differences.isEmpty() ? 0 : 1;
    }
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

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
