package letopis.parse.feed;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import letopis.document.Claimed;
import letopis.document.Image;
import letopis.document.PublishedFrom;
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import org.jsoup.nodes.Element;

/// Sitemaps (sitemaps.org) with the news and image extensions, indexes of sitemaps, and lists of
/// addresses in plain text. Of a large sitemap the entries changed last are taken.
final class Sitemaps {
  private static final Pattern ADDRESS_LINE =
      Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);

  private final FeedInput input;
  private final int maxEntries;
  private final FeedDates dates;

  Sitemaps(FeedInput input, int maxEntries) {
    this.input = input;
    this.maxEntries = maxEntries;
    this.dates = new FeedDates(input.zone(), input.at(), PublishedFrom.FEED);
  }

  FeedResult.Feed urls(Element root, List<String> warnings) {
    List<Entry> entries =
        root.getAllElements().stream()
            .filter(element -> FeedXml.name(element).equals("url"))
            .map(this::entry)
            .flatMap(Optional::stream)
            .toList();
    boolean news = entries.stream().anyMatch(entry -> !entry.title().isEmpty());
    return feed(news ? "news-sitemap" : "sitemap", newest(entries, warnings), List.of(), warnings);
  }

  /// An index has no entries; its parts are the sitemaps, those changed last first.
  FeedResult.Feed index(Element root, List<String> warnings) {
    record Part(String url, Instant changed) {}
    List<String> parts =
        root.getAllElements().stream()
            .filter(element -> FeedXml.name(element).equals("sitemap"))
            .flatMap(
                element ->
                    loc(element).stream()
                        .map(
                            url ->
                                new Part(
                                    url,
                                    date(element, "lastmod")
                                        .map(Claimed::at)
                                        .orElse(Instant.EPOCH))))
            .sorted(Comparator.comparing(Part::changed).reversed())
            .map(Part::url)
            .distinct()
            .toList();
    if (parts.size() > maxEntries) {
      warnings.add(parts.size() + " sitemaps; only " + maxEntries + " are named");
      parts = parts.subList(0, maxEntries);
    }
    return feed("sitemap-index", List.of(), parts, warnings);
  }

  /// Whether text is a list of addresses, one a line.
  static boolean isPlain(String text) {
    List<String> lines =
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(20).toList();
    return !lines.isEmpty()
        && lines.stream().allMatch(line -> ADDRESS_LINE.matcher(line).matches());
  }

  FeedResult.Feed plain(String text, List<String> warnings) {
    List<Entry> entries =
        text.lines()
            .map(String::strip)
            .filter(line -> ADDRESS_LINE.matcher(line).matches())
            .map(line -> Links.resolve(input.url(), line))
            .flatMap(Optional::stream)
            .map(url -> entry(url, input.url()))
            .toList();
    return feed("sitemap-text", newest(entries, warnings), List.of(), warnings);
  }

  private List<Entry> newest(List<Entry> entries, List<String> warnings) {
    if (entries.size() <= maxEntries) {
      return entries;
    }
    warnings.add(entries.size() + " addresses; only the " + maxEntries + " changed last are read");
    return entries.stream()
        .sorted(Comparator.comparing((Entry entry) -> latest(entry)).reversed())
        .limit(maxEntries)
        .toList();
  }

  private static Instant latest(Entry entry) {
    return entry.updated().or(() -> entry.published().map(Claimed::at)).orElse(Instant.EPOCH);
  }

  private static FeedResult.Feed feed(
      String format, List<Entry> entries, List<String> parts, List<String> warnings) {
    return new FeedResult.Feed(
        format,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        entries,
        Optional.empty(),
        parts,
        Optional.empty(),
        warnings);
  }

  /// The address stands in `loc`, in careless sitemaps in the element itself.
  private Optional<String> loc(Element element) {
    return FeedXml.text(element, "loc")
        .or(() -> Optional.of(element.ownText().strip()).filter(Sitemaps::isPlain))
        .flatMap(value -> Links.resolve(FeedXml.base(element, input.url()), value));
  }

  private Optional<Claimed> date(Element element, String name) {
    return FeedXml.text(element, name).flatMap(dates::read);
  }

  private Optional<Entry> entry(Element url) {
    Optional<Element> news = FeedXml.child(url, "news:news");
    return loc(url)
        .map(
            address ->
                new Entry(
                    address,
                    Optional.of(address),
                    news.flatMap(n -> FeedXml.child(n, "news:title"))
                        .map(XmlTexts::plain)
                        .orElse(""),
                    "",
                    "",
                    false,
                    news.flatMap(n -> date(n, "news:publication_date")),
                    date(url, "lastmod").map(Claimed::at),
                    List.of(),
                    news.flatMap(n -> FeedXml.text(n, "news:keywords")).stream()
                        .flatMap(words -> Stream.of(words.split("\\s*,\\s*")))
                        .filter(word -> !word.isBlank())
                        .toList(),
                    List.of(),
                    images(url),
                    List.of(),
                    news.flatMap(n -> FeedXml.child(n, "news:publication"))
                        .flatMap(p -> FeedXml.text(p, "news:language"))
                        .flatMap(XmlTexts::language),
                    -1,
                    Set.of()));
  }

  private List<Image> images(Element url) {
    return FeedXml.children(url, "image:image").stream()
        .flatMap(
            image ->
                FeedXml.text(image, "image:loc")
                    .flatMap(v -> Links.resolve(input.url(), v))
                    .stream()
                    .map(
                        src -> new Image(src, FeedXml.text(image, "image:caption", "image:title"))))
        .toList();
  }

  private static Entry entry(String url, URI base) {
    return Entry.bare(url, Links.resolve(base, url), "");
  }
}
