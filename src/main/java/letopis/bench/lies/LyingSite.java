package letopis.bench.lies;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// An outlet on loopback with a feed and article pages: honest, but for the paths that were told
/// to do something else. Every answer closes its connection.
final class LyingSite implements AutoCloseable {
  static final String FEED = "/feed.xml";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Article> articles = new LinkedHashMap<>();
  private final Map<String, Answer> told = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /// What the site says at a path.
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  /// An article as the site has it now.
  ///
  /// @param guid as the feed gives it
  /// @param head more elements of the page's head
  record Article(
      String path, String title, String text, Instant published, String guid, String head) {
    Article(String path, String title, String text, Instant published) {
      this(path, title, text, published, path, "");
    }
  }

  LyingSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /// Puts an article into the feed and its page; an older one of this path is replaced.
  synchronized LyingSite publish(Article article) {
    articles.put(article.path(), article);
    told.remove(article.path());
    return this;
  }

  /// Takes an article out of the feed; its page says this.
  synchronized void delete(String path, Answer instead) {
    articles.remove(path);
    told.put(path, instead);
  }

  /// From now on this path says something else.
  LyingSite tell(String path, Answer answer) {
    told.put(path, answer);
    return this;
  }

  /// The truth at this path again.
  void tellTruth(String path) {
    told.remove(path);
  }

  /// A whole answer.
  static Answer answer(int status, String type, byte[] body) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      send(exchange, status, body);
    };
  }

  static Answer page(int status, String body) {
    return answer(status, "text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
  }

  static Answer feed(String xml) {
    return answer(200, "application/rss+xml; charset=utf-8", xml.getBytes(StandardCharsets.UTF_8));
  }

  /// The page of an article, whether it is published or not.
  Answer of(Article article) {
    return conditional("text/html; charset=utf-8", html(article));
  }

  static Answer redirect(String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      send(exchange, 302, new byte[0]);
    };
  }

  /// A byte now and then, without end.
  Answer drip() {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      exchange.sendResponseHeaders(200, 0);
      while (!closed.await(100, TimeUnit.MILLISECONDS)) {
        exchange.getResponseBody().write('.');
        exchange.getResponseBody().flush();
      }
    };
  }

  /// The page of an article, with a menu, a link to other news and a footer around its text.
  static String html(Article article) {
    String paragraphs =
        article.text().lines().map(line -> "<p>" + line + "</p>").collect(Collectors.joining("\n"));
    return """
    <!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>%s — Вестник</title>
    <meta property="og:type" content="article"><meta property="article:published_time" content="%s">
    %s</head><body><nav><a href="/">Главная</a> <a href="/news">Новости</a></nav>
    <article><h1>%s</h1><div class="text">%s</div></article>
    <aside><a href="/a/9">Другая новость</a></aside><footer>© Вестник</footer></body></html>
    """
        .formatted(
            article.title(), article.published(), article.head(), article.title(), paragraphs);
  }

  /// The feed as it is now, newest first.
  synchronized String feed() {
    String items =
        List.copyOf(articles.values()).reversed().stream()
            .map(this::item)
            .collect(Collectors.joining());
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel>"
        + "<title>Вестник</title><link>/</link><description>Новости</description>"
        + items
        + "</channel></rss>";
  }

  private String item(Article article) {
    return """
    <item><title>%s</title><link>%s</link><guid isPermaLink="false">%s</guid><pubDate>%s</pubDate>
    <description>%s</description></item>
    """
        .formatted(
            article.title(),
            url(article.path()),
            article.guid(),
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                article.published().atOffset(ZoneOffset.UTC)),
            article.text().lines().findFirst().orElse(""));
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Connection", "close");
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      truth(path).to(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Answer truth(String path) {
    Answer lie = told.get(path);
    if (lie != null) {
      return lie;
    }
    if (path.equals(FEED)) {
      return conditional("application/rss+xml; charset=utf-8", feed());
    }
    Article article = articles.get(path);
    return article == null
        ? page(404, "nothing here")
        : conditional("text/html; charset=utf-8", html(article));
  }

  /// With an ETag that follows the content, and 304 where it matches.
  private static Answer conditional(String type, String body) {
    String etag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
    return exchange -> {
      exchange.getResponseHeaders().set("ETag", etag);
      if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
      } else {
        answer(200, type, body.getBytes(StandardCharsets.UTF_8)).to(exchange);
      }
    };
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
