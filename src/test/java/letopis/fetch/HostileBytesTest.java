package letopis.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import letopis.support.HostileServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Bytes that no server should send: every one of them ends in a named result, in time.
@Timeout(120)
class HostileBytesTest {
  @Test
  void mutatedAnswersEndInAResult() throws Exception {
    Random random = new Random(11);
    byte[] packed = HostileServer.gzip("some text".repeat(50).getBytes(ISO_8859_1));
    String gzip = new String(packed, ISO_8859_1);
    String chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"
            + Integer.toHexString(packed.length)
            + "\r\n"
            + gzip
            + "\r\n0\r\n\r\n";
    String sized =
        "HTTP/1.1 200 OK\r\nContent-Length: "
            + packed.length
            + "\r\nContent-Encoding: gzip\r\n\r\n"
            + gzip;
    String moved = "HTTP/1.1 302 Found\r\nLocation: /b?c=d\r\nContent-Length: 0\r\n\r\n";
    List<String> seeds = List.of(chunked, sized, moved);
    int fetched = 0;
    try (HostileServer server = new HostileServer();
        HttpFetcher fetcher =
            new HttpFetcher(FetchTestSettings.with(Set.of("127.0.0.1")), Clock.systemUTC())) {
      for (int i = 0; i < 3000; i++) {
        byte[] bytes = seeds.get(i % seeds.size()).getBytes(ISO_8859_1);
        for (int n = random.nextInt(6); n > 0; n--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
        String answer = new String(Arrays.copyOf(bytes, length), ISO_8859_1);
        server.on("/a", HostileServer.raw(answer));
        FetchResult result = fetcher.fetch(FetchRequest.of(server.url("/a")).withoutRobots());
        if (result instanceof FetchResult.Fetched page) {
          fetched++;
          byte[] block =
              (page.exchange().responseHead() + new String(page.exchange().rawBody(), ISO_8859_1))
                  .getBytes(ISO_8859_1);
          StoredResponse stored = StoredResponse.parse(block);
          assertThat(stored.status()).isEqualTo(page.status());
          assertThat(stored.payload()).isEqualTo(page.exchange().payload());
        }
      }
    }
    assertThat(fetched).isGreaterThan(500);
  }

  @Test
  void anyBytesUnderAnyCodingEndInTextOrAFailure() {
    Random random = new Random(12);
    ContentDecoding decoding = new ContentDecoding(1 << 20, 200);
    for (int i = 0; i < 20_000; i++) {
      byte[] body = new byte[random.nextInt(200)];
      random.nextBytes(body);
      String coding = List.of("gzip", "br", "deflate", "x-gzip, br").get(i % 4);
      if (coding.equals("gzip") && body.length > 3) {
        body[0] = 0x1f;
        body[1] = (byte) 0x8b;
        body[2] = 8;
      }
      try {
        assertThat(decoding.decode(body, List.of(coding))).isNotNull();
      } catch (IOException e) {
        assertThat(e).isInstanceOf(FetchFailure.class);
      }
    }
  }
}
