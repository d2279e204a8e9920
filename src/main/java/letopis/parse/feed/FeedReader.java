package letopis.parse.feed;

import letopis.parse.FeedInput;
import letopis.parse.FeedResult;

/// Reads feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF, JSON Feed.
public final class FeedReader {
  private final int maxEntries;

  public FeedReader(int maxEntries) {
    this.maxEntries = maxEntries;
  }

  /// The entries of a feed. Never throws for whatever bytes.
  public FeedResult read(FeedInput input) {
    return new FeedResult.NotAFeed("reading " + input.url() + " is coming, " + maxEntries);
  }
}
