package letopis.bench.lies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import letopis.bench.lies.Lie.Verdict;
import letopis.crawl.report.CrawlOutcome;
import letopis.document.Document;
import letopis.index.state.CoverageState;

/// Pages that stand between the crawler and what is there: guards, borders, consent, and error
/// pages that look like something else.
final class WallLies {
  private static final String CLOUDFLARE =
      "<!DOCTYPE html><html lang=\"en-US\"><head><title>Just a moment...</title><meta"
          + " name=\"robots\" content=\"noindex,nofollow\"></head><body><div"
          + " class=\"main-wrapper\"><noscript><span id=\"challenge-error-text\">Enable JavaScript"
          + " and cookies to"
          + " continue</span></noscript></div><script>window._cf_chl_opt={cZone:'x'};"
          + "</script></body></html>";
  private static final String DDOS_GUARD =
      "<!DOCTYPE html><html><head><title>DDOS-GUARD</title></head><body><div"
          + " class=\"container\"><h1 id=\"title\">Checking your browser before accessing"
          + " vestnik.example</h1><p>Please wait a few seconds. Once this check is complete, the"
          + " website will open automatically</p></div><script"
          + " src=\"/.well-known/ddos-guard/js-challenge/index.js\"></script></body>";
  private static final String CAPTCHA =
      "<!DOCTYPE html><html lang=\"ru\"><head><title>Вестник</title></head><body><h1>Подтвердите,"
          + " что запросы отправляли вы, а не робот</h1><p>Нам очень жаль, но запросы с вашего"
          + " устройства похожи на автоматические.</p><form action=\"/checkcaptcha\"><input"
          + " type=\"submit\" value=\"Я не робот\"></form></body></html>";
  private static final String BORDER =
      "<!DOCTYPE html><html lang=\"ru\"><head><title>Вестник</title></head><body><h1>Материал"
          + " недоступен в вашем регионе</h1><p>По требованию правообладателя эта страница не"
          + " показывается посетителям из вашей страны.</p></body></html>";
  private static final String STUB =
      "Уровень воды в Амуре у Хабаровска поднялся за сутки на 34 сантиметра, сообщили гидрологи.\n"
          + "Чтобы читать дальше, оформите подписку.";
  private static final List<String> GUARDS = List.of(CLOUDFLARE, DDOS_GUARD, CAPTCHA);

  private WallLies() {}

  static List<Lie> all() {
    return List.of(
        new Lie("puts a guard's check before its feed, with 200", lab -> guardedFeed(lab, 200)),
        new Lie("puts a guard's check before its feed, with 403", lab -> guardedFeed(lab, 403)),
        new Lie("puts a guard's check before its feed, with 503", lab -> guardedFeed(lab, 503)),
        new Lie("puts a guard's check before its pages, with 200", lab -> guarded(lab, 200)),
        new Lie("puts a guard's check before its pages, with 503", lab -> guarded(lab, 503)),
        new Lie("refuses its pages to our country, with 451", lab -> behind(lab, 451, BORDER)),
        new Lie("refuses its pages to our country, with 200", lab -> behind(lab, 200, BORDER)),
        new Lie("redirects in a circle until a cookie is agreed to", WallLies::cookieWall),
        new Lie("shows other articles in place of a deleted one", WallLies::otherArticles),
        new Lie("redirects its robots.txt", WallLies::robots),
        new Lie("redirects articles to a page that asks for consent", WallLies::consent),
        new Lie("cuts an article to a call to subscribe, then shows it again", WallLies::paywall));
  }

  private static Verdict guardedFeed(Lab lab, int status) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.watchFeed().crawl();
    boolean blocked = true;
    for (String guard : GUARDS) {
      lab.site.tell(LyingSite.FEED, LyingSite.page(status, guard));
      for (int i = 0; i < 2; i++) {
        lab.forward(Lab.LATER);
        lab.crawl();
        blocked &= lab.lastLook().state() == CoverageState.BLOCKED;
      }
    }
    boolean alarm = lab.state().health().alarm().isPresent();
    String said = lab.lastLook().state().label() + ": " + lab.lastLook().detail();
    lab.site.tellTruth(LyingSite.FEED);
    lab.forward(Lab.LATER);
    lab.crawl();
    boolean back = lab.lastLook().state() == CoverageState.WATCHED;
    return new Verdict(blocked && !alarm && back, said + (alarm ? "; an alarm" : ""));
  }

  private static Verdict guarded(Lab lab, int status) throws IOException, InterruptedException {
    return behind(lab, status, GUARDS.toArray(String[]::new));
  }

  /// What could not be seen is not gone, has no new wording, and is seen when the wall is down.
  private static Verdict behind(Lab lab, int status, String... walls)
      throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.watchFeed().crawl();
    lab.site.publish(PageLies.SECOND);
    for (String wall : walls) {
      lab.site.tell("/a/1", LyingSite.page(status, wall));
      lab.site.tell("/a/2", LyingSite.page(status, wall));
      lab.crawlLater();
      lab.crawlLater();
    }
    Document document = lab.find("/a/1").orElseThrow();
    boolean kept =
        document.lineage().revision() == 1
            && document.times().removedAt().isEmpty()
            && lab.total(CrawlOutcome.GONE) == 0;
    boolean none = lab.find("/a/2").isEmpty();
    lab.site.tellTruth("/a/1");
    lab.site.tellTruth("/a/2");
    lab.forward(Duration.ofDays(2));
    lab.crawlLater();
    boolean seen = lab.find("/a/2").isPresent();
    return new Verdict(
        kept && none && seen,
        (kept ? "nothing is said to be gone" : "said to be gone, or changed")
            + (none ? ", no document of the wall" : ", a document of the wall")
            + (seen ? "; read when it is open" : "; what was behind it is lost"));
  }

  private static Verdict cookieWall(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.watchFeed().crawl();
    AtomicInteger asked = new AtomicInteger();
    lab.site.tell(
        "/a/1",
        exchange -> {
          exchange
              .getResponseHeaders()
              .set("Set-Cookie", "try=" + asked.incrementAndGet() + "; Path=/");
          LyingSite.redirect("/consent").to(exchange);
        });
    lab.site.tell("/consent", LyingSite.redirect("/a/1"));
    lab.crawlLater();
    lab.crawlLater();
    Document document = lab.find("/a/1").orElseThrow();
    boolean right =
        document.times().removedAt().isEmpty()
            && document.lineage().revision() == 1
            && lab.total(CrawlOutcome.GONE) == 0;
    return new Verdict(
        right && asked.get() < 20,
        "%s; asked %d times".formatted(right ? "a failure" : "removed", asked.get()));
  }

  private static Verdict otherArticles(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.watchFeed().crawl();
    AtomicInteger turn = new AtomicInteger();
    lab.site.tell(
        "/a/1",
        exchange -> {
          StringBuilder page =
              new StringBuilder("<html lang=\"ru\"><head><title>Вестник — новости</title></head>");
          page.append("<body><nav><a href=\"/\">Главная</a></nav><h1>Страница не найдена</h1>");
          page.append("<p>Возможно, вас заинтересуют другие материалы:</p>");
          for (int i = 0; i < 8; i++) {
            int n = 10 * turn.get() + i;
            page.append("<div class=\"card\"><h3><a href=\"/b/" + n + "\">Материал номер " + n);
            page.append(": школа, дорога и бюджет</a></h3><p>");
            page.append(PageLies.SCHOOL.lines().skip(i % 4).findFirst().orElse(""));
            page.append("</p></div>");
          }
          turn.incrementAndGet();
          LyingSite.page(200, page.append("</body></html>").toString()).to(exchange);
        });
    Instant first = lab.crawlLater();
    lab.crawlLater();
    Document document = lab.find("/a/1").orElseThrow();
    Optional<Instant> removed = document.times().removedAt();
    boolean right = removed.equals(Optional.of(first)) && document.lineage().revision() == 1;
    return new Verdict(
        right,
        right
            ? "removed, once a second look agrees; its text is kept"
            : "revision %d, removed %s".formatted(document.lineage().revision(), removed));
  }

  private static Verdict robots(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST).publish(PageLies.SECOND);
    lab.site.tell("/robots.txt", LyingSite.redirect("/r/robots.txt"));
    lab.site.tell(
        "/r/robots.txt",
        LyingSite.answer(
            200, "text/plain", "User-agent: *\nDisallow: /a/2\n".getBytes(StandardCharsets.UTF_8)));
    lab.watchFeed().crawl();
    boolean followed = lab.find("/a/1").isPresent() && lab.find("/a/2").isEmpty();
    return new Verdict(
        followed, followed ? "the rules behind the redirect are kept" : "not followed");
  }

  private static Verdict consent(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST).publish(PageLies.SECOND);
    lab.watchFeed().crawl();
    lab.site.tell(
        "/consent",
        LyingSite.page(
            200,
            "<html><head><title>Согласие — Вестник</title></head><body><h1>Мы ценим вашу"
                + " приватность</h1><p>Мы и наши 812 партнёров храним файлы cookie и обрабатываем"
                + " персональные данные, чтобы показывать рекламу и измерять её.</p><p>Нажмите"
                + " «Принять», чтобы продолжить чтение, или настройте свой"
                + " выбор.</p><button>Принять</button></body></html>"));
    lab.site.tell("/a/1", LyingSite.redirect("/consent"));
    lab.site.tell("/a/2", LyingSite.redirect("/consent"));
    lab.crawlLater();
    lab.crawlLater();
    lab.site.tellTruth("/a/1");
    lab.site.tellTruth("/a/2");
    lab.forward(Duration.ofHours(4));
    lab.crawlLater();
    Document first = lab.find("/a/1").orElseThrow();
    boolean right =
        first.lineage().revision() == 1
            && first.times().removedAt().isEmpty()
            && lab.find("/consent").isEmpty();
    return new Verdict(
        right,
        "revision %d, %s"
            .formatted(
                first.lineage().revision(),
                lab.find("/consent").isEmpty()
                    ? "no document of the question"
                    : "a document of the question"));
  }

  private static Verdict paywall(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.watchFeed().crawl();
    lab.site.publish(PageLies.article("/a/1", PageLies.FIRST.title(), STUB));
    lab.crawlLater();
    lab.crawlLater();
    Optional<Instant> removed = lab.find("/a/1").orElseThrow().times().removedAt();
    int cut = lab.find("/a/1").orElseThrow().lineage().revision();
    lab.site.publish(PageLies.FIRST);
    lab.forward(Duration.ofHours(4));
    lab.crawlLater();
    Document document = lab.find("/a/1").orElseThrow();
    boolean whole = document.content().body().contains("Бычиха");
    boolean right = whole && document.times().removedAt().isEmpty();
    return new Verdict(
        right,
        "cut: revision %d, removed_at %s; then revision %d, %s"
            .formatted(
                cut,
                removed.isPresent() ? "set" : "not set",
                document.lineage().revision(),
                whole ? "the text is whole" : "the text is lost"));
  }
}
