package letopis.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Serves the invented region on loopback, as it stands at the instant of a given clock. It is an
/// HTTP gateway: a crawler that has it as its proxy (`gateway+http://…`) reaches every outlet under
/// the outlet's own address; hosts that are not of the region get 502.
public final class DemoWeb implements AutoCloseable {
  private static final Pattern BEFORE = Pattern.compile("(?:^|&)before=(\\d+)");

  private final Clock clock;
  private final Region region;
  private final ArticlePage pages;
  private final FeedDocument feeds;
  private final ChannelPage channels;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// Starts serving on a free loopback port.
  ///
  /// @param lastDay the day that the region's weeks lead up to, in its own zone
  /// @throws IOException when no port can be had
  public DemoWeb(Clock clock, LocalDate lastDay) throws IOException {
    this.clock = clock;
    this.region = new Region(lastDay);
    this.pages = new ArticlePage(region);
    this.feeds = new FeedDocument(region);
    this.channels = new ChannelPage(region);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /// The address to give to the crawler as its proxy.
  public URI gateway() {
    return URI.create("gateway+http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// The first instant of the region's weeks.
  public static Instant start(LocalDate lastDay) {
    return Region.start(lastDay);
  }

  /// The end of the region's weeks.
  public static Instant end(LocalDate lastDay) {
    return Region.end(lastDay);
  }

  /// How many publications the region makes in all.
  public int publications() {
    return region.size();
  }

  /// The address of a told story, for links to try.
  ///
  /// @param id as in `demo/stories.txt`
  public Optional<String> address(String id) {
    return region.story(id).map(Story::url);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private record Answer(int status, String type, String text, Charset charset) {
    static Answer html(int status, String text, Charset charset) {
      return new Answer(status, "text/html; charset=" + charset.name(), text, charset);
    }

    static Answer plain(int status, String text) {
      return new Answer(status, "text/plain; charset=utf-8", text, StandardCharsets.UTF_8);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      byte[] body = answer.text().getBytes(answer.charset());
      String tag = '"' + digest(body) + '"';
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.getResponseHeaders().set("ETag", tag);
      if (List.of(tag).equals(exchange.getRequestHeaders().get("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(HttpExchange exchange) {
    URI uri = exchange.getRequestURI();
    String host =
        uri.getHost() != null ? uri.getHost() : exchange.getRequestHeaders().getFirst("Host");
    String path = uri.getPath();
    Instant now = clock.instant();
    if (path.equals("/robots.txt")) {
      return Answer.plain(200, "User-agent: *\nDisallow: /search\n");
    }
    if (host != null && host.equals("t.me")) {
      return channel(path, Optional.ofNullable(uri.getQuery()).orElse(""), now);
    }
    return Outlet.atHost(host)
        .map(outlet -> page(outlet, uri, now))
        .orElseGet(() -> Answer.plain(502, host + " is not in the demo region\n"));
  }

  private Answer page(Outlet outlet, URI uri, Instant now) {
    String path = uri.getPath();
    if (path.equals("/") || path.equals("/news/")) {
      return Answer.html(200, pages.listing(outlet, now), outlet.charset());
    }
    if (path.equals(outlet.feedPath())) {
      FeedDocument.Written feed = feeds.write(outlet, now);
      return new Answer(200, feed.type(), feed.text(), outlet.charset());
    }
    String query = uri.getQuery() == null ? "" : "?" + uri.getQuery();
    Optional<Story> story = region.at("https://" + outlet.host() + path + query);
    if (story.isEmpty() || story.get().at().isAfter(now)) {
      return Answer.html(404, "<h1>Страница не найдена</h1>", outlet.charset());
    }
    return story.get().isRemoved(now)
        ? Answer.html(410, "<h1>Материал удалён</h1>", outlet.charset())
        : Answer.html(200, pages.article(story.get(), now), outlet.charset());
  }

  private Answer channel(String path, String query, Instant now) {
    String[] parts = path.split("/");
    if (parts.length == 3 && parts[1].equals("s")) {
      Matcher before = BEFORE.matcher(query);
      int limit = before.find() ? Integer.parseInt(before.group(1)) : Integer.MAX_VALUE;
      return Outlet.withHandle(parts[2])
          .map(channel -> channels.preview(channel, now, limit))
          .map(text -> Answer.html(200, text, StandardCharsets.UTF_8))
          .orElseGet(() -> Answer.plain(404, "no such channel\n"));
    }
    Optional<Story> post = region.at("https://t.me" + path);
    String text =
        post.filter(story -> story.isOut(now))
            .map(story -> channels.embed(story, now))
            .orElseGet(channels::missing);
    return Answer.html(200, text, StandardCharsets.UTF_8);
  }

  private static String digest(byte[] body) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(sum, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
