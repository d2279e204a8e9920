package letopis.cli.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import letopis.app.CommonOptions;
import letopis.fetch.HttpFetcher;
import letopis.sources.Configuration;
import letopis.sources.Secrets;
import letopis.sources.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sources check`: fetches each source once and says what it would index, or why not.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Fetches each source once and shows what it would index, or why not and what to do.",
      "For an address, such as a home page or https://t.me/NAME, it looks for a way to read it",
      "(account, feed, sitemap, or the page as a list) and prints the lines for the configuration.",
      "Nothing is stored. Exit code 1 when a source does not work."
    })
public final class SourcesCheckCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(
      paramLabel = "SOURCE|URL",
      arity = "0..*",
      description = "Ids of sources, or addresses; all sources when absent.")
  private List<String> ids = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException, JsonProcessingException {
    Configuration configuration = SourcesCommand.load(common);
    List<String> addresses = ids.stream().filter(id -> id.contains("://")).toList();
    List<String> named = ids.stream().filter(id -> !id.contains("://")).toList();
    List<Source> sources =
        named.isEmpty() && !addresses.isEmpty()
            ? List.of()
            : SourcesCommand.select(configuration, named);
    PrintWriter out = spec.commandLine().getOut();
    int failed = 0;
    int unreadable = 0;
    // A host is asked once at a time by the fetcher; hosts are asked side by side.
    try (HttpFetcher fetcher = new HttpFetcher(configuration.crawler(), Clock.systemUTC());
        ExecutorService checks = Executors.newVirtualThreadPerTaskExecutor()) {
      SourceCheck check =
          new SourceCheck(
              fetcher, Secrets.from(System.getenv()), configuration.crawler().limits().entries());
      SourceSearch search =
          new SourceSearch(fetcher, check, configuration.crawler().limits().entries());
      for (String address : addresses) {
        unreadable += print(address, search.run(address), out) ? 0 : 1;
      }
      List<Future<SourceCheck.Finding>> findings =
          sources.stream().map(source -> checks.submit(() -> check.run(source))).toList();
      for (Future<SourceCheck.Finding> pending : findings) {
        SourceCheck.Finding finding = pending.get();
        failed += finding.works() ? 0 : 1;
        out.println(common.json() ? JSON.writeValueAsString(finding.json()) : finding.text());
        out.flush();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a check broke", e.getCause());
    }
    if (!common.json() && !sources.isEmpty()) {
      out.println((sources.size() - failed) + " of " + sources.size() + " sources work");
      out.flush();
    }
    return failed + unreadable > 0 ? 1 : 0;
  }

  /// @return whether the address can be read
  private boolean print(String address, SourceSearch.Found found, PrintWriter out)
      throws JsonProcessingException {
    for (SourceCheck.Finding way : found.ways()) {
      String yaml = SourceYaml.item(way.source());
      if (common.json()) {
        out.println(
            JSON.writeValueAsString(way.works() ? way.json().put("yaml", yaml) : way.json()));
      } else {
        out.println(way.text());
        if (way.works()) {
          Path folder = common.config().orElse(Path.of("crawler-config")).resolve("sources");
          out.println("      put into " + folder.resolve(way.source().id() + ".yaml") + ":\n");
          out.println(yaml + "\n");
        }
      }
    }
    boolean works = found.ways().stream().anyMatch(SourceCheck.Finding::works);
    if (!works && !found.nothing().isEmpty()) {
      String line = "FAILS " + address + "\n      " + found.nothing();
      out.println(
          common.json()
              ? JSON.writeValueAsString(
                  JSON.createObjectNode()
                      .put("url", address)
                      .put("works", false)
                      .put("error", found.nothing()))
              : line);
    }
    out.flush();
    return works;
  }
}
