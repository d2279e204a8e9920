package letopis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import letopis.sources.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `feed` and `sources` as a user meets them, against a real server on loopback.
class FeedCommandTest {
  private static final String RSS =
      "<rss version='2.0'><channel><title>Газета</title><item><title>Первая</title><link>/news/1</link><pubDate>Mon,"
          + " 23 Nov 2026 10:00:00 +0900</pubDate></item></channel></rss>";

  @TempDir Path dir;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          String body =
              switch (path) {
                case "/feed" -> RSS;
                case "/" ->
                    "<html><head><link rel=alternate type='application/rss+xml'"
                        + " href='/feed'></head></html>";
                case "/dead" ->
                    "<html><head><link rel=alternate type='application/rss+xml'"
                        + " href='/missing'></head></html>";
                case "/away" -> "";
                default -> "not here";
              };
          if (path.equals("/away")) {
            exchange.getResponseHeaders().add("Location", "http://localhost:1/feed");
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          int status = path.equals("/away") ? 302 : body.equals("not here") ? 404 : 200;
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void eachEntryIsALineAndARefusedFileIsOneWithAnError() throws IOException {
    Path feed = Files.writeString(dir.resolve("f.xml"), RSS);
    Path html = Files.writeString(dir.resolve("p.html"), "<html><body>x</body></html>");
    Run run =
        run(
            "feed",
            feed.toString(),
            html.toString(),
            dir.resolve("none").toString(),
            "--url",
            "https://gazeta.example/rss");
    List<JsonNode> lines = run.lines();
    assertThat(run.exit()).isZero();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).toString())
        .startsWith(
            "{\"file\":\""
                + feed
                + "\",\"id\":\"https://gazeta.example/news/1\",\"url\":\"https://gazeta.example/news/1\","
                + "\"title\":\"Первая\",\"summary\":null,\"content\":null,\"published\":\"2026-11-23T10:00:00+09:00\","
                + "\"updated\":null,\"authors\":[],\"categories\":[],\"enclosures\":[]");
    assertThat(lines.get(1).path("error").asText()).isEqualTo("an HTML page that links to no feed");
    assertThat(lines.get(2).path("error").asText()).isEqualTo("no such file");
  }

  @Test
  void anAddressOnLoopbackIsReadByHandButNotThroughARedirect() throws IOException {
    assertThat(run("feed", url("/feed")).lines().getFirst().path("url").asText())
        .isEqualTo(url("/news/1"));
    Run away = run("feed", url("/away"));
    assertThat(away.exit()).isEqualTo(1);
    assertThat(away.lines().getFirst().path("error").asText()).contains("forbidden-address");
  }

  @Test
  void checkTellsWhatWouldBeIndexedAndWhereTheFeedOfAHomePageIs() throws IOException {
    configure(
        "- {id: good, name: G, rss: '"
            + url("/feed")
            + "'}\n- {id: home, name: H, rss: '"
            + url("/")
            + "'}\n"
            + "- {id: gone, name: X, rss: '"
            + url("/old")
            + "'}\n- {id: wall, name: W, vk: gazeta}\n");
    Run run = run("sources", "check", "--config", dir.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "ok    good",
            "rss-2.0: 1 entries, 1 with address, 1 with date",
            "Первая",
            "set `verified: true`")
        .contains("FAILS home", "an HTML page: a feed is linked at " + url("/feed"))
        .contains("FAILS gone", "HTTP status 404", "links to the feed " + url("/feed"))
        .contains("FAILS wall", "LETOPIS_VK_TOKEN")
        .contains("1 of 4 sources work");
  }

  @Test
  void anAddressAloneIsLookedThroughForAWayToReadIt() throws IOException {
    configure("[]");
    Run home = run("sources", "check", url("/"), "--config", dir.toString());
    assertThat(home.exit()).isZero();
    assertThat(home.out())
        .contains(
            "rss-2.0: 1 entries",
            "put into " + dir.resolve("sources/127.0.0.1.yaml"),
            "- id: 127.0.0.1")
        .contains("rss: \"" + url("/feed") + "\"");

    Run feed = run("sources", "check", url("/feed"), "--config", dir.toString());
    assertThat(feed.out()).contains("rss: \"" + url("/feed") + "\"");

    Run wall = run("sources", "check", "https://vk.com/gazeta", "--config", dir.toString());
    assertThat(wall.exit()).isEqualTo(1);
    assertThat(wall.out()).contains("FAILS gazeta", "LETOPIS_VK_TOKEN");

    Run gone = run("sources", "check", url("/old"), "--config", dir.toString());
    assertThat(gone.exit()).isEqualTo(1);
    assertThat(gone.out()).contains("FAILS " + url("/old"), "HTTP status 404");
  }

  @Test
  void aFeedThatIsLinkedButGoneIsNotSaidToBeMissingFromThePage() throws IOException {
    configure("[]");
    Run dead = run("sources", "check", url("/dead"), "--config", dir.toString());
    assertThat(dead.exit()).isEqualTo(1);
    assertThat(dead.out())
        .contains("FAILS 127.0.0.1  " + url("/missing"), "404")
        .doesNotContain("links to no feed");
  }

  @Test
  void listPrintsEveryMistakeOfTheConfiguration() throws IOException {
    configure("- {id: a, name: A, rs: 'http://e.org'}\n");
    Run run = run("sources", "list", "--config", dir.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("sources/s.yaml:1", "did you mean \"rss\"?");
  }

  @Test
  void importedFeedsAreSourcesAndNothingIsOverwritten() throws IOException {
    configure("- {id: a, name: A, rss: 'http://e.org/known'}\n");
    Path opml =
        Files.writeString(
            dir.resolve("My list.opml"),
            "<opml><body><outline text='Край'><outline text='Б &amp; \"В\"'"
                + " xmlUrl='http://b.example/f'/></outline><outline text='known'"
                + " xmlUrl='http://e.org/known'/><outline text='C'"
                + " xmlUrl='http://b.example/g'/></body></opml>");
    Run run = run("sources", "import", opml.toString(), "--config", dir.toString());
    assertThat(run.out()).contains("3 feeds, 2 new");
    var loaded = (Configuration.Ready) Configuration.load(dir);
    assertThat(loaded.configuration().sources())
        .extracting(s -> s.id())
        .containsExactlyInAnyOrder("a", "b.example", "b.example-2");
    assertThat(loaded.configuration().source("b.example").orElseThrow().name())
        .isEqualTo("Б & \"В\"");
    assertThat(run("sources", "import", opml.toString(), "--config", dir.toString()).err())
        .contains("exists already");
    assertThat(run("sources", "export", "--config", dir.toString()).out())
        .contains("xmlUrl=\"http://b.example/f\"");
  }

  private void configure(String sources) throws IOException {
    Files.createDirectories(dir.resolve("sources"));
    Files.writeString(dir.resolve("sources/s.yaml"), sources);
    Files.writeString(
        dir.resolve("crawler.yaml"),
        "allow_private: [localhost, 127.0.0.1]\npoliteness: {delay: 0ms}\n");
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private record Run(int exit, String out, String err) {
    List<JsonNode> lines() throws IOException {
      ObjectMapper json = new ObjectMapper();
      return out.lines()
          .map(
              line -> {
                try {
                  return json.readTree(line);
                } catch (IOException e) {
                  throw new AssertionError(line, e);
                }
              })
          .toList();
    }
  }

  private static Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int exit = line.execute(args);
    return new Run(exit, out.toString(), err.toString());
  }
}
