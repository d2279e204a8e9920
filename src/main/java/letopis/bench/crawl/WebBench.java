package letopis.bench.crawl;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench web`: serves the generated web in a process of its own, so that `bench crawl` does not
/// count its work as the crawler's.
@Command(
    name = "web",
    mixinStandardHelpOptions = true,
    description = {
      "Serves a generated web on a free loopback port until its input ends.",
      "Prints the port. `bench crawl` starts it by itself."
    })
public final class WebBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--articles",
      paramLabel = "N",
      defaultValue = "50",
      description = "Articles of each site (default: ${DEFAULT-VALUE}).")
  private int articles;

  @Override
  public Integer call() throws IOException {
    try (GeneratedWeb web = new GeneratedWeb(articles)) {
      spec.commandLine().getOut().println(web.port());
      spec.commandLine().getOut().flush();
      // Ends with whoever started it: its end of the pipe closes, however that process ends.
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
      return 0;
    }
  }
}
