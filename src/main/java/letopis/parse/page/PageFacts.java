package letopis.parse.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import letopis.document.Image;
import letopis.parse.PageResult.PageAddresses;
import letopis.text.Languages;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The smaller facts of a page: its addresses, language, section, tags, picture.
final class PageFacts {
  private static final int MOST_TAGS = 40;
  private static final int LONGEST_TAG = 80;

  /// So much text tells the language.
  private static final int LANGUAGE_SAMPLE = 900;

  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]+)*");

  private final Document document;
  private final PageScan scan;
  private final PageData data;

  PageFacts(Document document, PageScan scan, PageData data) {
    this.document = document;
    this.scan = scan;
    this.data = data;
  }

  PageAddresses addresses() {
    Optional<String> canonical = Optional.empty();
    Set<String> others = new LinkedHashSet<>();
    for (Element link : scan.linkElements) {
      String rel = link.attr("rel").toLowerCase(Locale.ROOT);
      if (rel.equals("canonical") && canonical.isEmpty()) {
        canonical = absolute(link.absUrl("href"));
      } else if (rel.equals("amphtml")
          || rel.equals("alternate") && !link.attr("media").isEmpty()) {
        absolute(link.absUrl("href")).ifPresent(others::add);
      }
    }
    data.meta("og:url").flatMap(this::resolve).ifPresent(others::add);
    canonical.ifPresent(others::remove);
    return new PageAddresses(canonical, List.copyOf(others));
  }

  /// An address that stands for this page cannot be the front page of a site by mistake: some
  /// templates give the same one on every page.
  private Optional<String> resolve(String address) {
    try {
      String base = document.baseUri();
      return absolute(
          base.isEmpty() ? address : URI.create(base).resolve(address.strip()).toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> absolute(String address) {
    return Optional.of(address.strip())
        .filter(a -> a.startsWith("http://") || a.startsWith("https://"));
  }

  /// As written in the page, with its region: `en-GB`; empty when it says nothing.
  String declaredLanguage() {
    Element html = document.selectFirst("html");
    String lang =
        html == null ? "" : html.attr("lang").isEmpty() ? html.attr("xml:lang") : html.attr("lang");
    String declared =
        lang.isBlank()
            ? data.meta("og:locale", "content-language", "dc.language", "language").orElse("")
            : lang;
    String tidy = declared.strip().replace('_', '-');
    return LANGUAGE.matcher(tidy).matches() ? tidy : "";
  }

  /// The text decides where it is long enough; a template's `lang="en"` is often left as it came.
  String language(String text) {
    String declared = declaredLanguage().toLowerCase(Locale.ROOT).replaceFirst("-.*", "");
    String detected =
        text.length() < 60
            ? Languages.UNKNOWN
            : Languages.of(text.substring(0, Math.min(LANGUAGE_SAMPLE, text.length())));
    if (!detected.equals(Languages.UNKNOWN) && (declared.isEmpty() || text.length() > 300)) {
      return detected;
    }
    return declared.isEmpty() ? detected : declared;
  }

  Optional<String> section() {
    return data.article()
        .flatMap(node -> PageData.string(node.path("articleSection")))
        .or(() -> data.meta("article:section", "section", "parsely-section", "sailthru.section"))
        .or(this::breadcrumb)
        .map(PageData::plain)
        .map(String::strip)
        .filter(section -> !section.isEmpty() && section.length() <= LONGEST_TAG);
  }

  /// The last step of the path that is not the page itself.
  private Optional<String> breadcrumb() {
    for (JsonNode node : data.nodes()) {
      JsonNode items = node.path("itemListElement");
      if (PageData.isType(node, "BreadcrumbList") && items.isArray() && items.size() > 2) {
        JsonNode item = items.get(items.size() - 2);
        return PageData.string(item.path("name"))
            .or(() -> PageData.string(item.path("item").path("name")));
      }
    }
    return Optional.empty();
  }

  List<String> tags() {
    Set<String> tags = new LinkedHashSet<>();
    data.metaAll("article:tag").forEach(value -> split(value, tags));
    data.article().ifPresent(node -> keywords(node.path("keywords"), tags));
    if (tags.isEmpty()) {
      data.meta("news_keywords", "parsely-tags", "sailthru.tags", "keywords")
          .ifPresent(value -> split(value, tags));
    }
    if (tags.isEmpty()) {
      document.select("a[rel=tag]").forEach(a -> split(a.text(), tags));
    }
    return tags.stream().limit(MOST_TAGS).toList();
  }

  private static void keywords(JsonNode keywords, Set<String> tags) {
    if (keywords.isTextual()) {
      split(keywords.asText(), tags);
    } else {
      keywords.forEach(
          item -> split(item.isTextual() ? item.asText() : item.path("name").asText(""), tags));
    }
  }

  private static void split(String value, Set<String> tags) {
    for (String tag : PageData.plain(value).split("[,;]")) {
      String tidy = tag.strip();
      if (!tidy.isEmpty() && tidy.length() <= LONGEST_TAG && !tidy.contains(":")) {
        tags.add(tidy);
      }
    }
  }

  List<Image> images() {
    List<Image> images = new ArrayList<>();
    Optional<String> main =
        data.meta("og:image", "og:image:url", "twitter:image", "twitter:image:src")
            .or(() -> data.article().map(node -> node.path("image")).flatMap(PageFacts::imageUrl))
            .flatMap(this::resolve);
    main.ifPresent(url -> images.add(new Image(url, caption())));
    return images;
  }

  private static Optional<String> imageUrl(JsonNode image) {
    JsonNode first = image.isArray() && !image.isEmpty() ? image.get(0) : image;
    return first.isObject() ? PageData.string(first.path("url")) : PageData.string(first);
  }

  private Optional<String> caption() {
    for (Box box : scan.boxes) {
      if (box.kind == Box.Kind.CAPTION && box.element.normalName().equals("figcaption")) {
        return Optional.of(box.element.text()).filter(text -> !text.isBlank());
      }
    }
    return data.meta("og:image:alt").filter(text -> !text.isBlank());
  }

  boolean noarchive() {
    return data.metaAll("robots").stream().anyMatch(PageFacts::forbids)
        || data.metaAll("googlebot").stream().anyMatch(PageFacts::forbids);
  }

  private static boolean forbids(String robots) {
    String value = robots.toLowerCase(Locale.ROOT);
    return value.contains("noarchive") || value.strip().equals("none");
  }
}
