package letopis.cli.keeping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import letopis.archive.WarcArchive;
import letopis.crawl.filing.Intake;
import letopis.crawl.imports.ImportCounts;
import letopis.crawl.imports.Rejects;
import letopis.crawl.imports.SourceLabels;
import letopis.crawl.imports.WarcImport;
import letopis.document.CaptureRef;
import letopis.document.Document;
import letopis.index.Indices;
import letopis.index.documents.CaptureReferences;
import letopis.index.documents.DocumentStore;
import letopis.index.state.SourceStates;
import letopis.query.ParseOutcome;
import letopis.query.Query;
import letopis.query.QueryParser;
import letopis.search.DocumentSearch;
import letopis.search.SearchRequest;
import letopis.sources.Configuration;
import letopis.support.ForeignWarc;
import letopis.support.HostileServer;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcDigest;

/// Other tools' WARC files through the whole line, and the check of what was kept of them.
class ImportedWarcIT {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private final Indices indices = TestElasticsearch.freshIndices();
  private WarcArchive archive;

  @BeforeEach
  void open() throws IOException {
    archive = WarcArchive.open(folder.resolve("archive"), 1 << 24, "test", Clock.systemUTC());
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  @Test
  void aCaptureOfAnImpossibleTimeIsRefusedSinceNoLookWouldEverBeNewer() throws Exception {
    ForeignWarc file = new ForeignWarc("WARC/1.1", true);
    for (String at : List.of("2099-11-01T10:00:00Z", "1970-01-01T00:00:00Z")) {
      file.response(
          "https://clock.example/" + at.substring(0, 4),
          Map.of("WARC-Date", at),
          ForeignWarc.http(
              "Content-Type: text/html\r\n",
              article("Паводок", "паводок подтопил три села").getBytes(UTF_8)));
    }
    assertThat(run("clock.warc.gz", file.bytes())).isEqualTo(new ImportCounts(2, 0, 0, 0, 2));
  }

  @Test
  void aFileInTheMannerOfWgetIsFoundBySearchWithItsOriginal() throws Exception {
    // Target addresses in angle brackets, bodies as on the wire, its own log and manifest at the
    // end.
    String page = article("Паводок на Зее", "паводок подтопил три села ниже плотины");
    byte[] body = ForeignWarc.chunked(HostileServer.gzip(page.getBytes(UTF_8)));
    String url = "https://wget.example/news/1.html";
    byte[] file =
        new ForeignWarc("WARC/1.0", true)
            .record("warcinfo", "", Map.of("Content-Type", "application/warc-fields"), info())
            .request("<" + url + ">")
            .response(
                "<" + url + ">",
                Map.of("WARC-Payload-Digest", ForeignWarc.digest(body)),
                ForeignWarc.http(
                    "Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n"
                        + "Transfer-Encoding: chunked\r\n",
                    body))
            .record(
                "metadata",
                "metadata://gnu.org/software/wget/warc/MANIFEST.txt",
                Map.of("Content-Type", "text/plain"),
                "manifest".getBytes(UTF_8))
            .record(
                "resource",
                "metadata://gnu.org/software/wget/warc/wget.log",
                Map.of("Content-Type", "text/plain"),
                "log".getBytes(UTF_8))
            .bytes();

    ImportCounts counts = run("wget.warc.gz", file);
    assertThat(counts).isEqualTo(new ImportCounts(1, 1, 0, 0, 0));
    found("паводок подтопил", url, page);
    assertThat(run("wget.warc.gz", file)).isEqualTo(new ImportCounts(1, 0, 0, 1, 0));
  }

  @Test
  void aFileInTheMannerOfHeritrixIsFoundBySearchWithItsOriginal() throws Exception {
    // Not packed, dns first, request and metadata after each response.
    String page = article("Мост через Бурею", "мост через Бурею открыли после ремонта опор");
    String url = "http://heritrix.example/2026/11/01/most";
    byte[] body = page.getBytes(UTF_8);
    byte[] file =
        new ForeignWarc("WARC/1.1", false)
            .record("warcinfo", "", Map.of("Content-Type", "application/warc-fields"), info())
            .response(
                "dns:heritrix.example",
                Map.of("WARC-IP-Address", "192.0.2.1"),
                "20261101100000\nheritrix.example.\t300\tIN\tA\t192.0.2.7".getBytes(UTF_8))
            .response(
                url,
                Map.of(
                    "WARC-IP-Address", "192.0.2.7",
                    "WARC-Payload-Digest", ForeignWarc.digest(body),
                    "WARC-Date", "2026-11-01T10:00:00.123456Z"),
                ForeignWarc.http(
                    "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n",
                    ForeignWarc.chunked(body)))
            .request(url)
            .record(
                "metadata",
                url,
                Map.of("Content-Type", "application/warc-fields"),
                "fetchTimeMs: 12\r\noutlink: http://heritrix.example/x L a/@href\r\n"
                    .getBytes(UTF_8))
            .bytes();

    assertThat(run("heritrix.warc", file)).isEqualTo(new ImportCounts(1, 1, 0, 0, 0));
    found("мост Бурею", url, page);
  }

  @Test
  void aFileInTheMannerOfWarcioIsFoundBySearchWithItsOriginal() throws Exception {
    // Chunks joined although the header is kept, brotli, a redirect, a revisit by address and time.
    String page = article("Завод на Амуре", "новый завод на Амуре примет двести рабочих");
    byte[] body = ForeignWarc.brotli(page.getBytes(UTF_8));
    String url = "https://warcio.example/zavod?id=5";
    String headers =
        "Content-Type: text/html; charset=UTF-8\r\nContent-Encoding: br\r\n"
            + "Transfer-Encoding: chunked\r\n";
    byte[] file =
        new ForeignWarc("WARC/1.1", true)
            .response(
                "http://warcio.example/zavod?id=5",
                Map.of("WARC-Date", "2026-11-01T09:59:59Z"),
                ("HTTP/1.1 301 Moved Permanently\r\nLocation: " + url + "\r\n\r\n").getBytes(UTF_8))
            .response(
                url, Map.of("WARC-Date", "2026-11-01T10:00:00Z"), ForeignWarc.http(headers, body))
            .request(url)
            .record(
                "revisit",
                url,
                Map.of(
                    "WARC-Date", "2026-11-02T10:00:00Z",
                    "Content-Type", "application/http; msgtype=response",
                    "WARC-Profile",
                        "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
                    "WARC-Refers-To-Target-URI", url,
                    "WARC-Refers-To-Date", "2026-11-01T10:00:00Z"),
                ForeignWarc.http(headers, new byte[0]))
            .record(
                "resource",
                "urn:pageinfo:" + url,
                Map.of("Content-Type", "application/json"),
                "{}".getBytes(UTF_8))
            .record(
                "resource",
                "https://warcio.example/saved",
                Map.of("Content-Type", "text/html; charset=utf-8"),
                article("Ярмарка в Тынде", "ярмарка в Тынде собрала фермеров").getBytes(UTF_8))
            .bytes();

    // The redirect has no page: refused with its status.
    assertThat(run("rec.warc.gz", file)).isEqualTo(new ImportCounts(4, 2, 0, 1, 1));
    found("завод Амуре", url, page);
    found(
        "ярмарка Тынде",
        "https://warcio.example/saved",
        article("Ярмарка в Тынде", "ярмарка в Тынде собрала фермеров"));
  }

  @Test
  void aSecondFileOfWgetRefersToTheFirstByPayloadAlone() throws Exception {
    // `--warc-dedup`: the record's id and the payload's digest, but no time of the earlier capture.
    String url = "https://wget.example/news/2.html";
    byte[] body = article("Снег в Зее", "снег в Зее выпал раньше срока").getBytes(UTF_8);
    MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
    sha1.update(body);
    String digest = new WarcDigest(sha1).prefixedBase32();
    String headers = "Content-Type: text/html; charset=utf-8\r\n";
    byte[] first =
        new ForeignWarc("WARC/1.0", true)
            .response(
                "<" + url + ">",
                Map.of("WARC-Payload-Digest", digest, "WARC-Date", "2026-11-01T10:00:00Z"),
                ForeignWarc.http(headers, body))
            .bytes();
    byte[] second =
        new ForeignWarc("WARC/1.0", true)
            .record(
                "revisit",
                "<" + url + ">",
                Map.of(
                    "WARC-Date", "2026-11-02T10:00:00Z",
                    "Content-Type", "application/http;msgtype=response",
                    "WARC-Refers-To", "<urn:uuid:00000000-0000-0007-0000-000000000000>",
                    "WARC-Profile",
                        "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest",
                    "WARC-Payload-Digest", digest),
                ForeignWarc.http(headers, new byte[0]))
            .bytes();
    assertThat(run("first.warc.gz", first)).isEqualTo(new ImportCounts(1, 1, 0, 0, 0));
    assertThat(run("second.warc.gz", second)).isEqualTo(new ImportCounts(1, 0, 0, 1, 0));
  }

  @Test
  void aFileThatBreaksOffGivesWhatIsWholeAndNamesTheOffset() throws Exception {
    ForeignWarc whole =
        new ForeignWarc("WARC/1.0", true)
            .response("https://torn.example/1", Map.of(), page("Первая", "первая новость дня"));
    int begin = whole.size();
    whole.response("https://torn.example/2", Map.of(), page("Вторая", "вторая новость дня"));
    byte[] file = Arrays.copyOf(whole.bytes(), whole.size() - 20);

    assertThat(run("torn.warc.gz", file)).isEqualTo(new ImportCounts(2, 1, 0, 0, 1));
    assertThat(Files.readString(folder.resolve("rejects.jsonl")))
        .contains("\"line\":" + begin, "the file breaks off within this record");
  }

  @Test
  void theCheckReadsEveryCaptureAndNamesEachBadOne() throws Exception {
    ForeignWarc file = new ForeignWarc("WARC/1.0", true);
    for (int i = 0; i < 20; i++) {
      file.response(
          "https://check.example/" + i, Map.of(), page("Новость " + i, "событие номер " + i));
    }
    run("check.warc.gz", file.bytes());
    archive.close();
    assertThat(check(new ArrayList<>())).isEqualTo(new CaptureCheck.Counts(20, 0, 0));

    // One byte of the body of one record.
    Document damaged = document("https://check.example/7");
    CaptureRef ref = damaged.capture().orElseThrow();
    Path warc = folder.resolve("archive").resolve(ref.file());
    try (FileChannel channel = FileChannel.open(warc, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {0x55}), ref.offset() + ref.length() / 2);
    }
    List<CaptureCheck.Bad> bad = new ArrayList<>();
    assertThat(check(bad)).isEqualTo(new CaptureCheck.Counts(20, 0, 1));
    assertThat(bad.getFirst().reference().url()).isEqualTo("https://check.example/7");
    assertThat(bad.getFirst().capture()).isEqualTo(ref);

    // A whole record, but not the one that the index means.
    CaptureRef other = document("https://check.example/8").capture().orElseThrow();
    assertThat(
            archive
                .verify(
                    new CaptureRef(
                        other.file(), other.offset(), other.length(), ref.digest(), other.at()))
                .orElseThrow())
        .startsWith("payload is sha256:");

    Files.delete(warc);
    bad.clear();
    assertThat(check(bad)).isEqualTo(new CaptureCheck.Counts(20, 0, 20));
    assertThat(bad).allMatch(one -> one.problem().equals("no file " + ref.file()));
  }

  private CaptureCheck.Counts check(List<CaptureCheck.Bad> bad) throws Exception {
    long[] seen = {0};
    CaptureCheck check = new CaptureCheck(archive, new CaptureReferences(indices));
    CaptureCheck.Counts counts = check.run(bad::add, more -> seen[0] += more);
    assertThat(seen[0]).isEqualTo(counts.checked() + counts.without());
    return counts;
  }

  private ImportCounts run(String name, byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve(name), bytes);
    SourceLabels labels = new SourceLabels(List.of(), new SourceStates(indices));
    try (Rejects rejects = new Rejects(folder.resolve("rejects.jsonl"))) {
      ImportCounts counts =
          new WarcImport(new Intake(indices), archive, labels, List.of(), CLOCK)
              .run(file, file, rejects, _ -> {});
      indices.refresh();
      return counts;
    }
  }

  private void found(String query, String url, String page) throws Exception {
    DocumentSearch search = new DocumentSearch(indices, Configuration.EMPTY, Clock.systemUTC());
    assertThat(search.search(SearchRequest.of(query, parsed(query))).hits())
        .extracting(hit -> hit.url())
        .containsExactly(url);
    CaptureRef ref = document(url).capture().orElseThrow();
    assertThat(new String(archive.read(ref).body(), UTF_8)).isEqualTo(page);
    assertThat(archive.verify(ref)).isEmpty();
  }

  private static Query parsed(String query) {
    return switch (QueryParser.parse(query)) {
      case ParseOutcome.Parsed parsed -> parsed.query();
      case ParseOutcome.Rejected no -> throw new AssertionError(no.faults().toString());
    };
  }

  private Document document(String url) throws IOException {
    return new DocumentStore(indices).find(url).orElseThrow();
  }

  private static byte[] info() {
    return "software: other\r\nformat: WARC File Format\r\n".getBytes(UTF_8);
  }

  private static byte[] page(String title, String what) {
    return ForeignWarc.http(
        "Content-Type: text/html; charset=utf-8\r\n", article(title, what).getBytes(UTF_8));
  }

  private static String article(String title, String what) {
    String paragraphs =
        Stream.of(
                "Об этом рассказали в правительстве области: " + what + ", и работы продолжаются.",
                "По словам специалистов, «" + title + "» остаётся главной темой недели в районе.",
                "Жители надеются, что до конца года всё будет сделано, и благодарят строителей.",
                "Подробности обещают сообщить позже, когда закончит работу созданная комиссия.")
            .map(text -> "<p>" + text + " " + text + "</p>")
            .reduce("", String::concat);
    return "<!doctype html><html lang=ru><head><meta charset=utf-8><title>"
        + title
        + "</title><meta property=og:type content=article>"
        + "<meta property=article:published_time content=2026-10-30T08:00:00+09:00></head>"
        + "<body><nav><a href=/>Главная</a></nav><article><h1>"
        + title
        + "</h1>"
        + paragraphs
        + "</article></body></html>";
  }
}
