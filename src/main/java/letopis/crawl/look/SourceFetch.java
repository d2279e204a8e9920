package letopis.crawl.look;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.crawl.visit.CrawlParts;
import letopis.document.CaptureRef;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.fetch.FetchResult.Disallowed;
import letopis.fetch.FetchResult.Failed;
import letopis.fetch.FetchResult.Fetched;
import letopis.fetch.FetchResult.NotModified;
import letopis.index.state.SourceState;
import letopis.index.state.Validators;
import letopis.parse.FeedResult.Feed;
import letopis.parse.FeedResult.NotAFeed;
import letopis.parse.source.SourceReader;
import letopis.sources.Access;
import letopis.sources.Source;

/// Fetches what a source lists now: its document, the parts that it points to, and older pages as
/// far as is needed to meet what was listed at the look before.
final class SourceFetch {
  private final CrawlParts parts;
  private final PollSchedule schedule;
  private final LinkedLists linked;
  private final Clock clock;

  SourceFetch(CrawlParts parts, PollSchedule schedule) {
    this.parts = parts;
    this.schedule = schedule;
    this.linked = new LinkedLists(parts);
    this.clock = parts.clock();
  }

  /// One look at a source.
  ///
  /// @param posts older ones that are to be seen, too
  Listing look(Source source, SourceState state, DuePosts posts)
      throws IOException, InterruptedException {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Listing listing = fetch(source, state, posts, at);
    return listing.took(Duration.between(at, clock.instant()).toMillis());
  }

  private Listing fetch(Source source, SourceState state, DuePosts posts, Instant at)
      throws IOException, InterruptedException {
    if (source.access() instanceof Access.Vk && parts.secrets().vkToken().isEmpty()) {
      return Refusal.withoutToken(at);
    }
    FetchResult result = parts.fetcher().fetch(request(source, state, posts));
    return switch (result) {
      case Fetched answer -> read(source, state, posts, answer);
      case NotModified same -> unchanged(state, same, at);
      case Disallowed no ->
          Refusal.failure(
              at, PollFacts.Kind.HARD, Listing.Result.DISALLOWED, 0, no.rule(), Optional.empty());
      case Failed failed -> Refusal.of(failed, at);
    };
  }

  private Listing unchanged(SourceState state, NotModified same, Instant at) throws IOException {
    parts.archive().write(same, state.validators().capture());
    return new Listing(
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
  }

  private FetchRequest request(Source source, SourceState state, DuePosts posts) {
    FetchRequest request = linked.request(source, source.access().address());
    boolean ask =
        posts.isEmpty()
            && !state.health().lies()
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

  private Listing read(Source source, SourceState state, DuePosts posts, Fetched answer)
      throws IOException, InterruptedException {
    CaptureRef capture = parts.archive().write(answer);
    Optional<Listing> refused = Refusal.of(source, answer);
    if (refused.isPresent()) {
      return refused.get();
    }
    return switch (parts.sourceReader().read(source.access(), LinkedLists.input(source, answer))) {
      case NotAFeed other when other.refusedFor().isPresent() -> Refusal.of(other, answer);
      case NotAFeed other ->
          Refusal.check(answer)
              .orElseGet(
                  () ->
                      Refusal.failure(
                          answer.at(),
                          PollFacts.Kind.SOFT,
                          Listing.Result.NOT_A_FEED,
                          answer.status(),
                          other.reason(),
                          answer.retryAfter()));
      case Feed feed -> {
        Gathered gathered = new Gathered(state);
        answer.movedTo().ifPresent(to -> gathered.warnings.add(moved(to)));
        gathered.add(feed, capture);
        linked.read(source, feed, gathered, state.listed().isEmpty(), posts.since());
        linked.histories(source, state, gathered);
        yield listing(source, state, new Kept(answer, capture), feed, gathered);
      }
    };
  }

  private static String moved(URI to) {
    return "it has moved for good to " + to + ": give that address in the configuration";
  }

  private record Kept(Fetched answer, CaptureRef capture) {}

  private static Listing listing(
      Source source, SourceState state, Kept kept, Feed feed, Gathered gathered) {
    Fetched answer = kept.answer();
    Validators known = state.validators();
    if (!feed.parts().isEmpty()) {
      // It may stay as it is while its parts change.
      known = Validators.NONE;
    } else if (gathered.complete && SourceReader.isWhole(source.access())) {
      known =
          new Validators(
              answer.header("etag"), answer.header("last-modified"), Optional.of(kept.capture()));
    }
    return new Listing(
        answer.at(),
        0,
        PollFacts.Kind.FULL,
        Listing.Result.OK,
        answer.status(),
        String.join("; ", gathered.warnings),
        gathered.items(),
        Optional.of(feed.format()),
        known,
        longest(feed.interval(), maxAge(answer.headers())),
        answer.retryAfter());
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
}
