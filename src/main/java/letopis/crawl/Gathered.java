package letopis.crawl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import letopis.document.CaptureRef;
import letopis.index.SourceState;
import letopis.parse.Entry;
import letopis.parse.FeedResult.Feed;

/// The entries of a look, each address once, in order.
final class Gathered {
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
