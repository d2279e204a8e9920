package letopis.parse.page.topics;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.scan.Addresses;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.BodyText;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.Hint;
import letopis.parse.page.scan.ShownText;
import letopis.parse.pattern.SievedPattern;
import org.jsoup.nodes.Element;

/// What pages show as the section of an article: a link into a folder of sections or a line named
/// for it by the title, a label ("Рубрика: Общество"), the item of a menu marked as the page's own.
final class SectionMarks {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /// So many blocks before and behind the title stand by it.
  private static final int BY_TITLE = 6;

  /// So many blocks behind the text belong to it.
  private static final int BEHIND = 8;

  /// A line of sections has not more links; a menu has.
  private static final int MOST_LINKS = 4;

  private static final SievedPattern FOLDER =
      new SievedPattern(
          "/(?:categor(?:y|ies|ia|ie)|kategori(?:e|en|a)|rubri(?:k|ka|ki|c|cs|que|ques)|sections?|ressorts?|razdel)/[^/?#]+/?$",
          FLAGS);

  private static final SievedPattern NAMED =
      new SievedPattern(
          "(?:^|[\\s_-])(?:cat|category|rubric|rubrika?|rubrique|ressort)(?:[_-]?(?:name|title|label|link))?(?:$|\\s)",
          FLAGS);

  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:рубрик[аи]|раздел|категори[яи]|розділ|kategorie|categor(?:y|ies)|section|rubrique|categoría|ressort)\\s*:\\s*(.+)$",
          FLAGS | Pattern.DOTALL);

  /// WordPress marks the categories of the post in its menu.
  private static final SievedPattern OWN =
      new SievedPattern("current-(?:post|category)-(?:parent|ancestor)");

  /// The class of a menu's item stands so many elements above its link.
  private static final int LEVELS = 3;

  /// Longer lines name no section.
  private static final int MOST_WORDS = 12;

  private static final Pattern SIGNS = Pattern.compile("^[^\\p{L}\\p{N}]+");

  private final PageContext context;
  private final BodyText body;

  SectionMarks(PageContext context, BodyText body) {
    this.context = context;
    this.body = body;
  }

  /// The surest mark that the page has.
  Optional<String> find() {
    return byTitle()
        .or(this::labelled)
        .or(this::inMenu)
        .map(section -> SIGNS.matcher(section).replaceFirst(""))
        .filter(PageTopics::isName);
  }

  private Optional<String> byTitle() {
    int title = context.titleBlock;
    if (title < 0) {
      return Optional.empty();
    }
    List<Block> blocks = context.scan.blocks;
    for (int i = title - BY_TITLE; i <= title + BY_TITLE; i++) {
      if (i < 0 || i == title || i >= blocks.size() || blocks.get(i).size() > MOST_WORDS) {
        continue;
      }
      Optional<String> section = mark(blocks.get(i)).filter(PageTopics::isName);
      if (section.isPresent()) {
        return section;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> mark(Block block) {
    boolean elsewhere =
        block.box.distanceTo(Box.Kind.NAVIGATION) < Box.FAR
            || block.box.distanceTo(Hint.NAVIGATION) <= 3
            || block.box.distanceTo(Hint.RELATED) <= 3
            || block.links.size() > MOST_LINKS;
    if (elsewhere) {
      return Optional.empty();
    }
    for (Element link : block.links) {
      if (FOLDER.in(Addresses.written(link, "href"))) {
        return Optional.of(ShownText.of(link));
      }
    }
    boolean named = NAMED.in(Addresses.written(block.box.element, "class"));
    return named && block.links.size() <= 1 && block.digits == 0
        ? Optional.of(block.text)
        : Optional.empty();
  }

  private Optional<String> labelled() {
    List<Block> blocks = context.scan.blocks;
    int last = body.blocks().isEmpty() ? context.titleBlock : body.blocks().getLast().index;
    int from = Math.max(0, context.titleBlock - BY_TITLE);
    for (Block block :
        blocks.subList(from, Math.min(blocks.size(), Math.max(from, last) + BEHIND))) {
      if (block.size() <= MOST_WORDS && block.text.indexOf(':') > 0) {
        Matcher m = LABEL.matcher(block.text);
        if (m.matches()) {
          return block.links.isEmpty()
              ? Optional.of(m.group(1))
              : Optional.of(block.links.getFirst().text());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> inMenu() {
    for (Block block : context.scan.blocks) {
      for (Element link : block.size() <= MOST_LINKS ? block.links : List.<Element>of()) {
        Element item = link;
        for (int i = 0; i < LEVELS && item != null; i++) {
          if (OWN.in(Addresses.written(item, "class")) && PageTopics.isName(ShownText.of(link))) {
            return Optional.of(ShownText.of(link));
          }
          item = item.parent();
        }
      }
    }
    return Optional.empty();
  }
}
