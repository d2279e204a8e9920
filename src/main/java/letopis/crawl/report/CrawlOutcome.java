package letopis.crawl.report;

import java.util.Locale;

/// What became of one address that the crawler took up. Every address ends in exactly one of these,
/// and is counted once, by [CrawlReport].
public enum CrawlOutcome {
  /// A new document.
  ADDED,
  /// A known document whose title or text changed: a new revision.
  UPDATED,
  /// Fetched again; title and text are what we have.
  UNCHANGED,
  /// The server said 304.
  NOT_MODIFIED,
  /// The text of a document that we have under another address of the same site: now an alias.
  ALIAS,
  /// A document that was gone is there again.
  RETURNED,
  /// Gone: 404, 410, a stub or a redirect to a front page in its place, or missing from its
  /// channel.
  /// The first such look only makes it suspect; the detail says which look it was.
  GONE,
  /// robots.txt forbids it.
  DISALLOWED,
  /// A page without an article.
  NOT_AN_ARTICLE,
  /// Not a page at all, beyond a bound, or an entry without a usable address.
  REFUSED,
  /// No answer, or an answer that is an error; the detail names the cause.
  FETCH_FAILED,
  /// Archived; Elasticsearch is away, and the journal brings it to the index later.
  SPOOLED,
  /// Elasticsearch refuses this document; the detail says why.
  NOT_INDEXED,
  /// A fault of ours; the log has it.
  BROKEN;

  /// The name in reports and metrics: lower case, `not_modified`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
