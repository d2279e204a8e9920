package letopis.crawl.look;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import letopis.fetch.FetchResult.Cause;
import letopis.fetch.FetchResult.Failed;
import letopis.fetch.FetchResult.Fetched;
import letopis.index.state.Validators;
import letopis.parse.FeedResult.NotAFeed;
import letopis.parse.page.kind.AccessChecks;
import letopis.sources.Access;
import letopis.sources.Secrets;
import letopis.sources.Source;

/// Looks that gave no list: what kind of failure each is, and who is at fault.
final class Refusal {
  private Refusal() {}

  /// A fetch without an answer.
  static Listing of(Failed failed, Instant at) {
    return failure(
        at,
        kind(failed.cause()),
        failed.cause() == Cause.BACKING_OFF ? Listing.Result.BLOCKED : Listing.Result.FAILED,
        0,
        failed.cause().name().toLowerCase(Locale.ROOT) + ": " + failed.detail(),
        failed.retryAfter());
  }

  /// An answer that is no listing by its status or by where it led.
  static Optional<Listing> of(Source source, Fetched answer) {
    int status = answer.status();
    boolean wall =
        answer.finalUrl().getPath() != null && answer.finalUrl().getPath().endsWith("/429.html");
    boolean challenge = answer.header("cf-mitigated").isPresent();
    boolean noPreview =
        source.access() instanceof Access.Telegram
            && !answer.finalUrl().getPath().startsWith("/s/");
    if (status == 401 || status == 403 || status == 407 || status == 451 || challenge) {
      return Optional.of(blocked(answer, PollFacts.Kind.HARD, "http " + status));
    }
    if (status == 429 || wall) {
      return Optional.of(blocked(answer, PollFacts.Kind.SOFT, "too many requests"));
    }
    if (noPreview && status == 200) {
      return Optional.of(blocked(answer, PollFacts.Kind.HARD, "the channel has no public preview"));
    }
    if (status >= 500) {
      Optional<Listing> check = check(answer);
      if (check.isPresent()) {
        return check;
      }
    }
    if (status < 200 || status >= 300) {
      PollFacts.Kind kind = status == 410 ? PollFacts.Kind.HARD : PollFacts.Kind.SOFT;
      return Optional.of(
          failure(
              answer.at(),
              kind,
              Listing.Result.FAILED,
              status,
              "http " + status,
              answer.retryAfter()));
    }
    return Optional.empty();
  }

  /// A page that stands before the listing.
  static Optional<Listing> check(Fetched answer) {
    return AccessChecks.in(answer.body(), answer.header("content-type"))
        .map(what -> blocked(answer, PollFacts.Kind.SOFT, what));
  }

  /// A platform's own refusal, which came with status 200.
  static Listing of(NotAFeed refusal, Fetched answer) {
    Optional<Duration> wait = refusal.refusedFor().filter(Duration::isPositive);
    return failure(
        answer.at(),
        wait.isPresent() ? PollFacts.Kind.SOFT : PollFacts.Kind.HARD,
        Listing.Result.BLOCKED,
        answer.status(),
        refusal.reason(),
        wait.or(answer::retryAfter));
  }

  /// VK would refuse; it need not be asked.
  static Listing withoutToken(Instant at) {
    return failure(
        at,
        PollFacts.Kind.PASSING,
        Listing.Result.BLOCKED,
        0,
        "VK needs a service token: set " + Secrets.VK_TOKEN + " in the environment",
        Optional.empty());
  }

  private static Listing blocked(Fetched answer, PollFacts.Kind kind, String detail) {
    return failure(
        answer.at(), kind, Listing.Result.BLOCKED, answer.status(), detail, answer.retryAfter());
  }

  static Listing failure(
      Instant at,
      PollFacts.Kind kind,
      Listing.Result result,
      int status,
      String detail,
      Optional<Duration> retryAfter) {
    return new Listing(
        at,
        0,
        kind,
        result,
        status,
        detail,
        List.of(),
        Optional.empty(),
        Validators.NONE,
        Optional.empty(),
        retryAfter);
  }

  static PollFacts.Kind kind(Cause cause) {
    return switch (cause) {
      case UNKNOWN_HOST, CONNECT, RESET -> PollFacts.Kind.PASSING;
      case TIMEOUT, TLS, BAD_HTTP, BAD_ENCODING, BACKING_OFF -> PollFacts.Kind.SOFT;
      case FORBIDDEN_ADDRESS, TOO_LARGE, TOO_MANY_REDIRECTS, REDIRECT_LOOP -> PollFacts.Kind.HARD;
    };
  }
}
