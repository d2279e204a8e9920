package letopis.bench.lies;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import letopis.bench.lies.Lie.Verdict;
import letopis.bench.lies.LyingSite.Article;
import letopis.crawl.report.CrawlOutcome;
import letopis.document.Document;

/// Lies about bytes: how many there are, how they are packed, what they are.
final class WireLies {
  private static final String PAGE = "Content-Type: text/html; charset=utf-8";
  private static final String OK = "HTTP/1.1 200 OK\n" + PAGE;
  private static final String PATH = "/p";

  private WireLies() {}

  static List<Lie> all() {
    return List.of(
        new Lie("speaks HTTP/1.0", lab -> read(lab, "HTTP/1.0 200 OK\n" + PAGE, html())),
        new Lie("gives the reason of its status in Russian", WireLies::reason),
        new Lie(
            "says gzip, brotli or utf-8 of a page that is not packed", WireLies::notPackedAtAll),
        new Lie("cuts a page packed with brotli", lab -> refused(lab, BROTLI, cutBrotli())),
        new Lie(
            "announces a terabyte, and twice the bytes that come",
            lab ->
                both(
                    refused(lab, OK + "\nContent-Length: 1000000000000", html()),
                    refused(lab, OK + "\nContent-Length: " + 2 * html().length, html()))),
        new Lie("sends garbage as chunks", WireLies::chunks),
        new Lie(
            "packs something else than a page",
            lab -> refused(lab, OK + "\nContent-Encoding: gzip", gzip(noise()))),
        new Lie("packs a page twice and says so once", WireLies::packedTwice),
        new Lie("labels its feed as a page and its pages as downloads", WireLies::labels));
  }

  private static final String BROTLI = OK + "\nContent-Encoding: br";

  private static byte[] html() {
    return LyingSite.html(PageLies.FIRST).getBytes(StandardCharsets.UTF_8);
  }

  private static Verdict both(Verdict one, Verdict other) {
    return new Verdict(one.right() && other.right(), one.concluded() + "; " + other.concluded());
  }

  /// A page that is only oddly sent is read.
  private static Verdict read(Lab lab, String head, byte[] body)
      throws IOException, InterruptedException {
    Optional<Document> document = look(lab, head, body);
    boolean right = document.filter(d -> d.content().body().contains("Бычиха")).isPresent();
    return new Verdict(right, right ? "read" : "not read");
  }

  /// A page that did not come as it should is a failure, and nothing else is touched by it.
  private static Verdict refused(Lab lab, String head, byte[] body)
      throws IOException, InterruptedException {
    boolean none = look(lab, head, body).isEmpty();
    boolean other = lab.find("/a/2").isPresent();
    return new Verdict(
        none && other && lab.total(CrawlOutcome.BROKEN) == 0,
        (none ? "a failure of that page alone" : "taken") + (other ? "" : "; the other is lost"));
  }

  private static Optional<Document> look(Lab lab, String head, byte[] body)
      throws IOException, InterruptedException {
    RawSite raw = new RawSite().tell(PATH, head, body);
    try (raw) {
      lab.site.publish(PageLies.SECOND);
      lab.site.tell(LyingSite.FEED, feed(raw.url(PATH), lab.site.url("/a/2")));
      lab.watchFeed().crawl();
      return lab.find(raw.url(PATH));
    }
  }

  static LyingSite.Answer feed(URI... pages) {
    StringBuilder items = new StringBuilder("<rss version=\"2.0\"><channel><title>В</title>");
    for (URI page : pages) {
      items.append("<item><title>Новость дня</title><link>" + page + "</link></item>");
    }
    return LyingSite.feed(items.append("</channel></rss>").toString());
  }

  private static Verdict reason(Lab lab) throws IOException, InterruptedException {
    return read(lab, "HTTP/1.1 200 Хорошо\n" + PAGE, html());
  }

  private static Verdict notPackedAtAll(Lab lab) throws IOException, InterruptedException {
    int read = 0;
    for (String label : List.of("gzip", "br", "utf-8")) {
      read += read(lab, OK + "\nContent-Encoding: " + label, html()).right() ? 1 : 0;
    }
    return new Verdict(read == 3, "%d of 3 read".formatted(read));
  }

  /// Uncompressed, as brotli may be (RFC 7932 section 9.2), and torn off.
  private static byte[] cutBrotli() {
    byte[] page = html();
    int start = (page.length - 1) << 4 | 1 << 20;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.write(start);
    packed.write(start >> 8);
    packed.write(start >> 16);
    packed.write(page, 0, page.length);
    return Arrays.copyOf(packed.toByteArray(), page.length / 2);
  }

  private static Verdict chunks(Lab lab) throws IOException, InterruptedException {
    String head = OK + "\nTransfer-Encoding: chunked";
    byte[] none = "<html>\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    byte[] huge = "FFFFFFFFFFFFFFFF\r\nx".getBytes(StandardCharsets.UTF_8);
    return both(refused(lab, head, none), refused(lab, head, huge));
  }

  private static byte[] noise() {
    byte[] noise = new byte[5000];
    new java.util.Random(1).nextBytes(noise);
    return noise;
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private static Verdict packedTwice(Lab lab) throws IOException, InterruptedException {
    return read(lab, OK + "\nContent-Encoding: gzip", gzip(gzip(html())));
  }

  private static Verdict labels(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST).publish(PageLies.SECOND);
    for (Article article : List.of(PageLies.FIRST, PageLies.SECOND)) {
      byte[] page = LyingSite.html(article).getBytes(StandardCharsets.UTF_8);
      lab.site.tell(article.path(), LyingSite.answer(200, "application/octet-stream", page));
    }
    byte[] feed = lab.site.feed().getBytes(StandardCharsets.UTF_8);
    lab.site.tell(LyingSite.FEED, LyingSite.answer(200, "text/html", feed));
    lab.watchFeed().crawl();
    long added = lab.total(CrawlOutcome.ADDED);
    return new Verdict(added == 2, "%d documents of 2".formatted(added));
  }
}
