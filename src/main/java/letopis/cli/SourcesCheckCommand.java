package letopis.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
      "Nothing is stored. Exit code 1 when a source does not work."
    })
public final class SourcesCheckCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "0..*",
      description = "Ids of sources; all when absent")
  private List<String> ids = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException, JsonProcessingException {
    Configuration configuration = SourcesCommand.load(common);
    List<Source> sources = SourcesCommand.select(configuration, ids);
    PrintWriter out = spec.commandLine().getOut();
    int failed = 0;
    // A host is asked once at a time by the fetcher; hosts are asked side by side.
    try (HttpFetcher fetcher = new HttpFetcher(configuration.crawler(), Clock.systemUTC());
        ExecutorService checks = Executors.newVirtualThreadPerTaskExecutor()) {
      SourceCheck check =
          new SourceCheck(
              fetcher, Secrets.from(System.getenv()), configuration.crawler().limits().entries());
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
    if (!common.json()) {
      out.println((sources.size() - failed) + " of " + sources.size() + " sources work");
      out.flush();
    }
    return failed > 0 ? 1 : 0;
  }
}
