package letopis.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static letopis.support.HostileServer.answer;
import static letopis.support.HostileServer.bytes;
import static letopis.support.HostileServer.ok;
import static letopis.support.HostileServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import letopis.document.CaptureRef;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.fetch.HttpFetcher;
import letopis.sources.CrawlerSettings;
import letopis.support.HostileServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;

/// What a real fetcher gets from a real server, read out of the files by jwarc's own reader.
class EveryAnswerTest {
  private static final String PAGE = "Новость о мосте. ".repeat(200);

  @TempDir Path folder;

  private final HostileServer server = new HostileServer();
  private WarcArchive archive;
  private HttpFetcher fetcher;

  @BeforeEach
  void open() throws IOException {
    archive = WarcArchive.open(folder, 1 << 24, "Letopis test", Clock.systemUTC());
    fetcher = new HttpFetcher(settings(), Clock.systemUTC(), this::keep);
  }

  @AfterEach
  void close() throws IOException {
    fetcher.close();
    archive.close();
    server.close();
  }

  @Test
  void everyRedirectIsAResponseUnderItsOwnAddress() throws Exception {
    server.on("/old", redirect("/older?from=old"));
    server.on(
        "/older?from=old",
        answer("302 Found", Map.of("Location", "/new"), bytes("<a href=/new>moved</a>")));
    server.on("/new", ok("text/html", PAGE));
    CaptureRef ref = archive.write(fetched("/old"));

    List<CaptureRef> trail = archive.trail(ref);
    assertThat(trail).hasSize(3).last().isEqualTo(ref);
    assertThat(archive.read(trail.get(1)).body()).isEqualTo(bytes("<a href=/new>moved</a>"));
    archive.close();

    List<Found> found = records();
    assertThat(found)
        .extracting(Found::line)
        .containsExactly(
            "response /robots.txt 404", "request /robots.txt 0",
            "response /old 302", "request /old 0",
            "response /older?from=old 302", "request /older?from=old 0",
            "response /new 200", "request /new 0");
    assertThat(found.get(2).header("Location")).contains("/older?from=old");
    assertThat(found.get(6).warc("Letopis-Requested-URI")).contains(server.url("/old").toString());
    assertThat(found.get(3).warc("WARC-Concurrent-To"))
        .isEqualTo(found.get(2).warc("WARC-Record-ID"));
  }

  @Test
  void aRedirectThatLeadsNowhereIsKept() throws Exception {
    server.on("/loop", redirect("/loop"));
    server.on("/away", redirect("ftp://files.example/x"));
    assertThat(fetcher.fetch(request("/loop"))).isInstanceOf(FetchResult.Failed.class);
    assertThat(fetcher.fetch(request("/away"))).isInstanceOf(FetchResult.Failed.class);
    archive.close();
    assertThat(records())
        .extracting(Found::line)
        .contains("response /loop 302", "response /away 302");
  }

  @Test
  void aBodyThatCannotBeDecodedIsKept() throws Exception {
    server.on(
        "/broken", answer("200 OK", Map.of("Content-Encoding", "br"), bytes("no brotli at all")));
    assertThat(fetcher.fetch(request("/broken"))).isInstanceOf(FetchResult.Failed.class);
    archive.close();
    assertThat(records()).extracting(Found::line).contains("response /broken 200");
  }

  @Test
  void aNotModifiedAnswerIsARevisitOfTheCaptureThatItConfirms() throws Exception {
    server.on("/page", ok("text/html", PAGE));
    CaptureRef first = archive.write(fetched("/page"));
    server.on("/page", answer("304 Not Modified", Map.of("ETag", "\"x\""), new byte[0]));
    CaptureRef again = archive.write(notModified("/page"), Optional.of(first));
    // The next one is confirmed by way of the last, as a crawler knows it after a restart.
    archive.close();
    archive = WarcArchive.open(folder, 1 << 24, "Letopis test", Clock.systemUTC());
    CaptureRef later = archive.write(notModified("/page"), Optional.of(again));

    assertThat(again.digest()).isEqualTo(first.digest());
    for (CaptureRef ref : List.of(again, later)) {
      Capture capture = archive.read(ref);
      assertThat(capture.status()).isEqualTo(304);
      assertThat(new String(capture.body(), UTF_8)).isEqualTo(PAGE);
      assertThat(archive.verify(ref)).isEmpty();
      assertThat(archive.trail(ref)).startsWith(ref).endsWith(first);
      assertThat(ref.length()).isLessThan(600);
    }
    assertThat(archive.captures(server.url("/page").toString()))
        .containsExactly(first, again, later);
    archive.close();

    Found revisit =
        records().stream().filter(one -> one.type().equals("revisit")).findFirst().get();
    assertThat(revisit.line()).isEqualTo("revisit /page 304");
    assertThat(revisit.warc("WARC-Profile"))
        .contains("http://netpreserve.org/warc/1.1/revisit/server-not-modified");
    assertThat(revisit.warc("WARC-Refers-To-Target-URI")).contains(server.url("/page").toString());
    assertThat(revisit.warc("WARC-Refers-To-Date")).contains(first.at().toString());
    assertThat(revisit.warc("WARC-Payload-Digest")).contains(first.digest());
    assertThat(revisit.header("ETag")).contains("\"x\"");
    List<String> lines =
        Files.readAllLines(folder.resolve(first.file().replace(".warc.gz", ".cdxj")));
    assertThat(lines)
        .filteredOn(line -> line.contains("/page"))
        .anyMatch(line -> line.contains("\"mime\":\"warc/revisit\",\"status\":\"304\""))
        .allMatch(line -> line.contains(first.digest()));
  }

  @Test
  void aNotModifiedAnswerToNothingThatWeKnowIsAResponse() throws Exception {
    server.on("/page", answer("304 Not Modified", Map.of("ETag", "\"x\""), new byte[0]));
    CaptureRef ref = archive.write(notModified("/page"), Optional.empty());
    assertThat(archive.verify(ref)).isEmpty();
    archive.close();
    assertThat(records()).extracting(Found::line).contains("response /page 304");
  }

  @Test
  void capturesAfterACrashAreIndexedWithRedirectsAndRevisits() throws Exception {
    server.on("/old", redirect("/page"));
    server.on("/page", ok("text/html", PAGE));
    CaptureRef first = archive.write(fetched("/old"));
    server.on("/page", answer("304 Not Modified", Map.of(), new byte[0]));
    CaptureRef again = archive.write(notModified("/page"), Optional.of(first));
    Path crashed = Files.createDirectory(folder.resolve("crashed"));
    Files.copy(folder.resolve(first.file()), crashed.resolve(first.file()));
    Files.createFile(crashed.resolve(first.file().replace(".warc.gz", ".cdxj.part")));
    try (WarcArchive recovered = WarcArchive.open(crashed, 1 << 24, "test", Clock.systemUTC())) {
      assertThat(recovered.captures(server.url("/old").toString())).hasSize(1);
      List<CaptureRef> page = recovered.captures(server.url("/page").toString());
      assertThat(page).hasSize(2).last().isEqualTo(again);
      assertThat(page).allMatch(ref -> recovered.verify(ref).isEmpty());
    }
  }

  private void keep(letopis.fetch.Witness.Passing answer) {
    try {
      archive.write(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FetchRequest request(String path) {
    return FetchRequest.of(server.url(path));
  }

  private FetchResult.Fetched fetched(String path) throws InterruptedException {
    return (FetchResult.Fetched) fetcher.fetch(request(path));
  }

  private FetchResult.NotModified notModified(String path) throws InterruptedException {
    FetchRequest request = request(path).unlessStill(Optional.of("\"x\""), Optional.empty());
    return (FetchResult.NotModified) fetcher.fetch(request);
  }

  /// One record as jwarc reads it.
  private record Found(
      String type, String path, int status, Map<String, List<String>> warc, String block) {
    String line() {
      return type + " " + path + " " + status;
    }

    Optional<String> warc(String name) {
      return warc.getOrDefault(name, List.of()).stream().findFirst();
    }

    Optional<String> header(String name) {
      return block
          .lines()
          .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
          .map(line -> line.substring(name.length() + 2))
          .findFirst();
    }
  }

  private List<Found> records() throws IOException {
    List<Found> found = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(path -> path.toString().endsWith(".warc.gz")).sorted().toList();
    }
    for (Path file : files) {
      try (var reader = new org.netpreserve.jwarc.WarcReader(file)) {
        for (WarcRecord record : reader) {
          if (record instanceof WarcTargetRecord target) {
            found.add(found(target));
          }
        }
      }
    }
    return found;
  }

  private static Found found(WarcTargetRecord record) throws IOException {
    int status =
        switch (record) {
          case WarcResponse response -> response.http().status();
          case WarcRevisit revisit -> revisit.http().status();
          case WarcRequest _ -> 0;
          default -> -1;
        };
    URI target = URI.create(record.target());
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    String head =
        switch (record) {
          case WarcResponse response -> new String(response.http().serializeHeader(), ISO_8859_1);
          case WarcRevisit revisit -> new String(revisit.http().serializeHeader(), ISO_8859_1);
          default -> "";
        };
    return new Found(
        record.type(), target.getRawPath() + query, status, record.headers().map(), head);
  }

  private static CrawlerSettings settings() {
    CrawlerSettings defaults = CrawlerSettings.DEFAULTS;
    return new CrawlerSettings(
        defaults.agent(),
        new CrawlerSettings.Politeness(Duration.ZERO, 4, Duration.ZERO, Duration.ofHours(6)),
        defaults.limits(),
        defaults.schedule(),
        defaults.storage(),
        Map.of(),
        Map.of(),
        Set.of("*"),
        Optional.empty());
  }
}
