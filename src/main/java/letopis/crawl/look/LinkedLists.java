package letopis.crawl.look;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import letopis.crawl.page.EntryCodec;
import letopis.crawl.visit.CrawlParts;
import letopis.document.CaptureRef;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult.Fetched;
import letopis.index.state.SourceState;
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult.Feed;
import letopis.parse.source.SourceReader;
import letopis.sources.Access;
import letopis.sources.Source;
import letopis.url.CanonicalUrl;

/// Reads what the document of a source leads to: the parts of a sitemap index, older pages of a
/// list, the edit histories of posts. What cannot be had is a warning and no failure of the look.
final class LinkedLists {
  /// Documents read in one look: parts of a sitemap index, and of an index in it.
  private static final int MOST_PARTS = 50;

  /// Older pages read to close a gap.
  private static final int MOST_OLDER = 20;

  /// Edit histories asked for in one look.
  private static final int MOST_HISTORIES = 20;

  /// Older pages read at the first look.
  private static final int BACKFILL = 5;

  private final CrawlParts parts;

  LinkedLists(CrawlParts parts) {
    this.parts = parts;
  }

  /// Asks for a document of a source. Interfaces made for programs have terms of their own;
  /// robots.txt speaks of pages.
  FetchRequest request(Source source, URI url) {
    FetchRequest request = FetchRequest.of(url).with(parts.secrets().headers(source.access()));
    return switch (source.access()) {
      case Access.Vk _, Access.Mastodon _, Access.Bluesky _ -> request.withoutRobots();
      case Access.Rss _, Access.Sitemap _, Access.Html _, Access.Telegram _, Access.Youtube _ ->
          request;
    };
  }

  /// Reads the parts, and older pages: a few at the first look, later until something known shows
  /// and posts that are due would.
  ///
  /// @param first the source was never looked at
  /// @param since posts of this time are to be seen
  void read(Source source, Feed feed, Gathered gathered, boolean first, Optional<Instant> since)
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
    int most = first ? BACKFILL : MOST_OLDER;
    while (older.isPresent()
        && asked.size() < most
        && asked.add(older.get())
        && (first || !gathered.meetsKnown || isShort(gathered, since))) {
      older = fetch(source, older.get(), gathered).flatMap(Feed::older);
    }
  }

  /// Whether posts of this time are not listed yet.
  private static boolean isShort(Gathered gathered, Optional<Instant> since) {
    return since.filter(at -> gathered.oldest().filter(at::isAfter).isEmpty()).isPresent();
  }

  /// Asks for the earlier wordings of posts that were edited since the look before, where the
  /// platform tells them. Without them the post is as it is now, which is no loss of the listing.
  void histories(Source source, SourceState state, Gathered gathered)
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
    if (!(parts.fetcher().fetch(request(source, URI.create(url))) instanceof Fetched answer)) {
      gathered.lost("a part could not be had: " + url);
      return Optional.empty();
    }
    CaptureRef capture = parts.archive().write(answer);
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

  static FeedInput input(Source source, Fetched answer) {
    return new FeedInput(
        answer.body(),
        answer.header("content-type"),
        answer.finalUrl(),
        answer.at(),
        source.zone());
  }
}
