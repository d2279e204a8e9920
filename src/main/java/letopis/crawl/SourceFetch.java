package letopis.crawl;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.document.CaptureRef;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.fetch.FetchResult.Cause;
import letopis.fetch.FetchResult.Disallowed;
import letopis.fetch.FetchResult.Failed;
import letopis.fetch.FetchResult.Fetched;
import letopis.fetch.FetchResult.NotModified;
import letopis.index.SourceState;
import letopis.index.Validators;
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult.Feed;
import letopis.parse.FeedResult.NotAFeed;
import letopis.sources.Access;
import letopis.sources.Source;
import letopis.url.CanonicalUrl;

/// Fetches what a source lists now: its document, the parts that it points to, and older pages as
/// far as is needed to meet what was listed at the look before.
final class SourceFetch {
  /// Documents read in one look: parts of a sitemap index.
  private static final int MOST_PARTS = 50;

  /// Older pages read to close a gap.
  private static final int MOST_OLDER = 20;

  /// Older pages read at the first look.
  private static final int BACKFILL = 5;

  private final CrawlParts parts;
  private final PollSchedule schedule;
  private final Clock clock;

  SourceFetch(CrawlParts parts, PollSchedule schedule) {
    this.parts = parts;
    this.schedule = schedule;
    this.clock = parts.clock();
  }

  /// One look at a source.
  Listing look(Source source, SourceState state) throws IOException, InterruptedException {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Listing listing = fetch(source, state, at);
    return listing.took(Duration.between(at, clock.instant()).toMillis());
  }

  private Listing fetch(Source source, SourceState state, Instant at)
      throws IOException, InterruptedException {
    FetchResult result = parts.fetcher().fetch(request(source, state));
    return switch (result) {
      case Fetched answer -> read(source, state, answer);
      case NotModified same ->
          new Listing(
              at,
              0,
              PollFacts.Kind.NOT_MODIFIED,
              Listing.Result.NOT_MODIFIED,
              304,
              "",
              List.of(),
              Optional.empty(),
              state.validators(),
              maxAge(same.headers()),
              Optional.empty());
      case Disallowed no ->
          failure(
              at, PollFacts.Kind.HARD, Listing.Result.DISALLOWED, 0, no.rule(), Optional.empty());
      case Failed failed ->
          failure(
              at,
              kind(failed.cause()),
              failed.cause() == Cause.BACKING_OFF ? Listing.Result.BLOCKED : Listing.Result.FAILED,
              0,
              failed.cause().name().toLowerCase(Locale.ROOT) + ": " + failed.detail(),
              failed.retryAfter());
    };
  }

  private FetchRequest request(Source source, SourceState state) {
    FetchRequest request =
        api(
            source.access(),
            FetchRequest.of(source.access().address())
                .with(parts.secrets().headers(source.access())));
    boolean ask =
        !state.health().lies()
            && state.health().oddLooks() == 0
            && !schedule.unconditional(state.cadence())
            && !parts
                .settings()
                .host(String.valueOf(source.access().address().getHost()))
                .ignoreValidators();
    return ask
        ? request.unlessStill(state.validators().etag(), state.validators().lastModified())
        : request;
  }

  /// Interfaces made for programs have terms of their own; robots.txt speaks of pages.
  private static FetchRequest api(Access access, FetchRequest request) {
    return switch (access) {
      case Access.Vk _, Access.Mastodon _, Access.Bluesky _ -> request.withoutRobots();
      case Access.Rss _, Access.Sitemap _, Access.Html _, Access.Telegram _, Access.Youtube _ ->
          request;
    };
  }

  private Listing read(Source source, SourceState state, Fetched answer)
      throws IOException, InterruptedException {
    Optional<Listing> refused = refused(source, answer);
    if (refused.isPresent()) {
      return refused.get();
    }
    CaptureRef capture = parts.captures().keep(answer);
    return switch (parts.sourceReader().read(source.access(), input(source, answer))) {
      case NotAFeed other ->
          failure(
              answer.at(),
              PollFacts.Kind.SOFT,
              Listing.Result.NOT_A_FEED,
              answer.status(),
              other.reason(),
              answer.retryAfter());
      case Feed feed -> {
        Gathered gathered = new Gathered(state);
        gathered.add(feed, capture);
        more(source, state, feed, gathered);
        yield listing(state, answer, feed, gathered);
      }
    };
  }

  private static Listing listing(SourceState state, Fetched answer, Feed feed, Gathered gathered) {
    Validators validators =
        gathered.complete
            ? new Validators(answer.header("etag"), answer.header("last-modified"))
            : state.validators();
    return new Listing(
        answer.at(),
        0,
        PollFacts.Kind.FULL,
        Listing.Result.OK,
        answer.status(),
        String.join("; ", gathered.warnings),
        gathered.items(),
        Optional.of(feed.format()),
        validators,
        longest(feed.hints().interval(), maxAge(answer.headers())),
        answer.retryAfter());
  }

  /// Reads the parts, and older pages: a few at the first look, later until something known shows.
  private void more(Source source, SourceState state, Feed feed, Gathered gathered)
      throws IOException, InterruptedException {
    boolean first = state.listed().isEmpty();
    Optional<String> older = feed.older();
    for (String part : feed.parts().stream().limit(MOST_PARTS).toList()) {
      Optional<Feed> read = fetch(source, part, gathered);
      older = older.or(() -> read.flatMap(Feed::older));
    }
    Set<String> asked = new HashSet<>();
    int most = first ? BACKFILL : MOST_OLDER;
    while (older.isPresent()
        && asked.size() < most
        && asked.add(older.get())
        && (first || !gathered.meetsKnown)) {
      older = fetch(source, older.get(), gathered).flatMap(Feed::older);
    }
  }

  private Optional<Feed> fetch(Source source, String url, Gathered gathered)
      throws IOException, InterruptedException {
    Optional<CanonicalUrl> address = CanonicalUrl.parse(url);
    if (address.isEmpty()) {
      gathered.lost("not an address: " + url);
      return Optional.empty();
    }
    FetchRequest request =
        api(
            source.access(),
            FetchRequest.of(URI.create(url)).with(parts.secrets().headers(source.access())));
    if (!(parts.fetcher().fetch(request) instanceof Fetched answer) || answer.status() != 200) {
      gathered.lost("a part could not be had: " + url);
      return Optional.empty();
    }
    CaptureRef capture = parts.captures().keep(answer);
    if (!(parts.sourceReader().read(source.access(), input(source, answer)) instanceof Feed feed)) {
      gathered.lost("a part could not be read: " + url);
      return Optional.empty();
    }
    gathered.add(feed, capture);
    return Optional.of(feed);
  }

  /// An answer that is no listing by its status or by where it led.
  private static Optional<Listing> refused(Source source, Fetched answer) {
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

  private static Listing blocked(Fetched answer, PollFacts.Kind kind, String detail) {
    return failure(
        answer.at(), kind, Listing.Result.BLOCKED, answer.status(), detail, answer.retryAfter());
  }

  private static Listing failure(
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

  private static PollFacts.Kind kind(Cause cause) {
    return switch (cause) {
      case UNKNOWN_HOST, CONNECT, RESET -> PollFacts.Kind.PASSING;
      case TIMEOUT, TLS, BAD_HTTP, BAD_ENCODING, BACKING_OFF -> PollFacts.Kind.SOFT;
      case FORBIDDEN_ADDRESS, TOO_LARGE, TOO_MANY_REDIRECTS, REDIRECT_LOOP -> PollFacts.Kind.HARD;
    };
  }

  private FeedInput input(Source source, Fetched answer) {
    return new FeedInput(
        answer.body(),
        answer.header("content-type"),
        answer.finalUrl(),
        answer.at(),
        source.zone());
  }

  private static Optional<Duration> maxAge(Map<String, List<String>> headers) {
    for (String value : headers.getOrDefault("cache-control", List.of())) {
      for (String directive : value.split(",")) {
        String[] pair = directive.strip().split("=", 2);
        if (pair.length == 2
            && pair[0].equalsIgnoreCase("max-age")
            && pair[1].matches("\\d{1,8}")) {
          return Optional.of(Duration.ofSeconds(Long.parseLong(pair[1])));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Duration> longest(Optional<Duration> one, Optional<Duration> other) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(one.get().compareTo(other.get()) >= 0 ? one.get() : other.get())
        : one.or(() -> other);
  }

  /// The entries of a look, each address once, in order.
  private static final class Gathered {
    final Set<String> known;
    final Map<String, Listing.Item> byAddress = new LinkedHashMap<>();
    final List<String> warnings = new ArrayList<>();
    boolean meetsKnown;
    boolean complete = true;

    Gathered(SourceState state) {
      this.known = state.listed().keySet();
    }

    void add(Feed feed, CaptureRef capture) {
      warnings.addAll(feed.warnings());
      for (Entry entry : feed.entries()) {
        String key = EntryKey.of(entry);
        meetsKnown |= known.contains(key);
        byAddress.putIfAbsent(key, new Listing.Item(entry, capture));
      }
    }

    void lost(String warning) {
      warnings.add(warning);
      complete = false;
    }

    List<Listing.Item> items() {
      return List.copyOf(byAddress.values());
    }
  }
}
