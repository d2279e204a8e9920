package letopis.demo;

import static letopis.demo.Html.escape;
import static letopis.demo.Html.json;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes article pages, listings and home pages, with the furniture that real sites have around
/// the text.
record ArticlePage(Region region) {
  String article(Story story, Instant now) {
    Story.Text text = story.text(now);
    String modified =
        story.texts().size() > 1 && story.outlet() != Outlet.VECHERNY
            ? "<meta property=\"article:modified_time\" content=\"%s\">"
                .formatted(Html.time(text.from(), Region.ZONE))
            : "";
    String head =
        """
        <link rel="canonical" href="%s">
        <meta property="og:title" content="%s">
        <meta property="og:type" content="article">
        <meta property="article:published_time" content="%s">
        %s%s\
        """
            .formatted(
                story.url(),
                escape(text.title()),
                Html.time(story.claimed(), Region.ZONE),
                modified,
                structuredData(story, text));
    return page(story.outlet(), text.title(), head, body(story, text, now), now);
  }

  private String body(Story story, Story.Text text, Instant now) {
    String paragraphs =
        text.paragraphs().stream()
            .map(paragraph -> "<p>" + escape(paragraph) + "</p>")
            .collect(Collectors.joining("\n"));
    String link =
        story
            .relations()
            .link()
            .flatMap(region::story)
            .map(
                cited ->
                    "<p>Подробнее: <a href=\"%s\">%s</a>.</p>"
                        .formatted(cited.url(), escape(cited.outlet().title())))
            .orElse("");
    String author =
        story
            .labels()
            .author()
            .map(name -> "<span class=\"author\" rel=\"author\">" + escape(name) + "</span>")
            .orElse("");
    return """
    <article class="article">
    <h1>%s</h1>
    <div class="meta"><time datetime="%s">%s</time> %s <span class="section">%s</span></div>
    <div class="article-text">
    %s
    %s
    </div>
    <div class="tags">%s</div>
    </article>
    <aside class="related"><h3>Читайте также</h3><ul>%s</ul></aside>\
    """
        .formatted(
            escape(text.title()),
            Html.time(story.claimed(), Region.ZONE),
            Html.russianTime(story.claimed()),
            author,
            escape(story.labels().section().orElse("")),
            paragraphs,
            link,
            story.labels().tags().stream()
                .map(tag -> "<a href=\"/tag/%s/\">#%s</a>".formatted(escape(tag), escape(tag)))
                .collect(Collectors.joining(" ")),
            links(region.shown(story.outlet(), now, 5), now));
  }

  private static String structuredData(Story story, Story.Text text) {
    if (story.relations().review().isPresent()) {
      return review(story, story.relations().review().get());
    }
    if (story.outlet() == Outlet.GOV || story.outlet() == Outlet.GOROD) {
      return "";
    }
    return """
    <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",\
    "headline":%s,"datePublished":%s,"mainEntityOfPage":%s,"publisher":{"@type":"Organization","name":%s}}</script>\
    """
        .formatted(
            json(text.title()),
            json(Html.time(story.claimed(), Region.ZONE)),
            json(story.url()),
            json(story.outlet().title()));
  }

  private static String review(Story story, Story.Review review) {
    return """
    <script type="application/ld+json">{"@context":"https://schema.org","@type":"ClaimReview",\
    "url":%s,"datePublished":%s,"claimReviewed":%s,"inLanguage":"ru",\
    "author":{"@type":"Organization","name":%s,"url":%s},\
    "reviewRating":{"@type":"Rating","ratingValue":1,"bestRating":5,"worstRating":1,"alternateName":%s}}</script>\
    """
        .formatted(
            json(story.url()),
            json(Html.time(story.claimed(), Region.ZONE)),
            json(review.claim()),
            json(story.outlet().title()),
            json(story.outlet().home()),
            json(review.rating()));
  }

  /// The page that lists an outlet's news.
  String listing(Outlet outlet, Instant now) {
    String items =
        region.shown(outlet, now, 30).stream()
            .map(
                story ->
                    "<div class=\"item\"><time datetime=\"%s\">%s</time> <a href=\"%s\">%s</a></div>"
                        .formatted(
                            Html.time(story.claimed(), Region.ZONE),
                            Html.russianTime(story.claimed()),
                            story.path(),
                            escape(story.text(now).title())))
            .collect(Collectors.joining("\n"));
    return page(
        outlet, "Новости", feedLink(outlet), "<div class=\"news-list\">" + items + "</div>", now);
  }

  private static String feedLink(Outlet outlet) {
    return switch (outlet.form()) {
      case ATOM -> "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/atom.xml\">";
      case RSS, RSS_FULL_TEXT, RSS_WINDOWS_1251 ->
          "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"%s\">"
              .formatted(outlet.feedPath());
      case JSON_FEED ->
          "<link rel=\"alternate\" type=\"application/feed+json\" href=\"/feed.json\">";
      case NEWS_SITEMAP, LISTING, CHANNEL -> "";
    };
  }

  private static String links(List<Story> stories, Instant now) {
    return stories.stream()
        .map(
            story ->
                "<li><a href=\"%s\">%s</a></li>"
                    .formatted(story.path(), escape(story.text(now).title())))
        .collect(Collectors.joining());
  }

  private static String page(Outlet outlet, String title, String head, String main, Instant now) {
    return """
    <!DOCTYPE html>
    <html lang="ru"><head><meta charset="%s"><title>%s — %s</title>
    %s
    </head><body>
    <header><a href="/">%s</a><nav><a href="/news/">Новости</a> <a href="/about/">О редакции</a> <a href="/ads/">Реклама</a></nav></header>
    <main>
    %s
    </main>
    <footer><p>© %s, %d. Выдуманное издание для показа программы «Летопись». Перепечатка со ссылкой приветствуется.</p>
    <p>Мы используем файлы cookie. Продолжая пользоваться сайтом, вы соглашаетесь с этим.</p></footer>
    </body></html>
    """
        .formatted(
            outlet.charset().name().toLowerCase(Locale.ROOT),
            escape(title),
            escape(outlet.title()),
            head,
            escape(outlet.title()),
            main,
            escape(outlet.title()),
            now.atZone(Region.ZONE).getYear());
  }
}
