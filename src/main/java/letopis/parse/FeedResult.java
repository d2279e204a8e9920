package letopis.parse;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a fetched source document (feed, listing, sitemap, channel page, API answer) turned out to
/// be.
public sealed interface FeedResult {
  /// Entries in the order of the document; possibly none.
  ///
  /// @param format what was recognised: `rss-2.0`, `atom-1.0`, `telegram-preview`, …
  /// @param interval shortest wanted time between polls (`ttl`, `sy:updatePeriod`)
  /// @param parts documents that this one only points to and that hold the entries: sitemaps of
  ///     an index, the statuses of a looked-up account; read them in the same poll
  /// @param older where earlier entries go on (`?before=`, `next_url`); for backfill only
  /// @param warnings what was mended or left out, for `sources check`
  record Feed(
      String format,
      Optional<String> title,
      Optional<String> home,
      Optional<String> lang,
      List<Entry> entries,
      Optional<Duration> interval,
      List<String> parts,
      Optional<String> older,
      List<String> warnings)
      implements FeedResult {
    public Feed {
      Objects.requireNonNull(format);
      Objects.requireNonNull(title);
      Objects.requireNonNull(home);
      Objects.requireNonNull(lang);
      entries = List.copyOf(entries);
      Objects.requireNonNull(interval);
      parts = List.copyOf(parts);
      Objects.requireNonNull(older);
      warnings = List.copyOf(warnings);
    }

    /// The same with these entries.
    public Feed withEntries(List<Entry> others) {
      return new Feed(format, title, home, lang, others, interval, parts, older, warnings);
    }
  }

  /// Not what the source is configured to be; the reason says what it is instead.
  ///
  /// @param refusedFor the document is a platform's refusal, which stands for at least so long;
  ///     empty when it is something else by mistake or because a layout has changed
  record NotAFeed(String reason, Optional<Duration> refusedFor) implements FeedResult {
    public NotAFeed {
      Objects.requireNonNull(reason);
      Objects.requireNonNull(refusedFor);
    }

    /// Something else.
    public NotAFeed(String reason) {
      this(reason, Optional.empty());
    }
  }
}
