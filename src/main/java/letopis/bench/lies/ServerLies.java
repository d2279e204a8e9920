package letopis.bench.lies;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import letopis.bench.lies.Lie.Verdict;
import letopis.bench.lies.LyingSite.Article;
import letopis.crawl.report.CrawlOutcome;
import letopis.document.Document;
import letopis.index.state.CoverageState;
import letopis.sources.Access;

/// Lies of servers and clocks: robots files, redirects of lists, torn answers, times.
final class ServerLies {
  private static final String ROBOTS = "/robots.txt";

  private ServerLies() {}

  static List<Lie> all() {
    return List.of(
        new Lie("answers its front page for robots.txt", ServerLies::robotsPage),
        new Lie("answers 500 for robots.txt", ServerLies::robotsBroken),
        new Lie("answers 503, then 404, for robots.txt", ServerLies::robotsBack),
        new Lie("moves its feed through three addresses", ServerLies::moves),
        new Lie("has a sitemap index that names itself, and packed sitemaps", ServerLies::sitemaps),
        new Lie("tears a packed page off in the middle", ServerLies::torn),
        new Lie("refuses one page for ever with 429", ServerLies::oneRefused),
        new Lie("dates every entry with the time of the look", ServerLies::alwaysNow),
        new Lie("labels its local time, nine hours ahead, as UTC", ServerLies::localTime),
        new Lie("is watched by a clock that is set back an hour", ServerLies::clockBack),
        new Lie("hides a page for noarchive, in a header or in the page", ServerLies::noArchive));
  }

  private static Verdict robotsPage(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.site.tell(
        ROBOTS,
        LyingSite.page(200, "<html><body><h1>Вестник</h1>User-agent: all<br>Disallow: /</body>"));
    lab.watchFeed().crawl();
    boolean read = lab.find("/a/1").isPresent();
    return new Verdict(read, read ? "no rules: read" : "not read");
  }

  private static Verdict robotsBroken(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.site.tell(ROBOTS, LyingSite.page(500, "oops"));
    lab.watchFeed().crawl();
    CoverageState state = lab.lastLook().state();
    boolean none = lab.find("/a/1").isEmpty();
    return new Verdict(
        none && state == CoverageState.BLOCKED,
        "%s: %s".formatted(state.label(), none ? "nothing is fetched" : "fetched all the same"));
  }

  /// Unreachable forbids all; unavailable allows all. In between we had seen nothing, so nothing is
  /// known to have been absent.
  private static Verdict robotsBack(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.site.tell(ROBOTS, LyingSite.page(503, "busy"));
    lab.watchFeed().crawl();
    boolean none = lab.find("/a/1").isEmpty() && lab.lastLook().state() == CoverageState.BLOCKED;
    lab.site.tell(ROBOTS, LyingSite.page(404, "none"));
    lab.forward(Lab.LATER);
    lab.crawl();
    boolean read = lab.find("/a/1").filter(one -> one.times().absentAt().isEmpty()).isPresent();
    return new Verdict(
        none && read,
        (none ? "blocked" : "fetched all the same")
            + (read ? ", then read; nothing was absent before" : ", then not read as the first"));
  }

  private static Verdict moves(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.watchFeed().crawl();
    lab.forward(Lab.LATER);
    lab.site.publish(PageLies.SECOND);
    lab.site.tell("/new.xml", LyingSite.feed(lab.site.feed()));
    lab.site.tell("/b.xml", LyingSite.redirect("/new.xml"));
    lab.site.tell("/a.xml", LyingSite.redirect("/b.xml"));
    lab.site.tell(LyingSite.FEED, LyingSite.redirect("/a.xml"));
    lab.crawl();
    long added = lab.total(CrawlOutcome.ADDED);
    CoverageState state = lab.lastLook().state();
    return new Verdict(
        added == 2 && state == CoverageState.WATCHED,
        "%s, %d documents of 2".formatted(state.label(), added));
  }

  private static Verdict sitemaps(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST).publish(PageLies.SECOND);
    String index = "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
    lab.site.tell(
        "/index.xml",
        LyingSite.feed(
            index
                + map(lab, "/index.xml")
                + map(lab, "/other.xml")
                + map(lab, "/1.xml.gz")
                + "</sitemapindex>"));
    lab.site.tell(
        "/other.xml",
        LyingSite.feed(index + map(lab, "/index.xml") + map(lab, "/2.xml.gz") + "</sitemapindex>"));
    for (int i = 1; i <= 2; i++) {
      String urls =
          "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>%s</loc></url></urlset>"
              .formatted(lab.site.url("/a/" + i));
      lab.site.tell(
          "/" + i + ".xml.gz", LyingSite.answer(200, "application/octet-stream", packed(urls)));
    }
    lab.watch(new Access.Sitemap(lab.site.url("/index.xml"))).crawl();
    long added = lab.total(CrawlOutcome.ADDED);
    return new Verdict(
        added == 2,
        "%d documents of 2, the look says: %s".formatted(added, lab.lastLook().detail()));
  }

  private static String map(Lab lab, String path) {
    return "<sitemap><loc>" + lab.site.url(path) + "</loc></sitemap>";
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static Verdict torn(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.watchFeed().crawl();
    byte[] whole = packed(LyingSite.html(PageLies.FIRST));
    lab.site.tell(
        "/a/1",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          LyingSite.answer(200, "text/html", Arrays.copyOf(whole, whole.length * 2 / 3))
              .to(exchange);
        });
    lab.crawlLater();
    lab.crawlLater();
    Document document = lab.find("/a/1").orElseThrow();
    boolean right = document.lineage().revision() == 1 && document.times().removedAt().isEmpty();
    return new Verdict(
        right, right ? "a failure; what was there stays" : "half a page became its new wording");
  }

  private static Verdict oneRefused(Lab lab) throws IOException, InterruptedException {
    for (int i = 1; i <= 4; i++) {
      lab.site.publish(
          PageLies.article("/a/" + i, "Мост открыли, часть " + i, PageLies.BRIDGE + " " + i));
    }
    LyingSite.Answer refusal = LyingSite.page(429, "too many");
    lab.site.tell(
        "/a/3",
        exchange -> {
          // By the true clock, as pauses of a host are: those behind would wait half a minute.
          exchange.getResponseHeaders().set("Retry-After", "1");
          refusal.to(exchange);
        });
    lab.watchFeed().crawl();
    for (int i = 0; i < 3; i++) {
      lab.crawlLater();
    }
    long there = 0;
    for (int i = 1; i <= 4; i++) {
      there += lab.find("/a/" + i).isPresent() ? 1 : 0;
    }
    return new Verdict(there == 3, "%d of the 3 other pages".formatted(there));
  }

  private static Verdict alwaysNow(Lab lab) throws IOException, InterruptedException {
    Instant[] now = {Lab.START};
    lab.site.tell(
        "/a/1",
        LyingSite.page(
            200,
            LyingSite.html(PageLies.FIRST)
                .replaceAll("<meta property=\"article:published_time\"[^>]*>", "")));
    lab.site.tell(
        LyingSite.FEED,
        exchange ->
            LyingSite.feed(
                    "<rss version=\"2.0\"><channel><title>В</title><item><title>Амур"
                        + " поднялся</title>"
                        + "<link>%s</link><pubDate>%s</pubDate></item></channel></rss>"
                            .formatted(
                                lab.site.url("/a/1"),
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    now[0].atOffset(ZoneOffset.UTC))))
                .to(exchange));
    lab.watchFeed();
    for (int i = 0; i < 4; i++) {
      lab.crawl();
      now[0] = lab.forward(Lab.LATER);
    }
    Document document = lab.find("/a/1").orElseThrow();
    boolean right =
        document.lineage().revision() == 1 && document.times().published().at().equals(Lab.START);
    return new Verdict(
        right,
        "revision %d, published %d min after the first look"
            .formatted(
                document.lineage().revision(),
                Duration.between(Lab.START, document.times().published().at()).toMinutes()));
  }

  private static Verdict localTime(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(
        new Article(
            "/a/1",
            PageLies.FIRST.title(),
            PageLies.FLOOD,
            Lab.START.minusSeconds(600).plus(Duration.ofHours(9))));
    lab.watchFeed().crawl();
    for (int i = 0; i < 3; i++) {
      lab.forward(Duration.ofHours(4));
      lab.crawlLater();
    }
    Document document = lab.find("/a/1").orElseThrow();
    Instant published = document.times().published().at();
    boolean right = !published.isAfter(document.times().firstSeenAt());
    return new Verdict(
        right,
        right
            ? "no claim: the time is our look's, also when the claimed one has come"
            : "published after we saw it: " + published);
  }

  private static Verdict clockBack(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.watchFeed().crawl();
    lab.forward(Lab.LATER);
    lab.crawl();
    lab.forward(Duration.ofHours(-1));
    lab.site.publish(PageLies.SECOND);
    lab.crawl();
    lab.forward(Lab.LATER);
    lab.crawl();
    Document second = lab.find("/a/2").orElseThrow();
    Optional<Instant> absent = second.times().absentAt();
    boolean right =
        absent.filter(at -> at.isAfter(second.times().firstSeenAt())).isEmpty()
            && !second.times().backdated();
    return new Verdict(
        right,
        "%s; the time is %s"
            .formatted(
                right ? "no impossible interval, nothing backdated" : "absent after it was seen",
                lab.coverage()));
  }

  private static Verdict noArchive(Lab lab) throws IOException, InterruptedException {
    Article hidden =
        new Article(
            "/a/1",
            PageLies.FIRST.title(),
            PageLies.FLOOD,
            PageLies.FIRST.published(),
            "/a/1",
            "<meta name=\"robots\" content=\"index, noarchive\">");
    lab.site.publish(hidden).publish(PageLies.SECOND);
    lab.site.tell(
        "/a/2",
        exchange -> {
          exchange.getResponseHeaders().set("X-Robots-Tag", "noarchive");
          LyingSite.page(200, LyingSite.html(PageLies.SECOND)).to(exchange);
        });
    lab.watchFeed().crawl();
    boolean both = marked(lab, "/a/1") && marked(lab, "/a/2");
    return new Verdict(both, both ? "both originals are kept and not shown" : "one would be shown");
  }

  private static boolean marked(Lab lab, String path) throws IOException {
    return lab.find(path).orElseThrow().noarchive();
  }
}
