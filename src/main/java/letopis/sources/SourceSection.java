package letopis.sources;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/// Reads one source.
final class SourceSection {
  /// The keys of which a source has exactly one.
  static final List<String> ACCESS =
      List.of("rss", "sitemap", "html", "telegram", "vk", "mastodon", "bluesky", "youtube");

  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private final String file;
  private final Optional<SourceKind> kind;
  private final Optional<String> region;
  private final Optional<String> language;
  private final Optional<ZoneId> zone;
  private final Optional<Duration> every;
  private final List<String> tags;

  /// @param defaults values for sources that do not say otherwise
  SourceSection(String file, Section defaults) {
    this.file = file;
    this.kind = defaults.parsed("kind", SourceSection::kind);
    this.region = defaults.text("region");
    this.language = defaults.parsed("language", SourceSection::language);
    this.zone = defaults.parsed("zone", SourceSection::zone);
    this.every = defaults.parsed("every", text -> Quantities.duration(text, SHORTEST));
    this.tags = defaults.texts("tags");
    defaults.finish();
  }

  /// Reads a source, noting every mistake; a value in place of a wrong one makes the record whole.
  Source read(Section section) {
    String id = section.required("id");
    if (!id.isEmpty() && !id.matches(ConfigurationReader.ID)) {
      section.problem("id", ConfigurationReader.badId(id));
    }
    Access access = access(section);
    boolean platform =
        !(access instanceof Access.Rss
            || access instanceof Access.Sitemap
            || access instanceof Access.Html);
    Source source =
        new Source(
            id,
            section.required("name"),
            section.texts("aliases"),
            section
                .parsed("kind", SourceSection::kind)
                .or(() -> kind)
                .orElse(platform ? SourceKind.SOCIAL : SourceKind.NEWS),
            section.text("region").or(() -> region),
            section.parsed("language", SourceSection::language).or(() -> language),
            section.parsed("zone", SourceSection::zone).or(() -> zone).orElse(ZoneOffset.UTC),
            access,
            section.has("extract")
                ? Optional.of(selectors(section.section("extract")))
                : Optional.empty(),
            section.parsed("every", text -> Quantities.duration(text, SHORTEST)).or(() -> every),
            tags(section),
            section.bool("verified"),
            file);
    section.finish();
    return source;
  }

  private List<String> tags(Section section) {
    Set<String> all = new LinkedHashSet<>(tags);
    all.addAll(section.texts("tags"));
    return List.copyOf(all);
  }

  private static Access access(Section section) {
    List<String> given = ACCESS.stream().filter(section::has).toList();
    if (given.size() != 1) {
      section.problem(
          "id",
          given.isEmpty()
              ? "a source needs one of " + String.join(", ", ACCESS)
              : "a source has exactly one of " + String.join(", ", given));
    }
    List<Access> read =
        given.stream().map(key -> access(section, key)).flatMap(Optional::stream).toList();
    return read.isEmpty() ? new Access.Rss(Addresses.PLACEHOLDER) : read.getFirst();
  }

  private static Optional<Access> access(Section section, String key) {
    return switch (key) {
      case "rss" -> section.parsed(key, text -> new Access.Rss(Addresses.web(text)));
      case "sitemap" -> section.parsed(key, text -> new Access.Sitemap(Addresses.web(text)));
      case "html" -> Optional.of(html(section.section(key)));
      case "telegram" -> section.parsed(key, Addresses::telegram);
      case "vk" -> section.parsed(key, Addresses::vk);
      case "mastodon" -> section.parsed(key, Addresses::mastodon);
      case "bluesky" -> section.parsed(key, Addresses::bluesky);
      case "youtube" -> section.parsed(key, Addresses::youtube);
      default -> throw new IllegalStateException(key + " is not in the list");
    };
  }

  private static Access html(Section html) {
    html.required("url");
    Access access =
        new Access.Html(
            html.parsed("url", Addresses::web).orElse(Addresses.PLACEHOLDER),
            html.has("item") ? selector(html, "item").orElse("") : html.required("item"),
            selector(html, "link"),
            selector(html, "title"),
            selector(html, "date"),
            selector(html, "summary"));
    html.finish();
    return access;
  }

  private static Source.Selectors selectors(Section extract) {
    Source.Selectors selectors =
        new Source.Selectors(
            selector(extract, "title"),
            selector(extract, "lead"),
            selector(extract, "body"),
            selector(extract, "published"),
            selector(extract, "authors"),
            selector(extract, "tags"),
            extract.texts("remove"));
    for (String css : selectors.remove()) {
      try {
        css(css);
      } catch (IllegalArgumentException e) {
        extract.problem("remove", "\"remove\": " + e.getMessage());
      }
    }
    extract.finish();
    return selectors;
  }

  private static Optional<String> selector(Section section, String key) {
    return section.parsed(key, SourceSection::css);
  }

  private static String css(String text) {
    try {
      QueryParser.parse(text);
      return text;
    } catch (SelectorParseException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a CSS selector: " + e.getMessage(), e);
    }
  }

  private static SourceKind kind(String text) {
    return Stream.of(SourceKind.values())
        .filter(kind -> kind.label().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Nearest.unknown(
                        "kind",
                        text,
                        Arrays.stream(SourceKind.values()).map(SourceKind::label).toList())));
  }

  private static String language(String text) {
    if (!Set.of(Locale.getISOLanguages()).contains(text)) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not an ISO 639-1 code of two letters, such as ru or en");
    }
    return text;
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          Nearest.to(text, ZoneId.getAvailableZoneIds())
              .map(near -> "unknown zone \"" + text + "\": did you mean \"" + near + "\"?")
              .orElse("unknown zone \"" + text + "\"; for example Asia/Yakutsk or +09:00"),
          e);
    }
  }
}
