package letopis.bench.resilience;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// Outlets on loopback, each a host of its own with a feed and article pages, that publish, edit
/// without a word and delete while they are crawled, and know exactly what they have served.
final class MovingWeb implements AutoCloseable {
  private static final int GONE = 410;
  private static final String FEED = "/feed.xml";

  private final List<HttpServer> servers = new ArrayList<>();
  private final List<Map<String, MovingPage>> outlets = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Served> served = new ConcurrentLinkedQueue<>();
  private final AtomicLong answers = new AtomicLong();
  private final Duration latency;
  private int next = 1;

  /// One answer that went out whole.
  ///
  /// @param version of the page; 0 for anything but a page with status 200
  /// @param agent who asked
  record Served(Instant at, String url, int version, String agent) {
    boolean isFeed() {
      return url.endsWith(FEED);
    }
  }

  /// Starts outlets that have published nothing yet.
  ///
  /// @param latency the longest time an answer takes; each takes a random part of it
  MovingWeb(int outlets, Duration latency) throws IOException {
    this.latency = latency;
    for (int i = 0; i < outlets; i++) {
      Map<String, MovingPage> pages = new LinkedHashMap<>();
      this.outlets.add(pages);
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", exchange -> handle(pages, exchange));
      server.setExecutor(threads);
      server.start();
      servers.add(server);
    }
  }

  /// The feeds' addresses.
  List<URI> feeds() {
    return servers.stream().map(server -> URI.create(base(server) + FEED)).toList();
  }

  /// Publishes a page at one of the outlets.
  synchronized MovingPage publish(int outlet) {
    String path = "/news/" + next;
    MovingPage page =
        new MovingPage(base(servers.get(outlet)) + path, next++, Instant.now().minusSeconds(60));
    outlets.get(outlet).put(path, page);
    return page;
  }

  /// One change somewhere: of ten, six silent edits, three publications, one deletion.
  ///
  /// @param most pages of all outlets; beyond that nothing is published
  synchronized void change(RandomGenerator random, int most) {
    int outlet = random.nextInt(outlets.size());
    List<MovingPage> pages = List.copyOf(outlets.get(outlet).values());
    int what = random.nextInt(10);
    if (pages.isEmpty() || what >= 7 && pages().size() < most) {
      publish(outlet);
    } else {
      MovingPage page = pages.get(random.nextInt(pages.size()));
      if (what == 6) {
        page.delete(Instant.now());
      } else {
        page.edit();
      }
    }
  }

  /// Every page that was ever published.
  synchronized Collection<MovingPage> pages() {
    return outlets.stream().flatMap(pages -> pages.values().stream()).toList();
  }

  /// What went out, in the order in which the answers ended.
  List<Served> served() {
    return List.copyOf(served);
  }

  /// How many answers about pages went out.
  long answers() {
    return answers.get();
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    threads.close();
  }

  private static String base(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(Map<String, MovingPage> pages, HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String url = "http://" + exchange.getRequestHeaders().getFirst("Host") + path;
      delay();
      MovingPage.State state;
      String feed = "";
      synchronized (this) {
        MovingPage page = pages.get(path);
        state = page == null ? MovingPage.State.NONE : page.state();
        if (path.equals(FEED)) {
          feed = feed(pages.values());
        }
      }
      int status = feed.isEmpty() ? send(exchange, state) : sendFeed(exchange, feed);
      served.add(
          new Served(
              Instant.now(),
              url,
              status == 200 ? state.version() : 0,
              String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"))));
      if (feed.isEmpty()) {
        answers.incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A server far away.
  private void delay() throws InterruptedException {
    if (latency.isPositive()) {
      Thread.sleep(ThreadLocalRandom.current().nextLong(latency.toMillis()));
    }
  }

  private static int send(HttpExchange exchange, MovingPage.State state) throws IOException {
    if (state.version() == 0) {
      exchange.sendResponseHeaders(404, -1);
      return 404;
    }
    if (state.deleted()) {
      exchange.sendResponseHeaders(GONE, -1);
      return GONE;
    }
    String tag = "\"v" + state.version() + "\"";
    exchange.getResponseHeaders().set("ETag", tag);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
      return 304;
    }
    return body(exchange, state.html());
  }

  private static int sendFeed(HttpExchange exchange, String feed) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
    return body(exchange, feed);
  }

  private static int body(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    return 200;
  }

  /// Newest first. Deleted pages stay listed, as in outlets whose feed is behind.
  private static String feed(Collection<MovingPage> pages) {
    StringBuilder items = new StringBuilder();
    List.copyOf(pages).reversed().forEach(page -> items.append(page.feedItem()));
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel>"
        + "<title>Газета</title><link>/</link><description>Новости</description>"
        + items
        + "</channel></rss>";
  }
}
