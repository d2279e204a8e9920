package letopis.parse.page;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Tells articles from listings, forums, and pages without text, by weighing what speaks for each.
/// A wrong refusal loses an article, so doubt keeps the page.
final class PageKind {
  private static final double LISTING = 3;

  /// So much more is needed against a page that its source listed under the title which it bears.
  private static final double LISTED_AS = 3;

  private static final double LISTED = 1;

  /// A list with so many products and no article is a shelf of a shop.
  private static final int SHELF = 3;

  /// So many prices in one place of a template are a shelf, too, or a guide for buyers.
  private static final int SHELF_PRICES = 8;

  /// No longer block is a price.
  private static final int PRICE_WORDS = 6;

  /// The shortest news have so many words.
  private static final int BRIEF = 20;

  private static final int DAY_CHARS = 20;
  private static final int HEADLINE_CHARS = 15;

  /// The row of pages below a list is not longer.
  private static final int PAGER_WORDS = 20;

  private static final SievedPattern PRICE =
      new SievedPattern("[$€£₽¥]\\s?\\d|\\d\\s?(?:[$€£₽¥]|USD|EUR|руб)");
  private static final SievedPattern FORUM_SOFTWARE =
      new SievedPattern(
          "phpbb|vbulletin|discourse|xenforo|mybb|nodebb|invision community|simple machines|flarum",
          Pattern.CASE_INSENSITIVE);

  private static final SievedPattern LISTING_TITLE =
      new SievedPattern(
          "^(?:архивы?(?: новостей| номеров| публикаций| рубрики.*)?|все новости|лента"
              + " новостей|новости за .{3,30}|последние новости|результаты"
              + " поиска.*|поиск.{0,40}|рубрика\\W.*|метка\\W.*|тег\\W.*|события|search"
              + " results.*|search|archives?|tag\\W.*|category\\W.*|latest news|all"
              + " news|suchergebnisse.*|(?:усі|всі|останні) новини|архів(?: новин)?|результати"
              + " пошуку.*|alle nachrichten|archiv|schlagwort\\W.*|kategorie\\W.*|suche|toutes les"
              + " (?:actualités|actus|infos)|archives? (?:de|des) .*|étiquette\\W.*|résultats de"
              + " .*|todas las noticias|etiqueta\\W.*|categoría\\W.*|resultados de .*)$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  /// "Новости, страница 4": a further page of a list.
  private static final SievedPattern PAGE_TITLE =
      new SievedPattern(
          "(?:^|[^\\p{L}])(?:page|страница|стр\\.|сторінка|seite|página|strona|pagina)(?: no:?)?"
              + " \\d{1,4}(?:$|[^\\p{L}\\d])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final PageContext context;
  private final PageData data;
  private final BodyText body;
  private final AddressSigns address;
  private final EngineSigns engine;
  private final String title;

  // Of the text that was found.
  private int words;
  private int paragraphs;
  private int longest;
  private int teasers;
  private double linkShare;
  private double together;

  // Of the whole page: the most linked headlines, dates or prices that the templates treat alike.
  private int headlines;
  private int dates;
  private int prices;

  /// Links to further pages of the same list.
  private int pages;

  private PageKind(
      PageInput page, PageContext context, PageData data, BodyText body, Optional<String> title) {
    this.context = context;
    this.data = data;
    this.body = body;
    this.title = title.orElse("");
    this.address = new AddressSigns(page.url());
    this.engine = context.engine;
    measureText();
    measurePage();
  }

  /// Why the page is no article; empty when it is one.
  static Optional<String> notAnArticle(
      PageInput page, PageContext context, PageData data, BodyText body, Optional<String> title) {
    PageKind kind = new PageKind(page, context, data, body, title);
    if (kind.isForum()) {
      return Optional.of("forum");
    }
    Optional<String> stub =
        data.article().filter(node -> node.has("datePublished")).isPresent()
            ? Optional.empty()
            : StubPages.kind(title, context, kind.words);
    if (stub.isPresent() || body.blocks().isEmpty()) {
      return stub.or(
          () -> body.text().isBlank() ? Optional.of("no text") : Optional.<String>empty());
    }
    boolean index =
        kind.isShelf() || kind.listing() - kind.article() >= LISTING + kind.trust(page, title);
    return index ? Optional.of("index page") : Optional.empty();
  }

  /// What a source lists with a title is nearly always an article; when the page bears that title,
  /// very much must speak against it. Sitemaps list sections too, but without titles.
  private double trust(PageInput page, Optional<String> title) {
    String listed = page.listed().map(entry -> TitlePieces.key(entry.title())).orElse("");
    boolean borne = listed.length() >= 8 && title.map(TitlePieces::key).orElse("").contains(listed);
    return listed.isEmpty() ? 0 : borne ? LISTED_AS : LISTED;
  }

  private boolean isShelf() {
    long products = data.nodes().stream().filter(node -> PageData.isType(node, "Product")).count();
    boolean list = data.hasType("ItemList") || data.hasType("CollectionPage");
    return data.article().isEmpty() && list && products >= SHELF;
  }

  private void measureText() {
    Map<Box, Integer> byParent = new IdentityHashMap<>();
    double chars = 0;
    double linked = 0;
    for (Block block : body.blocks()) {
      words += block.size();
      longest = Math.max(longest, block.size());
      chars += block.text.length();
      linked += Math.min(block.linkChars, block.text.length());
      if (block.size() >= 12) {
        paragraphs++;
        teasers += followsHeadline(block) ? 1 : 0;
      }
      Box parent = block.box.parent == null ? block.box : block.box.parent;
      byParent.merge(parent, block.size(), Integer::sum);
    }
    linkShare = chars == 0 ? 1 : linked / chars;
    int most = byParent.values().stream().mapToInt(n -> n).max().orElse(0);
    together = (double) Math.max(most, longest) / Math.max(1, words);
  }

  /// A teaser is a paragraph under a linked headline; the page's own title is none.
  private boolean followsHeadline(Block block) {
    for (int i = block.index - 1; i >= Math.max(0, block.index - 3); i--) {
      Block before = context.scan.blocks.get(i);
      if (i == context.titleBlock || before.size() >= 12 && !isHeadline(before)) {
        return false;
      }
      if (isHeadline(before)) {
        return true;
      }
    }
    return block.linkShare() > 0.8 || beginsWithHeadline(block);
  }

  /// A headline and its teaser in one block, as Bitrix writes its lists: a link of some words
  /// begins it, behind a day at most.
  private static boolean beginsWithHeadline(Block block) {
    // A link around several blocks is in none of them.
    if (block.links.isEmpty()
        || block.linkChars < HEADLINE_CHARS
        || block.linkShare() >= 0.8
        || block.size() < 6
        || block.size() > 60) {
      return false;
    }
    String link = ShownText.of(block.links.getFirst());
    // Searched for in the begin alone: a word may be as long as a page.
    int end = Math.min(block.text.length(), DAY_CHARS + link.length());
    return link.length() >= HEADLINE_CHARS && block.text.substring(0, end).contains(link);
  }

  /// A day may stand before it.
  private static boolean isHeadline(Block block) {
    int letters = block.text.length() - block.digits - (block.digits > 3 ? 4 : 0);
    return block.size() >= 4 && block.size() <= 30 && block.linkChars > 0.8 * letters;
  }

  private void measurePage() {
    Map<Integer, Integer> alike = new HashMap<>();
    Map<Integer, Integer> tagged = new HashMap<>();
    for (Block block : context.scan.blocks) {
      if (isHeadline(block) || beginsWithHeadline(block)) {
        alike.merge(block.box.signature, 1, Integer::sum);
      }
      if (isPrice(block)) {
        tagged.merge(block.box.signature, 1, Integer::sum);
      }
      pages += block.digits > 0 && block.size() <= PAGER_WORDS ? numbered(block) : 0;
    }
    headlines = most(alike);
    prices = most(tagged);
    Map<Integer, Integer> times = new HashMap<>();
    for (PageNotes.Note time : context.scan.notes.times) {
      times.merge(time.box().signature, 1, Integer::sum);
    }
    dates = most(times);
  }

  private static int numbered(Block block) {
    return (int) block.links.stream().filter(PageKind::leadsToPage).count();
  }

  /// "3" to `/news/page/3`, `?p=3`; a calendar has days behind months, comments have pages too.
  private static boolean leadsToPage(Element link) {
    String number = ShownText.of(link);
    if (number.isEmpty() || number.length() > 3 || !number.chars().allMatch(Character::isDigit)) {
      return false;
    }
    String address = Addresses.written(link, "href");
    int at = address.lastIndexOf(number);
    int end = at + number.length();
    if (at < 2
        || end < address.length() && Character.isDigit(address.charAt(end))
        || address.contains("comment")
        || address.charAt(0) == '#') {
      return false;
    }
    int before = Character.isLetter(address.charAt(at - 1)) ? at - 1 : at - 2;
    return Character.isLetter(address.charAt(before)) || address.contains("PAGEN_");
  }

  private static int most(Map<Integer, Integer> counts) {
    return counts.values().stream().mapToInt(n -> n).max().orElse(0);
  }

  private static boolean isPrice(Block block) {
    return block.digits > 0 && block.size() <= PRICE_WORDS && PRICE.in(block.text);
  }

  private double listing() {
    double points = 0;
    boolean manual = address.isManual();
    // Manuals have their contents on every page.
    double pageLinks = manual ? 0 : context.scan.boxes.getFirst().linkShare();
    int headlines = manual ? 0 : this.headlines;
    boolean root = address.isRoot();
    // The home page of a firm says what it does; that of a paper is teasers.
    boolean crowded = headlines >= 5 || pageLinks > 0.35;
    boolean front =
        root
            && (linkShare >= 0.1
                || teasers >= 4 && crowded
                || dates >= 5
                || headlines >= 12 && pageLinks > 0.35);
    points += front ? 2.5 : root ? 1 : address.isListing() ? 2 : 0;
    points += front && (headlines >= 12 || teasers >= 5) ? 1.5 : 0;
    points += address.asksForListing() ? 1 : 0;
    points += engine.isList() ? 4.5 : engine.isLikeList() ? 3 : 0;
    points += pages >= 2 ? 1.5 : 0;
    points += LISTING_TITLE.is(title) ? 1.5 : 0;
    points += PAGE_TITLE.in(title) ? 1.5 : 0;
    points += data.hasType("CollectionPage") || data.hasType("SearchResultsPage") ? 1.5 : 0;
    points += linkShare > 0.5 ? 3 : linkShare > 0.25 ? 1.5 : 0;
    points += headlines >= 12 ? 1 : 0;
    points += pageLinks > 0.8 ? 2 : pageLinks > 0.55 ? 1 : pageLinks > 0.35 ? 0.5 : 0;
    points += dates >= 5 ? 1 : 0;
    points += prices >= SHELF_PRICES ? 1 : 0;
    points += paragraphs == 0 && crowded ? 1.5 : 0;
    points += longest < 15 && crowded ? 1.5 : 0;
    boolean mostlyTeasers =
        teasers >= 3 && teasers * 3 >= paragraphs * 2
            || teasers >= 8 && teasers * 2 >= paragraphs && longest < 120;
    points += mostlyTeasers ? (teasers >= 8 ? 3.5 : 2.5) : 0;
    points += together < 0.3 && words > 60 ? 1 : 0;
    points += together < 0.1 && words > 60 && longest < 120 ? 0.5 : 0;
    return points;
  }

  private double article() {
    double points = 0;
    boolean typed = data.article().filter(node -> node.has("datePublished")).isPresent();
    boolean published = data.meta("article:published_time", "datepublished").isPresent();
    boolean ogArticle = data.meta("og:type").filter("article"::equalsIgnoreCase).isPresent();
    // A front page made from its newest article's template has that article's date.
    double date = typed ? 3 : published ? 1.5 : 0;
    boolean root = address.isRoot();
    points += root ? date / 3 : date;
    points += address.isManual() || address.isItem() ? 1 : 0;
    points += ogArticle ? 1 : 0;
    points += engine.isPost() ? 1.5 : 0;
    points += together > 0.6 && words > 80 ? 1.5 : 0;
    points += longest >= 60 ? 1 : 0;
    points += linkShare < 0.1 && paragraphs >= 4 ? 0.5 : 0;
    // Prose in many pieces: a live report, a guide.
    points += linkShare < 0.1 && paragraphs >= 8 && teasers <= 2 ? 1 : 0;
    boolean titled =
        context.titleBlock >= 0
            && body.blocks().getFirst().index - context.titleBlock >= 0
            && body.blocks().getFirst().index - context.titleBlock < 12;
    points += titled ? 0.5 : 0;
    // Very short news: a paragraph or two right under the title, on a page full of other news.
    boolean brief =
        titled
            && paragraphs >= 1
            && teasers == 0
            && linkShare < 0.2
            && !data.hasType("CollectionPage");
    points += brief && !root ? (words >= BRIEF ? 2 : 1) : 0;
    return points;
  }

  private boolean isForum() {
    if (data.article().filter(node -> !PageData.isType(node, "SocialMediaPosting")).isPresent()) {
      return false;
    }
    if (data.hasType("DiscussionForumPosting") || data.hasType("QAPage")) {
      return true;
    }
    boolean software = FORUM_SOFTWARE.in(data.meta("generator").orElse(""));
    return software || engine.isForum() || address.isForum();
  }
}
