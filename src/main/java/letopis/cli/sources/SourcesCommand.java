package letopis.cli.sources;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.sources.Configuration;
import letopis.sources.Source;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The group `sources list|check|import|export`.
@Command(
    name = "sources",
    mixinStandardHelpOptions = true,
    description = "Shows, checks, imports and exports the configured sources.",
    subcommands = {
      CommandLine.HelpCommand.class,
      SourcesListCommand.class,
      SourcesCheckCommand.class,
      SourcesImportCommand.class,
      SourcesExportCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class SourcesCommand {
  private static final int SHOWN = 50;

  /// The configuration, or a failure that names every mistake in it.
  static Configuration load(CommonOptions common) {
    Path folder =
        common
            .config()
            .orElseThrow(
                () ->
                    CommandFailure.failed("no crawler-config folder here; name one with --config"));
    return switch (Configuration.load(folder)) {
      case Configuration.Ready ready -> ready.configuration();
      case Configuration.Invalid invalid ->
          throw CommandFailure.failed(
              invalid.problems().size()
                  + (invalid.problems().size() == 1 ? " mistake in " : " mistakes in ")
                  + folder
                  + ":\n"
                  + invalid.problems().stream()
                      .limit(SHOWN)
                      .map(problem -> "  " + problem)
                      .collect(Collectors.joining("\n"))
                  + (invalid.problems().size() > SHOWN ? "\n  …" : ""));
    };
  }

  /// The sources with these ids, or all; an unknown id is wrong usage.
  static List<Source> select(Configuration configuration, List<String> ids) {
    return ids.isEmpty()
        ? configuration.sources()
        : ids.stream()
            .map(
                id ->
                    configuration
                        .source(id)
                        .orElseThrow(
                            () ->
                                CommandFailure.wrongUsage(
                                    "no source \"" + id + "\"; `sources list` shows them")))
            .toList();
  }
}
