package letopis.document;

import java.util.Locale;

/// Where a claimed time of publication was read, from the most to the least reliable.
public enum PublishedFrom {
  /// The platform's own clock: a Telegram, VK, Mastodon or Bluesky post.
  PLATFORM,
  /// `datePublished` of schema.org data in the page.
  JSON_LD,
  /// A `<meta>` element, such as `article:published_time`.
  META,
  /// The feed or sitemap entry.
  FEED,
  /// A `<time>` element or visible text of the page.
  PAGE_TEXT,
  /// The path of the address, such as `/2026/11/23/`.
  URL,
  /// The record of an imported file.
  IMPORT,
  /// Nothing better was found: our own first look.
  GUESSED;

  /// The value kept in the index: lower case with hyphens, `json-ld`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The constant with this label.
  ///
  /// @throws IllegalArgumentException when no constant has it
  public static PublishedFrom of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
