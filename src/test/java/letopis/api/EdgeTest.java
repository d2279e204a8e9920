package letopis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import letopis.api.access.ApiKeys;
import letopis.api.access.Proxies;
import letopis.api.http.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every request, whatever its route.
class EdgeTest {
  @TempDir Path data;
  private @Nullable ApiServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private URI serve(String host, ApiKeys keys) {
    server = ApiArchive.serve(data, host, keys, Proxies.NONE);
    return URI.create("http://127.0.0.1:" + server.address().getPort());
  }

  @Test
  void anUnknownPathIsAProblem() throws Exception {
    String answer =
        RawHttp.get(serve("127.0.0.1", ApiKeys.NONE), "/api/v1/nothing", "Host: localhost");

    assertThat(answer)
        .startsWith("HTTP/1.1 404")
        .containsIgnoringCase("content-type: application/problem+json")
        .contains("\"type\":\"urn:letopis:problem:not-found\"");
  }

  @Test
  void aProblemSpeaksRussianToWhomAsksForIt() throws Exception {
    String answer =
        RawHttp.get(
            serve("127.0.0.1", ApiKeys.NONE),
            "/nothing",
            "Host: localhost",
            "Accept-Language: ru-RU,ru;q=0.9,en;q=0.8");

    assertThat(answer).contains("Не найдено");
  }

  @Test
  void aWrongMethodNamesTheRightOnes() throws Exception {
    URI address = serve("127.0.0.1", ApiKeys.NONE);

    String answer =
        RawHttp.send(address, "DELETE /health/live HTTP/1.1\r\n" + RawHttp.head("Host: localhost"));

    assertThat(answer).startsWith("HTTP/1.1 405").contains("Allow: ").contains("GET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example:80", "localhost.evil.example"})
  void aForeignHostIsRefusedOnLoopback(String host) throws Exception {
    String answer = RawHttp.get(serve("127.0.0.1", ApiKeys.NONE), "/health/live", "Host: " + host);

    assertThat(answer).startsWith("HTTP/1.1 421").contains("urn:letopis:problem:misdirected");
  }

  @Test
  void whatJettyRefusesIsAProblemToo() throws Exception {
    URI address = serve("127.0.0.1", ApiKeys.NONE);

    assertThat(RawHttp.get(address, "/health/%zz", "Host: localhost"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json");
    assertThat(RawHttp.get(address, "/" + "a".repeat(40_000), "Host: localhost"))
        .startsWith("HTTP/1.1 414")
        .contains("application/problem+json");
  }

  @Test
  void anExportThatCannotBeginIsAProblemNotACutConnection() throws Exception {
    assertThat(
            RawHttp.get(
                serve("127.0.0.1", ApiKeys.NONE),
                "/api/v1/export?q=bridge",
                "Host: localhost",
                "Accept-Encoding: gzip"))
        .startsWith("HTTP/1.1 503")
        .contains("application/problem+json")
        .contains("Retry-After")
        .doesNotContain("Content-Disposition");
  }

  @Test
  void beyondLoopbackNoKeysMeansNoStart() {
    assertThatThrownBy(() -> serve("0.0.0.0", ApiKeys.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("letopis keys add");
  }

  @Test
  void beyondLoopbackAKeyOpensWhatItsRoleAllows() throws Exception {
    ApiKeys.Made made = ApiKeys.make("reports", Role.READ, 60);
    URI address = serve("0.0.0.0", new ApiKeys(List.of(made.key())));

    assertThat(RawHttp.get(address, "/metrics", "Host: archive.example"))
        .startsWith("HTTP/1.1 401")
        .contains("WWW-Authenticate: Bearer");
    assertThat(
            RawHttp.get(
                address,
                "/metrics",
                "Host: archive.example",
                "Authorization: Bearer " + made.secret()))
        .startsWith("HTTP/1.1 200");
    assertThat(RawHttp.get(address, "/health/live", "Host: archive.example"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void aKeyBeyondItsRateIsToldWhenToComeAgain() throws Exception {
    ApiKeys.Made made = ApiKeys.make("eager", Role.READ, 3);
    URI address = serve("0.0.0.0", new ApiKeys(List.of(made.key())));
    String last = "";
    for (int i = 0; i < 4; i++) {
      last = RawHttp.get(address, "/metrics", "Host: a.example", "X-API-Key: " + made.secret());
    }

    assertThat(last).startsWith("HTTP/1.1 429").contains("Retry-After: ");
  }

  @Test
  void guessingKeysIsSlowedDown() throws Exception {
    URI address = serve("0.0.0.0", new ApiKeys(List.of(ApiKeys.make("a", Role.READ, 9).key())));
    String last = "";
    for (int i = 0; i < 25; i++) {
      last = RawHttp.get(address, "/metrics", "Host: a.example", "X-API-Key: guess" + i);
    }

    assertThat(last).startsWith("HTTP/1.1 429");
  }

  @Test
  void withoutElasticsearchItSaysWhenToComeAgain() throws Exception {
    URI address = serve("127.0.0.1", ApiKeys.NONE);

    assertThat(RawHttp.get(address, "/api/v1/documents/abc", "Host: localhost"))
        .startsWith("HTTP/1.1 503")
        .contains("Retry-After: ")
        .contains("urn:letopis:problem:unavailable");
    assertThat(RawHttp.get(address, "/health/ready", "Host: localhost"))
        .startsWith("HTTP/1.1 503")
        .contains("\"elasticsearch\":{\"ok\":false");
    assertThat(RawHttp.get(address, "/health/live", "Host: localhost")).startsWith("HTTP/1.1 200");
  }

  @Test
  void anotherSiteCannotPostForTheUserOfABrowser() throws Exception {
    URI address = serve("127.0.0.1", ApiKeys.NONE);
    String head = RawHttp.head("Host: localhost", "Origin: https://evil.example");

    assertThat(RawHttp.send(address, "DELETE /api/v1/session HTTP/1.1\r\n" + head))
        .startsWith("HTTP/1.1 403")
        .contains("urn:letopis:problem:cross-site");
  }

  @Test
  void aKeySignedInWithIsSentByCookie() throws Exception {
    ApiKeys.Made made = ApiKeys.make("page", Role.READ, 60);
    URI address = serve("0.0.0.0", new ApiKeys(List.of(made.key())));

    assertThat(signIn(address, made.secret()))
        .startsWith("HTTP/1.1 204")
        .contains("HttpOnly; SameSite=Strict")
        .contains("letopis_key=" + made.secret());
    assertThat(
            RawHttp.get(
                address, "/metrics", "Host: a.example", "Cookie: letopis_key=" + made.secret()))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void keysCannotBeGuessedBySigningIn() throws Exception {
    ApiKeys.Made made = ApiKeys.make("page", Role.READ, 60);
    URI address = serve("0.0.0.0", new ApiKeys(List.of(made.key())));
    for (int guess = 0; guess < 20; guess++) {
      assertThat(signIn(address, "guess" + guess)).startsWith("HTTP/1.1 403");
    }

    assertThat(signIn(address, made.secret())).startsWith("HTTP/1.1 429").contains("Retry-After: ");
  }

  @Test
  void behindATrustedProxyEachCallerHasTriesOfItsOwn() throws Exception {
    ApiKeys.Made made = ApiKeys.make("page", Role.READ, 60);
    ApiKeys keys = new ApiKeys(List.of(made.key()));
    server = ApiArchive.serve(data, "0.0.0.0", keys, Proxies.of(List.of("127.0.0.1")));
    URI address = URI.create("http://127.0.0.1:" + server.address().getPort());
    for (int guess = 0; guess < 20; guess++) {
      signIn(address, "guess" + guess, "X-Forwarded-For: 198.51.100.4");
    }

    assertThat(signIn(address, made.secret(), "X-Forwarded-For: 198.51.100.4"))
        .startsWith("HTTP/1.1 429");
    assertThat(signIn(address, made.secret(), "X-Forwarded-For: 198.51.100.4, 203.0.113.9"))
        .startsWith("HTTP/1.1 204");
  }

  private static String signIn(URI address, String key) throws Exception {
    // Whoever is no trusted proxy gains nothing by it.
    return signIn(address, key, "X-Forwarded-For: 198.51.100." + (key.hashCode() & 255));
  }

  private static String signIn(URI address, String key, String header) throws Exception {
    String body = "{\"key\":\"" + key + "\"}";
    return RawHttp.send(
        address,
        "POST /api/v1/session HTTP/1.1\r\n"
            + RawHttp.head(
                "Host: a.example",
                header,
                "Content-Type: application/json",
                "Content-Length: " + body.length())
            + body);
  }

  @Test
  void eachLineOfABatchOfTracesCostsWhatARequestDoes() throws Exception {
    ApiKeys.Made made = ApiKeys.make("reports", Role.READ, 10);
    URI address = serve("0.0.0.0", new ApiKeys(List.of(made.key())));
    String answer = RawHttp.send(address, batch(5, made));

    assertThat(answer).startsWith("HTTP/1.1 200").contains("RateLimit-Remaining: 9");
    assertThat(answer.split("\"problem\":\\{", -1)).hasSize(6);
    assertThat(RawHttp.get(address, "/metrics", "Host: a.example", "X-API-Key: " + made.secret()))
        .startsWith("HTTP/1.1 200")
        .contains("RateLimit-Limit: 10", "RateLimit-Remaining: 4", "RateLimit-Reset: 36")
        .contains("letopis_traces_total{way=\"batch\"} 5.0");
  }

  @Test
  void aBatchThatWaitsForItsQuotaLeavesHalfOfItToOtherRequestsButNotToAnotherBatch()
      throws Exception {
    ApiKeys.Made made = ApiKeys.make("reports", Role.READ, 10);
    ApiKeys.Made other = ApiKeys.make("other", Role.READ, 10);
    URI address = serve("0.0.0.0", new ApiKeys(List.of(made.key(), other.key())));
    try (Socket waiting = new Socket(address.getHost(), address.getPort())) {
      waiting.setSoTimeout(10_000);
      waiting.getOutputStream().write(batch(9, made).getBytes(StandardCharsets.UTF_8));
      // Its clock stands still: of five answers that it can pay for, three are ahead of the sixth.
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(waiting.getInputStream(), StandardCharsets.UTF_8));
      while (!lines.readLine().contains("problem")) {}

      assertThat(RawHttp.send(address, batch(1, made)))
          .startsWith("HTTP/1.1 429")
          .containsPattern("Retry-After: (18|24|30)\r\n");
      assertThat(RawHttp.send(address, batch(1, other))).startsWith("HTTP/1.1 200");
      assertThat(RawHttp.get(address, "/metrics", "Host: a", "X-API-Key: " + made.secret()))
          .startsWith("HTTP/1.1 200");
    }
  }

  /// A batch of lines that cannot be traced.
  private static String batch(int lines, ApiKeys.Made key) {
    String body = "{}\n".repeat(lines);
    return "POST /api/v1/trace/batch HTTP/1.1\r\n"
        + RawHttp.head(
            "Host: a.example",
            "X-API-Key: " + key.secret(),
            "Content-Type: application/x-ndjson",
            "Content-Length: " + body.length())
        + body;
  }

  @Test
  void aChangeIsAuditedEvenWhenItFailsAndAReaderMayNotMakeIt() throws Exception {
    ApiKeys.Made reader = ApiKeys.make("reader", Role.READ, 60);
    ApiKeys.Made editor = ApiKeys.make("editor", Role.EDIT, 60);
    URI address = serve("0.0.0.0", new ApiKeys(List.of(reader.key(), editor.key())));
    String request = "DELETE /api/v1/watches/abc HTTP/1.1\r\n";

    assertThat(
            RawHttp.send(
                address, request + RawHttp.head("Host: a", "X-API-Key: " + reader.secret())))
        .startsWith("HTTP/1.1 403");
    assertThat(
            RawHttp.send(
                address, request + RawHttp.head("Host: a", "X-API-Key: " + editor.secret())))
        .startsWith("HTTP/1.1 404");
    assertThat(RawHttp.send(address, request + RawHttp.head("Host: a", "X-API-Key: unknown")))
        .startsWith("HTTP/1.1 401");
    List<String> lines = Files.readAllLines(data.resolve("audit.jsonl"));
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .contains("\"caller\":\"reader\"", "\"status\":403", "/api/v1/watches/abc");
    assertThat(lines.getLast())
        .contains("\"caller\":\"editor\"", "\"status\":404", "/api/v1/watches/abc")
        .doesNotContain(editor.secret());
  }

  @Test
  void aHeadRequestGetsTheHeadersWithoutABody() throws Exception {
    String answer =
        RawHttp.send(
            serve("127.0.0.1", ApiKeys.NONE),
            "HEAD /api/v1/openapi.yaml HTTP/1.1\r\n" + RawHttp.head("Host: localhost"));

    assertThat(answer).startsWith("HTTP/1.1 200").contains("ETag: W/").endsWith("\r\n\r\n");
  }

  @Test
  void everyAnswerForbidsFramingSniffingAndScripts() throws Exception {
    String answer =
        RawHttp.get(serve("127.0.0.1", ApiKeys.NONE), "/health/live", "Host: localhost");

    assertThat(answer)
        .contains("X-Content-Type-Options: nosniff")
        .contains("X-Frame-Options: DENY")
        .contains("Content-Security-Policy: default-src 'none'")
        .doesNotContain("Server: Jetty");
  }
}
