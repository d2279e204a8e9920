package letopis.bench.crawl;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.concurrent.Executors;

/// A web of news sites on one loopback port, told apart by their host names, with a feed and
/// articles of some forty kilobytes each, the same at every run. It answers conditional requests
/// with 304.
public final class GeneratedWeb implements AutoCloseable {
  private static final Instant NEWEST = Instant.parse("2026-11-20T06:00:00Z");
  private static final DateTimeFormatter RFC_1123 =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
  private static final int FURNITURE = 300;
  private static final String[] SYLLABLES = {
    "ка", "ро", "ми", "те", "ло", "ву", "зна", "при", "стро", "го", "ди", "пе", "ша", "ню", "бо"
  };

  private final HttpServer server;
  private final int articles;

  /// Starts to serve.
  ///
  /// @param articles of each site
  public GeneratedWeb(int articles) throws IOException {
    this.articles = articles;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /// The port on the loopback address.
  public int port() {
    return server.getAddress().getPort();
  }

  /// The host name of a site.
  public static String host(int site) {
    return "site-" + site + ".bench.test";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":\\d+$", "");
      String path = exchange.getRequestURI().getPath();
      String tag = "\"" + Integer.toHexString((host + path).hashCode()) + "\"";
      if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      String body = body(host, path);
      if (body.isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      String type = path.endsWith(".xml") ? "application/rss+xml" : "text/html";
      exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
      exchange.getResponseHeaders().set("ETag", tag);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String body(String host, String path) {
    if (path.equals("/feed.xml")) {
      return feed(host);
    }
    return path.matches("/a/\\d{1,6}\\.html") ? article(host, number(path)) : "";
  }

  private String feed(String host) {
    StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>");
    feed.append(host).append("</title>");
    for (int i = 0; i < articles; i++) {
      feed.append("<item><title>").append(title(host, i)).append("</title><link>http://");
      feed.append(host).append("/a/").append(i).append(".html</link><pubDate>");
      feed.append(RFC_1123.format(NEWEST.minusSeconds(900L * i))).append("</pubDate></item>");
    }
    return feed.append("</channel></rss>").toString();
  }

  private static String article(String host, int number) {
    Random random = random(host, number);
    StringBuilder page = new StringBuilder(50_000);
    String title = title(host, number);
    page.append("<!doctype html><html lang=ru><head><meta charset=utf-8><title>").append(title);
    page.append("</title><meta property=og:type content=article></head><body><nav><ul>");
    for (int i = 0; i < FURNITURE; i++) {
      page.append("<li class=\"menu__item\"><a class=\"menu__link\" href=\"/section/");
      page.append(i).append("\">").append(words(random, 2)).append("</a></li>\n");
    }
    page.append("</ul></nav><article><h1>").append(title).append("</h1><time datetime=\"");
    page.append(NEWEST.minusSeconds(900L * number)).append("\"></time>");
    for (int i = 0; i < 14; i++) {
      page.append("<p>").append(words(random, 30)).append(".</p>\n");
    }
    return page.append("</article><footer>")
        .append(host)
        .append("</footer></body></html>")
        .toString();
  }

  private static String title(String host, int number) {
    return words(random(host, number), 7);
  }

  private static Random random(String host, int number) {
    return new Random(host.hashCode() * 31L + number);
  }

  private static String words(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ");
      for (int left = 1 + random.nextInt(4_000); left > 0; left /= SYLLABLES.length) {
        text.append(SYLLABLES[left % SYLLABLES.length]);
      }
    }
    return text.toString();
  }

  private static int number(String path) {
    return Integer.parseInt(path.replaceAll("\\D+", ""));
  }
}
