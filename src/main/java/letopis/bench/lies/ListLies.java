package letopis.bench.lies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import letopis.bench.lies.Lie.Verdict;
import letopis.bench.lies.LyingSite.Article;
import letopis.crawl.report.CrawlOutcome;
import letopis.document.Document;
import letopis.index.state.CoverageState;
import letopis.index.state.Poll;
import letopis.sources.Access;

/// Lies of lists and channels: where they are and how far they go.
final class ListLies {
  private ListLies() {}

  static List<Lie> all() {
    return List.of(
        new Lie("moves its feed for good", ListLies::movedForGood),
        new Lie("pages back in a circle", ListLies::circle),
        new Lie("has a calendar of sitemaps without end", ListLies::calendar),
        new Lie("has a sitemap index that stays while its parts change", ListLies::staticIndex),
        new Lie("goes on listing an article that is gone", ListLies::listedThoughGone),
        new Lie("puts a new session into every query", ListLies::sessions),
        new Lie("puts another story under an address that it has used", ListLies::reusedAddress),
        new Lie("is a channel that was renamed or made private", ListLies::privateChannel),
        new Lie("is a VK group that was closed", ListLies::closedGroup));
  }

  private static Verdict movedForGood(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST).publish(PageLies.SECOND);
    lab.site.tell("/new.xml", LyingSite.feed(lab.site.feed()));
    lab.site.tell(
        LyingSite.FEED,
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/new.xml");
          exchange.sendResponseHeaders(301, -1);
        });
    lab.watchFeed().crawl();
    Poll look = lab.lastLook();
    boolean said = look.detail().contains("/new.xml");
    return new Verdict(
        said && lab.total(CrawlOutcome.ADDED) == 2,
        "read, and the look says: " + look.detail().replaceAll(":\\d+/", "/"));
  }

  private static String atom(Lab lab, String next, int from) {
    StringBuilder feed = new StringBuilder("<feed xmlns=\"http://www.w3.org/2005/Atom\">");
    feed.append("<title>В</title><link rel=\"next\" href=\"" + lab.site.url(next) + "\"/>");
    for (int i = from; i < from + 2; i++) {
      feed.append("<entry><title>Часть " + i + "</title><id>" + i + "</id>");
      feed.append("<updated>2026-03-02T0" + i + ":00:00Z</updated>");
      feed.append("<link href=\"" + lab.site.url("/b/" + i) + "\"/></entry>");
      Article article = PageLies.article("/b/" + i, "Часть " + i, PageLies.BRIDGE + " " + i);
      lab.site.tell("/b/" + i, lab.site.of(article));
    }
    return feed.append("</feed>").toString();
  }

  private static Verdict circle(Lab lab) throws IOException, InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    String one = atom(lab, "/page2.xml", 0);
    String two = atom(lab, LyingSite.FEED, 2);
    lab.site.tell(LyingSite.FEED, counted(asked, LyingSite.feed(one)));
    lab.site.tell("/page2.xml", counted(asked, LyingSite.feed(two)));
    lab.watchFeed().crawl();
    long added = lab.total(CrawlOutcome.ADDED);
    return new Verdict(
        added == 4 && asked.get() <= 3,
        "%d documents of 4, %d pages of the list asked for".formatted(added, asked.get()));
  }

  private static LyingSite.Answer counted(AtomicInteger asked, LyingSite.Answer answer) {
    return exchange -> {
      asked.incrementAndGet();
      answer.to(exchange);
    };
  }

  private static Verdict calendar(Lab lab) throws IOException, InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    for (int i = 0; i < 500; i++) {
      String maps =
          "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>%s</loc></sitemap></sitemapindex>"
              .formatted(lab.site.url("/month/" + (i + 1)));
      lab.site.tell("/month/" + i, counted(asked, LyingSite.feed(maps)));
    }
    lab.watch(new Access.Sitemap(lab.site.url("/month/0"))).crawl();
    Poll look = lab.lastLook();
    return new Verdict(
        asked.get() <= 51 && look.detail().contains("50"),
        "%d months asked for; %s: %s".formatted(asked.get(), look.state().label(), look.detail()));
  }

  private static Verdict staticIndex(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST).publish(PageLies.SECOND);
    String index =
        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>%s</loc></sitemap></sitemapindex>"
            .formatted(lab.site.url("/part.xml"));
    lab.site.tell(
        "/index.xml",
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"same\"");
          if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
            exchange.sendResponseHeaders(304, -1);
          } else {
            LyingSite.feed(index).to(exchange);
          }
        });
    lab.site.tell("/part.xml", LyingSite.feed(urls(lab, "/a/1")));
    lab.watch(new Access.Sitemap(lab.site.url("/index.xml"))).crawl();
    lab.forward(Lab.LATER);
    lab.site.tell("/part.xml", LyingSite.feed(urls(lab, "/a/1", "/a/2")));
    lab.crawl();
    boolean found = lab.find("/a/2").isPresent();
    return new Verdict(found, found ? "the parts are read all the same" : "the new page is missed");
  }

  private static String urls(Lab lab, String... paths) {
    StringBuilder urls = new StringBuilder("<urlset>");
    for (String path : paths) {
      urls.append("<url><loc>" + lab.site.url(path) + "</loc></url>");
    }
    return urls.append("</urlset>").toString();
  }

  private static Verdict listedThoughGone(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.watchFeed().crawl();
    AtomicInteger asked = new AtomicInteger();
    lab.site.tell("/a/1", counted(asked, LyingSite.page(410, "gone")));
    Instant first = lab.crawlLater();
    for (int i = 3; i < 9; i++) {
      lab.forward(Duration.ofMinutes(2));
      Article other =
          PageLies.article("/a/" + i, "Мост открыли, часть " + i, PageLies.BRIDGE + " " + i);
      lab.site.publish(other);
      lab.crawl();
    }
    lab.crawlLater();
    Optional<Instant> removed = lab.find("/a/1").orElseThrow().times().removedAt();
    return new Verdict(
        removed.equals(Optional.of(first)) && asked.get() <= 2,
        "removed_at %s; asked for %d times in 8 looks"
            .formatted(
                removed.equals(Optional.of(first)) ? "the first look" : removed, asked.get()));
  }

  private static Verdict sessions(Lab lab) throws IOException, InterruptedException {
    AtomicInteger session = new AtomicInteger();
    lab.site.tell("/a/1", lab.site.of(PageLies.FIRST));
    lab.site.tell("/a/2", lab.site.of(PageLies.SECOND));
    lab.site.tell(
        LyingSite.FEED,
        exchange -> {
          int id = session.incrementAndGet();
          WireLies.feed(
                  lab.site.url("/a/1?PHPSESSID=%032x".formatted(id)),
                  lab.site.url("/a/2;jsessionid=%032X".formatted(id)))
              .to(exchange);
        });
    lab.watchFeed();
    for (int i = 0; i < 3; i++) {
      lab.crawl();
      lab.forward(Lab.LATER);
    }
    long added = lab.total(CrawlOutcome.ADDED);
    long aliases = lab.total(CrawlOutcome.ALIAS);
    return new Verdict(
        added == 2 && aliases == 0,
        "%d documents of 2, %d aliases of them".formatted(added, aliases));
  }

  private static Verdict reusedAddress(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.watchFeed().crawl();
    lab.forward(Lab.LATER);
    lab.site.publish(
        new Article("/a/1", PageLies.SECOND.title(), PageLies.SCHOOL, lab.now().minusSeconds(60)));
    lab.crawl();
    Document document = lab.find("/a/1").orElseThrow();
    boolean right =
        document.lineage().revision() == 2 && document.content().body().contains("бассейн");
    return new Verdict(
        right, "revision %d: both are kept".formatted(document.lineage().revision()));
  }

  private static String channel(int... posts) {
    StringBuilder page = new StringBuilder("<div class='tgme_channel_info'></div>");
    for (int i : posts) {
      page.append(
          """
          <div class="tgme_widget_message" data-post="gazeta/%1$d">
          <div class="tgme_widget_message_text js-message_text">Паводок: сводка номер %1$d за день</div>
          <a class="tgme_widget_message_date" href="https://t.me/gazeta/%1$d"><time
          datetime="2026-03-02T0%1$d:00:00+00:00">x</time></a></div>\
          """
              .formatted(i));
    }
    return page.toString();
  }

  private static Verdict privateChannel(Lab lab) throws IOException, InterruptedException {
    lab.site.tell("/s/gazeta", LyingSite.page(200, channel(1, 2, 3)));
    lab.askingTheSite().watch(new Access.Telegram("gazeta")).crawl();
    String contact =
        "<html><head><title>Telegram: Contact @gazeta</title></head><body><div class=\"tgme_page\">"
            + "<div class=\"tgme_page_description\">If you have <strong>Telegram</strong>, you can"
            + " contact <a href=\"tg://resolve?domain=gazeta\">@gazeta</a> right away.</div></div>";
    lab.site.tell("/gazeta", LyingSite.page(200, contact));
    lab.site.tell("/s/gazeta", LyingSite.redirect("https://t.me/gazeta"));
    for (int i = 0; i < 3; i++) {
      lab.forward(Lab.LATER);
      lab.crawl();
    }
    Poll look = lab.lastLook();
    return platform(lab, look, 3, lab.find(java.net.URI.create("https://t.me/gazeta/2")));
  }

  /// Nobody can read it now, which says nothing about its posts.
  private static Verdict platform(Lab lab, Poll look, int posts, Optional<Document> one)
      throws IOException {
    boolean there = one.filter(post -> post.times().removedAt().isEmpty()).isPresent();
    boolean right =
        there
            && look.state() == CoverageState.BLOCKED
            && lab.total(CrawlOutcome.ADDED) == posts
            && lab.state().health().alarm().isEmpty();
    return new Verdict(
        right,
        "%s: %s; %s"
            .formatted(
                look.state().label(),
                look.detail(),
                there ? "its posts are not said to be removed" : "its posts are removed"));
  }

  private static Verdict closedGroup(Lab lab) throws IOException, InterruptedException {
    String wall =
        """
        {"response":{"count":2,"items":[
        {"id":2,"owner_id":-5,"from_id":-5,"date":%1$d,"text":"Мост открыли раньше срока","post_type":"post"},
        {"id":1,"owner_id":-5,"from_id":-5,"date":%1$d,"text":"Школу достроят к осени","post_type":"post"}],
        "profiles":[],"groups":[{"id":5,"name":"Вестник","screen_name":"vestnik"}]}}\
        """
            .formatted(Lab.START.minusSeconds(3600).getEpochSecond());
    lab.site.tell("/method/wall.get", json(wall));
    lab.askingTheSite().watch(new Access.Vk("-5")).crawl();
    lab.site.tell(
        "/method/wall.get",
        json(
            "{\"error\":{\"error_code\":15,\"error_msg\":\"Access denied: this wall available only"
                + " for community members\"}}"));
    for (int i = 0; i < 3; i++) {
      lab.forward(Lab.LATER);
      lab.crawl();
    }
    Poll look = lab.lastLook();
    return platform(lab, look, 2, lab.find(java.net.URI.create("https://vk.com/wall-5_2")));
  }

  private static LyingSite.Answer json(String body) {
    return LyingSite.answer(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }
}
