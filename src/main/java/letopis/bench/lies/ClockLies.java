package letopis.bench.lies;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import letopis.bench.lies.Lie.Verdict;
import letopis.bench.lies.LyingSite.Article;
import letopis.document.Document;

/// Lies about what time it is: hours that come twice or not at all, clocks that are wrong.
final class ClockLies {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private ClockLies() {}

  static List<Lie> all() {
    return List.of(
        new Lie("writes times of the hour that comes twice", ClockLies::repeatedHour),
        new Lie("writes times of the hour that does not come", ClockLies::missingHour),
        new Lie("has a clock that is two hours slow, and says so", ClockLies::slowClock),
        new Lie("asks to be left alone by a clock a day ahead", ClockLies::fastClock));
  }

  private static Article undated(String path, Article like) {
    return new Article(path, like.title(), like.text(), Lab.START);
  }

  /// A page and an entry whose only time is this one, without an offset.
  private static void publish(Lab lab, String local) {
    String page =
        LyingSite.html(undated("/a/1", PageLies.FIRST))
            .replaceAll("content=\"" + Lab.START + "\"", "content=\"" + local + "\"");
    lab.site.tell("/a/1", LyingSite.page(200, page));
    lab.site.tell(
        LyingSite.FEED,
        LyingSite.feed(
            "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>"
                + "<title>В</title><item><title>Амур поднялся</title><link>"
                + lab.site.url("/a/1")
                + "</link><dc:date>"
                + local
                + "</dc:date></item></channel></rss>"));
  }

  private static Verdict localTime(Lab lab, String local, Instant absent, Instant truth)
      throws IOException, InterruptedException {
    lab.forward(Duration.between(Lab.START, absent));
    lab.site.tell(
        LyingSite.FEED,
        LyingSite.feed("<rss version=\"2.0\"><channel><title>В</title></channel></rss>"));
    lab.in(BERLIN).watchFeed().crawl();
    publish(lab, local);
    lab.forward(Duration.between(absent, truth).plusMinutes(10));
    lab.crawl();
    Document document = lab.find("/a/1").orElseThrow();
    Instant published = document.times().published().at();
    boolean right = published.equals(truth) && !document.times().backdated();
    return new Verdict(
        right, right ? "read as the one that our look allows" : "read as " + published);
  }

  private static Verdict repeatedHour(Lab lab) throws IOException, InterruptedException {
    return localTime(
        lab,
        "2026-10-25T02:30:00",
        Instant.parse("2026-10-25T01:20:00Z"),
        Instant.parse("2026-10-25T01:30:00Z"));
  }

  private static Verdict missingHour(Lab lab) throws IOException, InterruptedException {
    return localTime(
        lab,
        "2026-03-29T02:30:00",
        Instant.parse("2026-03-29T01:20:00Z"),
        Instant.parse("2026-03-29T01:30:00Z"));
  }

  private static Verdict slowClock(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.watchFeed().crawl();
    lab.forward(Duration.ofMinutes(30));
    Article late =
        new Article("/a/2", PageLies.SECOND.title(), PageLies.SCHOOL, lab.now().minusSeconds(7200));
    lab.site.publish(late);
    lab.crawl();
    Document document = lab.find("/a/2").orElseThrow();
    boolean right =
        document.times().backdated() && document.times().absentAt().equals(Optional.of(Lab.START));
    return new Verdict(
        right, right ? "its time contradicts our look: backdated, not believed" : "believed");
  }

  private static Verdict fastClock(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.site.tell(
        LyingSite.FEED,
        exchange -> {
          exchange.getResponseHeaders().set("Date", "Tue, 03 Mar 2026 10:00:00 GMT");
          exchange.getResponseHeaders().set("Retry-After", "Tue, 03 Mar 2026 10:20:00 GMT");
          LyingSite.page(503, "later").to(exchange);
        });
    lab.watchFeed().crawl();
    Instant next = lab.state().cadence().nextPollAt();
    long minutes = Duration.between(Lab.START, next).toMinutes();
    return new Verdict(
        minutes >= 20 && minutes < 60, "asked again after %d minutes".formatted(minutes));
  }
}
