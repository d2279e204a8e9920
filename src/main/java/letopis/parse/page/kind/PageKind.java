package letopis.parse.page.kind;

import java.util.Optional;
import java.util.regex.Pattern;
import letopis.parse.PageInput;
import letopis.parse.page.data.EngineSigns;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.data.PageData;
import letopis.parse.page.scan.BodyText;
import letopis.parse.page.titles.TitlePieces;
import letopis.parse.pattern.SievedPattern;

/// Tells articles from listings, forums, and pages without text, by weighing what speaks for each.
/// A wrong refusal loses an article, so doubt keeps the page.
public final class PageKind {
  private static final double LISTING = 3;

  /// So much more is needed against a page that its source listed under the title which it bears.
  private static final double LISTED_AS = 3;

  private static final double LISTED = 1;

  /// So many prices in one place of a template are a shelf of a shop, or a guide for buyers.
  private static final int SHELF_PRICES = 8;

  /// The shortest news have so many words.
  private static final int BRIEF = 20;

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
  private final PageShape shape;

  private PageKind(
      PageInput page, PageContext context, PageData data, BodyText body, Optional<String> title) {
    this.context = context;
    this.data = data;
    this.body = body;
    this.title = title.orElse("");
    this.address = new AddressSigns(page.url());
    this.engine = context.engine;
    this.shape = new PageShape(context, body);
  }

  /// Why the page is no article; empty when it is one.
  public static Optional<String> notAnArticle(
      PageInput page, PageContext context, PageData data, BodyText body, Optional<String> title) {
    PageKind kind = new PageKind(page, context, data, body, title);
    if (kind.isForum()) {
      return Optional.of("forum");
    }
    Optional<String> stub =
        data.article().filter(node -> node.has("datePublished")).isPresent()
            ? Optional.empty()
            : StubPages.kind(title, context, kind.shape.words);
    if (stub.isPresent() || body.blocks().isEmpty()) {
      return stub.or(
          () -> body.text().isBlank() ? Optional.of("no text") : Optional.<String>empty());
    }
    boolean index = kind.listing() - kind.article() >= LISTING + kind.trust(page, title);
    return index ? Optional.of("index page") : Optional.empty();
  }

  /// What a source lists with a title is nearly always an article; when the page bears that title,
  /// very much must speak against it. Sitemaps list sections too, but without titles.
  private double trust(PageInput page, Optional<String> title) {
    String listed = page.listed().map(entry -> TitlePieces.key(entry.title())).orElse("");
    boolean borne = listed.length() >= 8 && title.map(TitlePieces::key).orElse("").contains(listed);
    return listed.isEmpty() ? 0 : borne ? LISTED_AS : LISTED;
  }

  private double listing() {
    double points = 0;
    boolean manual = address.isManual();
    // Manuals have their contents on every page.
    double pageLinks = manual ? 0 : context.scan.boxes.getFirst().linkShare();
    int headlines = manual ? 0 : shape.headlines;
    boolean root = address.isRoot();
    // The home page of a firm says what it does; that of a paper is teasers.
    boolean crowded = headlines >= 5 || pageLinks > 0.35;
    boolean front =
        root
            && (shape.linkShare >= 0.1
                || shape.teasers >= 4 && crowded
                || shape.dates >= 5
                || headlines >= 12 && pageLinks > 0.35);
    points += front ? 2.5 : root ? 1 : address.isListing() ? 2 : 0;
    points += front && (headlines >= 12 || shape.teasers >= 5) ? 1.5 : 0;
    points += address.asksForListing() ? 1 : 0;
    points += engine.isList() ? 4.5 : engine.isLikeList() ? 3 : 0;
    points += shape.pages >= 2 ? 1.5 : 0;
    points += LISTING_TITLE.is(title) ? 1.5 : 0;
    points += PAGE_TITLE.in(title) ? 1.5 : 0;
    points += data.hasType("CollectionPage") || data.hasType("SearchResultsPage") ? 1.5 : 0;
    points += shape.linkShare > 0.5 ? 3 : shape.linkShare > 0.25 ? 1.5 : 0;
    points += headlines >= 12 ? 1 : 0;
    points += pageLinks > 0.8 ? 2 : pageLinks > 0.55 ? 1 : pageLinks > 0.35 ? 0.5 : 0;
    points += shape.dates >= 5 ? 1 : 0;
    points += shape.prices >= SHELF_PRICES ? 1 : 0;
    points += shape.paragraphs == 0 && crowded ? 1.5 : 0;
    points += shape.longest < 15 && crowded ? 1.5 : 0;
    boolean mostlyTeasers =
        shape.teasers >= 3 && shape.teasers * 3 >= shape.paragraphs * 2
            || shape.teasers >= 8 && shape.teasers * 2 >= shape.paragraphs && shape.longest < 120;
    points += mostlyTeasers ? (shape.teasers >= 8 ? 3.5 : 2.5) : 0;
    points += shape.together < 0.3 && shape.words > 60 ? 1 : 0;
    points += shape.together < 0.1 && shape.words > 60 && shape.longest < 120 ? 0.5 : 0;
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
    points += shape.together > 0.6 && shape.words > 80 ? 1.5 : 0;
    points += shape.longest >= 60 ? 1 : 0;
    points += shape.linkShare < 0.1 && shape.paragraphs >= 4 ? 0.5 : 0;
    // Prose in many pieces: a live report, a guide.
    points += shape.linkShare < 0.1 && shape.paragraphs >= 8 && shape.teasers <= 2 ? 1 : 0;
    boolean titled =
        context.titleBlock >= 0
            && body.blocks().getFirst().index - context.titleBlock >= 0
            && body.blocks().getFirst().index - context.titleBlock < 12;
    points += titled ? 0.5 : 0;
    // Very short news: a paragraph or two right under the title, on a page full of other news.
    boolean brief =
        titled
            && shape.paragraphs >= 1
            && shape.teasers == 0
            && shape.linkShare < 0.2
            && !data.hasType("CollectionPage");
    points += brief && !root ? (shape.words >= BRIEF ? 2 : 1) : 0;
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
