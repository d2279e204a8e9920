package letopis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import letopis.api.http.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplyWriterTest {
  private static final Reply NOTHING =
      new Reply.Streamed(
          "text/csv",
          Map.of(),
          _ -> {
            throw new IOException("cannot begin");
          });

  /// So few bytes when packed that none of them has been sent.
  private static final Reply SOMETHING =
      new Reply.Streamed(
          "text/csv",
          Map.of(),
          out -> {
            out.write(new byte[100_000]);
            throw new IOException("breaks off");
          });

  private final ReplyWriter writer = new ReplyWriter();
  private final AtomicInteger ended = new AtomicInteger();
  private Javalin server;

  private Reply counted() {
    return new Reply.Streamed(
        "text/csv",
        Map.of(),
        new Reply.Body() {
          @Override
          public void write(OutputStream out) throws IOException {
            out.write(1);
          }

          @Override
          public void ended() {
            ended.incrementAndGet();
          }
        });
  }

  @BeforeEach
  void start() {
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.http.compressionStrategy = CompressionStrategy.GZIP;
                  config.jetty.port = 0;
                  config.routes.get("/nothing", context -> writer.write(NOTHING, context, "1"));
                  config.routes.get("/something", context -> writer.write(SOMETHING, context, "1"));
                  config.routes.get("/counted", context -> writer.write(counted(), context, "1"));
                  config.routes.get(
                      "/closed",
                      context -> {
                        // Whoever has the writer of an answer cannot have its stream.
                        context.res().getWriter();
                        writer.write(counted(), context, "1");
                      });
                })
            .start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aStreamThatCannotBeginIsAProblem() throws Exception {
    HttpResponse<String> answer = get("/nothing");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void aPackedStreamThatBreaksOffIsCut() {
    assertThatThrownBy(() -> get("/something")).isInstanceOf(IOException.class);
  }

  @Test
  void aBodyEndsOnceAlsoWhenItsStreamCannotBeOpened() throws Exception {
    assertThat(get("/counted").statusCode()).isEqualTo(200);
    assertThat(ended).hasValue(1);

    assertThat(get("/closed").statusCode()).isEqualTo(500);
    assertThat(ended).hasValue(2);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
              .header("Accept-Encoding", "gzip")
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
