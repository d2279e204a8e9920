package letopis.cli.stages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Callable;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.fetch.HttpFetcher;
import letopis.url.CanonicalUrl;
import letopis.url.WebAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fetch`: one address as the crawler would fetch it, and what came of it.
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    description = {
      "Fetches one address as the crawler would.",
      "Obeys robots.txt, limits and proxy; prints status, headers, times and digest. Nothing is",
      "archived. An address on this machine or in a private network may be named here, but a",
      "redirect to one is refused."
    },
    footer = {"", "Exit code 0 when an answer came, whatever its status; 1 when none did."})
public final class FetchCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "URL", description = "The address to fetch.")
  private String url = "";

  @Option(names = "--no-robots", description = "Do not ask robots.txt first.")
  private boolean noRobots;

  @Option(
      names = "--body",
      paramLabel = "FILE",
      description = "Write the decoded body to this file.")
  private @Nullable Path body;

  @Override
  public Integer call() throws IOException, InterruptedException {
    URI address =
        WebAddress.parse(url)
            .orElseThrow(() -> CommandFailure.wrongUsage(url + " is not an http or https address"));
    FetchRequest request = FetchRequest.of(address).namedByHand();
    FetchResult result;
    try (HttpFetcher fetcher = HandFetch.open(common)) {
      result = fetcher.fetch(noRobots ? request.withoutRobots() : request);
    }
    if (body != null && result instanceof FetchResult.Fetched page) {
      Files.write(body, page.body());
    }
    ObjectNode report = report(result);
    PrintWriter out = spec.commandLine().getOut();
    if (common.json()) {
      out.println(JSON.writeValueAsString(report));
    } else {
      print(report, out);
    }
    out.flush();
    return result instanceof FetchResult.Fetched ? 0 : 1;
  }

  private ObjectNode report(FetchResult result) {
    ObjectNode report = JSON.createObjectNode();
    report.put("url", url);
    CanonicalUrl.parse(url).ifPresent(canonical -> report.put("canonical_url", canonical.value()));
    switch (result) {
      case FetchResult.Fetched page -> describe(page, report);
      case FetchResult.NotModified _ -> report.put("outcome", "not-modified");
      case FetchResult.Disallowed disallowed -> {
        report.put("outcome", "disallowed");
        report.put("detail", disallowed.rule());
      }
      case FetchResult.Failed failed -> {
        report.put("outcome", failed.cause().label());
        report.put("detail", failed.detail());
        failed.retryAfter().ifPresent(wait -> report.put("retry_after_s", wait.toSeconds()));
      }
    }
    return report;
  }

  private static void describe(FetchResult.Fetched page, ObjectNode report) {
    report.put("outcome", "fetched");
    report.put("status", page.status());
    report.put("final_url", page.finalUrl().toString());
    page.redirects().forEach(hop -> report.withArrayProperty("redirects").add(hop.toString()));
    report.put("at", page.at().toString());
    report.put("took_ms", page.took().toMillis());
    report.put("bytes_on_wire", page.exchange().rawBody().length);
    report.put("bytes", page.body().length);
    report.put("payload_digest", "sha256:" + sha256(page.exchange().payload()));
    page.exchange().server().ifPresent(server -> report.put("server", server));
    ObjectNode headers = report.putObject("headers");
    page.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
  }

  private static void print(ObjectNode report, PrintWriter out) {
    report
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isObject()) {
                out.println(field.getKey() + ":");
                field
                    .getValue()
                    .properties()
                    .forEach(h -> out.println("  " + h.getKey() + ": " + h.getValue().asText()));
              } else {
                String value =
                    field.getValue().isArray()
                        ? field.getValue().toString()
                        : field.getValue().asText();
                out.printf(Locale.ROOT, "%-15s %s%n", field.getKey(), value);
              }
            });
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
