package letopis.support;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A small outlet on loopback with a feed and article pages, which can be told to lie in the ways
/// that outlets do. Honest by default: ETags that follow the content, 304 when they match.
public final class LyingWeb implements AutoCloseable {
  private final HostileServer server = new HostileServer();
  private final Map<String, Item> items = new LinkedHashMap<>();

  /// One article.
  ///
  /// @param guid as the feed gives it
  public record Item(String path, String title, String text, Instant published, String guid) {}

  public LyingWeb() {
    publishFeed();
  }

  /// The server below, for whatever else it should do.
  public HostileServer server() {
    return server;
  }

  public URI feed() {
    return server.url("/feed.xml");
  }

  public URI url(String path) {
    return server.url(path);
  }

  /// Publishes an article, in the feed and as a page.
  public LyingWeb publish(String path, String title, String text, Instant published) {
    return publish(new Item(path, title, text, published, path));
  }

  public LyingWeb publish(Item item) {
    items.put(item.path(), item);
    page(item);
    publishFeed();
    return this;
  }

  /// Changes the page without a word in the feed.
  public void editSilently(String path, String title, String text) {
    Item old = items.get(path);
    page(new Item(path, title, text, old.published(), old.guid()));
  }

  /// Takes the page away; the feed forgets it too.
  public void delete(String path, String status) {
    items.remove(path);
    publishFeed();
    server.on(
        path, HostileServer.answer(status, Map.of(), "gone".getBytes(StandardCharsets.UTF_8)));
  }

  /// Puts a deleted page back.
  public void restore(Item item) {
    publish(item);
  }

  public Item item(String path) {
    return items.get(path);
  }

  /// From now on the feed says 304 to whoever asks conditionally, whatever it has.
  public void answer304Forever() {
    server.on(
        "/feed.xml",
        (request, out) ->
            (request.headers().containsKey("if-none-match")
                    ? HostileServer.answer(
                        "304 Not Modified", Map.of("ETag", "\"same\""), new byte[0])
                    : HostileServer.answer(
                        "200 OK",
                        Map.of("Content-Type", "application/rss+xml", "ETag", "\"same\""),
                        rss().getBytes(StandardCharsets.UTF_8)))
                .answer(request, out));
  }

  /// Any answer for the feed.
  public void feedAnswers(String status, String type, String body) {
    server.on(
        "/feed.xml",
        HostileServer.answer(
            status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8)));
  }

  /// The honest feed again.
  public void publishFeed() {
    conditional("/feed.xml", "application/rss+xml; charset=utf-8", () -> rss());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /// The whole page of an article, as outlets have them: with a menu, a date, related links and a
  /// counter around the text.
  public static String html(String title, String text, Instant published, Optional<String> head) {
    String paragraphs =
        text.lines().map(line -> "<p>" + line + "</p>").collect(Collectors.joining("\n"));
    return """
    <!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>%s — Вестник</title>
    <meta property="og:type" content="article"><meta property="og:title" content="%s">
    <meta property="article:published_time" content="%s">%s</head>
    <body><nav><a href="/">Главная</a> <a href="/news">Новости</a></nav>
    <article><h1>%s</h1><time datetime="%s"></time>
    <div class="article-text">%s</div></article>
    <aside><a href="/a/9">Другая новость</a></aside><footer>© Вестник</footer></body></html>
    """
        .formatted(title, title, published, head.orElse(""), title, published, paragraphs);
  }

  private void page(Item item) {
    conditional(
        item.path(),
        "text/html; charset=utf-8",
        () -> html(item.title(), item.text(), item.published(), Optional.empty()));
  }

  private interface Body {
    String get();
  }

  private void conditional(String path, String type, Body content) {
    server.on(
        path,
        (request, out) -> {
          String body = content.get();
          String etag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
          boolean same = etag.equals(request.headers().get("if-none-match"));
          return (same
                  ? HostileServer.answer("304 Not Modified", Map.of("ETag", etag), new byte[0])
                  : HostileServer.answer(
                      "200 OK",
                      Map.of("Content-Type", type, "ETag", etag),
                      body.getBytes(StandardCharsets.UTF_8)))
              .answer(request, out);
        });
  }

  private String rss() {
    List<Item> newestFirst = items.values().stream().toList().reversed();
    String entries =
        newestFirst.stream()
            .map(
                item ->
                    """
                    <item><title>%s</title><link>%s</link><guid isPermaLink="false">%s</guid>
                    <pubDate>%s</pubDate><description>%s</description></item>
                    """
                        .formatted(
                            item.title(),
                            url(item.path()),
                            item.guid(),
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                item.published().atOffset(ZoneOffset.UTC)),
                            item.text().lines().findFirst().orElse("")))
            .collect(Collectors.joining());
    return """
    <?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Вестник</title>
    <link>%s</link><description>Новости</description>%s</channel></rss>
    """
        .formatted(url("/"), entries);
  }
}
