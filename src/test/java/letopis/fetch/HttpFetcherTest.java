package letopis.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static letopis.support.HostileServer.answer;
import static letopis.support.HostileServer.bytes;
import static letopis.support.HostileServer.endless;
import static letopis.support.HostileServer.gzip;
import static letopis.support.HostileServer.ok;
import static letopis.support.HostileServer.raw;
import static letopis.support.HostileServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import letopis.fetch.FetchResult.Cause;
import letopis.support.HostileServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpFetcherTest {
  private final HostileServer server = new HostileServer();
  private final HttpFetcher fetcher =
      new HttpFetcher(FetchTestSettings.with(Set.of("127.0.0.1")), Clock.systemUTC());

  @AfterEach
  void close() throws IOException {
    fetcher.close();
    server.close();
  }

  @Test
  void anAnswerComesWithItsBytesOnTheWire() throws Exception {
    server.on("/a?b=c", ok("text/html; charset=utf-8", "привет"));
    FetchResult.Fetched page = fetched("/a?b=c");
    assertThat(page.status()).isEqualTo(200);
    assertThat(new String(page.body(), UTF_8)).isEqualTo("привет");
    assertThat(page.header("content-type")).contains("text/html; charset=utf-8");
    assertThat(page.redirects()).isEmpty();
    assertThat(page.exchange().requestHead())
        .startsWith("GET /a?b=c HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n")
        .contains("User-Agent: Letopis/")
        .endsWith("\r\n\r\n");
    assertThat(page.exchange().responseHead())
        .startsWith("HTTP/1.1 200 OK\r\n")
        .endsWith("\r\n\r\n");
    assertThat(page.exchange().server()).contains("127.0.0.1");
  }

  @Test
  void aConnectionServesManyRequestsAndIsReplacedWhenTheServerClosedIt() throws Exception {
    server.on("/a", ok("text/plain", "a"));
    fetched("/a");
    fetched("/a");
    assertThat(server.connections()).isEqualTo(1);
    server.on(
        "/last", raw("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: keep-alive\r\n\r\nx"));
    fetched("/last");
    assertThat(new String(fetched("/a").body(), UTF_8)).isEqualTo("a");
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void errorStatusesAreAnswers() throws Exception {
    server.on("/gone", answer("410 Gone", Map.of(), bytes("нет")));
    assertThat(fetched("/gone").status()).isEqualTo(410);
    assertThat(fetched("/nothing").status()).isEqualTo(404);
  }

  @Test
  void validatorsAreSentAnd304IsNotModified() throws Exception {
    server.on("/feed", answer("304 Not Modified", Map.of("ETag", "\"x\""), new byte[0]));
    FetchRequest request =
        FetchRequest.of(server.url("/feed"))
            .unlessStill(Optional.of("\"x\""), Optional.of("Mon, 23 Nov 2026 10:00:00 GMT"));
    assertThat(fetcher.fetch(request)).isInstanceOf(FetchResult.NotModified.class);
    Map<String, String> sent = server.requests().getFirst().headers();
    assertThat(sent)
        .containsEntry("if-none-match", "\"x\"")
        .containsEntry("if-modified-since", "Mon, 23 Nov 2026 10:00:00 GMT");
    assertThat(failed("/feed")).isEqualTo(Cause.BAD_HTTP);
  }

  @Test
  void everyContentCodingIsUndone() throws Exception {
    byte[] text = bytes("новость ".repeat(100));
    server.on("/gzip", answer("200 OK", Map.of("Content-Encoding", "gzip"), gzip(text)));
    server.on(
        "/zlib", answer("200 OK", Map.of("Content-Encoding", "deflate"), deflate(text, false)));
    server.on("/raw", answer("200 OK", Map.of("Content-Encoding", "deflate"), deflate(text, true)));
    server.on(
        "/twice", answer("200 OK", Map.of("Content-Encoding", "gzip, x-gzip"), gzip(gzip(text))));
    server.on("/plain", answer("200 OK", Map.of("Content-Encoding", "gzip"), text));
    // One uncompressed block of 11 bytes and the empty last one (RFC 7932 section 9.2).
    byte[] brotli = bytes("???letopis2026?");
    brotli[0] = (byte) 0xA0;
    brotli[1] = 0;
    brotli[2] = 0x10;
    brotli[14] = 3;
    server.on("/br", answer("200 OK", Map.of("Content-Encoding", "br"), brotli));
    for (String path : new String[] {"/gzip", "/zlib", "/raw", "/twice", "/plain"}) {
      assertThat(fetched(path).body()).as(path).isEqualTo(text);
    }
    assertThat(new String(fetched("/br").body(), UTF_8)).isEqualTo("letopis2026");
    assertThat(fetched("/gzip").exchange().rawBody()).isEqualTo(gzip(text));
  }

  @Test
  void brokenAndUnknownCodingsAreNamed() throws Exception {
    byte[] broken = gzip(bytes("text"));
    broken[12] ^= 0x55;
    server.on("/broken", answer("200 OK", Map.of("Content-Encoding", "gzip"), broken));
    server.on("/unknown", answer("200 OK", Map.of("Content-Encoding", "zstd"), bytes("x")));
    server.on("/many", answer("200 OK", Map.of("Content-Encoding", "br,br,br,br"), bytes("x")));
    assertThat(failed("/broken")).isEqualTo(Cause.BAD_ENCODING);
    assertThat(failed("/unknown")).isEqualTo(Cause.BAD_ENCODING);
    assertThat(failed("/many")).isEqualTo(Cause.BAD_ENCODING);
  }

  @Test
  void aGzipBombIsRefusedByRatioAndBySize() throws Exception {
    byte[] ratio = gzip(new byte[900_000]);
    server.on("/ratio", answer("200 OK", Map.of("Content-Encoding", "gzip"), ratio));
    byte[] layers = gzip(gzip(new byte[50_000_000]));
    server.on("/layers", answer("200 OK", Map.of("Content-Encoding", "gzip, gzip"), layers));
    assertThat(failed("/ratio")).isEqualTo(Cause.TOO_LARGE);
    assertThat(failed("/layers")).isEqualTo(Cause.TOO_LARGE);
  }

  @Test
  void chunksAreJoinedAndKeptAsTheyCame() throws Exception {
    String chunked = "4;x=y\r\nnews\r\n5\r\n2026!\r\n0\r\nTrailer: t\r\n\r\n";
    server.on("/c", raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked));
    FetchResult.Fetched page = fetched("/c");
    assertThat(new String(page.body(), UTF_8)).isEqualTo("news2026!");
    assertThat(new String(page.exchange().rawBody(), UTF_8)).isEqualTo(chunked);
    assertThat(page.exchange().payload()).isEqualTo(page.body());
  }

  @Test
  void brokenFramingIsNamed() throws Exception {
    String ok = "HTTP/1.1 200 OK\r\n";
    server.on("/notsize", raw(ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\nnews\r\n0\r\n\r\n"));
    server.on("/lying", raw(ok + "Transfer-Encoding: chunked\r\n\r\n2\r\nnews\r\n0\r\n\r\n"));
    server.on("/cutchunk", raw(ok + "Transfer-Encoding: chunked\r\n\r\n9\r\nnews"));
    server.on("/short", raw(ok + "Content-Length: 100\r\n\r\nnews"));
    server.on("/two", raw(ok + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nnews"));
    server.on("/minus", raw(ok + "Content-Length: -4\r\n\r\nnews"));
    server.on("/nothttp", raw("SSH-2.0-OpenSSH_9.2\r\n\r\n"));
    server.on("/nothing", raw(""));
    server.on("/half", raw(ok + "Content-Le"));
    assertThat(failed("/notsize")).isEqualTo(Cause.BAD_HTTP);
    assertThat(failed("/lying")).isEqualTo(Cause.BAD_HTTP);
    assertThat(failed("/cutchunk")).isEqualTo(Cause.RESET);
    assertThat(failed("/short")).isEqualTo(Cause.RESET);
    assertThat(failed("/two")).isEqualTo(Cause.BAD_HTTP);
    assertThat(failed("/minus")).isEqualTo(Cause.BAD_HTTP);
    assertThat(failed("/nothttp")).isEqualTo(Cause.BAD_HTTP);
    assertThat(failed("/nothing")).isEqualTo(Cause.RESET);
    assertThat(failed("/half")).isEqualTo(Cause.RESET);
  }

  @Test
  void aLengthShorterThanTheBodyDoesNotPoisonTheNextAnswer() throws Exception {
    server.on(
        "/long",
        (_, out) -> {
          out.write(
              bytes("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnewsHTTP/1.1 200 OK\r\n\r\nevil"));
          out.flush();
          return true;
        });
    server.on("/a", ok("text/plain", "a"));
    assertThat(new String(fetched("/long").body(), UTF_8)).isEqualTo("news");
    assertThat(new String(fetched("/a").body(), UTF_8)).isEqualTo("a");
  }

  @Test
  void moreThanAHundredHeadersAreRead() throws Exception {
    StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\n");
    for (int i = 0; i < 300; i++) {
      head.append("X-Header-").append(i).append(": ").append(i).append("\n");
    }
    server.on("/h", raw(head + "Folded: one\n  two\nno colon here\n\nbody"));
    FetchResult.Fetched page = fetched("/h");
    assertThat(page.header("x-header-299")).contains("299");
    assertThat(page.header("folded")).contains("one two");
    assertThat(new String(page.body(), UTF_8)).isEqualTo("body");
  }

  @Test
  void endlessAnswersAreCutOff() throws Exception {
    server.on("/body", endless("HTTP/1.1 200 OK\r\n\r\n"));
    server.on("/head", endless("HTTP/1.1 200 OK\r\nX: "));
    server.on("/announced", raw("HTTP/1.1 200 OK\r\nContent-Length: 209715200\r\n\r\nx"));
    server.on(
        "/chunk", endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nC800000\r\n"));
    assertThat(failed("/body")).isEqualTo(Cause.TOO_LARGE);
    assertThat(failed("/head")).isEqualTo(Cause.BAD_HTTP);
    assertThat(failed("/announced")).isEqualTo(Cause.TOO_LARGE);
    assertThat(failed("/chunk")).isEqualTo(Cause.TOO_LARGE);
  }

  @Test
  void silenceAndDripsEndAtTheTimeLimit() throws Exception {
    server.on(
        "/silent",
        (_, _) -> {
          server.untilClosed();
          return false;
        });
    server.on("/drip", server.drip("HTTP/1.1 200 OK\r\n\r\n", 50));
    server.on("/driphead", server.drip("HTTP/1.1 200 OK\r\nX: ", 50));
    for (String path : new String[] {"/silent", "/drip", "/driphead"}) {
      long start = System.nanoTime();
      assertThat(failed(path)).as(path).isEqualTo(Cause.TIMEOUT);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void aHostThatNeverAnswersDelaysNobodyElse() throws Exception {
    server.on(
        "/silent",
        (_, _) -> {
          server.untilClosed();
          return false;
        });
    try (HostileServer other = new HostileServer()) {
      other.on("/a", ok("text/plain", "a"));
      Thread stuck =
          Thread.startVirtualThread(
              () -> {
                try {
                  fetcher.fetch(FetchRequest.of(server.url("/silent")));
                } catch (InterruptedException _) {
                  Thread.currentThread().interrupt();
                }
              });
      long start = System.nanoTime();
      URI elsewhere = URI.create("http://localhost:" + other.port() + "/a");
      FetchResult result = fetcher.fetch(FetchRequest.of(elsewhere).namedByHand());
      assertThat(result).isInstanceOf(FetchResult.Fetched.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
      stuck.interrupt();
      stuck.join();
    }
  }

  @Test
  void redirectsAreFollowedRememberedAndBounded() throws Exception {
    server.on("/1", redirect("2"));
    server.on("/2", redirect("/новости?id=3"));
    server.on("/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?id=3", ok("text/plain", "here"));
    FetchResult.Fetched page = fetched("/1");
    assertThat(page.redirects()).containsExactly(server.url("/1"), server.url("/2"));
    assertThat(page.finalUrl().getRawPath()).startsWith("/%D0%BD");
    server.on("/loop", redirect("/pool")).on("/pool", redirect("/loop"));
    assertThat(failed("/loop")).isEqualTo(Cause.REDIRECT_LOOP);
    for (int i = 0; i < 20; i++) {
      server.on("/hop" + i, redirect("/hop" + (i + 1)));
    }
    assertThat(failed("/hop0")).isEqualTo(Cause.TOO_MANY_REDIRECTS);
    server.on("/away", redirect("file:///etc/passwd"));
    assertThat(failed("/away")).isEqualTo(Cause.FORBIDDEN_ADDRESS);
  }

  @Test
  void anAddressHasMovedAsFarAsItsPermanentRedirectsLead() throws Exception {
    server.on("/old", answer("301 Moved", Map.of("Location", "/new"), new byte[0]));
    server.on("/new", answer("308 Moved", Map.of("Location", "/newer"), new byte[0]));
    server.on("/newer", redirect("/today"));
    server.on("/today", ok("text/plain", "x"));
    assertThat(fetched("/old").movedTo()).contains(server.url("/newer"));
    assertThat(fetched("/newer").movedTo()).isEmpty();
    assertThat(fetched("/today").movedTo()).isEmpty();
  }

  @Test
  void aCookieThatARedirectSetsIsBroughtBackToItsHostOnThatJourneyOnly() throws Exception {
    server.on(
        "/stubborn",
        answer("302 Found", Map.of("Location", "/stubborn", "Set-Cookie", "a=1"), new byte[0]));
    server.on("/open", ok("text/plain", "x"));

    assertThat(failed("/stubborn")).as("no new cookie, no progress").isEqualTo(Cause.REDIRECT_LOOP);
    server.on(
        "/wall",
        (request, out) ->
            (request.headers().getOrDefault("cookie", "").equals("b=2")
                    ? ok("text/plain", "behind the wall")
                    : answer(
                        "302 Found",
                        Map.of("Location", "/wall", "Set-Cookie", "b=2; Path=/; HttpOnly"),
                        new byte[0]))
                .answer(request, out));
    assertThat(new String(fetched("/wall").body(), StandardCharsets.UTF_8))
        .isEqualTo("behind the wall");
    fetched("/open");
    assertThat(server.requests().getLast().headers()).doesNotContainKey("cookie");
  }

  @Test
  void headersGivenForOneHostDoNotFollowToAnotherAndSecretsAreNotKept() throws Exception {
    server.on("/api", redirect("http://localhost:" + server.port() + "/other"));
    server.on("/other", ok("text/plain", "x"));
    server.on("/own", ok("text/plain", "x"));
    Map<String, String> secret = Map.of("Authorization", "Bearer s3cret\r\nX-Evil: 1");
    try (HttpFetcher open =
        new HttpFetcher(
            FetchTestSettings.with(Set.of("127.0.0.1", "localhost")), Clock.systemUTC())) {
      open.fetch(FetchRequest.of(server.url("/api")).with(secret));
    }
    assertThat(server.requests().get(0).headers()).containsKey("authorization");
    assertThat(server.requests().get(0).headers()).doesNotContainKey("x-evil");
    assertThat(server.requests().get(1).headers()).doesNotContainKey("authorization");
    FetchResult own = fetcher.fetch(FetchRequest.of(server.url("/own")).with(secret));
    assertThat(((FetchResult.Fetched) own).exchange().requestHead())
        .contains("Authorization: (not archived)")
        .doesNotContain("s3cret");
  }

  @Test
  void aSecretIsNotSentInPlainWhereARedirectAsksForThat() throws Exception {
    server.on("https://api.example/x", redirect("http://api.example/y"));
    server.on("http://api.example/y", ok("text/plain", "y"));
    URI gateway = URI.create("gateway+http://127.0.0.1:" + server.port());
    var settings =
        FetchTestSettings.with(Set.of(), Map.of(), Optional.of(gateway), Duration.ZERO, 8);
    try (HttpFetcher through = new HttpFetcher(settings, Clock.systemUTC())) {
      through.fetch(
          FetchRequest.of(URI.create("https://api.example/x"))
              .withoutRobots()
              .with(Map.of("Authorization", "Bearer secret")));
    }
    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().getFirst().headers()).containsKey("authorization");
    assertThat(server.requests().getLast().headers()).doesNotContainKey("authorization");
  }

  @Test
  void robotsTxtIsAskedFirst() throws Exception {
    server.on("/robots.txt", ok("text/plain", "User-agent: letopis\nDisallow: /private"));
    server.on("/open", redirect("/private/page"));
    server.on("/private/page", ok("text/plain", "x"));
    FetchResult direct = fetcher.fetch(FetchRequest.of(server.url("/private/page")));
    assertThat(direct)
        .isEqualTo(new FetchResult.Disallowed(server.url("/private/page"), "Disallow: /private"));
    FetchResult redirected = fetcher.fetch(FetchRequest.of(server.url("/open")));
    assertThat(redirected).isInstanceOf(FetchResult.Disallowed.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aHostThatAsksToWaitIsLeftAlone() throws Exception {
    server.on("/busy", answer("429 Too Many Requests", Map.of("Retry-After", "3600"), new byte[0]));
    FetchResult.Fetched busy = fetched("/busy");
    assertThat(busy.status()).isEqualTo(429);
    assertThat(busy.retryAfter()).contains(Duration.ofHours(1));
    FetchResult next = fetcher.fetch(FetchRequest.of(server.url("/other")));
    assertThat(next).isInstanceOf(FetchResult.Failed.class);
    FetchResult.Failed failed = (FetchResult.Failed) next;
    assertThat(failed.cause()).isEqualTo(Cause.BACKING_OFF);
    assertThat(failed.retryAfter().orElseThrow()).isGreaterThan(Duration.ofMinutes(59));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void connectionFailuresAreNamed() throws Exception {
    int unused;
    try (ServerSocket free = new ServerSocket(0)) {
      unused = free.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + unused + "/");
    assertThat(cause(fetcher.fetch(FetchRequest.of(nobody)))).isEqualTo(Cause.CONNECT);
    URI noName = URI.create("http://no-such-host.invalid/");
    assertThat(cause(fetcher.fetch(FetchRequest.of(noName)))).isEqualTo(Cause.UNKNOWN_HOST);
    try (ServerSocket plain = new ServerSocket(0)) {
      Thread.startVirtualThread(
          () -> {
            try (Socket socket = plain.accept()) {
              socket.getOutputStream().write(bytes("HTTP/1.1 400 Bad Request\r\n\r\n"));
              socket.getInputStream().readAllBytes();
            } catch (IOException _) {
              // the client is expected to leave
            }
          });
      URI notTls = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/");
      assertThat(cause(fetcher.fetch(FetchRequest.of(notTls)))).isEqualTo(Cause.TLS);
    }
    URI ftp = URI.create("ftp://127.0.0.1/");
    assertThat(cause(fetcher.fetch(FetchRequest.of(ftp)))).isEqualTo(Cause.FORBIDDEN_ADDRESS);
  }

  private FetchResult.Fetched fetched(String path) throws InterruptedException {
    FetchResult result = fetcher.fetch(FetchRequest.of(server.url(path)));
    assertThat(result).isInstanceOf(FetchResult.Fetched.class);
    return (FetchResult.Fetched) result;
  }

  private Cause failed(String path) throws InterruptedException {
    return cause(fetcher.fetch(FetchRequest.of(server.url(path))));
  }

  private static Cause cause(FetchResult result) {
    assertThat(result).isInstanceOf(FetchResult.Failed.class);
    return ((FetchResult.Failed) result).cause();
  }

  private static byte[] deflate(byte[] content, boolean raw) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(6, raw);
    try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
      stream.write(content);
    }
    deflater.end();
    return out.toByteArray();
  }
}
