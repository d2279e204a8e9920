package letopis.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import letopis.fetch.FetchResult.Cause;
import letopis.sources.CrawlerSettings;
import letopis.url.WebAddress;

/// Sends single requests as a well-behaved crawler does: under our name, in the host's turn, with
/// its `Crawl-delay`, and not again before its `Retry-After` is over.
final class PoliteRequests implements AutoCloseable {
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);
  private static final int MAX_IDLE = 1024;
  private static final Duration AFTER_429 = Duration.ofSeconds(30);

  private final CrawlerSettings settings;
  private final ConnectionPool pool;
  private final SingleRequest requests;
  private final HostThrottle throttle;
  private final Semaphore inFlight;
  private final Clock clock;

  PoliteRequests(CrawlerSettings settings, Connector connector, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.pool = new ConnectionPool(connector, KEEP_ALIVE, MAX_IDLE);
    this.requests = new SingleRequest(pool, clock);
    this.throttle = new HostThrottle(settings.politeness().maxCrawlDelay().multipliedBy(2));
    this.inFlight = new Semaphore(settings.limits().inFlight());
  }

  /// One request to come.
  ///
  /// @param headers beside our own
  /// @param crawlDelay what the site's robots.txt asks for
  /// @param limit of the exchange, without waiting for its turn
  record Order(
      URI url,
      Map<String, String> headers,
      boolean byHand,
      Duration crawlDelay,
      ResponseBody.Bound bound,
      Duration limit) {}

  /// Waits for the host's turn, then for a free place among all requests, then asks.
  SingleRequest.Answer send(Order order) throws IOException, InterruptedException {
    try (HostThrottle.Permit _ = turn(order.url(), order.crawlDelay())) {
      Map<String, String> headers = ownHeaders(order.url());
      headers.putAll(order.headers());
      inFlight.acquire();
      try {
        SingleRequest.Answer answer =
            requests.send(order.url(), headers, order.byHand(), order.bound(), order.limit());
        backOff(order.url(), answer);
        return answer;
      } finally {
        inFlight.release();
      }
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  /// The host's next turn.
  private HostThrottle.Permit turn(URI url, Duration crawlDelay)
      throws FetchFailure, InterruptedException {
    String host = WebAddress.host(url);
    CrawlerSettings.Politeness polite = settings.politeness();
    CrawlerSettings.HostOverride override = settings.host(host);
    Duration asked =
        crawlDelay.compareTo(polite.maxCrawlDelay()) > 0 ? polite.maxCrawlDelay() : crawlDelay;
    Duration delay = polite.delay().compareTo(asked) > 0 ? polite.delay() : asked;
    HostThrottle.Pace pace =
        new HostThrottle.Pace(
            override.delay().orElse(delay), override.parallel().orElse(polite.parallel()));
    return switch (throttle.acquire(host, pace)) {
      case HostThrottle.Turn.Granted granted -> granted.permit();
      case HostThrottle.Turn.Closed closed ->
          throw new FetchFailure(
              Cause.BACKING_OFF, host + " asked to be left alone", Optional.of(closed.remaining()));
    };
  }

  private void backOff(URI url, SingleRequest.Answer answer) {
    int status = answer.head().status();
    if (status != 429 && status != 503) {
      return;
    }
    Optional<Duration> wait = RetryAfter.of(answer.head().headers(), clock.instant());
    if (wait.isPresent() || status == 429) {
      throttle.pause(WebAddress.host(url), wait.orElse(AFTER_429));
    }
  }

  private Map<String, String> ownHeaders(URI url) {
    Map<String, String> headers = new LinkedHashMap<>();
    CrawlerSettings.HostOverride override = settings.host(WebAddress.host(url));
    headers.put("User-Agent", override.userAgent().orElse(settings.agent().userAgent()));
    headers.put("Accept-Encoding", "gzip, br, deflate");
    return headers;
  }

  /// Whether this answer is a redirect that says where to.
  static boolean leadsOn(ResponseHead head) {
    return switch (head.status()) {
      case 301, 302, 303, 307, 308 -> !head.values("location").isEmpty();
      default -> false;
    };
  }

  /// Where this answer sends us; empty when it is no redirect.
  ///
  /// @throws FetchFailure if it names nothing that we can fetch
  static Optional<URI> redirect(URI url, ResponseHead head) throws FetchFailure {
    if (!leadsOn(head)) {
      return Optional.empty();
    }
    String location = fromWire(head.values("location").getFirst());
    Optional<URI> next = WebAddress.resolve(url, location);
    if (next.isEmpty()) {
      throw new FetchFailure(Cause.FORBIDDEN_ADDRESS, "redirect to " + location);
    }
    return next;
  }

  /// Header bytes beyond ASCII are UTF-8 more often than the ISO 8859-1 of the standard.
  private static String fromWire(String header) {
    byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
    String utf8 = new String(bytes, StandardCharsets.UTF_8);
    return utf8.indexOf('\uFFFD') < 0 ? utf8 : header;
  }
}
