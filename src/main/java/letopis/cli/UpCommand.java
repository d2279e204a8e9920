package letopis.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import letopis.api.ApiServer;
import letopis.api.access.ApiSettings;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.app.Crawling;
import letopis.app.RetentionRunner;
import letopis.app.Serving;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `up`: the whole service until it is told to end.
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the service: crawler, archive, API and web page.",
      "Starts an Elasticsearch of its own unless --elasticsearch is given. Prints its address when",
      "it is ready. Ends cleanly on SIGTERM or Ctrl-C. Any --host but loopback needs API keys."
    })
public final class UpCommand implements Callable<Integer> {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port of the page and the API, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--trusted-proxy",
      paramLabel = "ADDRESS",
      split = ",",
      description =
          "A reverse proxy, or a block of them (10.0.0.0/8), whose X-Forwarded-For says where"
              + " requests come from (default: none).")
  private List<String> proxies = List.of();

  @Option(names = "--no-crawl", description = "Serve the page and the API without crawling.")
  private boolean noCrawl;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > 65_535) {
      throw CommandFailure.wrongUsage("--port must be from 0 to 65535");
    }
    try (App app = App.service(options)) {
      ApiSettings settings = Serving.settings(app, host, port, proxies);
      app.configuration();
      if (options.elasticsearch().isEmpty()) {
        say("Starting Elasticsearch in " + app.data().resolve("elasticsearch") + " ...");
      }
      boolean there = app.met();
      if (!there) {
        say("Elasticsearch does not answer; the page is served as soon as it does.");
        crawl(app);
        while (!app.met()) {
          Thread.sleep(PAUSE);
        }
      }
      ApiServer server = Serving.start(app, settings);
      if (there) {
        crawl(app);
      }
      RetentionRunner.start(app);
      announce(server);
      // The shutdown hook of the app closes everything; this thread has nothing more to do.
      new CountDownLatch(1).await();
      return 0;
    }
  }

  private void crawl(App app) throws IOException {
    if (!noCrawl) {
      Crawling.start(app);
    }
  }

  private void announce(ApiServer server) {
    PrintWriter out = spec.commandLine().getOut();
    String address = server.address().toString();
    out.println(
        options.json()
            ? JsonNodeFactory.instance.objectNode().put("ready", address).toString()
            : "Letopis is ready: " + address);
    out.flush();
  }

  private void say(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }
}
