package letopis.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import letopis.api.http.Call;
import letopis.index.Indices;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Drives every route over a real archive; every answer, errors included, is held to
/// `openapi.yaml`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractIT {
  private static final int FUZZED = Integer.getInteger("letopis.fuzz", 5_000);

  @TempDir static Path data;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Set<String> answered = new TreeSet<>();
  private Contract contract;
  private Newsroom newsroom;
  private ApiServer server;

  @BeforeAll
  void open() throws Exception {
    contract = new Contract();
    Indices indices = TestElasticsearch.freshIndices();
    newsroom = Newsroom.fill(indices, data);
    server = ApiArchive.serve(indices, data, Newsroom.configuration());
  }

  @AfterAll
  void close() {
    server.close();
  }

  private record Got(int status, String type, byte[] bytes, HttpResponse<byte[]> response) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonNode json() throws IOException {
      return Call.JSON.readTree(bytes);
    }
  }

  private Got get(String target, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(target)).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return held("GET", target, request.build());
  }

  private Got post(String target, String type, String body) throws Exception {
    return held(
        "POST",
        target,
        HttpRequest.newBuilder(address(target))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private Got postJson(String target, String body) throws Exception {
    return post(target, "application/json", body);
  }

  private Got delete(String target) throws Exception {
    return held("DELETE", target, HttpRequest.newBuilder(address(target)).DELETE().build());
  }

  private URI address(String target) {
    return URI.create("http://127.0.0.1:" + server.address().getPort() + target);
  }

  /// Sends a request and holds the answer to the description.
  private Got held(String method, String target, HttpRequest request) throws Exception {
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    String type = response.headers().firstValue("Content-Type").orElse("");
    Got got = new Got(response.statusCode(), type, response.body(), response);
    String path = target.split("\\?", 2)[0];
    contract
        .operation(method, path)
        .ifPresent(
            operation -> {
              answered.add(operation + " " + (got.status() < 400 ? "done" : "refused"));
              assertThat(contract.faults(operation, got.status(), type, got.text()))
                  .as("%s %s → %s", method, target, got.text())
                  .isEmpty();
            });
    return got;
  }

  private static String q(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void everyOperationAnswersAndRefusesAsDescribed() throws Exception {
    String id = newsroom.corrected().id();
    drive(id);

    Set<String> silent = new TreeSet<>();
    for (String operation : contract.operations()) {
      if (!answered.contains(operation + " done")) {
        silent.add(operation);
      }
    }
    assertThat(silent).isEmpty();
  }

  private void drive(String id) throws Exception {
    for (String target :
        List.of(
            "/health/live",
            "/health/ready",
            "/metrics",
            "/api/v1/openapi.yaml",
            "/api/v1/topics",
            "/api/v1/sources",
            "/api/v1/sources/vestnik?days=10&tz=Asia/Yakutsk",
            "/api/v1/lookup?url=" + q(newsroom.corrected().address().url() + "?utm_source=x"),
            "/api/v1/documents/" + id,
            "/api/v1/documents/" + id + "/schema.jsonld",
            "/api/v1/documents/" + id + "/revisions",
            "/api/v1/documents/" + id + "/diff",
            "/api/v1/documents/" + id + "/diff?from=1&to=2",
            "/api/v1/documents/" + id + "/copies",
            "/api/v1/documents/" + id + "/similar?size=5",
            "/api/v1/documents/" + id + "/snapshot",
            "/api/v1/documents/" + id + "/evidence.zip",
            "/api/v1/export?q=" + q("мост"),
            "/api/v1/export?format=ndjson&sort=oldest",
            "/api/v1/export?format=rss&group=copies",
            "/api/v1/feed.rss?q=" + q("мост"),
            "/api/v1/analytics/terms?q=" + q("мост"),
            "/api/v1/analytics/citations",
            "/api/v1/fact-checks?q="
                + q("мост")
                + "&lang=ru&publisher=x&from=-365d&size=5&offset=5",
            "/api/v1/analytics/compare?q="
                + q("мост")
                + "&q="
                + q("снег")
                + "&timeline=day&facets=source",
            "/api/v1/search?match=most&q=" + q("\"мост\" (закрыт для всех"),
            "/api/v1/search?q="
                + q("мост")
                + "&facets=source,kind,topic,place&timeline=auto&share=true&explain=true&tz=Asia/Yakutsk")) {
      assertThat(get(target).status()).as(target).isEqualTo(200);
    }
    for (String target :
        List.of(
            "/api/v1/lookup",
            "/api/v1/lookup?url=ftp:x",
            "/api/v1/documents/none",
            "/api/v1/documents/none/schema.jsonld",
            "/api/v1/documents/none/revisions",
            "/api/v1/documents/" + id + "/diff?from=1&to=9",
            "/api/v1/documents/" + id + "/diff?from=x",
            "/api/v1/documents/none/snapshot",
            "/api/v1/documents/none/evidence.zip",
            "/api/v1/documents/none/copies",
            "/api/v1/documents/" + id + "/similar?size=0",
            "/api/v1/documents/" + id + "?x=1",
            "/api/v1/sources/none",
            "/api/v1/sources?x=1",
            "/api/v1/topics?x=1",
            "/api/v1/export?format=xls",
            "/api/v1/feed.rss?q=(",
            "/api/v1/analytics/compare",
            "/api/v1/analytics/terms?size=0",
            "/api/v1/fact-checks?size=0&offset=10000",
            "/api/v1/fact-checks?from=2026-01-02&to=2026-01-01",
            "/api/v1/watches/none",
            "/api/v1/watches?x=1",
            "/api/v1/search?match=some",
            "/api/v1/search?topic=none",
            "/api/v1/export?not.place=none",
            "/api/v1/search?size=100000")) {
      assertThat(get(target).status()).as(target).isBetween(400, 451);
    }
    for (String feed :
        List.of(
            "/api/v1/feed.rss?q=" + q("мост & снег") + "&kind=news",
            "/api/v1/export?format=rss&kind=news&q=" + q("мост & снег"))) {
      assertThat(get(feed).text())
          .contains("<link>" + address("/?q=" + q("мост & снег") + "&amp;kind=news") + "</link>");
    }
    assertThat(
            postJson("/api/v1/trace", "{\"text\":\"мост через Зею закроют на ремонт до марта\"}")
                .status())
        .isEqualTo(200);
    assertThat(postJson("/api/v1/trace", "{\"text\":1,\"x\":2}").status()).isEqualTo(400);
    assertThat(post("/api/v1/trace", "text/plain", "{}").status()).isEqualTo(415);
    assertThat(
            post(
                    "/api/v1/trace/batch",
                    "application/x-ndjson",
                    "{\"id\":7,\"document\":\"" + id + "\"}\n")
                .status())
        .isEqualTo(200);
    assertThat(postJson("/api/v1/trace/batch", "{}").status()).isEqualTo(415);
    assertThat(
            postJson("/api/v1/batch", "{\"queries\":[\"мост\",{\"id\":\"b\",\"q\":\"(x\"}]}")
                .status())
        .isEqualTo(200);
    assertThat(
            postJson("/api/v1/batch?format=csv&source=vestnik", "{\"queries\":[\"мост\"]}")
                .status())
        .isEqualTo(200);
    assertThat(
            postJson(
                    "/api/v1/batch?format=csv",
                    "{\"queries\":[{\"id\":\""
                        + " =1+1\",\"q\":\"мост\"},{\"id\":\"a;b\",\"q\":\"мост\"}]}")
                .text())
        .contains("\n' =1+1,мост,", "\n\"a;b\",мост,");
    assertThat(postJson("/api/v1/batch", "{\"queries\":[7]}").status()).isEqualTo(400);
    watches();
    cases(id);
    assertThat(delete("/api/v1/session").status()).isEqualTo(204);
    assertThat(postJson("/api/v1/session", "{\"key\":\"no\"}").status()).isEqualTo(403);
    answered.add("POST /api/v1/session done"); // Driven with a real key in AccessIT.
  }

  private void cases(String id) throws Exception {
    assertThat(postJson("/api/v1/cases", "{\"claim\":7,\"x\":1}").status()).isEqualTo(400);
    assertThat(
            postJson(
                    "/api/v1/cases",
                    "{\"claim\":\"x\",\"appearances\":[{\"document\":\"none\"},7],\"verdict\":{\"rating\":\"so\"},"
                        + "\"review\":{\"url\":\"file:///x\"}}")
                .json()
                .path("errors"))
        .hasSize(3);
    Got created =
        postJson(
            "/api/v1/cases",
            "{\"claim\":\"мост через Зею закроют до"
                + " марта\",\"notes\":\"\",\"appearances\":[{\"document\":\""
                + id
                + "\",\"start\":0,\"end\":10}]}");
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    String path = "/api/v1/cases/" + created.json().path("id").asText();
    assertThat(get("/api/v1/cases").json().path("cases")).isNotEmpty();
    assertThat(get("/api/v1/cases?size=0").status()).isEqualTo(400);
    assertThat(get(path).response().headers().firstValue("ETag"))
        .contains("\"" + created.json().path("version").asText() + "\"");
    assertThat(get(path + "/claim-review.json").status()).isEqualTo(409);
    changed(path, created.json().path("version").asText());
    assertThat(get(path + "/claim-review.json").json().at("/@type").asText())
        .isEqualTo("ClaimReview");
    verifiedWithoutUs(get(path + "/evidence.zip").bytes());
    assertThat(get("/api/v1/cases/none").status()).isEqualTo(404);
    assertThat(get("/api/v1/cases/none/evidence.zip").status()).isEqualTo(404);
    assertThat(delete(path).status()).isEqualTo(428);
    assertThat(conditional("DELETE", path, "\"0.0\"", "").status()).isEqualTo(412);
    String version = get(path).json().path("version").asText();
    assertThat(conditional("DELETE", path, "\"" + version + "\"", "").status()).isEqualTo(204);
    assertThat(get(path).status()).isEqualTo(404);
  }

  private void changed(String path, String version) throws Exception {
    String judged =
        "{\"claim\":\"мост закроют\",\"verdict\":{\"rating\":\"false\"},\"appearances\":%s}";
    JsonNode one = get(path).json().at("/appearances/0");
    String body =
        judged.formatted(
            "[{\"document\":\"" + one.path("document").asText() + "\",\"start\":0,\"end\":10}]");
    assertThat(conditional("PUT", path, "", body).status()).isEqualTo(428);
    assertThat(conditional("PUT", path, "\"" + version + "\"", body).status()).isEqualTo(200);
    assertThat(conditional("PUT", path, "W/\"" + version + "\"", body).status()).isEqualTo(412);
  }

  private Got conditional(String method, String path, String tag, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!tag.isEmpty()) {
      request.header("If-Match", tag);
    }
    return held(method, path, request.build());
  }

  /// With the plain tools that the pack's README names.
  private static void verifiedWithoutUs(byte[] zip) throws Exception {
    Path folder = java.nio.file.Files.createTempDirectory(data, "pack");
    Path file = java.nio.file.Files.write(folder.resolve("case.zip"), zip);
    org.junit.jupiter.api.Assumptions.assumeTrue(
        java.nio.file.Files.isExecutable(Path.of("/usr/bin/unzip")), "unzip is not installed");
    String command =
        "unzip -q case.zip && sha256sum --quiet -c SHA256SUMS && gzip -t documents/*/*.warc.gz &&"
            + " gzip -dc documents/*/*.warc.gz | grep -q '^WARC/1.1' && cat README.txt";
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(file.getParent().toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("sha256sum -c SHA256SUMS", "not after ", "time grade ");
  }

  private void watches() throws Exception {
    Got created = postJson("/api/v1/watches", "{\"name\":\"Мост\",\"query\":\"мост\"}");
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    Got narrow =
        postJson(
            "/api/v1/watches",
            "{\"name\":\"Мост\",\"query\":\"мост\",\"filters\":{\"kind\":[\"news\"],"
                + "\"not.source\":[\"vestnik\"],\"removed\":false}}");
    assertThat(narrow.status()).as(narrow.text()).isEqualTo(201);
    assertThat(narrow.json().at("/filters/not.source/0").asText()).isEqualTo("vestnik");
    for (String wrong :
        List.of(
            "{\"kind\":[\"rumour\"]}",
            "{\"sources\":[\"a\"]}",
            "{\"source\":\"a\"}",
            "{\"lang\":[1]}",
            "[1]",
            "{\"changed\":1}")) {
      assertThat(
              postJson(
                      "/api/v1/watches",
                      "{\"name\":\"x\",\"query\":\"мост\",\"filters\":" + wrong + "}")
                  .status())
          .as(wrong)
          .isEqualTo(400);
    }
    String path = "/api/v1/watches/" + created.json().path("id").asText();
    assertThat(created.json().has("suggestion")).isFalse();
    Got foreign = postJson("/api/v1/watches", "{\"name\":\"x\",\"query\":\"мост W/5 зея\"}");
    assertThat(foreign.json().path("suggestion").asText()).isEqualTo("мост NEAR/5 зея");
    for (String target :
        List.of(
            "/api/v1/watches",
            path,
            path + "/results",
            path + "/replay?from=-30d",
            path + "/feed.rss")) {
      assertThat(get(target).status()).as(target).isEqualTo(200);
    }
    assertThat(
            postJson("/api/v1/watches", "{\"name\":\"x\",\"query\":\"(мост\"}")
                .json()
                .at("/errors/0/position")
                .isInt())
        .isTrue();
    assertThat(delete(path).status()).isEqualTo(204);
    assertThat(get(path).status()).isEqualTo(404);
    assertThat(delete(path).status()).isEqualTo(404);
  }

  @Test
  void aTraceSpeaksTheLanguageAskedForAndHasTheSameCodesInBoth() throws Exception {
    JsonNode russian = traced("ru");
    JsonNode english = traced("en");
    assertThat(russian.path("caveat_codes")).isEqualTo(english.path("caveat_codes"));
    assertThat(russian.at("/origin/ground").asText()).startsWith("раньше всех");
    assertThat(english.at("/origin/ground").asText()).startsWith("earliest by");
    assertThat(english.at("/origin/ground_codes/0/code").asText()).startsWith("earliest-");
  }

  private JsonNode traced(String language) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address("/api/v1/trace"))
            .header("Content-Type", "application/json")
            .header("Accept-Language", language)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"text\":\"мост через Зею закроют на ремонт до марта\"}"))
            .build();
    return held("POST", "/api/v1/trace", request).json();
  }

  @Test
  void theTotalTheFacetsAndTheTimelineAgree() throws Exception {
    JsonNode body = get("/api/v1/search?facets=source&facet_size=100&timeline=day&size=100").json();

    long total = body.at("/total/value").asLong();
    long facets = 0;
    for (JsonNode facet : body.at("/facets/source")) {
      facets += facet.path("count").asLong();
    }
    long timeline = 0;
    for (JsonNode bucket : body.path("timeline")) {
      timeline += bucket.path("count").asLong();
    }
    assertThat(total).isEqualTo(124).isEqualTo(facets).isEqualTo(timeline);
  }

  @Test
  void theCursorReachesEveryDocumentOnce() throws Exception {
    Set<String> seen = new TreeSet<>();
    int rows = 0;
    JsonNode first = get("/api/v1/search?size=5&from=-36500d&to=now").json();
    JsonNode second =
        get("/api/v1/search?size=5&from=-36500d&to=now&cursor="
                + first.path("next_cursor").asText())
            .json();
    assertThat(second.path("hits")).as(second.toString()).hasSize(5);
    assertThat(second.at("/hits/0/id")).isNotEqualTo(first.at("/hits/0/id"));
    String cursor = "";
    do {
      JsonNode page = get("/api/v1/search?size=37&sort=oldest" + cursor).json();
      for (JsonNode hit : page.path("hits")) {
        seen.add(hit.path("id").asText());
        rows++;
      }
      cursor = page.has("next_cursor") ? "&cursor=" + page.path("next_cursor").asText() : "";
    } while (!cursor.isEmpty());

    assertThat(rows).isEqualTo(124);
    assertThat(seen).hasSize(124);
  }

  @Test
  void aMistakeInTheQueryIsPlacedAndToldInRussian() throws Exception {
    JsonNode problem = get("/api/v1/search?q=" + q("(мост AND"), "Accept-Language", "ru").json();

    assertThat(problem.path("title").asText()).isEqualTo("В запросе есть ошибки");
    assertThat(problem.at("/errors/0/parameter").asText()).isEqualTo("q");
    assertThat(problem.at("/errors/0/position").isInt()).isTrue();
    assertThat(problem.at("/errors/0/message").asText()).matches("(?s).*[а-я].*");
  }

  @Test
  void whatAPageSaysIsEscapedInTheSnippet() throws Exception {
    String id = newsroom.corrected().id();
    JsonNode hits = get("/api/v1/search?as_of=-46h&q=" + q("прочее")).json().path("hits");

    assertThat(hits).isNotEmpty();
    assertThat(hits.get(0).path("id").asText()).isEqualTo(id);
    assertThat(hits.get(0).path("snippet").asText()).contains("<mark>").doesNotContain("<script");
  }

  @Test
  void aSavedPageIsInert() throws Exception {
    Got got = get("/api/v1/documents/" + newsroom.corrected().id() + "/snapshot");

    assertThat(got.type()).isEqualToIgnoringWhitespace("text/html;charset=utf-8");
    assertThat(got.text()).contains("<script>");
    assertThat(got.response().headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("sandbox; default-src 'none'")
        .doesNotContain("allow-scripts");
    assertThat(got.response().headers().allValues("X-Content-Type-Options"))
        .containsExactly("nosniff");
  }

  @Test
  void theEvidenceHasEveryRevisionAndSumsThatHold() throws Exception {
    byte[] zip = get("/api/v1/documents/" + newsroom.corrected().id() + "/evidence.zip").bytes();
    Set<String> names = new TreeSet<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }

    assertThat(names)
        .contains(
            "revision-1.json",
            "revision-1.warc.gz",
            "revision-2.warc.gz",
            "citations.txt",
            "SHA256SUMS",
            "README.txt");
  }

  @Test
  void knownFactChecksAreFoundCountedAndDeleted() throws Exception {
    String asked = "/api/v1/fact-checks?q=" + q("рыбаки моста");
    JsonNode found = get(asked + "&publisher=" + q("Проверка") + "&from=-7d").json();
    assertThat(found.at("/total/value").asInt()).isEqualTo(1);
    assertThat(found.at("/fact_checks/0/rating").asText()).isEqualTo("Ложь");
    assertThat(found.at("/fact_checks/0/document").asText()).isNotEmpty();
    assertThat(found.at("/publishers/0/value").asText()).isEqualTo("Проверка");
    for (String none : List.of("&lang=en", "&to=-7d", "&publisher=x", "&document=x", q(" снег"))) {
      assertThat(get(asked + none).json().at("/total/value").asInt()).as(none).isZero();
    }
    JsonNode first = get("/api/v1/fact-checks?size=1").json();
    int next = first.path("next_offset").asInt();
    assertThat(next).isEqualTo(1);
    JsonNode second = get("/api/v1/fact-checks?size=1&offset=" + next).json();
    assertThat(second.path("next_offset").isMissingNode()).isTrue();
    assertThat(second.at("/fact_checks/0/id")).isNotEqualTo(first.at("/fact_checks/0/id"));

    String id = get("/api/v1/fact-checks?lang=en").json().at("/fact_checks/0/id").asText();
    assertThat(delete("/api/v1/fact-checks/" + id).status()).isEqualTo(204);
    assertThat(get("/api/v1/fact-checks?lang=en").json().at("/total/value").asInt()).isZero();
    assertThat(delete("/api/v1/fact-checks/" + id).status()).isEqualTo(404);
  }

  @Test
  void aCaseCitesTheVersionThatWasChosen() throws Exception {
    Got created =
        postJson(
            "/api/v1/cases",
            "{\"claim\":\"мост закроют\",\"appearances\":[{\"document\":\""
                + newsroom.corrected().id()
                + "\",\"revision\":1,\"start\":0,\"end\":10}]}");
    String id = created.json().path("id").asText();
    byte[] zip = get("/api/v1/cases/" + id + "/evidence.zip").bytes();
    String citations = "";
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals("citations.txt")) {
          citations = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }

    assertThat(citations).contains("Мост через Зею закроют. — ");
  }

  @Test
  void anUnchangedDocumentIsNotSentTwice() throws Exception {
    String target = "/api/v1/documents/" + newsroom.corrected().id();
    String tag = get(target).response().headers().firstValue("ETag").orElseThrow();

    Got again = get(target, "If-None-Match", tag);

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.bytes()).isEmpty();
  }

  @Test
  void answersAreCompressedForWhomAsks() throws Exception {
    Got got = get("/api/v1/openapi.yaml", "Accept-Encoding", "gzip");

    assertThat(got.response().headers().firstValue("Content-Encoding")).contains("gzip");
  }

  @Test
  void theRumourIsTracedToTheChannelThoughItIsGone() throws Exception {
    JsonNode trace =
        postJson(
                "/api/v1/trace",
                "{\"text\":\"Мост через Зею закроют на ремонт до марта, погибли 12 рыбаков\"}")
            .json();

    assertThat(trace.at("/origin/document/source/id").asText()).isEqualTo("kanal");
    assertThat(trace.at("/origin/removed_at").isTextual()).isTrue();
    assertThat(trace.path("appearances").size()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void aTraceAsOfBeforeTheArchiveBeganFindsNothing() throws Exception {
    String claim = "{\"text\":\"мост через Зею закроют на ремонт до марта\",\"as_of\":\"%s\"}";
    JsonNode none = postJson("/api/v1/trace", claim.formatted("2001-01-01")).json();
    JsonNode now = postJson("/api/v1/trace", claim.formatted("now")).json();

    assertThat(none.path("appearances")).isEmpty();
    assertThat(none.path("as_of").asText()).isEqualTo("2001-01-01T23:59:59.999Z");
    assertThat(now.path("appearances")).isNotEmpty();
    assertThat(postJson("/api/v1/trace", claim.formatted("ago")).status()).isEqualTo(400);
  }

  @Test
  void aTraceIsToldEveryFaultOfItsRequest() throws Exception {
    assertThat(
            postJson(
                    "/api/v1/trace",
                    "{\"text\":\"мост через Зею закроют\",\"from\":\"2026-02-01\","
                        + "\"to\":\"2026-01-01\",\"lang\":\"по-русски\",\"size\":5}")
                .json()
                .path("errors"))
        .extracting(error -> error.path("parameter").asText())
        .containsExactlyInAnyOrder("/from", "/lang", "/size");
    for (String target : List.of("/api/v1/trace?size=5", "/api/v1/cases?size=5")) {
      Got got = postJson(target, "{\"text\":\"мост через Зею закроют\"}");
      assertThat(got.status()).as(target).isEqualTo(400);
      assertThat(got.json().at("/errors/0/parameter").asText()).as(target).isEqualTo("size");
    }
    assertThat(post("/api/v1/trace/batch?size=5", "application/x-ndjson", "{}\n").status())
        .isEqualTo(400);
  }

  @Test
  void codesOfLanguagesCountInAnyCase() throws Exception {
    int russian = get("/api/v1/search?lang=ru").json().at("/total/value").asInt();
    String claim = "{\"text\":\"мост через Зею закроют на ремонт до марта\",\"lang\":\"%s\"}";

    assertThat(russian).isPositive();
    assertThat(get("/api/v1/search?lang=RU").json().at("/total/value").asInt()).isEqualTo(russian);
    assertThat(postJson("/api/v1/trace", claim.formatted("RU")).json().path("appearances"))
        .hasSameSizeAs(postJson("/api/v1/trace", claim.formatted("ru")).json().path("appearances"))
        .isNotEmpty();
  }

  @Test
  void aBatchAnswersInOrderWithFaultsInTheirPlace() throws Exception {
    Got got =
        post(
            "/api/v1/trace/batch",
            "application/x-ndjson",
            "{\"id\":\"a\",\"text\":\"мост через Зею закроют на ремонт\"}\nnot json\n\n"
                + "{\"id\":\"b\",\"url\":\"https://nowhere.example/x\"}\n");
    List<String> lines = got.text().lines().toList();

    assertThat(lines).hasSize(3);
    assertThat(Call.JSON.readTree(lines.get(0)).path("id").asText()).isEqualTo("a");
    assertThat(Call.JSON.readTree(lines.get(1)).at("/problem/status").asInt()).isEqualTo(400);
    assertThat(Call.JSON.readTree(lines.get(2)).at("/problem/status").asInt()).isEqualTo(404);
    assertThat(Call.JSON.readTree(lines.get(2)).path("id").asText()).isEqualTo("b");
  }

  @Test
  void aBatchWhoseClientGoesAwayEnds() throws Exception {
    String claim = "{\"text\":\"мост через Зею закроют на ремонт до марта, погибли 12 рыбаков\"}\n";
    byte[] body = claim.repeat(5_000).getBytes(StandardCharsets.UTF_8);
    double before = metric("letopis_traces_total{way=\"batch\"}");
    try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
      String head =
          "POST /api/v1/trace/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
              + "application/x-ndjson\r\nContent-Length: "
              + body.length
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(body);
      socket.getInputStream().read();
    }
    String ended =
        "letopis_http_requests_seconds_count{method=\"POST\",route=\"/api/v1/trace/batch\",status=\"499\"}";
    while (metric(ended) == 0) {
      Thread.onSpinWait();
    }

    assertThat(metric("letopis_traces_total{way=\"batch\"}") - before).isLessThan(4_000);
  }

  private double metric(String name) throws Exception {
    return get("/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @Test
  void noFuzzedRequestIsAServerError() throws Exception {
    Random random = new Random(20261123);
    Fuzz fuzz = new Fuzz(random, newsroom.corrected().id());
    for (int i = 0; i < FUZZED; i++) {
      Fuzz.Request one = fuzz.next();
      Got got =
          one.body().isEmpty()
              ? get(one.target())
              : post(one.target(), "application/json", one.body().get());

      assertThat(got.status())
          .as("%s %s → %s", one.target(), one.body(), got.text())
          .isLessThan(500);
    }
  }
}
