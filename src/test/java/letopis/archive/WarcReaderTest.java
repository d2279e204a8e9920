package letopis.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import letopis.document.CaptureRef;
import letopis.support.HostileServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WarcReaderTest {
  @TempDir Path folder;

  @Test
  void recordsOfOtherToolsAreReadWithTheirBodiesDecoded() throws IOException {
    byte[] packed = HostileServer.gzip("привет".getBytes(UTF_8));
    Path file =
        file(
            "wget.warc",
            record("warcinfo", "", "application/warc-fields", bytes("software: Wget/1.21\r\n")),
            record(
                "request",
                "https://a.example/1",
                "application/http; msgtype=request",
                bytes("GET /1 HTTP/1.1\r\n\r\n")),
            response("https://a.example/1", "Content-Encoding: gzip\r\n", packed),
            // joined by the tool that wrote it, but the header is still there (Heritrix,
            // Browsertrix)
            response("https://a.example/2", "Transfer-Encoding: chunked\r\n", bytes("joined")),
            response(
                "https://a.example/3",
                "Transfer-Encoding: chunked\r\n",
                bytes("3\r\nabc\r\n0\r\n\r\n")),
            record("resource", "https://a.example/4", "text/plain", bytes("resource")),
            record("metadata", "https://a.example/1", "application/warc-fields", bytes("x: y\r\n")),
            record(
                "response", "dns:a.example", "text/dns", bytes("20261123 a.example. A 1.2.3.4")));
    assertThat(texts(read(file))).containsExactly("привет", "joined", "abc", "resource");
    Path gzip = folder.resolve("perrecord.warc.gz");
    Files.write(gzip, HostileServer.gzip(Files.readAllBytes(file)));
    assertThat(texts(read(gzip))).containsExactly("привет", "joined", "abc", "resource");
  }

  @Test
  void aRevisitReadsThePayloadOfItsOriginalInTheSameFile() throws IOException {
    String digest = "WARC-Payload-Digest: sha1:AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH\r\n";
    byte[] head = bytes("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
    byte[] first = concat(head, bytes("the text"));
    Path file =
        file(
            "revisit.warc",
            record(
                "response",
                "https://a.example/1",
                "application/http; msgtype=response",
                first,
                digest),
            record(
                "revisit",
                "https://a.example/1",
                "application/http; msgtype=response",
                head,
                digest),
            record(
                "revisit",
                "https://a.example/2",
                "application/http; msgtype=response",
                head,
                "WARC-Refers-To: <urn:uuid:" + java.util.UUID.nameUUIDFromBytes(first) + ">\r\n"),
            record(
                "revisit",
                "https://a.example/3",
                "application/http; msgtype=response",
                head,
                "WARC-Refers-To-Target-URI: https://a.example/1\r\n"
                    + "WARC-Refers-To-Date: 2026-11-01T10:00:00Z\r\n"),
            record(
                "revisit",
                "https://a.example/1",
                "application/http; msgtype=response",
                bytes("HTTP/1.1 304 Not Modified\r\n\r\n"),
                "WARC-Refers-To-Target-URI: https://a.example/1\r\n"
                    + "WARC-Refers-To-Date: 2026-11-01T10:00:00Z\r\n"),
            record(
                "revisit",
                "https://a.example/9",
                "application/http; msgtype=response",
                head,
                digest.replace("AAAA", "ZZZZ")));
    List<WarcReader.Item> items = read(file);
    assertThat(items).hasSize(5);
    assertThat(texts(items)).containsExactly("the text", "the text", "the text", "the text");
    assertThat(items.getLast()).isInstanceOf(WarcReader.Item.Skipped.class);
    assertThat(((WarcReader.Item.Skipped) items.getLast()).reason())
        .contains("neither in this file");
  }

  @Test
  void aRevisitOfAnEarlierFileIsFoundInTheArchiveByAddressAndTime() throws IOException {
    Path first = file("first.warc", response("https://a.example/1", "", bytes("the text")));
    byte[] head = bytes("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
    Path second =
        file(
            "second.warc",
            record(
                "revisit",
                "https://a.example/other",
                "application/http; msgtype=response",
                head,
                "WARC-Refers-To-Target-URI: https://a.example/1\r\n"
                    + "WARC-Refers-To-Date: 2026-11-01T10:00:00Z\r\n"));
    try (WarcArchive archive =
        WarcArchive.open(folder.resolve("archive"), 1 << 20, "test", Clock.systemUTC())) {
      archive.write(page(read(first).getFirst()));
      try (WarcReader reader = WarcReader.open(second, Optional.of(archive))) {
        Capture capture = page(reader.next().orElseThrow()).capture();
        assertThat(capture.url()).isEqualTo("https://a.example/other");
        assertThat(new String(capture.body(), UTF_8)).isEqualTo("the text");
      }
    }
  }

  @Test
  void aFileThatBreaksOffGivesWhatIsWholeAndSaysWhere() throws IOException {
    byte[] one = response("https://a.example/1", "", bytes("first ".repeat(50)));
    byte[] two = response("https://a.example/2", "", bytes("second ".repeat(50)));
    for (int cut : new int[] {10, 150, two.length - 200, two.length - 5}) {
      List<WarcReader.Item> plain = read(file("torn.warc", one, Arrays.copyOf(two, cut)));
      assertThat(texts(plain)).as("plain, cut at " + cut).containsExactly("first ".repeat(50));
      broken(plain.getLast(), one.length);
    }
    byte[] packed = HostileServer.gzip(two);
    byte[] whole = HostileServer.gzip(one);
    for (int cut : new int[] {5, 60, packed.length - 30, packed.length - 4}) {
      List<WarcReader.Item> items = read(file("torn.warc.gz", whole, Arrays.copyOf(packed, cut)));
      assertThat(texts(items)).as("packed, cut at " + cut).containsExactly("first ".repeat(50));
      broken(items.getLast(), whole.length);
    }
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      byte[] noise = new byte[2000];
      random.nextBytes(noise);
      many.writeBytes(response("https://a.example/" + i, "", noise));
    }
    byte[] together = HostileServer.gzip(many.toByteArray());
    List<WarcReader.Item> items =
        read(file("all.warc.gz", Arrays.copyOf(together, together.length - 40)));
    assertThat(texts(items)).hasSizeGreaterThan(90);
    assertThat(items.getLast()).isInstanceOf(WarcReader.Item.Skipped.class);
  }

  private static void broken(WarcReader.Item item, long position) {
    assertThat(item).isInstanceOf(WarcReader.Item.Skipped.class);
    assertThat(item.position()).isEqualTo(position);
    assertThat(((WarcReader.Item.Skipped) item).reason()).startsWith("the file breaks off");
  }

  @Test
  void whatIsImportedTwiceIsKeptOnce() throws IOException {
    Path file = file("one.warc", response("https://a.example/1", "", bytes("text")));
    try (WarcArchive archive =
        WarcArchive.open(folder.resolve("archive"), 1 << 20, "test", Clock.systemUTC())) {
      CaptureRef first = archive.write(page(read(file).getFirst()));
      CaptureRef second = archive.write(page(read(file).getFirst()));
      assertThat(second).isEqualTo(first);
      assertThat(first.at()).isEqualTo(Instant.parse("2026-11-01T10:00:00Z"));
      assertThat(new String(archive.read(first).body(), UTF_8)).isEqualTo("text");
      assertThat(archive.verify(first)).isEmpty();
    }
  }

  @Test
  void brokenRecordsArePassedOverWithAReason() throws IOException {
    byte[] good = response("https://a.example/1", "", bytes("first"));
    byte[] broken = bytes("WARC/1.0\r\nWARC-Type response\r\nrubbish rubbish\r\n\r\nxxxx\r\n\r\n");
    byte[] notHttp =
        record("response", "https://a.example/2", "application/http", bytes("garbage\r\n\r\n"));
    byte[] last = response("https://a.example/3", "", bytes("last"));
    List<WarcReader.Item> items = read(file("broken.warc", good, broken, notHttp, last));
    assertThat(texts(items)).containsExactly("first", "last");
    assertThat(items.stream().filter(WarcReader.Item.Skipped.class::isInstance)).isNotEmpty();
    byte[] torn = Arrays.copyOf(last, last.length - 30);
    assertThat(texts(read(file("torn.warc", good, torn)))).startsWith("first");
  }

  @Test
  void aDamagedMemberOfAGzipFileLosesOnlyItself() throws IOException {
    byte[] one = HostileServer.gzip(response("https://a.example/1", "", bytes("first")));
    byte[] two = HostileServer.gzip(response("https://a.example/2", "", bytes("second")));
    byte[] three = HostileServer.gzip(response("https://a.example/3", "", bytes("third")));
    Arrays.fill(two, 20, 60, (byte) 0x33);
    List<WarcReader.Item> items = read(file("damaged.warc.gz", one, two, three));
    assertThat(texts(items)).contains("first", "third");
  }

  @Test
  void anAnswerOfHttp2IsReadAsToolsWriteItDown() throws IOException {
    byte[] record = response("https://a.example/1", "", bytes("second version"));
    String text = new String(record, StandardCharsets.ISO_8859_1);
    assertThat(text).contains("HTTP/1.1 200 OK");
    byte[] later = bytes(text.replace("HTTP/1.1 200 OK", "HTTP/2 200     "));
    assertThat(texts(read(file("h2.warc", later)))).containsExactly("second version");
  }

  @Test
  void aFailureAtTheVeryBeginIsReportedToo() throws IOException {
    byte[] record = response("https://a.example/1", "", bytes("first"));
    // Without carriage returns it has fewer bytes than it says.
    String text = new String(record, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    assertThat(read(file("lf.warc", bytes(text))))
        .singleElement()
        .isEqualTo(new WarcReader.Item.Skipped(0, "the file breaks off within this record"));
  }

  @Test
  void otherFormatsAreNamed() throws IOException {
    assertThatThrownBy(() -> WarcReader.open(file("a.arc", bytes("filedesc://x.arc 0.0.0.0 2020"))))
        .isInstanceOf(NotWarc.class)
        .hasMessageContaining("ARC");
    assertThatThrownBy(() -> WarcReader.open(file("a.html", bytes("<html>"))))
        .hasMessage("not a WARC file: at offset 0 is \"<html>\"");
    assertThatThrownBy(() -> WarcReader.open(file("empty", new byte[0])))
        .hasMessage("not a WARC file: empty");
    byte[] zstandard = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0x24, 3};
    assertThatThrownBy(() -> WarcReader.open(file("a.warc.zst", zstandard)))
        .hasMessage("not a WARC file: packed with Zstandard, which is not read; unpack it first");
    assertThatThrownBy(() -> WarcReader.open(file("a.gz", new byte[] {0x1f, (byte) 0x8b, 0, 1})))
        .isInstanceOf(NotWarc.class);
  }

  @Test
  void mutatedFilesNeitherFailNorHang() throws IOException {
    Random random = new Random(7);
    byte[] plain =
        concat(
            response(
                "https://a.example/1",
                "Content-Encoding: gzip\r\n",
                HostileServer.gzip(bytes("x"))),
            response(
                "https://a.example/2",
                "Transfer-Encoding: chunked\r\n",
                bytes("1\r\na\r\n0\r\n\r\n")));
    for (int i = 0; i < 2000; i++) {
      byte[] mutated = plain.clone();
      for (int n = 1 + random.nextInt(8); n > 0; n--) {
        mutated[5 + random.nextInt(mutated.length - 5)] = (byte) random.nextInt(256);
      }
      Path file = folder.resolve("fuzz.warc");
      Files.write(file, i % 2 == 0 ? mutated : HostileServer.gzip(mutated));
      assertThat(read(file)).hasSizeLessThan(50);
    }
  }

  private static List<WarcReader.Item> read(Path file) throws IOException {
    List<WarcReader.Item> items = new ArrayList<>();
    try (WarcReader reader = WarcReader.open(file)) {
      for (Optional<WarcReader.Item> item; (item = reader.next()).isPresent(); ) {
        items.add(item.get());
      }
    }
    return items;
  }

  private static List<String> texts(List<WarcReader.Item> items) {
    return items.stream()
        .filter(WarcReader.Item.Page.class::isInstance)
        .map(item -> new String(page(item).capture().body(), UTF_8))
        .toList();
  }

  private static ImportedCapture page(WarcReader.Item item) {
    return ((WarcReader.Item.Page) item).imported();
  }

  private Path file(String name, byte[]... records) throws IOException {
    return Files.write(folder.resolve(name), concat(records));
  }

  private static byte[] response(String url, String headers, byte[] body) {
    byte[] head = bytes("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + headers + "\r\n");
    return record("response", url, "application/http; msgtype=response", concat(head, body));
  }

  private static byte[] record(String type, String url, String contentType, byte[] block) {
    return record(type, url, contentType, block, "");
  }

  private static byte[] record(
      String type, String url, String contentType, byte[] block, String more) {
    String head =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Record-ID: <urn:uuid:"
            + java.util.UUID.nameUUIDFromBytes(block)
            + ">\r\nWARC-Date: 2026-11-01T10:00:00Z\r\n"
            + (url.isEmpty() ? "" : "WARC-Target-URI: " + url + "\r\n")
            + more
            + "Content-Type: "
            + contentType
            + "\r\nContent-Length: "
            + block.length
            + "\r\n\r\n";
    return concat(bytes(head), block, bytes("\r\n\r\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
