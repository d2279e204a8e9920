package letopis.cli.stages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.sources.Configuration;
import letopis.sources.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `extract`: what page extraction makes of saved pages or of addresses, a JSON line each, in the
/// order given.
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what is found in pages: a JSON line per file or address, in the order given.",
      "A page without an article has `article: false` and a reason; a refused one has `error`."
    })
public final class ExtractCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 90;
  private static final int AHEAD = 64;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "FILE|URL", description = "Saved pages, or addresses to fetch.")
  private List<String> inputs = new ArrayList<>();

  @Option(names = "--url", paramLabel = "U", description = "The address of the one given file.")
  private @Nullable URI url;

  @Option(
      names = "--manifest",
      paramLabel = "M",
      description =
          "JSON Lines {\"file\",\"url\",\"captured\"} of saved pages; without FILE, all its files"
              + " are read. Files are relative to the current folder, else to the manifest's. A"
              + " line that cannot be read gives a line with `error`, which names its number.")
  private @Nullable Path manifest;

  @Option(
      names = "--source",
      paramLabel = "ID",
      description = "Use the selectors and the time zone of this configured source.")
  private @Nullable String source;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Manifest.Page> wanted = wanted();
    if (wanted.isEmpty()) {
      throw CommandFailure.wrongUsage("name a file, an address, or a --manifest");
    }
    if (url != null && wanted.size() > 1) {
      throw CommandFailure.wrongUsage("--url goes with one file; for more, use --manifest");
    }
    PageJobs jobs = new PageJobs(Clock.systemUTC(), configured());
    ArrayDeque<Future<ObjectNode>> running = new ArrayDeque<>();
    PrintWriter out = spec.commandLine().getOut();
    ExecutorService workers = workers();
    int failed = 0;
    try {
      int next = 0;
      for (Manifest.Page page : wanted) {
        while (next < wanted.size() && running.size() < AHEAD) {
          Manifest.Page ahead = wanted.get(next++);
          running.add(workers.submit(() -> job(jobs, ahead)));
        }
        ObjectNode line = await(running.remove(), page.file());
        failed += line.has("error") ? 1 : 0;
        out.println(JSON.writeValueAsString(line));
      }
    } finally {
      workers.shutdownNow();
    }
    out.flush();
    return failed == wanted.size() ? 1 : 0;
  }

  /// The files and addresses named by hand with what the manifest says of them, else all of the
  /// manifest.
  private List<Manifest.Page> wanted() throws IOException {
    List<Manifest.Page> saved = manifest == null ? List.of() : Manifest.read(manifest);
    if (inputs.isEmpty()) {
      return saved;
    }
    Map<String, Manifest.Page> byFile = new HashMap<>();
    saved.forEach(page -> byFile.putIfAbsent(page.file(), page));
    return inputs.stream()
        .map(input -> byFile.getOrDefault(input, Manifest.Page.of(input)))
        .toList();
  }

  /// As many as processors; daemons, so that one that hangs does not keep the process.
  private static ExecutorService workers() {
    return Executors.newFixedThreadPool(
        Runtime.getRuntime().availableProcessors(),
        Thread.ofPlatform().daemon().name("extract-", 0).factory());
  }

  private ObjectNode job(PageJobs jobs, Manifest.Page page) throws InterruptedException {
    if (page.problem().isPresent()) {
      return PageJobs.error(page.file(), page.problem().get());
    }
    return page.file().matches("(?i)https?://.*")
        ? jobs.fetched(page.file())
        : jobs.file(
            page.file(),
            path(page.file()),
            Optional.ofNullable(url).or(page::url),
            page.captured());
  }

  private Path path(String input) {
    Path here = Path.of(input);
    boolean beside = !here.isAbsolute() && manifest != null && !Files.exists(here);
    return beside ? manifest.resolveSibling(input) : here;
  }

  private static ObjectNode await(Future<ObjectNode> job, String input)
      throws InterruptedException {
    try {
      return job.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      job.cancel(true);
      return PageJobs.error(input, "took longer than " + PATIENCE_SECONDS + " s");
    } catch (ExecutionException e) {
      // One page's bug or lack of memory is that page's line, not the end of the run.
      return PageJobs.error(input, "internal error: " + e.getCause());
    }
  }

  private Optional<Source> configured() throws IOException {
    if (source == null) {
      return Optional.empty();
    }
    Path folder =
        common.config().orElseThrow(() -> CommandFailure.failed("no crawler-config folder here"));
    return switch (Configuration.load(folder)) {
      case Configuration.Invalid invalid ->
          throw CommandFailure.failed(
              String.join("\n", invalid.problems().stream().map(Object::toString).toList()));
      case Configuration.Ready ready ->
          Optional.of(
              ready.configuration().sources().stream()
                  .filter(known -> known.id().equals(source))
                  .findFirst()
                  .orElseThrow(() -> CommandFailure.failed("no source " + source)));
    };
  }
}
