package letopis.parse.source;

import java.util.Optional;
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import letopis.parse.feed.FeedReader;
import letopis.parse.feed.ListingReader;
import letopis.parse.feed.MidnightDates;
import letopis.parse.social.BlueskyReader;
import letopis.parse.social.MastodonReader;
import letopis.parse.social.SocialDocuments;
import letopis.parse.social.TelegramReader;
import letopis.parse.social.VkReader;
import letopis.sources.Access;

/// Reads what was fetched for a source, by the kind of access it is configured with.
public final class SourceReader {
  private final FeedReader feeds;
  private final ListingReader listings;

  /// @param maxEntries bound of entries of one document, see `limits.entries`
  public SourceReader(int maxEntries) {
    this.feeds = new FeedReader(maxEntries);
    this.listings = new ListingReader(maxEntries);
  }

  /// The entries of one document. Never throws for whatever bytes.
  public FeedResult read(Access access, FeedInput input) {
    return switch (access) {
      case Access.Rss _, Access.Sitemap _ -> MidnightDates.asDays(feeds.read(input), input.zone());
      case Access.Youtube _ -> posts(feeds.read(input));
      case Access.Html html -> listings.read(html, input);
      case Access.Telegram _ -> new TelegramReader().read(input);
      case Access.Vk _ -> new VkReader().read(input);
      case Access.Mastodon _ -> new MastodonReader().read(input);
      case Access.Bluesky _ -> new BlueskyReader().read(input);
    };
  }

  /// A video is known by what its feed says of it: its page holds a player and no article.
  private static FeedResult posts(FeedResult result) {
    return switch (result) {
      case FeedResult.Feed feed ->
          feed.withEntries(feed.entries().stream().map(Entry::whole).toList());
      case FeedResult.NotAFeed not -> not;
    };
  }

  /// Where the earlier wordings of an edited post are told, when its platform tells them. What is
  /// read there are its versions, oldest first, the one that it has now last.
  public static Optional<String> history(Access access, Entry post) {
    return switch (access) {
      case Access.Mastodon account when post.updated().isPresent() ->
          MastodonReader.history(account.host(), post.id());
      case Access.Mastodon _,
          Access.Rss _,
          Access.Sitemap _,
          Access.Html _,
          Access.Telegram _,
          Access.Vk _,
          Access.Bluesky _,
          Access.Youtube _ ->
          Optional.empty();
    };
  }

  /// Whether a source that says 304 at its own address says so for all that is behind it. The
  /// answer that leads to an account's posts stays as it is when one of them is edited.
  public static boolean isWhole(Access access) {
    return switch (access) {
      case Access.Mastodon _ -> false;
      case Access.Rss _,
          Access.Sitemap _,
          Access.Html _,
          Access.Telegram _,
          Access.Vk _,
          Access.Bluesky _,
          Access.Youtube _ ->
          true;
    };
  }

  /// The entries of a document whose kind is not known: feed, sitemap, channel page or API answer.
  public FeedResult read(FeedInput input) {
    return SocialDocuments.read(input).orElseGet(() -> feeds.read(input));
  }
}
