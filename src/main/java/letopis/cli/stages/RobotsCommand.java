package letopis.cli.stages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.fetch.HttpFetcher;
import letopis.fetch.RobotsTxt;
import letopis.url.WebAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `robots`: what a robots.txt says about addresses.
@Command(
    name = "robots",
    mixinStandardHelpOptions = true,
    description = {
      "Tells for each address whether robots.txt allows it, and by which rule.",
      "A JSON line for each (RFC 9309). The rule is null where no line speaks of the address,",
      "which then is allowed."
    })
public final class RobotsCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(
      index = "0",
      paramLabel = "FILE|URL",
      description = "A saved robots.txt, or where to get one.")
  private String file = "";

  @Option(
      names = "--agent",
      paramLabel = "A",
      required = true,
      description = "Product token of the crawler, for example Letopis; a version is passed over.")
  private String agent = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "URL",
      description = "Addresses to judge.")
  private List<String> urls = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!agent.matches("[^\\s/].*")) {
      throw CommandFailure.wrongUsage(
          "--agent is the name of a crawler, such as Letopis or FooBot/1.2, not \"" + agent + "\"");
    }
    String name = agent.replaceFirst("[\\s/].*", "");
    RobotsTxt robots = RobotsTxt.parse(content());
    PrintWriter out = spec.commandLine().getOut();
    for (String url : urls) {
      out.println(JSON.writeValueAsString(line(robots, name, url)));
    }
    out.flush();
    return 0;
  }

  private ObjectNode line(RobotsTxt robots, String name, String url)
      throws JsonProcessingException {
    ObjectNode line = JSON.createObjectNode();
    line.put("url", url);
    Optional<URI> address = WebAddress.parse(url.startsWith("/") ? "http://host" + url : url);
    if (address.isEmpty()) {
      return line.put("error", "not an http or https address");
    }
    RobotsTxt.Verdict verdict = robots.check(name, address.get());
    line.put("allowed", verdict.allowed());
    line.put("rule", verdict.rule().orElse(null));
    return line;
  }

  private byte[] content() throws IOException, InterruptedException {
    if (!file.matches("(?i)https?://.*")) {
      return Files.readAllBytes(Path.of(file));
    }
    URI address =
        WebAddress.parse(file)
            .orElseThrow(() -> CommandFailure.wrongUsage(file + " is not an address"));
    try (HttpFetcher fetcher = HandFetch.open(common)) {
      FetchRequest request = FetchRequest.of(address).namedByHand().withoutRobots();
      return switch (fetcher.fetch(request)) {
        case FetchResult.Fetched page -> body(page);
        case FetchResult.Failed failed ->
            throw CommandFailure.failed(
                file + ": " + failed.cause().label() + ", " + failed.detail());
        case FetchResult.Disallowed disallowed -> throw CommandFailure.failed(disallowed.rule());
        case FetchResult.NotModified _ -> throw CommandFailure.failed(file + ": answered 304");
      };
    }
  }

  /// RFC 9309 section 2.3.1.3: 4xx means that there are no rules.
  private byte[] body(FetchResult.Fetched page) {
    if (page.status() >= 500) {
      throw CommandFailure.failed(file + " answered " + page.status() + ": nothing is allowed");
    }
    return page.status() >= 300 ? new byte[0] : page.body();
  }
}
