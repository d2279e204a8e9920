package letopis.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import letopis.fetch.FetchResult.Cause;
import letopis.sources.CrawlerSettings;
import letopis.url.WebAddress;

/// Fetches over HTTP/1.1: robots.txt first, the host's turn awaited, redirects followed one by one
/// through the same checks, everything bounded by [CrawlerSettings].
public final class HttpFetcher implements Fetcher, AutoCloseable {
  private static final Duration DNS_PATIENCE = Duration.ofSeconds(10);
  private static final String ACCEPT =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  private final CrawlerSettings settings;
  private final PoliteRequests requests;
  private final ContentDecoding decoding;
  private final RobotsGate robots;
  private final Witness witness;
  private final Clock clock;

  /// Fetches with the system's resolver and trusted certificates; answers on the way are kept by
  /// nobody.
  public HttpFetcher(CrawlerSettings settings, Clock clock) {
    this(settings, clock, Witness.NONE);
  }

  /// Fetches with the system's resolver and trusted certificates.
  ///
  /// @param witness keeps the answers that no caller gets
  public HttpFetcher(CrawlerSettings settings, Clock clock, Witness witness) {
    this(
        settings,
        clock,
        witness,
        Resolver.system(DNS_PATIENCE),
        (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /// @param resolver in place of the system's
  /// @param tls whose certificates are trusted
  public HttpFetcher(
      CrawlerSettings settings, Clock clock, Resolver resolver, SSLSocketFactory tls) {
    this(settings, clock, Witness.NONE, resolver, tls);
  }

  private HttpFetcher(
      CrawlerSettings settings,
      Clock clock,
      Witness witness,
      Resolver resolver,
      SSLSocketFactory tls) {
    this.settings = settings;
    this.witness = witness;
    this.clock = clock;
    CrawlerSettings.Limits limits = settings.limits();
    Connector connector =
        new Connector(
            new AddressGuard(settings.allowPrivate()),
            resolver,
            settings.hostMap(),
            settings.proxy(),
            limits.connect(),
            tls);
    this.requests = new PoliteRequests(settings, connector, clock);
    this.decoding = new ContentDecoding(limits.body(), limits.ratio());
    RobotsFetch source = new RobotsFetch(requests, limits.total(), clock, witness);
    String agent = settings.agent().name();
    this.robots = new RobotsGate(source, agent, settings.politeness().robotsTtl(), clock);
  }

  @Override
  public FetchResult fetch(FetchRequest request) throws InterruptedException {
    Instant at = clock.instant();
    Optional<URI> first = WebAddress.parse(request.url().toString());
    if (first.isEmpty()) {
      return failed(request.url(), at, Cause.FORBIDDEN_ADDRESS, "not an http or https address");
    }
    try {
      return new Journey(request).follow(first.get());
    } catch (FetchFailure e) {
      return new FetchResult.Failed(request.url(), at, e.reason(), e.detail(), e.retryAfter());
    } catch (IOException e) {
      return failed(request.url(), at, Cause.RESET, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    requests.close();
  }

  /// One request with its redirects.
  private final class Journey {
    private final FetchRequest request;
    private final List<URI> passed = new ArrayList<>();
    private final Cookies cookies = new Cookies();
    private final Set<URI> asked = new HashSet<>();
    private Optional<URI> movedTo = Optional.empty();
    private boolean forGood = true;
    private Duration left;

    Journey(FetchRequest request) {
      this.request = request;
      this.left =
          settings.host(WebAddress.host(request.url())).total().orElse(settings.limits().total());
    }

    FetchResult follow(URI first) throws IOException, InterruptedException {
      for (URI url = first; ; ) {
        boolean byHand = request.byHand() && passed.isEmpty();
        Duration delay = Duration.ZERO;
        if (request.obeyRobots()) {
          switch (robots.check(url, byHand)) {
            case RobotsGate.Verdict.Allowed allowed ->
                delay = allowed.crawlDelay().orElse(Duration.ZERO);
            case RobotsGate.Verdict.Disallowed forbidden -> {
              return new FetchResult.Disallowed(request.url(), forbidden.rule());
            }
            case RobotsGate.Verdict.Unreachable unreachable -> {
              return withoutRobots(unreachable);
            }
          }
        }
        SingleRequest.Answer answer = ask(url, byHand, delay);
        if (!PoliteRequests.leadsOn(answer.head())) {
          return result(url, answer);
        }
        witness.saw(Witness.Passing.of(url, answer, true));
        URI next = PoliteRequests.redirect(url, answer.head()).orElseThrow();
        boolean cookie = cookies.take(WebAddress.host(url), answer.head().values("set-cookie"));
        pass(url, next, cookie);
        forGood &= answer.head().status() == 301 || answer.head().status() == 308;
        movedTo = forGood ? Optional.of(next) : movedTo;
        url = next;
      }
    }

    /// @param cookie a new one was set: the server may answer the same address otherwise now
    private void pass(URI url, URI next, boolean cookie) throws FetchFailure {
      passed.add(url);
      if (cookie) {
        asked.clear();
      } else {
        asked.add(url);
      }
      if (asked.contains(next)) {
        throw new FetchFailure(Cause.REDIRECT_LOOP, "back to " + next);
      }
      int most = settings.limits().redirects();
      if (passed.size() > most) {
        throw new FetchFailure(Cause.TOO_MANY_REDIRECTS, "more than " + most);
      }
    }

    private FetchResult withoutRobots(RobotsGate.Verdict.Unreachable unreachable) {
      return unreachable
          .failure()
          .<FetchResult>map(
              failure ->
                  new FetchResult.Failed(
                      request.url(),
                      failure.at(),
                      failure.cause(),
                      "robots.txt: " + failure.detail(),
                      failure.retryAfter()))
          .orElseGet(() -> new FetchResult.Disallowed(request.url(), unreachable.why()));
    }

    private SingleRequest.Answer ask(URI url, boolean byHand, Duration crawlDelay)
        throws IOException, InterruptedException {
      ResponseBody.Bound bound = new ResponseBody.Bound(settings.limits().body(), false);
      SingleRequest.Answer answer =
          requests.send(
              new PoliteRequests.Order(url, headers(url), byHand, crawlDelay, bound, left));
      left = left.minus(answer.took());
      if (left.isNegative()) {
        throw new FetchFailure(Cause.TIMEOUT, "redirects took too long");
      }
      return answer;
    }

    private Map<String, String> headers(URI url) {
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("Accept", ACCEPT);
      if (!settings.host(WebAddress.host(url)).ignoreValidators()) {
        request.etag().ifPresent(etag -> headers.put("If-None-Match", etag));
        request.lastModified().ifPresent(time -> headers.put("If-Modified-Since", time));
      }
      if (isSafeFor(url, request.url())) {
        headers.putAll(request.headers());
      }
      cookies.header(WebAddress.host(url)).ifPresent(value -> headers.putIfAbsent("Cookie", value));
      return headers;
    }

    /// Whether what is sent to one address may be sent to another: of the same host, and not in
    /// plain where it was not.
    private static boolean isSafeFor(URI url, URI asked) {
      boolean plain = !url.getScheme().equalsIgnoreCase("https");
      return WebAddress.host(url).equals(WebAddress.host(asked))
          && !(plain && asked.getScheme().equalsIgnoreCase("https"));
    }

    private FetchResult result(URI url, SingleRequest.Answer answer) throws IOException {
      ResponseHead head = answer.head();
      if (head.status() == 304) {
        boolean asked = request.etag().isPresent() || request.lastModified().isPresent();
        if (!asked) {
          witness.saw(Witness.Passing.of(url, answer, true));
          throw new FetchFailure(Cause.BAD_HTTP, "304 to an unconditional request");
        }
        return new FetchResult.NotModified(
            request.url(), url, answer.at(), head.headers(), answer.exchange());
      }
      byte[] body = decoded(url, answer);
      return new FetchResult.Fetched(
          request.url(),
          url,
          List.copyOf(passed),
          answer.at(),
          answer.took(),
          head.status(),
          head.headers(),
          body,
          answer.exchange(),
          movedTo);
    }

    private byte[] decoded(URI url, SingleRequest.Answer answer) throws IOException {
      try {
        return decoding.decode(
            answer.exchange().payload(), answer.head().values("content-encoding"));
      } catch (IOException e) {
        witness.saw(Witness.Passing.of(url, answer, true));
        throw e;
      }
    }
  }

  private static FetchResult.Failed failed(URI url, Instant at, Cause cause, String detail) {
    return new FetchResult.Failed(url, at, cause, detail, Optional.empty());
  }
}
