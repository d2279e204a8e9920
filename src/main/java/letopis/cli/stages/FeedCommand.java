package letopis.cli.stages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import letopis.app.CommonOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `feed`: the entries of feeds, sitemaps, channel pages and API answers, a JSON line each.
@Command(
    name = "feed",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the entries of feeds: a JSON line per entry, in the order given.",
      "Recognised by content: RSS, RDF, Atom, JSON Feed, CDF, sitemaps, Telegram previews, VK,",
      "Mastodon and Bluesky answers. A refused file is one line with `error`; what was mended or",
      "left out is said on stderr."
    })
public final class FeedCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 90;
  private static final int AHEAD = 32;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(
      paramLabel = "FILE|URL",
      arity = "1..*",
      description = "Saved feeds, or addresses to fetch.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--url",
      paramLabel = "U",
      description =
          "The address that the given files came from: relative links are resolved against it.")
  private @Nullable URI url;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "Zone of times written without an offset (default: ${DEFAULT-VALUE}).")
  private ZoneId zone = ZoneOffset.UTC;

  @Override
  public Integer call() throws InterruptedException, JsonProcessingException {
    FeedJobs jobs = new FeedJobs(Clock.systemUTC(), zone, Optional.ofNullable(url));
    ArrayDeque<Future<FeedJobs.Lines>> running = new ArrayDeque<>();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("feed-", 0).factory());
    int failed = 0;
    try {
      int next = 0;
      for (String input : inputs) {
        while (next < inputs.size() && running.size() < AHEAD) {
          String ahead = inputs.get(next++);
          running.add(workers.submit(() -> jobs.read(ahead)));
        }
        FeedJobs.Lines lines = await(running.remove(), input);
        failed += lines.refused() ? 1 : 0;
        lines.notes().forEach(note -> err.println(input + ": " + note));
        for (ObjectNode line : lines.lines()) {
          out.println(JSON.writeValueAsString(line));
        }
      }
    } finally {
      workers.shutdownNow();
      out.flush();
      err.flush();
    }
    return failed == inputs.size() ? 1 : 0;
  }

  private static FeedJobs.Lines await(Future<FeedJobs.Lines> job, String input)
      throws InterruptedException {
    try {
      return job.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      job.cancel(true);
      return FeedJobs.Lines.refused(input, "took longer than " + PATIENCE_SECONDS + " s");
    } catch (ExecutionException e) {
      // One file's bug or lack of memory is that file's line, not the end of the run.
      return FeedJobs.Lines.refused(input, "internal error: " + e.getCause());
    }
  }
}
