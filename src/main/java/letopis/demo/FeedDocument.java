package letopis.demo;

import static letopis.demo.Html.escape;
import static letopis.demo.Html.json;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/// Writes what an outlet offers to readers of feeds, in the outlet's own form.
record FeedDocument(Region region) {
  private static final int MOST = 30;

  /// @param type the value of `Content-Type`
  record Written(String type, String text) {}

  Written write(Outlet outlet, Instant now) {
    List<Story> stories = region.shown(outlet, now, MOST);
    return switch (outlet.form()) {
      case ATOM -> new Written("application/atom+xml; charset=utf-8", atom(outlet, stories, now));
      case RSS, RSS_FULL_TEXT ->
          new Written("application/rss+xml; charset=utf-8", rss(outlet, stories, now, "utf-8"));
      // As real sites do: the header is silent, only the prolog tells.
      case RSS_WINDOWS_1251 -> new Written("text/xml", rss(outlet, stories, now, "windows-1251"));
      case JSON_FEED -> new Written("application/feed+json", jsonFeed(outlet, stories, now));
      case NEWS_SITEMAP -> new Written("application/xml", newsSitemap(outlet, stories, now));
      case LISTING, CHANNEL -> throw new IllegalArgumentException(outlet + " has no feed");
    };
  }

  private String rss(Outlet outlet, List<Story> stories, Instant now, String encoding) {
    String items =
        stories.stream().map(story -> rssItem(story, now)).collect(Collectors.joining("\n"));
    return """
    <?xml version="1.0" encoding="%s"?>
    <rss version="2.0" xmlns:yandex="http://news.yandex.ru" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
    <title>%s</title><link>%s/</link><description>Новости Залесской области</description><language>ru</language><ttl>10</ttl>
    %s
    </channel></rss>
    """
        .formatted(encoding, escape(outlet.title()), outlet.home(), items);
  }

  private String rssItem(Story story, Instant now) {
    Story.Text text = story.text(now);
    String fullText =
        story.outlet().form() == Outlet.Form.RSS_FULL_TEXT
            ? "<yandex:full-text>%s</yandex:full-text>"
                .formatted(escape(String.join("\n", text.paragraphs())))
            : "";
    String source =
        story
            .relations()
            .link()
            .flatMap(region::story)
            .filter(_ -> story.outlet() == Outlet.REGIONPLUS)
            .map(
                cited ->
                    "<source url=\"%s\">%s</source>"
                        .formatted(
                            cited.outlet().home() + cited.outlet().feedPath(),
                            escape(cited.outlet().title())))
            .orElse("");
    return "<item><title>%s</title><link>%s</link><guid>%s</guid><pubDate>%s</pubDate>%s%s<description>%s</description>%s%s</item>"
        .formatted(
            escape(text.title()),
            escape(story.url()),
            escape(story.url()),
            DateTimeFormatter.RFC_1123_DATE_TIME.format(story.claimed().atZone(Region.ZONE)),
            categories(story),
            story
                .labels()
                .author()
                .map(a -> "<dc:creator>" + escape(a) + "</dc:creator>")
                .orElse(""),
            escape(text.lead()),
            fullText,
            source);
  }

  private static String categories(Story story) {
    return story.labels().section().map(s -> "<category>" + escape(s) + "</category>").orElse("");
  }

  private static String atom(Outlet outlet, List<Story> stories, Instant now) {
    String entries =
        stories.stream()
            .map(
                story ->
                    "<entry><id>%s</id><title>%s</title><link href=\"%s\"/><published>%s</published><updated>%s</updated><summary>%s</summary></entry>"
                        .formatted(
                            story.url(),
                            escape(story.text(now).title()),
                            story.url(),
                            Html.time(story.claimed(), Region.ZONE),
                            Html.time(story.text(now).from(), Region.ZONE),
                            escape(story.text(now).lead())))
            .collect(Collectors.joining("\n"));
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><id>%s/</id><title>%s</title><link href="%s/"/><updated>%s</updated>
    %s
    </feed>
    """
        .formatted(
            outlet.home(),
            escape(outlet.title()),
            outlet.home(),
            Html.time(stories.isEmpty() ? now : stories.getFirst().text(now).from(), Region.ZONE),
            entries);
  }

  private static String jsonFeed(Outlet outlet, List<Story> stories, Instant now) {
    String items =
        stories.stream()
            .map(
                story ->
                    "{\"id\":%s,\"url\":%s,\"title\":%s,\"summary\":%s,\"date_published\":%s}"
                        .formatted(
                            json(story.url()),
                            json(story.url()),
                            json(story.text(now).title()),
                            json(story.text(now).lead()),
                            json(Html.time(story.claimed(), Region.ZONE))))
            .collect(Collectors.joining(",\n"));
    return "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":%s,\"home_page_url\":%s,\"language\":\"ru\",\"items\":[%s]}"
        .formatted(json(outlet.title()), json(outlet.home() + "/"), items);
  }

  private static String newsSitemap(Outlet outlet, List<Story> stories, Instant now) {
    String urls =
        stories.stream()
            .map(
                story ->
                    "<url><loc>%s</loc><news:news><news:publication><news:name>%s</news:name><news:language>ru</news:language></news:publication><news:publication_date>%s</news:publication_date><news:title>%s</news:title></news:news></url>"
                        .formatted(
                            story.url(),
                            escape(outlet.title()),
                            Html.time(story.claimed(), Region.ZONE),
                            escape(story.text(now).title())))
            .collect(Collectors.joining("\n"));
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
    %s
    </urlset>
    """
        .formatted(urls);
  }
}
