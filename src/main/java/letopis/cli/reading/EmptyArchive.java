package letopis.cli.reading;

import java.io.IOException;
import java.io.PrintWriter;
import letopis.app.App;
import picocli.CommandLine.Model.CommandSpec;

/// Says that nothing can be found where nothing is: mostly the wrong data folder.
final class EmptyArchive {
  private EmptyArchive() {}

  /// A line on stderr when the archive has no documents at all.
  static void hint(App app, CommandSpec command) throws IOException {
    if (app.indices().count() > 0) {
      return;
    }
    PrintWriter err = command.commandLine().getErr();
    err.println(
        "The archive in "
            + app.data()
            + " is empty: fill it with `letopis up`, `crawl` or `import`, or name another with"
            + " --data (that of the demo is data-demo).");
    err.flush();
  }
}
