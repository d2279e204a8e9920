package letopis.parse;

import letopis.sources.Access;

/// Reads what was fetched for a source, by the kind of access it is configured with.
public final class SourceReader {
  /// Most entries taken from one document; the rest is named in a warning.
  private final int maxEntries;

  /// @param maxEntries bound of entries of one document, see `limits.entries`
  public SourceReader(int maxEntries) {
    this.maxEntries = maxEntries;
  }

  /// The entries of one document. Never throws for whatever bytes.
  public FeedResult read(Access access, FeedInput input) {
    return new FeedResult.NotAFeed(
        "reading " + access.label() + " of " + input.url() + " is coming, " + maxEntries);
  }

  /// The entries of a document whose kind is not known: feed, sitemap, channel page or API answer.
  public FeedResult read(FeedInput input) {
    return new FeedResult.NotAFeed("reading " + input.url() + " is coming, " + maxEntries);
  }
}
