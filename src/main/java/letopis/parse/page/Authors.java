package letopis.parse.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Finds who wrote an article: people, and not the organisation that publishes it.
final class Authors {
  private static final int MOST = 12;
  private static final int LONGEST = 80;
  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:(?:alles|zeige alle beiträge|alle artikel|alle beiträge|pressemitteilung|ein"
              + " beitrag|view all posts|all posts|more)"
              + " (?:von|by|from)\\s+|(?:(?:written|posted|reported|published|story|article|words|text|reporting|edited|by)"
              + " )*(?:by|von|par|por"
              + "|di|door|av|af|autor(?:in)?|author|auteur|autore|автор|авторы|текст|text|redaktion|от|пишет)\\s*:?\\s+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*(?:,\\s*(?:and|und|et|y|и|og|och) |,|;|\\||•|·|/|\\n"
              + "|&| and | und | et | y | e | и | та | och | og | en | with | mit | by | - | –"
              + " )\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern NOT_A_NAME =
      Pattern.compile(
          "\\d|https?:|www\\.|@|\\b(?:min|read|updated|published|posted|follow|share|comments?|admin|editor|staff"
              + " writer|contributor|reporter|correspondent|uhr|views|view"
              + " all|more|posts|email|about|bio|profile|photo|subscribe|newsletter|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|welcome|sponsored|press|desk|print|ver"
              + " biograf\\p{L}*|mon|tue|wed|thu|fri|sat|sun|january|february|march|april|june"
              + "|july|august|september|october|november|december|senior|deputy|chief|associate|photographer)\\b",
          Pattern.CASE_INSENSITIVE);
  /// Small words that names have.
  private static final Set<String> PARTICLES =
      Set.of(
          "von", "van", "de", "der", "den", "del", "della", "da", "di", "do", "dos", "das", "du",
          "la", "le", "el", "al", "bin", "ibn", "y", "e", "i", "zu", "zum", "zur", "ten", "ter",
          "af", "av", "vom", "san", "st", "ben", "и");

  /// An editorial office is no person.
  private static final Pattern OFFICE =
      Pattern.compile(
          "^(?:редакци|отдел |пресс-служб|агентств|news"
              + " ?desk|newsroom|editorial|redaktion|redacci|rédaction|redazione|agenc|your"
              + " account|no author|authors?$|datum:?$|publiziert|impressum|provider|view author)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// Initials after the name: `Elena Oberholzer (obe)`.
  private static final Pattern SIGN = Pattern.compile("\\s*\\([^()]{1,8}\\)$");

  private static final Set<String> NAMELESS =
      Set.of(
          "by",
          "von",
          "par",
          "por",
          "author",
          "autor",
          "autorin",
          "auteur",
          "автор",
          "the",
          "redaktion",
          "редакция",
          "staff",
          "guest",
          "reuters",
          "afp",
          "dpa",
          "ap",
          "associatedpress",
          "theassociatedpress",
          "tass",
          "none",
          "unknown",
          "null",
          "user",
          "root",
          "anonymous");
  private static final Pattern TRAILING =
      Pattern.compile(
          "\\s*(?:,|\\||\\(|–|- ).{0,60}$|\\s+(?:is|ist|est) .*$|\\.$", Pattern.CASE_INSENSITIVE);

  private final PageScan scan;
  private final PageContext context;
  private final PageData data;
  private final Map<String, String> found = new LinkedHashMap<>();

  Authors(PageContext context, PageData data) {
    this.scan = context.scan;
    this.context = context;
    this.data = data;
  }

  /// The text of the elements that configuration names, one author each.
  static List<String> selected(List<Element> elements) {
    return elements.stream()
        .map(Element::text)
        .map(text -> LEADING.matcher(text).replaceFirst("").strip())
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  List<String> find() {
    String site = key(SiteNames.declared(data).orElse(""));
    data.article().ifPresent(node -> people(node.path("author"), site));
    if (found.isEmpty()) {
      data.article().ifPresent(node -> people(node.path("creator"), site));
    }
    for (String name :
        List.of(
            "author",
            "article:author",
            "dc.creator",
            "dcterms.creator",
            "parsely-author",
            "sailthru.author",
            "byl",
            "citation_author",
            "article:author_name",
            "og:author",
            "dc.author",
            "authors",
            "mediator_author",
            "cxenseparse:author",
            "article.author",
            "creator",
            "rbauthors",
            "twitter:data1")) {
      if (found.isEmpty()) {
        data.metaAll(name).forEach(value -> names(value, site, name.equals("twitter:data1")));
      }
    }
    if (found.isEmpty()) {
      visible(site);
    }
    return List.copyOf(found.values()).subList(0, Math.min(MOST, found.size()));
  }

  private void people(JsonNode author, String site) {
    if (author.isArray()) {
      author.forEach(one -> people(one, site));
    } else if (author.isTextual()) {
      names(author.asText(), site, false);
    } else if (author.isObject()) {
      JsonNode node = data.resolve(author);
      boolean organisation =
          PageData.isType(node, "Organization") || PageData.isType(node, "NewsMediaOrganization");
      JsonNode name = node.path("name");
      if (organisation) {
        return;
      }
      if (name.isArray()) {
        name.forEach(one -> names(one.asText(), site, false));
      } else {
        names(name.asText(""), site, false);
      }
    }
  }

  private void names(String raw, String site, boolean strict) {
    String text = PageData.plain(raw).replaceAll("[\\s\\u00a0]+", " ").strip();
    text = LEADING.matcher(text).replaceFirst("");
    if (text.length() > LONGEST * 4) {
      return;
    }
    for (String part : BETWEEN.split(text)) {
      String signed = LEADING.matcher(part.strip()).replaceFirst("").strip();
      String name = SIGN.matcher(signed).replaceFirst("");
      if (isName(name, site) && (!strict || name.split(" ").length >= 2)) {
        found.putIfAbsent(key(name), name);
      }
    }
  }

  private static boolean isName(String name, String site) {
    if (name.length() < 2 || name.length() > LONGEST || name.split(" ").length > 6) {
      return false;
    }
    String key = key(name);
    boolean isSite =
        !site.isEmpty() && (key.equals(site) || site.contains(key) && key.length() > 5);
    return !key.isEmpty()
        && !isSite
        && !NAMELESS.contains(key)
        && !NOT_A_NAME.matcher(name).find()
        && !OFFICE.matcher(name).find()
        && !isPhrase(name)
        && name.codePoints().anyMatch(Character::isLetter);
  }

  /// Of several words one begins small and is none that names have.
  private static boolean isPhrase(String name) {
    String[] words = name.split(" ");
    for (String word : words) {
      boolean small = Character.isLowerCase(word.charAt(0)) && !word.contains("'");
      if (words.length > 1 && small && !PARTICLES.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  /// What the page shows: `rel=author`, `itemprop=author`, elements named byline or author, and
  /// a line "By …" near the title.
  private void visible(String site) {
    for (PageScan.Note note : scan.properties) {
      String property = note.element().attr("itemprop");
      if (property.equals("author") || property.equals("creator")) {
        Element name = note.element().selectFirst("[itemprop=name]");
        Element best = name == null ? note.element() : name;
        names(best.hasAttr("content") ? best.attr("content") : best.text(), site, false);
      }
    }
    int title = Math.max(0, context.titleBlock);
    for (boolean strict : new boolean[] {false, true}) {
      for (PageScan.Note note : scan.bylines) {
        boolean author =
            note.element().attr("rel").equals("author") || isAuthorName(note.element());
        if (found.isEmpty() && near(note, title) && author != strict) {
          byline(note.element(), site);
        }
      }
    }
    for (int i = title; i < Math.min(scan.blocks.size(), title + 8) && found.isEmpty(); i++) {
      String text = scan.blocks.get(i).text;
      if (text.length() < LONGEST && LEADING.matcher(text).find()) {
        names(
            TRAILING.matcher(LEADING.matcher(text).replaceFirst("")).replaceFirst(""), site, true);
      }
    }
  }

  private static boolean isAuthorName(Element element) {
    String names = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
    return names.contains("author-name")
        || names.contains("author_name")
        || names.contains("authorname")
        || names.contains("byline-name")
        || names.contains("author__name");
  }

  private void byline(Element element, String site) {
    Optional<Element> link =
        element.select("a[rel=author],a[href*=author],a[href*=autor],[class*=name]").stream()
            .filter(a -> !a.text().isBlank())
            .findFirst();
    String text = link.map(Element::text).orElseGet(element::text);
    if (text.length() < LONGEST * 2) {
      names(TRAILING.matcher(LEADING.matcher(text).replaceFirst("")).replaceFirst(""), site, false);
    }
  }

  private static boolean near(PageScan.Note note, int title) {
    Box box = note.box();
    return note.block() >= title - 6
        && box.distanceTo(Hint.COMMENT) > 5
        && box.distanceTo(Hint.RELATED) > 3
        && box.distanceTo(Box.Kind.NAVIGATION) == Box.FAR;
  }
}
