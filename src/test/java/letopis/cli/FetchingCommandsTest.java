package letopis.cli;

import static letopis.support.HostileServer.ok;
import static letopis.support.HostileServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import letopis.support.HostileServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(60)
class FetchingCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final HostileServer server = new HostileServer();

  private record Run(int exit, List<String> out, String err) {}

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void robotsPrintsALineForEachAddressWithTheRule() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("robots.txt"),
            "User-agent: letopis\nDisallow: /private\nAllow: /private/open\n");
    Run run =
        run(
            "robots",
            file.toString(),
            "--agent",
            "Letopis",
            "https://a.example/private/1",
            "https://a.example/private/open",
            "/news",
            "mailto:x@a.example");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).hasSize(4);
    assertThat(JSON.readTree(run.out().get(0)))
        .isEqualTo(
            JSON.readTree(
                "{\"url\":\"https://a.example/private/1\",\"allowed\":false,"
                    + "\"rule\":\"Disallow: /private\"}"));
    assertThat(JSON.readTree(run.out().get(1)).path("rule").asText())
        .isEqualTo("Allow: /private/open");
    assertThat(JSON.readTree(run.out().get(2)).path("rule").isNull()).isTrue();
    assertThat(JSON.readTree(run.out().get(3)).path("error").asText()).isNotEmpty();
  }

  @Test
  void robotsReadsTheFileFromASiteToo() throws IOException {
    server.on("/robots.txt", ok("text/plain", "User-agent: *\nDisallow: /x"));
    Run run = run("robots", server.url("/robots.txt").toString(), "--agent", "a", "/x/1");
    assertThat(JSON.readTree(run.out().getFirst()).path("allowed").asBoolean()).isFalse();
    Run missing = run("robots", server.url("/none").toString(), "--agent", "a", "/x/1");
    assertThat(JSON.readTree(missing.out().getFirst()).path("allowed").asBoolean()).isTrue();
  }

  @Test
  void robotsSaysWhatIsWrongWithItsArguments() {
    assertThat(
            run("robots", server.url("/robots.txt").toString(), "--agent", "a1b/2.0", "/x/1")
                .exit())
        .isZero();
    assertThat(run("robots", "x.txt", "--agent", "/1.0", "/a").exit()).isEqualTo(2);
    assertThat(run("robots", "x.txt", "/a").exit()).isEqualTo(2);
    Run missing = run("robots", folder.resolve("none.txt").toString(), "--agent", "a", "/a");
    assertThat(missing.exit()).isEqualTo(1);
    assertThat(missing.err()).contains("there is no file");
  }

  @Test
  void fetchShowsWhatCame() throws IOException {
    server.on("/a", ok("text/html; charset=utf-8", "<p>Новость"));
    Path body = folder.resolve("body");
    Run run = run("fetch", server.url("/a?utm_source=x").toString(), "--json");
    assertThat(JSON.readTree(run.out().getFirst()).path("status").asInt()).isEqualTo(404);
    run = run("fetch", server.url("/a").toString(), "--json", "--body", body.toString());
    assertThat(run.exit()).isZero();
    JsonNode report = JSON.readTree(run.out().getFirst());
    assertThat(report.path("outcome").asText()).isEqualTo("fetched");
    assertThat(report.path("headers").path("content-type").asText())
        .isEqualTo("text/html; charset=utf-8");
    assertThat(report.path("payload_digest").asText()).matches("sha256:[0-9a-f]{64}");
    assertThat(Files.readString(body)).isEqualTo("<p>Новость");
    assertThat(run("fetch", server.url("/a").toString()).out())
        .anyMatch(l -> l.contains("fetched"));
  }

  @Test
  void fetchNamesWhyNothingCame() throws IOException {
    server.on("/inside", redirect(server.url("/a").toString()));
    server.on("/robots.txt", ok("text/plain", "User-agent: *\nDisallow: /no"));
    assertThat(outcome("/inside")).isEqualTo("forbidden-address");
    assertThat(outcome("/no")).isEqualTo("disallowed");
    assertThat(outcome("/no", "--no-robots")).isEqualTo("fetched");
    assertThat(run("fetch", "ftp://a.example/").exit()).isEqualTo(2);
  }

  private String outcome(String path, String... more) throws IOException {
    List<String> args =
        new java.util.ArrayList<>(List.of("fetch", server.url(path).toString(), "--json"));
    args.addAll(List.of(more));
    Run run = run(args.toArray(String[]::new));
    String outcome = JSON.readTree(run.out().getFirst()).path("outcome").asText();
    assertThat(run.exit()).isEqualTo(outcome.equals("fetched") ? 0 : 1);
    return outcome;
  }

  private static Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commands = Main.commandLine();
    commands.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int exit = commands.execute(args);
    return new Run(exit, out.toString().lines().toList(), err.toString());
  }
}
