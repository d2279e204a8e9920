package letopis.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import letopis.api.access.ApiSettings;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.app.Crawling;
import letopis.app.Progress;
import letopis.app.Serving;
import letopis.crawl.CrawlPipeline;
import letopis.demo.DemoClock;
import letopis.demo.DemoConfiguration;
import letopis.demo.DemoWeb;
import letopis.document.DocumentId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `demo`: the whole service on an invented region, without the internet.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Shows everything on an invented region, without the internet.",
      "Eleven outlets and channels are served on loopback and crawled by the ordinary crawler",
      "through 24 days that pass in a minute or two. A rumour starts in a channel, is reworded,",
      "silently edited, deleted and refuted. Prints links to try. Its data are kept in a folder of",
      "their own; delete the folder to begin anew."
    },
    defaultValueProvider = DemoCommand.OwnData.class)
public final class DemoCommand implements Callable<Integer> {
  private static final String CLAIM =
      "В Озёрном 12 детей попали в больницу после того, как попили воды из-под крана";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port of the page and the API, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  /// Names the demo's own folder as the default of `--data`; other options keep theirs.
  static final class OwnData implements IDefaultValueProvider {
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
      return argument instanceof OptionSpec option && option.longestName().equals("--data")
          ? "data-demo"
          : null;
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Progressed begun = Progressed.read(options.data());
    DemoClock clock = new DemoClock(begun.clock());
    DemoWeb web = new DemoWeb(clock, begun.lastDay());
    try (App app =
        App.service(
            options, DemoConfiguration.load(options.data().resolve("config"), web), clock)) {
      app.keep(web);
      ApiSettings settings = Serving.settings(app, "127.0.0.1", port, List.of());
      say("Starting Elasticsearch in " + app.data().resolve("elasticsearch") + " ...");
      URI address = Serving.start(app, settings).address();
      say("Open " + address + " — it fills while you watch.");
      CrawlPipeline pipeline = Crawling.pipeline(app);
      crawl(app, pipeline, clock, begun.lastDay());
      clock.goLive();
      Crawling.start(app, pipeline);
      announce(address, web);
      // The shutdown hook of the app closes everything; this thread has nothing more to do.
      new CountDownLatch(1).await();
      return 0;
    }
  }

  private void crawl(App app, CrawlPipeline pipeline, DemoClock clock, LocalDate lastDay)
      throws InterruptedException, IOException {
    DemoCrawl crawl = new DemoCrawl(pipeline, app.configuration().sources(), clock);
    try (Progress progress =
        Progress.of("crawling 24 days, per cent", OptionalLong.of(100), options)) {
      int[] shown = {0};
      crawl.run(
          lastDay,
          (step, of) -> {
            progress.add(step * 100 / of - shown[0]);
            shown[0] = step * 100 / of;
            new Progressed(lastDay, clock.instant()).write(options.data());
          });
    }
    app.indices().refresh();
  }

  private void announce(URI root, DemoWeb web) {
    String address = root.toString().replaceAll("/$", "");
    if (options.json()) {
      out(
          JsonNodeFactory.instance
              .objectNode()
              .put("ready", address)
              .put("publications", web.publications())
              .toString());
      return;
    }
    String edited = DocumentId.of(web.address("water-vecherny").orElseThrow());
    out("Letopis is ready: " + address + "   (Ctrl-C ends it)");
    out("");
    out("Things to try, in a browser:");
    out("  the search page         " + address);
    out("  who said it first       " + address + "/trace?text=" + encode(CLAIM));
    out("  a silently edited page  " + address + "/document/" + edited);
    out("or with curl:");
    out(
        "  curl '"
            + address
            + "/api/v1/search?q="
            + encode("вода дети")
            + "&facets=source,kind,topic,place&timeline=day&highlight=true'");
    out("  ./letopis trace --data " + options.data() + " '" + CLAIM + "'");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void out(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private void say(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  /// How far the weeks have passed in a data folder, so that a demo that was stopped goes on.
  private record Progressed(LocalDate lastDay, Instant clock) {
    private static final String FILE = "demo.txt";

    static Progressed read(Path data) throws IOException {
      Path file = data.resolve(FILE);
      if (Files.exists(file)) {
        List<String> lines = Files.readAllLines(file);
        Optional<Progressed> read = parse(lines);
        if (read.isEmpty()) {
          throw CommandFailure.failed(file + " is broken: delete " + data + " to begin anew");
        }
        return read.get();
      }
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      return new Progressed(today, DemoWeb.start(today));
    }

    private static Optional<Progressed> parse(List<String> lines) {
      try {
        return lines.size() == 2
            ? Optional.of(
                new Progressed(LocalDate.parse(lines.get(0)), Instant.parse(lines.get(1))))
            : Optional.empty();
      } catch (DateTimeParseException _) {
        return Optional.empty();
      }
    }

    void write(Path data) {
      try {
        Files.writeString(data.resolve(FILE), lastDay + "\n" + clock + "\n");
      } catch (IOException e) {
        throw CommandFailure.failed(data.resolve(FILE) + " cannot be written: " + e.getMessage());
      }
    }
  }
}
