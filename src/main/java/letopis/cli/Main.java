package letopis.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import letopis.cli.keeping.BackupCommand;
import letopis.cli.keeping.ImportCommand;
import letopis.cli.keeping.IndexCommand;
import letopis.cli.keeping.KeysCommand;
import letopis.cli.keeping.RestoreCommand;
import letopis.cli.keeping.RetentionCommand;
import letopis.cli.keeping.TakedownCommand;
import letopis.cli.reading.CaseCommand;
import letopis.cli.reading.ExportCommand;
import letopis.cli.reading.FactChecksCommand;
import letopis.cli.reading.SearchCommand;
import letopis.cli.reading.TraceCommand;
import letopis.cli.sources.SourcesCommand;
import letopis.cli.stages.ExtractCommand;
import letopis.cli.stages.FeedCommand;
import letopis.cli.stages.FetchCommand;
import letopis.cli.stages.RobotsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The `letopis` command and the list of its subcommands.
@Command(
    name = "letopis",
    mixinStandardHelpOptions = true,
    version = "Letopis 0.1.0",
    description =
        "A search and media archive service that shows where a claim first appeared, with proof.",
    footer = {
      "",
      "New here? `letopis demo` shows everything on an invented region; README.md is the guide.",
      "`letopis COMMAND --help` has the options and an example of each command."
    },
    subcommands = {
      CommandLine.HelpCommand.class,
      UpCommand.class,
      KeysCommand.class,
      DemoCommand.class,
      IndexCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      TakedownCommand.class,
      RetentionCommand.class,
      CrawlCommand.class,
      ImportCommand.class,
      SearchCommand.class,
      ExportCommand.class,
      ExtractCommand.class,
      FetchCommand.class,
      RobotsCommand.class,
      FeedCommand.class,
      SourcesCommand.class,
      TraceCommand.class,
      CaseCommand.class,
      FactChecksCommand.class,
      BenchCommand.class
    })
public final class Main {
  /// 16 or 20 characters; `-o` is the only option that a value may be written right behind.
  private static final Pattern HYPHENED_ID =
      Pattern.compile("-[A-Za-np-z0-9_][\\w-]{14}(?:[\\w-]{4})?");

  private Main() {}

  /// Runs one command and ends the process with its exit code: 0 done, 1 failed, 2 wrong usage.
  public static void main(String[] args) {
    // Numbers are written with a point for whoever reads them: people, scripts, tables of benches.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    System.exit(commandLine().execute(idsLast(args)));
  }

  /// Ids of documents, cases and fact-checks may begin with a hyphen, as options do: such ones go
  /// to the end, after the mark that ends the options. A value of an option stays with it.
  static String[] idsLast(String[] args) {
    List<String> others = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    String before = "";
    for (String argument : args) {
      boolean value = before.startsWith("--") && !before.equals("--json") && !before.contains("=");
      (HYPHENED_ID.matcher(argument).matches() && !value ? ids : others).add(argument);
      before = argument;
    }
    if (ids.isEmpty() || others.contains("--")) {
      return args;
    }
    others.add("--");
    others.addAll(ids);
    return others.toArray(String[]::new);
  }

  /// The whole command line, ready to execute; tests give it writers of their own.
  public static CommandLine commandLine() {
    // Descriptions are written in lines of up to 100 characters; the default of 80 tears them.
    return Examples.addTo(new CommandLine(new Main()))
        .setOut(writer(System.out))
        .setErr(writer(System.err))
        // The writers let no escape sequence through, not those of a coloured help either.
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setExecutionExceptionHandler(new Failures())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new PrintedText(new OutputStreamWriter(stream, stream.charset())), true);
  }
}
