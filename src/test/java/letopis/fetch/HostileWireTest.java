package letopis.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static letopis.support.HostileServer.answer;
import static letopis.support.HostileServer.bytes;
import static letopis.support.HostileServer.ok;
import static letopis.support.HostileServer.raw;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import letopis.fetch.FetchResult.Cause;
import letopis.support.HostileServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What servers send that is wrong, or meant to harm, below the level of pages.
@Timeout(30)
class HostileWireTest {
  private final HostileServer server = new HostileServer();
  private final HttpFetcher fetcher =
      new HttpFetcher(FetchTestSettings.with(Set.of("127.0.0.1")), Clock.systemUTC());

  @AfterEach
  void close() throws IOException {
    fetcher.close();
    server.close();
  }

  @Test
  void aReasonInRussianIsNoReasonToRefuseAnAnswer() throws Exception {
    // The second byte of «х» is U+0085 to who reads ISO 8859-1, an end of line.
    String reason = new String(bytes("Успех, хорошо"), StandardCharsets.ISO_8859_1);
    server.on("/a", raw("HTTP/1.1 200 " + reason + "\r\nContent-Length: 1\r\n\r\nx"));
    server.on("/b", raw("HTTP/1.1  200\r\nContent-Length: 1\r\n\r\nx"));
    assertThat(fetched("/a").status()).isEqualTo(200);
    assertThat(fetched("/b").status()).isEqualTo(200);
  }

  @Test
  void bytesAroundChunksAreBoundedToo() throws Exception {
    byte[] line = bytes("1;" + "x".repeat(7000) + "\r\na\r\n");
    server.on(
        "/a",
        (_, out) -> {
          out.write(bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
          while (true) {
            out.write(line);
          }
        });
    assertThat(failed("/a")).isEqualTo(Cause.TOO_LARGE);
  }

  @Test
  void aHeadOfEndlesslyManyLinesIsRefused() throws Exception {
    server.on("/a", raw("HTTP/1.1 200 OK\r\nX: a\r\n" + " b\r\n".repeat(20_000) + "\r\nbody"));
    assertThat(failed("/a")).isEqualTo(Cause.BAD_HTTP);
  }

  @Test
  void whatComesAfterTheAnnouncedEndIsNotTheNextAnswer() throws Exception {
    server.on(
        "/long",
        (_, out) -> {
          out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnews"));
          out.flush();
          Thread.sleep(200);
          out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"));
          out.flush();
          return true;
        });
    server.on("/a", ok("text/plain", "true"));
    assertThat(new String(fetched("/long").body(), UTF_8)).isEqualTo("news");
    Thread.sleep(400);
    assertThat(new String(fetched("/a").body(), UTF_8)).isEqualTo("true");
  }

  @Test
  void aLabelThatIsNoCodingAndPlainMarkupUnderOneAreReadAsTheyAre() throws Exception {
    byte[] page = bytes("\uFEFF<!DOCTYPE html><title>новость</title>");
    for (String label : List.of("utf-8", "windows-1251", "none", "br", "deflate", "gzip")) {
      server.on("/" + label, answer("200 OK", Map.of("Content-Encoding", label), page));
      assertThat(fetched("/" + label).body()).as(label).isEqualTo(page);
    }
  }

  @Test
  void aMomentToComeBackAtIsToldByTheClockOfTheServer() {
    Instant now = Instant.parse("2026-11-23T12:00:00Z");
    // Its clock is a day ahead, and it asks for two minutes.
    assertThat(
            RetryAfter.of(
                Map.of(
                    "date", List.of("Tue, 24 Nov 2026 12:00:00 GMT"),
                    "retry-after", List.of("Tue, 24 Nov 2026 12:02:00 GMT")),
                now))
        .contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.of(Map.of("retry-after", List.of("Mon, 23 Nov 2026 12:02:00 GMT")), now))
        .contains(Duration.ofMinutes(2));
  }

  private FetchResult.Fetched fetched(String path) throws InterruptedException {
    return (FetchResult.Fetched) fetcher.fetch(FetchRequest.of(server.url(path)).withoutRobots());
  }

  private Cause failed(String path) throws InterruptedException {
    FetchResult result = fetcher.fetch(FetchRequest.of(server.url(path)).withoutRobots());
    assertThat(result).isInstanceOf(FetchResult.Failed.class);
    return ((FetchResult.Failed) result).cause();
  }
}
