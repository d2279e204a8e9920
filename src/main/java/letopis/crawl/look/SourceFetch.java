package letopis.crawl.look;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import letopis.crawl.page.EntryCodec;
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
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult.Feed;
import letopis.parse.FeedResult.NotAFeed;
import letopis.parse.source.SourceReader;
import letopis.sources.Access;
import letopis.sources.Source;
import letopis.url.CanonicalUrl;

/// Fetches what a source lists now: its document, the parts that it points to, and older pages as
/// far as is needed to meet what was listed at the look before.
final class SourceFetch {
  /// Documents read in one look: parts of a sitemap index, and of an index in it.
  private static final int MOST_PARTS = 50;

  /// Older pages read to close a gap.
  private static final int MOST_OLDER = 20;

  /// Edit histories asked for in one look.
  private static final int MOST_HISTORIES = 20;

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
    parts.captures().keep(same, state.validators().capture());
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
    FetchRequest request =
        api(
            source.access(),
            FetchRequest.of(source.access().address())
                .with(parts.secrets().headers(source.access())));
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

  /// Interfaces made for programs have terms of their own; robots.txt speaks of pages.
  private static FetchRequest api(Access access, FetchRequest request) {
    return switch (access) {
      case Access.Vk _, Access.Mastodon _, Access.Bluesky _ -> request.withoutRobots();
      case Access.Rss _, Access.Sitemap _, Access.Html _, Access.Telegram _, Access.Youtube _ ->
          request;
    };
  }

  private Listing read(Source source, SourceState state, DuePosts posts, Fetched answer)
      throws IOException, InterruptedException {
    CaptureRef capture = parts.captures().keep(answer);
    Optional<Listing> refused = Refusal.of(source, answer);
    if (refused.isPresent()) {
      return refused.get();
    }
    return switch (parts.sourceReader().read(source.access(), input(source, answer))) {
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
        more(source, feed, gathered, new Back(state.listed().isEmpty(), posts.since()));
        edited(source, state, gathered);
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

  /// How far older pages are read.
  ///
  /// @param first the source was never looked at
  /// @param since posts of this time are to be seen
  private record Back(boolean first, Optional<Instant> since) {
    boolean goesOn(Gathered gathered) {
      return first
          || !gathered.meetsKnown
          || since.filter(at -> gathered.oldest().filter(at::isAfter).isEmpty()).isPresent();
    }
  }

  /// Reads the parts, and older pages: a few at the first look, later until something known shows
  /// and posts that are due would.
  private void more(Source source, Feed feed, Gathered gathered, Back back)
      throws IOException, InterruptedException {
    Optional<String> older = feed.older();
    // A part may have parts, and name what names it.
    Set<String> named = new LinkedHashSet<>(feed.parts());
    Queue<String> waiting = new ArrayDeque<>(named);
    for (int i = 0; i < MOST_PARTS && !waiting.isEmpty(); i++) {
      Optional<Feed> read = fetch(source, waiting.remove(), gathered);
      read.stream().flatMap(part -> part.parts().stream()).filter(named::add).forEach(waiting::add);
      older = older.or(() -> read.flatMap(Feed::older));
    }
    if (!waiting.isEmpty()) {
      gathered.lost("only the first " + MOST_PARTS + " parts are read");
    }
    Set<String> asked = new HashSet<>();
    int most = back.first() ? BACKFILL : MOST_OLDER;
    while (older.isPresent()
        && asked.size() < most
        && asked.add(older.get())
        && back.goesOn(gathered)) {
      older = fetch(source, older.get(), gathered).flatMap(Feed::older);
    }
  }

  /// Asks for the earlier wordings of posts that were edited since the look before, where the
  /// platform tells them. Without them the post is as it is now, which is no loss of the listing.
  private void edited(Source source, SourceState state, Gathered gathered)
      throws IOException, InterruptedException {
    int asked = 0;
    for (Map.Entry<String, Listing.Item> listed : gathered.byAddress.entrySet()) {
      Entry entry = listed.getValue().entry();
      boolean known = EntryCodec.hash(entry).equals(state.listed().get(listed.getKey()));
      Optional<String> history = SourceReader.history(source.access(), entry);
      if (!known && history.isPresent() && asked++ < MOST_HISTORIES) {
        Gathered versions = new Gathered(state);
        fetch(source, history.get(), versions);
        gathered.warnings.addAll(versions.warnings);
        listed.setValue(versions.ofEdited(listed.getValue()));
      }
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
    if (!(parts.fetcher().fetch(request) instanceof Fetched answer)) {
      gathered.lost("a part could not be had: " + url);
      return Optional.empty();
    }
    CaptureRef capture = parts.captures().keep(answer);
    if (answer.status() != 200) {
      gathered.lost("a part could not be had: " + url + " answered " + answer.status());
      return Optional.empty();
    }
    if (!(parts.sourceReader().read(source.access(), input(source, answer)) instanceof Feed feed)) {
      gathered.lost("a part could not be read: " + url);
      return Optional.empty();
    }
    gathered.add(feed, capture);
    return Optional.of(feed);
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
}
