package letopis.bench.lies;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import letopis.bench.lies.Lie.Verdict;
import letopis.bench.lies.LyingSite.Article;
import letopis.crawl.report.CrawlOutcome;
import letopis.index.state.CoverageState;
import letopis.index.state.Poll;
import letopis.sources.Access;

/// Lies of feeds and lists, and of servers and names below them.
final class FeedLies {
  private static final int LOOKS = 20;
  private static final int HUGE = 100_000;

  private FeedLies() {}

  static List<Lie> all() {
    return List.of(
        new Lie("answers 304 for ever", FeedLies::neverModified),
        new Lie("gives one GUID to all entries", FeedLies::oneGuid),
        new Lie("answers with a page in place of the feed", FeedLies::pageForFeed),
        new Lie("lists nothing any more", FeedLies::emptied),
        new Lie("changes the layout of its list", FeedLies::layout),
        new Lie("lists 100,000 entries", FeedLies::huge),
        new Lie("answers 403, then 500", FeedLies::refuses),
        new Lie("redirects without end", FeedLies::redirects),
        new Lie("sends a page byte by byte, without end", FeedLies::drips),
        new Lie("sends a gzip bomb", FeedLies::bomb),
        new Lie("changes its name to a private address", FeedLies::rebinds));
  }

  private static Verdict neverModified(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.site.tell(
        LyingSite.FEED,
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"same\"");
          if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
            exchange.sendResponseHeaders(304, -1);
          } else {
            LyingSite.feed(lab.site.feed()).to(exchange);
          }
        });
    lab.watchFeed().crawl();
    lab.site.publish(
        new Article("/a/2", "Школу достроят", PageLies.SCHOOL, Lab.START.plusSeconds(600)));
    for (int i = 0; i < LOOKS; i++) {
      lab.forward(Duration.ofMinutes(10));
      lab.crawl();
    }
    boolean found = lab.find("/a/2").isPresent();
    boolean caught = lab.state().health().lies();
    List<CoverageState> states = lab.coverage();
    return new Verdict(
        found && caught && states.equals(List.of(CoverageState.GAP)),
        caught
            ? "caught after %d looks: the hidden article is there, the time is %s"
                .formatted(LOOKS, states)
            : "believed");
  }

  private static Verdict oneGuid(Lab lab) throws IOException, InterruptedException {
    Article second = PageLies.SECOND;
    lab.site.publish(PageLies.FIRST);
    lab.site.publish(
        new Article("/a/2", second.title(), second.text(), second.published(), "/a/1", ""));
    lab.watchFeed().crawl();
    long added = lab.total(CrawlOutcome.ADDED);
    return new Verdict(added == 2, "%d documents of 2".formatted(added));
  }

  private static Verdict pageForFeed(Lab lab) throws IOException, InterruptedException {
    history(lab);
    lab.site.tell(
        LyingSite.FEED, LyingSite.page(200, "<html><body>Технические работы</body></html>"));
    return alarmed(lab);
  }

  private static Verdict emptied(Lab lab) throws IOException, InterruptedException {
    for (int i = 3; i < 7; i++) {
      lab.site.publish(
          PageLies.article("/a/" + i, "Мост открыли, часть " + i, PageLies.BRIDGE + " " + i));
    }
    history(lab);
    lab.site.tell(
        LyingSite.FEED,
        LyingSite.feed("<rss version=\"2.0\"><channel><title>В</title></channel></rss>"));
    return alarmed(lab);
  }

  private static Verdict layout(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST).publish(PageLies.SECOND);
    String item =
        "<div class=\"%s\"><a href=\"/a/1\">Амур поднялся</a></div>"
            + "<div class=\"%s\"><a href=\"/a/2\">Школу достроят</a></div>";
    lab.site.tell("/news", LyingSite.page(200, item.formatted("item", "item")));
    lab.watch(
        new Access.Html(
            lab.site.url("/news"),
            "div.item",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    looks(lab);
    lab.site.tell("/news", LyingSite.page(200, item.formatted("card", "card")));
    return alarmed(lab);
  }

  /// The time since is worth nothing, an alarm says so, and both end with the lie.
  private static Verdict alarmed(Lab lab) throws IOException, InterruptedException {
    looks(lab);
    Optional<String> alarm = lab.state().health().alarm();
    CoverageState state = lab.lastLook().state();
    return new Verdict(
        alarm.isPresent() && state == CoverageState.LAYOUT_BROKEN,
        "%s; alarm: %s".formatted(state.label(), alarm.orElse("none")));
  }

  private static Verdict huge(Lab lab) throws IOException, InterruptedException {
    StringBuilder items = new StringBuilder("<rss version=\"2.0\"><channel><title>В</title>");
    for (int i = 0; i < HUGE; i++) {
      items.append("<item><title>t</title><link>http://127.0.0.1:1/" + i + "</link></item>");
    }
    items.append("</channel></rss>");
    lab.site.tell(LyingSite.FEED, LyingSite.feed(items.toString()));
    lab.watchFeed().crawl();
    Poll look = lab.lastLook();
    return new Verdict(
        look.entries() == Lab.ENTRIES && !look.detail().isEmpty(),
        "the first %d are read, and the look says: %s".formatted(look.entries(), look.detail()));
  }

  private static Verdict refuses(Lab lab) throws IOException, InterruptedException {
    history(lab);
    lab.site.tell(LyingSite.FEED, LyingSite.page(403, "no"));
    lab.forward(Lab.LATER);
    lab.crawl();
    CoverageState refused = lab.lastLook().state();
    lab.site.tell(LyingSite.FEED, LyingSite.page(500, "oops"));
    lab.forward(Lab.LATER);
    lab.crawl();
    CoverageState broken = lab.lastLook().state();
    return new Verdict(
        refused == CoverageState.BLOCKED && broken == CoverageState.DOWN,
        refused.label() + ", then " + broken.label());
  }

  private static Verdict redirects(Lab lab) throws IOException, InterruptedException {
    history(lab);
    for (int i = 0; i < 2 * Lab.ENTRIES; i++) {
      lab.site.tell("/r/" + i, LyingSite.redirect("/r/" + (i + 1)));
    }
    lab.site.tell(LyingSite.FEED, LyingSite.redirect("/r/0"));
    lab.forward(Lab.LATER);
    lab.crawl();
    Poll look = lab.lastLook();
    return new Verdict(
        look.state() == CoverageState.DOWN && look.detail().contains("redirect"),
        "%s: %s".formatted(look.state().label(), look.detail()));
  }

  private static Verdict drips(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST).publish(PageLies.SECOND);
    lab.site.tell("/a/1", lab.site.drip());
    return oneOfTwo(lab, "given up after the time limit");
  }

  private static Verdict bomb(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST).publish(PageLies.SECOND);
    byte[] packed = GzipBomb.ofMebibytes(200);
    lab.site.tell(
        "/a/1",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          LyingSite.answer(200, "text/html", packed).to(exchange);
        });
    return oneOfTwo(
        lab, "200 MiB in %d KiB refused before they are unpacked".formatted(packed.length >> 10));
  }

  /// The first page is a trap, the second must be there all the same.
  private static Verdict oneOfTwo(Lab lab, String concluded)
      throws IOException, InterruptedException {
    lab.watchFeed().crawl();
    boolean refused = lab.find("/a/1").isEmpty() && lab.total(CrawlOutcome.FETCH_FAILED) == 1;
    boolean other = lab.find("/a/2").isPresent();
    return new Verdict(
        refused && other,
        (refused ? concluded : "taken") + (other ? "; the other page is there" : "; all stuck"));
  }

  private static Verdict rebinds(Lab lab) throws IOException, InterruptedException {
    AtomicBoolean moved = new AtomicBoolean();
    InetAddress[] here = {InetAddress.getByName("127.0.0.1")};
    InetAddress[] metadata = {InetAddress.getByName("169.254.169.254")};
    lab.site.publish(PageLies.FIRST);
    URI feed = URI.create("http://rebind.example:" + lab.site.port() + LyingSite.FEED);
    lab.naming(_ -> moved.get() ? metadata : here).watch(new Access.Rss(feed)).crawl();
    boolean before = lab.lastLook().state() == CoverageState.WATCHED;
    moved.set(true);
    lab.forward(Lab.LATER);
    lab.crawl();
    Poll look = lab.lastLook();
    return new Verdict(
        before && look.state() == CoverageState.DOWN && look.detail().contains("forbidden_address"),
        "%s: %s".formatted(look.state().label(), look.detail()));
  }

  /// Looks at a list that changes, so that the crawler knows what is usual.
  private static void history(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.watchFeed().crawl();
    lab.forward(Lab.LATER);
    lab.site.publish(PageLies.SECOND);
    looks(lab);
  }

  private static void looks(Lab lab) throws IOException, InterruptedException {
    for (int i = 0; i < 2; i++) {
      lab.crawl();
      lab.forward(Lab.LATER);
    }
  }
}
