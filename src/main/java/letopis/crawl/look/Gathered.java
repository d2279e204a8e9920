package letopis.crawl.look;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.document.CaptureRef;
import letopis.document.Claimed;
import letopis.index.state.SourceState;
import letopis.parse.Entry;
import letopis.parse.FeedResult.Feed;

/// The entries of a look, each address once, in order.
final class Gathered {
  final Set<String> known;
  final Map<String, Listing.Item> byAddress = new LinkedHashMap<>();
  private final List<Listing.Item> all = new ArrayList<>();
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
      Listing.Item item = new Listing.Item(entry, capture);
      byAddress.putIfAbsent(key, item);
      all.add(item);
    }
  }

  /// The time of the oldest entry, one left aside: an old one may be pinned on top.
  Optional<Instant> oldest() {
    return all.stream()
        .flatMap(item -> item.entry().published().stream())
        .map(Claimed::at)
        .sorted()
        .skip(1)
        .findFirst();
  }

  void lost(String warning) {
    warnings.add(warning);
    complete = false;
  }

  /// An edited post with its earlier wordings, when its versions were gathered here,
  /// the one that it has now last. What tells the versions tells this one too, and was seen after
  /// the list.
  Listing.Item ofEdited(Listing.Item post) {
    List<Listing.Item> versions = new ArrayList<>();
    for (Listing.Item item : all) {
      versions.add(new Listing.Item(post.entry().as(item.entry()), item.capture()));
    }
    if (versions.isEmpty()) {
      return post;
    }
    CaptureRef capture = versions.removeLast().capture();
    return new Listing.Item(post.entry(), capture, versions);
  }

  List<Listing.Item> items() {
    return List.copyOf(byAddress.values());
  }
}
