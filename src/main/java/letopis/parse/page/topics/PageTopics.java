package letopis.parse.page.topics;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.data.PageData;
import letopis.parse.page.scan.Addresses;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.BodyText;
import letopis.parse.page.scan.Hint;
import letopis.parse.page.scan.ShownText;
import letopis.parse.page.titles.SiteNames;
import letopis.parse.page.titles.TitlePieces;
import letopis.parse.pattern.SievedPattern;
import org.jsoup.nodes.Element;

/// What a page is about by its own words: its section and its tags, from data, else from the links
/// that readers see.
public final class PageTopics {
  private static final int MOST_TAGS = 40;
  private static final int LONGEST_TAG = 80;

  /// Links to tags stand in the article or so many blocks behind it.
  private static final int BEHIND = 12;

  private static final int MOST_SECTION_WORDS = 4;

  /// Names of elements that hold tags and nothing else; "tag-river" is a name of an article.
  private static final SievedPattern TAGS =
      new SievedPattern(
          "(?:tags|keywords|subjects|topics|schlag\\w+er?|(?:tag|subject|topic)[_-]?list)(?:\\s|$)");

  private static final SievedPattern HASH = new SievedPattern("#\\s*(?=\\p{L})");

  /// "Bridge (12)".
  private static final Pattern COUNT = Pattern.compile("\\s*\\(\\d+(?: \\p{L}+)?\\)$");

  private static final SievedPattern TAG_LINK =
      new SievedPattern(
          "/(?:tags?|topics?|themen?|thema|temas?|teme|keywords?|schlagwort(?:e|er)?|stichwort|etiquetas?|sujets?"
              + "|mots?-cles?|tagy|tagi|etiket|emne|amnen?|label)/[^/]+/?(?:[?#].*)?$|[?&]tag=",
          Pattern.CASE_INSENSITIVE);

  /// Identifiers and addresses that content systems keep among the tags.
  private static final Pattern MACHINE =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-.*|(?:[\\w-]+\\.)+(?:com|org|net|de|ru|fr|uk|ca|es|it)|\\d{5,}"
              + "|_.*|[a-z0-9]+(?:[_:][a-z0-9-]+)+");

  private static final Pattern BETWEEN_TAGS = Pattern.compile("[,;]");

  private static final Pattern SPLIT = Pattern.compile("\\s*[,;|]\\s*(?! )");

  /// "topic/economy": a name with its kind.
  private static final Pattern WITH_KIND = Pattern.compile("[a-z]+/\\S.*");

  private static final Set<String> HOME =
      Set.of(
          "home",
          "start",
          "startseite",
          "главная",
          "accueil",
          "inicio",
          "головна",
          "homepage",
          "news",
          "новости",
          "alle artikel");

  private final PageContext context;
  private final PageData data;
  private final BodyText body;
  private final Optional<URI> url;
  private final WayToPage way;

  /// About one page.
  public PageTopics(PageContext context, PageData data, BodyText body, Optional<URI> url) {
    this.context = context;
    this.data = data;
    this.body = body;
    this.url = url;
    this.way = new WayToPage(context, data, url);
  }

  /// The section of the site that the page is in.
  public Optional<String> section() {
    return data.article()
        .flatMap(node -> named(node.path("articleSection")))
        .or(() -> data.meta("article:section", "section", "parsely-section", "sailthru.section"))
        .map(PageTopics::firstOf)
        .filter(section -> !way.isSite(section))
        .or(way::told)
        .or(this::category)
        .or(way::shown)
        .or(() -> new SectionMarks(context, body).find())
        .or(this::folder)
        .map(PageData::plain)
        .map(String::strip)
        .filter(section -> !section.isEmpty() && section.length() <= LONGEST_TAG);
  }

  /// Of several sections the one that the address names, else the first.
  private Optional<String> named(JsonNode sections) {
    String path = TitlePieces.key(url.map(URI::getPath).orElse(""));
    for (JsonNode section : sections) {
      String key = TitlePieces.key(section.asText(""));
      if (key.length() > 2 && path.contains(key)) {
        return PageData.string(section);
      }
    }
    return PageData.string(sections);
  }

  /// Some templates put all categories into one value.
  private static String firstOf(String sections) {
    String[] all = SPLIT.split(sections);
    return all.length > 1 && !sections.contains(" and ") && !all[0].isBlank() ? all[0] : sections;
  }

  /// A link by the article that calls itself its category.
  private Optional<String> category() {
    for (Block block : near()) {
      for (Element link : block.links) {
        String rel = Addresses.written(link, "rel");
        if (rel.equals("category tag") || rel.equals("category")) {
          return Optional.of(ShownText.of(link));
        }
      }
    }
    return Optional.empty();
  }

  /// The name that the page's own menu gives to a folder of its address, the deepest first.
  private Optional<String> folder() {
    String path = url.map(URI::getRawPath).orElse("");
    String best = "";
    String name = "";
    for (Block block : context.scan.blocks) {
      if (block.size() > MOST_SECTION_WORDS) {
        continue;
      }
      for (Element link : block.links) {
        String folder = way.folder(Addresses.written(link, "href"));
        if (folder.length() > Math.max(1, best.length())
            && path.startsWith(folder)
            && path.length() > folder.length() + 1
            && isName(ShownText.of(link))) {
          best = folder;
          name = ShownText.of(link);
        }
      }
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  static boolean isName(String text) {
    return text.length() > 1
        && text.length() <= LONGEST_TAG
        && text.split(" ").length <= MOST_SECTION_WORDS
        && !HOME.contains(text.toLowerCase(Locale.ROOT).strip());
  }

  /// Keywords of the article, without what machines alone use.
  public List<String> tags() {
    Set<String> tags = new LinkedHashSet<>();
    data.metaAll("article:tag").forEach(value -> split(value, tags));
    data.article().ifPresent(node -> keywords(node.path("keywords"), tags));
    if (tags.isEmpty()) {
      data.meta("news_keywords", "parsely-tags", "sailthru.tags")
          .ifPresent(value -> split(value, tags));
    }
    if (tags.isEmpty()) {
      linked(tags, block -> false);
    }
    if (tags.isEmpty()) {
      linked(tags, block -> block.box.distanceTo(Hint.TAG) <= 2 && isTags(block.box.element));
    }
    if (tags.isEmpty()) {
      data.meta("keywords").ifPresent(value -> split(value, tags));
    }
    String site = TitlePieces.key(SiteNames.declared(data).orElse(""));
    Set<String> keys = new LinkedHashSet<>();
    return tags.stream()
        .filter(tag -> !TitlePieces.key(tag).equals(site) && keys.add(TitlePieces.key(tag)))
        .limit(MOST_TAGS)
        .toList();
  }

  /// Links to tags in the article and behind it.
  ///
  /// @param isTags whether all links of a block are tags, whatever their addresses
  private void linked(Set<String> tags, Predicate<Block> isTags) {
    for (Block block : near()) {
      boolean teaser =
          block.box.distanceTo(Hint.RELATED) < 3 || block.box.distanceTo(Hint.SIDE) < 4;
      boolean inTags = !teaser && isTags.test(block);
      for (Element link : block.links) {
        boolean tag = Addresses.written(link, "rel").equals("tag");
        if (tag || inTags || !teaser && isTagLink(Addresses.written(link, "href"))) {
          String text = ShownText.of(link);
          if (text.split(" ").length <= MOST_SECTION_WORDS + 2) {
            split(text, tags);
          }
        }
      }
    }
  }

  private static boolean isTags(Element element) {
    Element around = element;
    for (int i = 0; i < 3 && around != null; i++) {
      if (TAGS.in(Addresses.written(around, "class"))) {
        return true;
      }
      around = around.parent();
    }
    return false;
  }

  private static boolean isTagLink(String href) {
    return TAG_LINK.in(href);
  }

  private List<Block> near() {
    List<Block> blocks = context.scan.blocks;
    int first = body.blocks().isEmpty() ? 0 : body.blocks().getFirst().index;
    int last = body.blocks().isEmpty() ? first : body.blocks().getLast().index;
    int from = context.titleBlock < 0 ? first : Math.min(first, context.titleBlock);
    return blocks.subList(
        Math.max(0, from - 4), Math.min(blocks.size(), Math.max(from, last) + BEHIND));
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
    for (String tag : BETWEEN_TAGS.split(PageData.plain(value))) {
      String tidy = HASH.cutFrom(tag.strip());
      tidy = tidy.endsWith(")") ? COUNT.matcher(tidy).replaceFirst("") : tidy;
      boolean withKind = tidy.indexOf('/') > 0 && WITH_KIND.matcher(tidy).matches();
      tidy = withKind ? tidy.substring(tidy.indexOf('/') + 1) : tidy;
      if (!tidy.isEmpty()
          && tidy.length() <= LONGEST_TAG
          && tidy.indexOf(':') < 0
          && !MACHINE.matcher(tidy).matches()) {
        tags.add(tidy);
      }
    }
  }
}
