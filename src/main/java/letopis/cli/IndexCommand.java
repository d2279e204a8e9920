package letopis.cli;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `index init`: care of the indices.
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Creates, checks and migrates the indices.",
    subcommands = {picocli.CommandLine.HelpCommand.class})
public final class IndexCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "init",
      mixinStandardHelpOptions = true,
      description = "Creates the indices that are missing. Never deletes or changes one.")
  int init(@Mixin CommonOptions options) throws IOException {
    try (App app = App.of(options)) {
      app.indices();
      PrintWriter out = spec.commandLine().getOut();
      out.println(options.json() ? "{\"done\":true}" : "All indices are there.");
      return 0;
    }
  }
}
