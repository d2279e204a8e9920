package letopis.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Fetches robots.txt files and sorts the answers into the cases of RFC 9309 section 2.3.1.
final class RobotsFetch implements RobotsGate.Source {
  /// Section 2.3.1.2: at least five consecutive redirects are followed.
  private static final int REDIRECTS = 5;

  private static final Map<String, String> HEADERS = Map.of("Accept", "text/plain,*/*;q=0.5");

  private final PoliteRequests requests;
  private final Duration limit;
  private final Clock clock;
  private final Witness witness;
  private final ContentDecoding decoding = new ContentDecoding(4L * RobotsTxt.MAX_BYTES, 200);

  RobotsFetch(PoliteRequests requests, Duration limit, Clock clock, Witness witness) {
    this.requests = requests;
    this.limit = limit;
    this.clock = clock;
    this.witness = witness;
  }

  @Override
  public RobotsGate.Answer get(URI robotsTxt, boolean byHand) throws InterruptedException {
    try {
      URI url = robotsTxt;
      for (int redirects = 0; redirects <= REDIRECTS; redirects++) {
        SingleRequest.Answer answer = ask(url, byHand && redirects == 0);
        boolean whole = answer.exchange().payload().length < RobotsTxt.MAX_BYTES;
        witness.saw(Witness.Passing.of(url, answer, whole));
        Optional<URI> next = PoliteRequests.redirect(url, answer.head());
        if (next.isEmpty()) {
          return sorted(answer);
        }
        url = next.get();
      }
      return new RobotsGate.Answer.Unavailable();
    } catch (FetchFailure e) {
      FetchResult.Failed failed =
          new FetchResult.Failed(
              robotsTxt, clock.instant(), e.reason(), e.detail(), e.retryAfter());
      return new RobotsGate.Answer.Unreachable("robots.txt: " + e.detail(), Optional.of(failed));
    } catch (IOException e) {
      return new RobotsGate.Answer.Unreachable("robots.txt: " + e.getMessage(), Optional.empty());
    }
  }

  @Override
  public Optional<RobotsGate.Answer> earlier(URI robotsTxt) {
    return witness.earlier(robotsTxt);
  }

  private SingleRequest.Answer ask(URI url, boolean byHand)
      throws IOException, InterruptedException {
    ResponseBody.Bound bound = new ResponseBody.Bound(RobotsTxt.MAX_BYTES, true);
    return requests.send(
        new PoliteRequests.Order(url, HEADERS, byHand, Duration.ZERO, bound, limit));
  }

  private RobotsGate.Answer sorted(SingleRequest.Answer answer) {
    int status = answer.head().status();
    // 429 is a 4xx, but of a server that is there and asks for less: not a licence to crawl.
    if (status == 429 || status >= 500) {
      return new RobotsGate.Answer.Unreachable("robots.txt answered " + status, Optional.empty());
    }
    if (status >= 300) {
      return new RobotsGate.Answer.Unavailable();
    }
    try {
      return new RobotsGate.Answer.Found(
          decoding.decode(answer.exchange().payload(), answer.head().values("content-encoding")));
    } catch (IOException _) {
      return new RobotsGate.Answer.Unavailable();
    }
  }
}
