package letopis.cli;

import static letopis.support.HostileServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.app.App;
import letopis.app.CommonOptions;
import letopis.crawl.report.CrawlOutcome;
import letopis.crawl.report.CrawlReport;
import letopis.crawl.report.Visit;
import letopis.crawl.spool.Journal;
import letopis.support.HostileServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The commands of the command line beside a running service, as its operator types them: a real
/// `up` in a process of its own, with its own Elasticsearch, on one data folder.
@Timeout(600)
@TestMethodOrder(OrderAnnotation.class)
class ServiceIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CLAIM = "Мост через Липу закроют на ремонт с первого декабря";

  @TempDir static Path folder;

  private static final HostileServer web = new HostileServer();
  private static Process up;
  private static BufferedReader printed;
  private static String address;

  private record Run(int exit, String out, String err) {
    JsonNode json() throws IOException {
      return JSON.readTree(out.lines().reduce((_, last) -> last).orElseThrow());
    }
  }

  @BeforeAll
  static void startTheService() throws IOException {
    web.on("/robots.txt", ok("text/plain", "User-agent: *\nDisallow: /secret"));
    web.on("/rss", ok("application/rss+xml; charset=utf-8", feed("most", "les")));
    web.on("/most", ok("text/html; charset=utf-8", page("Мост закроют", CLAIM)));
    web.on("/les", ok("text/html; charset=utf-8", page("В лесу пожар", "Лес горит у Озёрного")));
    Path config = Files.createDirectories(folder.resolve("config/sources"));
    Files.writeString(
        folder.resolve("config/crawler.yaml"),
        """
        allow_private: ["127.0.0.1"]
        politeness: {delay: 0s}
        storage: {keep: 30d}
        """);
    Files.writeString(
        config.resolve("zarya.yaml"),
        "- id: zarya\n  name: Заря\n  kind: news\n  language: ru\n  rss: "
            + web.url("/rss")
            + "\n");
    up = start();
    printed = up.inputReader();
    for (String line = printed.readLine(); line != null; line = printed.readLine()) {
      if (line.startsWith("Letopis is ready: ")) {
        address = line.split(" ")[3];
        return;
      }
    }
    throw new IllegalStateException(
        "`up` ended: " + new String(up.getErrorStream().readAllBytes()));
  }

  @AfterAll
  static void end() throws Exception {
    up.destroyForcibly().waitFor();
    web.close();
  }

  @Test
  @Order(1)
  void crawlOnceReportsWhatBecameOfEveryAddressAndAgainChangesNothing() throws IOException {
    Run first = run("crawl", "--once", "--json");
    Run second = run("crawl", "zarya", "--once", "--json");

    assertThat(first.exit()).isZero();
    assertThat(first.json().at("/sources/zarya/added").asInt()).isEqualTo(2);
    assertThat(second.json().at("/sources/zarya").has("added")).isFalse();
    assertThat(run("crawl", "zarja", "--once").err()).contains("no such source: zarja");
  }

  @Test
  @Order(2)
  void whatWasCrawledIsFoundByCommandAndOverHttp() throws Exception {
    Run found = run("search", "закроют мост", "--json");
    JsonNode http = get("/api/v1/search?facets=source&q=" + encoded("закроют мост"));

    assertThat(found.json().at("/total/value").asInt()).isEqualTo(1);
    assertThat(found.json().at("/hits/0/title").asText()).isEqualTo("Мост закроют");
    assertThat(http.at("/facets/source")).as(http.toString()).hasSize(1);
    assertThat(http.at("/facets/source/0/label").asText()).isEqualTo("Заря");
    assertThat(run("search", "пожар").out()).contains("1 documents", "В лесу пожар", "Заря");
  }

  @Test
  @Order(3)
  void aMistakeInAQueryIsWrongUsageWithAMarkUnderItsPlace() {
    Run run = run("search", "(мост AND");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("(мост AND\n").contains("^");
    assertThat(run.err()).doesNotContain("Exception");
  }

  @Test
  @Order(4)
  void aSearchTakesTheFiltersOfTheApiAndNamesTheirMistakes() throws IOException {
    Run counted = run("search", "--kind", "news", "--from", "2025-05-01", "--timeline", "day");
    Run none = run("search", "--not", "source=zarya", "--json");
    Run wrong = run("search", "--from", "вчера", "--facets", "sauce", "--size", "100000");

    assertThat(counted.out()).contains("2 documents", "source\n       2  Заря", "timeline\n");
    assertThat(none.json().at("/total/value").asInt()).isZero();
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("--from: ", "--facets: ", "--size: ");
    assertThat(run("export", "--with", "sauce=1").err()).contains("--sauce: ");
  }

  @Test
  @Order(5)
  void anImportIsSearchableWhenTheCommandReturns() throws IOException {
    Path records =
        Files.writeString(
            folder.resolve("records.jsonl"),
            """
            {"url":"https://vesti.example/1","source":"Вести","published":"2025-05-09T09:00:00Z",\
            "title":"О мосте","text":"%s. Так сообщает газета «Заря»."}
            {"url":"https://vesti.example/2","source":"Вести","text":""}
            """
                .formatted(CLAIM));

    Run imported = run("import", "--json", records.toString());

    assertThat(imported.json())
        .isEqualTo(
            JSON.readTree(
                """
                {"read":2,"added":1,"updated":0,"unchanged":0,"rejected":1}\
                """));
    assertThat(run("search", "source:vesti", "--json").json().at("/total/value").asInt()).isOne();
    assertThat(run("import", folder.resolve("none.jsonl").toString()).err())
        .contains("cannot read");
  }

  @Test
  @Order(6)
  void aTraceTellsWhoSaidItOldestFirst() throws IOException {
    Run traced = run("trace", CLAIM, "--json");

    assertThat(traced.exit()).isZero();
    assertThat(traced.json().path("appearances")).hasSize(2);
    assertThat(run("trace", CLAIM).out()).contains("Заря", "Вести");
  }

  @Test
  @Order(7)
  void anExportWritesEveryRowInEachFormat() throws IOException {
    for (String format : List.of("csv", "ndjson", "rss")) {
      Path file = folder.resolve("rows." + format);
      Run run = run("export", "--format", format, "--out", file.toString(), "--json");
      assertThat(run.err().lines().toList()).contains("{\"rows\":3}");
      assertThat(Files.readString(file)).contains("Мост закроют", "В лесу пожар", "О мосте");
    }
    assertThat(Files.readAllLines(folder.resolve("rows.ndjson"))).hasSize(3);
    assertThat(Files.readString(folder.resolve("rows.csv"))).startsWith("\uFEFF");
  }

  @Test
  @Order(8)
  void theIndexAndTheSavedOriginalsVerify() {
    assertThat(run("index", "verify").exit()).isZero();
  }

  @Test
  @Order(9)
  void aBackupHoldsWhatRestoreNeedsAlsoOfAnArchiveThatIsNotMigratedYet() throws IOException {
    Path backup = folder.resolve("backup");
    anOldIndex("PUT");
    Run made = run("backup", backup.toString(), "--json");
    anOldIndex("DELETE");

    assertThat(made.exit()).as(made.err()).isZero();
    assertThat(made.json().path("files").asInt()).isPositive();
    assertThat(run("backup", backup.toString()).err()).contains("is not empty");
  }

  @Test
  @Order(10)
  void aTakedownClosesTheAddressForSearchTraceAndCrawl() throws IOException {
    Run taken = run("takedown", web.url("/les").toString(), "--reason", "решение суда");

    assertThat(taken.exit()).isZero();
    assertThat(run("search", "пожар", "--json").json().at("/total/value").asInt()).isZero();
    run("crawl", "--once");
    assertThat(run("search", "пожар", "--json").json().at("/total/value").asInt()).isZero();
    assertThat(Files.readString(folder.resolve("data/audit.jsonl"))).contains("решение суда");
  }

  @Test
  @Order(11)
  void retentionBesideTheServiceLeavesWhatIsYoung() throws IOException {
    Run preview = run("retention", "--dry-run", "--json");
    Run round = run("retention", "--json");

    assertThat(preview.json().path("documents").asInt(-1)).isZero();
    assertThat(round.json().path("documents").asInt(-1)).isZero();
    assertThat(round.json().path("files").asInt(-1)).isZero();
    assertThat(run("search", "мост", "--json").json().at("/total/value").asInt()).isPositive();
  }

  /// Its metrics, and those of a crawler, which counts from its first page on.
  @Test
  @Order(11)
  void everyMetricThatTheDocumentsNameIsToldAndSaysHowTheSourcesAre() throws Exception {
    PrometheusMeterRegistry crawler = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    CrawlReport report = new CrawlReport(crawler);
    report.count(
        new Visit("zarya", "https://zarya.example/1", CrawlOutcome.ADDED, "", Optional.empty()));
    report.countPoll("zarya", "ok");
    Journal journal = Journal.open(folder.resolve("journal"), 1_000);
    journal.tell(crawler);

    String told = text("/metrics") + crawler.scrape();

    journal.close();
    Matcher name =
        Pattern.compile("letopis_[a-z_]+").matcher(Files.readString(Path.of("docs/operations.md")));
    assertThat(name.results().map(MatchResult::group).distinct())
        .hasSizeGreaterThan(12)
        .allSatisfy(one -> assertThat(told).containsPattern("(?m)^" + one + "[ {]"));
    assertThat(told)
        .contains(
            "letopis_source_state{source=\"zarya\",state=\"watched\"} 1.0",
            "letopis_sources{state=\"watched\"} 1.0",
            "letopis_sources{state=\"layout_broken\"} 0.0",
            "letopis_elasticsearch_up 1.0",
            "letopis_journal_limit_bytes 1000.0");
  }

  @Test
  @Order(11)
  void aSecondServiceOnTheFolderIsRefused() throws Exception {
    Process second = start();

    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isOne();
    assertThat(new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("another Letopis", "is running on the data folder")
        .doesNotContain("\tat ");
  }

  @Test
  @Order(12)
  void itEndsCleanlyWhenToldToAndABackupIsRestoredIntoAnEmptyFolder() throws Exception {
    up.destroy();

    assertThat(up.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(ProcessHandle.allProcesses().flatMap(p -> p.info().commandLine().stream()))
        .noneMatch(command -> command.contains(folder.resolve("data") + "/elasticsearch"));
    Path data = folder.resolve("restored");
    String backup = folder.resolve("backup").toString();
    Files.createDirectories(folder.resolve("backup/config"));
    Files.writeString(folder.resolve("backup/config/crawler.yaml"), "storage: {keep: 900d}\n");
    Run restored = run(data, "restore", backup);
    assertThat(restored.exit()).as(restored.err()).isZero();
    assertThat(restored.err()).contains("-v1-1999: is of version 1", "run `index migrate`");
    assertThat(run(data, "index", "migrate").exit()).isZero();
    assertThat(data.resolve("config/crawler.yaml")).hasContent("storage: {keep: 900d}");
    assertThat(run(data, "search", "пожар", "--json").json().at("/total/value").asInt()).isOne();
    assertThat(run(data, "restore", backup).err()).contains("restore into an empty --data");
  }

  private static Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-Dstderr.encoding=UTF-8");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("up", "--no-crawl", "--port", "0"));
    command.addAll(at(folder.resolve("data")));
    return new ProcessBuilder(command).start();
  }

  private static List<String> at(Path data) {
    return List.of("--data", data.toString(), "--config", folder.resolve("config").toString());
  }

  private static void anOldIndex(String method) throws IOException {
    String[] options = at(folder.resolve("data")).toArray(String[]::new);
    try (App app = App.of(CommandLine.populateCommand(new CommonOptions(), options))) {
      String name = app.uncheckedIndices().documents() + "-v1-1999";
      app.elasticsearch().request(method, "/" + name).orThrow();
    }
  }

  private static Run run(String... args) {
    return run(folder.resolve("data"), args);
  }

  private static Run run(Path data, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commands = Main.commandLine();
    commands.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(at(data));
    int exit = commands.execute(all.toArray(String[]::new));
    return new Run(exit, out.toString(), err.toString());
  }

  private static JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(text(path));
  }

  private static String text(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address).resolve(path)).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String feed(String... paths) {
    StringBuilder items = new StringBuilder();
    for (String path : paths) {
      items.append("<item><title>").append(path).append("</title><link>");
      items.append(web.url("/" + path)).append("</link></item>");
    }
    return "<rss version=\"2.0\"><channel><title>Заря</title>" + items + "</channel></rss>";
  }

  private static String page(String title, String text) {
    return """
    <html lang="ru"><head><title>%s</title>
    <meta property="article:published_time" content="2025-05-08T12:00:00+09:00"></head>
    <body><article><h1>%s</h1><p>%s.</p>
    <p>Об этом рассказали в районной администрации, где просят жителей быть внимательнее.</p>
    </article></body></html>
    """
        .formatted(title, title, text);
  }
}
