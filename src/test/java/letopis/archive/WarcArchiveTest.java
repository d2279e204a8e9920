package letopis.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import letopis.document.CaptureRef;
import letopis.fetch.FetchResult;
import letopis.support.HostileServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarcArchiveTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");

  @TempDir Path folder;

  @Test
  void whatWasWrittenIsReadBackDecoded() throws IOException {
    try (WarcArchive archive = open(1 << 30)) {
      byte[] packed = HostileServer.gzip("Новость".getBytes(UTF_8));
      String chunked =
          Integer.toHexString(packed.length)
              + "\r\n"
              + new String(packed, ISO_8859_1)
              + "\r\n0\r\n\r\n";
      CaptureRef ref =
          archive.write(
              fetched(
                  "https://site.example/a?B=1",
                  NOON,
                  "Content-Type: text/html\r\n"
                      + "Content-Encoding: gzip\r\n"
                      + "Transfer-Encoding: chunked\r\n",
                  chunked.getBytes(ISO_8859_1),
                  packed,
                  List.of(URI.create("http://site.example/old"))));
      Capture capture = archive.read(ref);
      assertThat(capture.url()).isEqualTo("https://site.example/a?B=1");
      assertThat(capture.at()).isEqualTo(NOON);
      assertThat(new String(capture.body(), UTF_8)).isEqualTo("Новость");
      assertThat(capture.header("content-type")).contains("text/html");
      assertThat(capture.requestedAs()).contains("http://site.example/old");
      assertThat(archive.verify(ref)).isEmpty();
      assertThat(ref.digest()).matches("sha256:[0-9a-f]{64}");
    }
  }

  @Test
  void aPayloadThatIsHereAlreadyBecomesARevisitThatReadsTheSame() throws IOException {
    CaptureRef first;
    try (WarcArchive archive = open(1 << 30)) {
      first = archive.write(page("https://a.example/1", NOON, "same text ".repeat(1000)));
      CaptureRef again =
          archive.write(
              page("https://a.example/1", NOON.plusSeconds(60), "same text ".repeat(1000)));
      assertThat(again.length()).isLessThan(1000);
      assertThat(new String(archive.read(again).body(), UTF_8)).startsWith("same text");
      assertThat(archive.read(again).at()).isEqualTo(NOON.plusSeconds(60));
      assertThat(archive.verify(again)).isEmpty();
    }
    try (WarcArchive later = open(1 << 30)) {
      CaptureRef third =
          later.write(
              page("https://a.example/1", NOON.plusSeconds(120), "same text ".repeat(1000)));
      assertThat(third.file()).isNotEqualTo(first.file());
      assertThat(new String(later.read(third).body(), UTF_8)).startsWith("same text");
    }
    assertThat(new ValidateToolRun(folder.resolve(first.file())).problems()).isEmpty();
  }

  @Test
  void capturesAreFoundByAddressAndTimeAcrossFinishedAndOpenFiles() throws IOException {
    try (WarcArchive archive = open(20_000)) {
      for (int i = 0; i < 200; i++) {
        String url = "https://site.example/" + (i % 50) + (i % 2 == 0 ? "" : "?id=" + i % 50);
        archive.write(page(url, NOON.plusSeconds(i), "text " + i + " " + noise(i)));
      }
      assertThat(files(WarcFile.INDEX)).hasSizeGreaterThan(3);
      List<CaptureRef> captures = archive.captures("https://site.example/10");
      assertThat(captures)
          .extracting(CaptureRef::at)
          .containsExactly(
              NOON.plusSeconds(10),
              NOON.plusSeconds(60),
              NOON.plusSeconds(110),
              NOON.plusSeconds(160));
      assertThat(archive.captures("http://site.example/11?id=11")).hasSize(4);
      assertThat(archive.captures("https://site.example/1")).isEmpty();
      assertThat(archive.captures("https://site.example/1?id=1")).hasSize(4);
      assertThat(archive.all()).hasSize(200);
      for (CaptureRef ref : archive.all()) {
        assertThat(archive.verify(ref)).isEmpty();
      }
    }
  }

  @Test
  void aFileTornAtAnyByteLosesOnlyItsTornRecord() throws IOException {
    List<CaptureRef> refs = new ArrayList<>();
    WarcArchive writer = open(1 << 30);
    for (int i = 0; i < 3; i++) {
      refs.add(writer.write(page("https://site.example/" + i, NOON.plusSeconds(i), "text " + i)));
    }
    Path warc = files(WarcFile.WARC).getFirst();
    Path journal = files(WarcFile.JOURNAL).getFirst();
    byte[] whole = Files.readAllBytes(warc);
    byte[] lines = Files.readAllBytes(journal);
    writer.close();
    long lastBegins = refs.get(2).offset();
    for (long cut = lastBegins; cut <= whole.length; cut += 3) {
      Path crashed = Files.createDirectory(folder.resolve("crash" + cut));
      Path copy = crashed.resolve(warc.getFileName());
      Files.write(copy, java.util.Arrays.copyOf(whole, (int) cut));
      // the journal may be behind the file, and torn itself
      int known = (int) (lines.length * (cut % 5) / 5);
      Files.write(crashed.resolve(journal.getFileName()), java.util.Arrays.copyOf(lines, known));
      try (WarcArchive recovered = WarcArchive.open(crashed, 1 << 30, "test", Clock.systemUTC())) {
        int expected = cut >= lastBegins + refs.get(2).length() ? 3 : 2;
        List<CaptureRef> all = recovered.all();
        assertThat(all).as("cut at " + cut).hasSize(expected);
        for (CaptureRef ref : all) {
          assertThat(recovered.verify(ref)).isEmpty();
        }
        assertThat(recovered.captures("https://site.example/0")).hasSize(1);
      }
      if (cut % 150 < 3) {
        assertThat(new ValidateToolRun(copy).problems()).isEmpty();
      }
    }
  }

  @Test
  void twoWritersInOneFolderUseTheirOwnFilesAndSeeEachOther() throws IOException {
    try (WarcArchive one = open(1 << 30);
        WarcArchive two = open(1 << 30)) {
      CaptureRef first = one.write(page("https://site.example/a", NOON, "one"));
      CaptureRef second = two.write(page("https://site.example/a", NOON.plusSeconds(1), "two"));
      assertThat(first.file()).isNotEqualTo(second.file());
      assertThat(one.captures("https://site.example/a")).containsExactly(first, second);
      try (WarcArchive third = open(1 << 30)) {
        assertThat(third.captures("https://site.example/a")).containsExactly(first, second);
      }
      assertThat(two.write(page("https://site.example/b", NOON, "b")).file())
          .isEqualTo(second.file());
    }
  }

  @Test
  void manyThreadsWriteWithoutMixingRecords() throws Exception {
    try (WarcArchive archive = open(50_000);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 300; i++) {
        int n = i;
        threads.submit(
            () -> archive.write(page("https://site.example/" + n, NOON, "text " + noise(n))));
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
      assertThat(archive.all()).hasSize(300);
      for (CaptureRef ref : archive.all()) {
        assertThat(archive.verify(ref)).isEmpty();
      }
    }
    assertThat(new ValidateToolRun(files(WarcFile.WARC).getFirst()).problems()).isEmpty();
  }

  @Test
  void damageIsFound() throws IOException {
    WarcArchive archive = open(1 << 30);
    CaptureRef ref = archive.write(page("https://site.example/a", NOON, "some text"));
    archive.close();
    Path warc = folder.resolve(ref.file());
    try (FileChannel file = FileChannel.open(warc, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(new byte[] {0x55}), ref.offset() + ref.length() / 2);
    }
    assertThat(archive.verify(ref)).isPresent();
    assertThatThrownBy(() -> archive.read(ref)).isInstanceOf(IOException.class);
    Files.delete(warc);
    assertThat(archive.verify(ref)).contains("no file " + ref.file());
    CaptureRef outside = new CaptureRef("../secret", 0, 10, ref.digest(), NOON);
    assertThat(archive.verify(outside)).contains("not a file of the archive: ../secret");
  }

  @Test
  void anArchiveThatWroteNothingLeavesNothing() throws IOException {
    open(1 << 30).close();
    assertThat(files("")).isEmpty();
  }

  private WarcArchive open(long maxFile) throws IOException {
    return WarcArchive.open(folder, maxFile, "Letopis test", Clock.systemUTC());
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String noise(int seed) {
    StringBuilder text = new StringBuilder();
    new java.util.Random(seed).ints(60).forEach(text::append);
    return text.toString();
  }

  static FetchResult.Fetched page(String url, Instant at, String text) {
    byte[] body = text.getBytes(UTF_8);
    String headers = "Content-Type: text/plain\r\nContent-Length: " + body.length + "\r\n";
    return fetched(url, at, headers, body, body, List.of());
  }

  private static FetchResult.Fetched fetched(
      String url, Instant at, String headers, byte[] raw, byte[] payload, List<URI> redirects) {
    URI uri = URI.create(url);
    String request = "GET " + uri.getRawPath() + " HTTP/1.1\r\nHost: " + uri.getHost() + "\r\n\r\n";
    String response = "HTTP/1.1 200 OK\r\n" + headers + "\r\n";
    return new FetchResult.Fetched(
        uri,
        uri,
        redirects,
        at,
        Duration.ofMillis(5),
        200,
        Map.of("content-type", List.of("text/plain")),
        payload,
        new FetchResult.Exchange(request, response, raw, payload, Optional.of("192.0.2.7")));
  }

  /// The validator of jwarc's command line, another reader of the format than ours.
  private record ValidateToolRun(Path warc) {
    List<String> problems() throws IOException {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  "org.netpreserve.jwarc.tools.WarcTool",
                  "validate",
                  warc.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      List<String> problems = new ArrayList<>(said.lines().filter(l -> !l.isBlank()).toList());
      int exit = process.onExit().join().exitValue();
      if (exit != 0) {
        problems.add("exit code " + exit);
      }
      return problems;
    }
  }
}
