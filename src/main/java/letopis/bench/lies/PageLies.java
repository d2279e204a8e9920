package letopis.bench.lies;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import letopis.bench.lies.Lie.Verdict;
import letopis.bench.lies.LyingSite.Article;
import letopis.crawl.report.CrawlOutcome;
import letopis.document.Document;
import letopis.document.PublishedFrom;

/// Lies of article pages: about what they are, when they appeared and whether they are still there.
final class PageLies {
  static final String FLOOD =
      """
      Уровень воды в Амуре у Хабаровска поднялся за сутки на 34 сантиметра, сообщили гидрологи.
      В зоне подтопления остаются восемь посёлков и около двухсот дачных участков на островах.
      Спасатели вывезли из села Бычиха 41 человека, среди них девять детей, жертв нет.
      Пик паводка ожидают в конце недели, после чего вода начнёт медленно уходить.\
      """;
  static final String SCHOOL =
      """
      Новую школу на тысячу сто мест достроят в микрорайоне к первому сентября следующего года.
      Подрядчик закончил кровлю и приступил к отделке классов, рассказали в мэрии города.
      В здании будут два спортивных зала, бассейн и мастерские для уроков технологии.
      Сейчас ученики ходят в соседние школы и занимаются в две смены, жалуются родители.\
      """;
  static final String BRIDGE =
      """
      Новый мост через Зею открыли для движения легковых машин на две недели раньше срока.
      Грузовики пока идут по старой переправе, сообщило министерство транспорта области.
      Строители испытали пролёты весом сорока гружёных самосвалов, осадка оказалась в норме.\
      """;
  static final Article FIRST = article("/a/1", "Амур поднялся", FLOOD);
  static final Article SECOND = article("/a/2", "Школу достроят", SCHOOL);
  private static final String NOT_FOUND =
      "<html><head><title>Вестник: новости</title></head><body><h1>Упс!</h1><p>Здесь ничего нет:"
          + " то, что вы ищете, удалено или переехало. Попробуйте начать с главной.</p></body>";
  private static final int FLIPS = 12;
  private static final int MOST_FLIPS_KEPT = 7;

  private PageLies() {}

  static List<Lie> all() {
    return List.of(
        new Lie("shows an error page with status 200 in place of an article", PageLies::errorPage),
        new Lie("redirects a deleted article to its front page", PageLies::frontPage),
        new Lie("lists an article that has only an error page with status 200", PageLies::soft404),
        new Lie("deletes an article and brings it back", PageLies::deletes),
        new Lie("edits without a word", PageLies::edits),
        new Lie("turns a title to and fro, 12 times", PageLies::flips),
        new Lie("claims to be older than our last look without it", PageLies::backdates),
        new Lie("claims to be published in a month", PageLies::future),
        new Lie("labels windows-1251 as utf-8", PageLies::charset),
        new Lie("redirects a deleted article to its section", PageLies::section),
        new Lie("changes counters, spaces and advertisements", PageLies::decorations));
  }

  static Article article(String path, String title, String text) {
    return new Article(path, title, text, Lab.START.minusSeconds(3600));
  }

  private static Verdict errorPage(Lab lab) throws IOException, InterruptedException {
    start(lab);
    lab.site.tell(FIRST.path(), LyingSite.page(200, NOT_FOUND));
    return removal(lab);
  }

  private static Verdict section(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(FIRST).publish(SECOND);
    lab.watchFeed().crawl();
    StringBuilder news =
        new StringBuilder("<html><head><title>Новости — Вестник</title></head><body>");
    news.append("<h1>Новости</h1>");
    for (int i = 2; i < 30; i++) {
      news.append(
              "<div class=\"item\"><a href=\"/a/%d\">Новость номер %d: паводок, мост и школа</a>"
                  .formatted(i, i))
          .append("<p>Коротко о том, что случилось в городе за день.</p></div>");
    }
    lab.site.tell("/news", LyingSite.page(200, news.append("</body></html>").toString()));
    lab.site.tell("/a/1", LyingSite.redirect("/news"));
    return removal(lab);
  }

  private static Verdict frontPage(Lab lab) throws IOException, InterruptedException {
    start(lab);
    lab.site.tell("/", LyingSite.page(200, "<html><body><h1>Вестник</h1></body></html>"));
    lab.site.tell(FIRST.path(), LyingSite.redirect("/"));
    return removal(lab);
  }

  /// Two looks at what is gone: the first makes it suspect.
  static Verdict removal(Lab lab) throws IOException, InterruptedException {
    Instant first = lab.crawlLater();
    Optional<Instant> suspected = lab.find(FIRST.path()).orElseThrow().times().removedAt();
    lab.crawlLater();
    Document document = lab.find(FIRST.path()).orElseThrow();
    boolean kept = document.content().body().contains("Бычиха");
    boolean right =
        suspected.isEmpty() && document.times().removedAt().equals(Optional.of(first)) && kept;
    return new Verdict(
        right,
        "removed_at %s, once a second look agrees; text %s"
            .formatted(minutes(document.times().removedAt()), kept ? "kept" : "lost"));
  }

  private static Verdict soft404(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(FIRST).publish(SECOND).tell(SECOND.path(), LyingSite.page(200, NOT_FOUND));
    lab.watchFeed().crawl();
    boolean none = lab.find(SECOND.path()).isEmpty();
    return new Verdict(
        none && lab.find(FIRST.path()).isPresent() && lab.total(CrawlOutcome.NOT_AN_ARTICLE) == 1,
        none ? "not an article: no document" : "a document made of an error page");
  }

  private static Verdict deletes(Lab lab) throws IOException, InterruptedException {
    start(lab);
    lab.site.tell(FIRST.path(), LyingSite.page(410, "gone"));
    Verdict removed = removal(lab);
    lab.site.tellTruth(FIRST.path());
    lab.forward(Duration.ofHours(4));
    lab.crawlLater();
    boolean back = lab.find(FIRST.path()).orElseThrow().times().removedAt().isEmpty();
    return new Verdict(
        removed.right() && back && lab.total(CrawlOutcome.RETURNED) == 1,
        removed.concluded() + "; " + (back ? "returned" : "still said to be removed"));
  }

  private static Verdict edits(Lab lab) throws IOException, InterruptedException {
    start(lab);
    lab.site.publish(
        article(FIRST.path(), FIRST.title(), FLOOD.replace("жертв нет", "трое погибли")));
    lab.crawlLater();
    Document document = lab.find(FIRST.path()).orElseThrow();
    int revision = document.lineage().revision();
    return new Verdict(
        revision == 2 && document.content().body().contains("трое погибли"),
        "revision %d, both wordings kept".formatted(revision));
  }

  private static Verdict decorations(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(FIRST);
    lab.watchFeed().crawl();
    for (int i = 1; i < 5; i++) {
      String text =
          FLOOD.replace(". ", i % 2 == 0 ? ".  " : ".\u00a0")
              + "\nПросмотров: "
              + (100 * i)
              + "\n<a href=\"https://shop.example/"
              + i
              + "\">Купите сапоги со скидкой "
              + i
              + "0 %</a>"
              + "\nЧитайте также: <a href=\"/a/"
              + (i + 3)
              + "\">Мост открыли, часть "
              + i
              + "</a>";
      lab.site.publish(article("/a/1", FIRST.title(), text));
      lab.crawlLater();
    }
    int revision = lab.find("/a/1").orElseThrow().lineage().revision();
    return new Verdict(revision == 1, "revision " + revision);
  }

  private static Verdict flips(Lab lab) throws IOException, InterruptedException {
    start(lab);
    for (int i = 0; i < FLIPS; i++) {
      lab.site.publish(
          article(FIRST.path(), i % 2 == 0 ? "Вода пришла в город" : FIRST.title(), FLOOD));
      lab.crawlLater();
    }
    int revision = lab.find(FIRST.path()).orElseThrow().lineage().revision();
    return new Verdict(
        revision > 1 && revision <= MOST_FLIPS_KEPT, "%d revisions, then none".formatted(revision));
  }

  private static Verdict backdates(Lab lab) throws IOException, InterruptedException {
    start(lab);
    lab.forward(Duration.ofHours(30));
    lab.crawl();
    lab.forward(Lab.LATER);
    lab.site.publish(
        new Article("/a/2", SECOND.title(), SCHOOL, Lab.START.plus(Duration.ofHours(3))));
    lab.crawl();
    boolean backdated = lab.find("/a/2").orElseThrow().times().backdated();
    boolean honest = !lab.find("/a/1").orElseThrow().times().backdated();
    return new Verdict(backdated && honest, backdated ? "backdated" : "believed");
  }

  private static Verdict future(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(
        new Article("/a/2", SECOND.title(), SCHOOL, Lab.START.plus(Duration.ofDays(30))));
    lab.watchFeed().crawl();
    var published = lab.find("/a/2").orElseThrow().times().published();
    boolean right = published.from() == PublishedFrom.GUESSED && published.at().equals(Lab.START);
    return new Verdict(
        right, right ? "no claim: the time is our look's, a guess" : "believed: " + published.at());
  }

  private static Verdict charset(Lab lab) throws IOException, InterruptedException {
    Charset cyrillic = Charset.forName("windows-1251");
    lab.site.publish(FIRST);
    lab.site.tell(
        LyingSite.FEED,
        LyingSite.answer(
            200, "application/rss+xml; charset=utf-8", lab.site.feed().getBytes(cyrillic)));
    lab.site.tell(
        FIRST.path(),
        LyingSite.answer(
            200, "text/html; charset=utf-8", LyingSite.html(FIRST).getBytes(cyrillic)));
    lab.watchFeed().crawl();
    Document document = lab.find(FIRST.path()).orElseThrow();
    boolean right =
        document.content().title().equals(FIRST.title())
            && document.content().body().contains("Бычиха");
    return new Verdict(right, "read as «%s»".formatted(document.content().title()));
  }

  private static void start(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(FIRST);
    lab.watchFeed().crawl();
  }

  private static String minutes(Optional<Instant> at) {
    return at.map(time -> Duration.between(Lab.START, time).toMinutes() + " min after the start")
        .orElse("never");
  }
}
