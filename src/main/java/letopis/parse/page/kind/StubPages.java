package letopis.parse.page.kind;

import java.util.Optional;
import java.util.regex.Pattern;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.PageNotes;
import letopis.parse.pattern.SievedPattern;
import org.jsoup.nodes.Element;

/// Knows pages that stand in the place of an article though the server said 200: "not found", a
/// fault of the server, works on the site, a check for robots, a form to log in.
///
/// Only short pages without an article's data are looked at, and only titles that say this and
/// nothing more: there is news about error 404, too.
final class StubPages {
  /// A page that only asks for scripts has not more words.
  private static final int SCRIPTLESS = 60;

  /// Nor has such a request.
  private static final int REQUEST = 25;

  private static final int LONGEST_TITLE = 70;

  private static final int MOST_HEADINGS = 3;

  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern MISSING =
      Pattern.compile(
          "^\\W*(?:error|ошибка)\\W*$|^\\W*(?:(?:error|http|ошибка|fehler|erreur)\\W*)?(?:404|410)\\b\\W*(?:$|not"
              + " found|error|page|страниц|ошибка|seite|file|\\p{L}+"
              + " nicht).*|^\\W*(?:(?:oops|sorry|ой|увы|упс)\\W+)?(?:the )?(?:page|requested"
              + " page|article|story)(?: you requested)? (?:was |is |could |can |can)?(?:not |no"
              + " longer |not be )(?:be )?(?:found|available).*|^\\W*not"
              + " found\\W*$|.*(?:страниц[аы]|материал|новость|документ|запись) не"
              + " (?:найден[аоы]?|существует)\\W*.{0,20}$|.*сторінк[ау] не"
              + " знайден[оа].*|.*(?:seite|artikel) (?:wurde )?nicht gefunden.*|.*page"
              + " (?:introuvable|non trouvée).*|.*página no (?:encontrada|existe).*|nie znaleziono"
              + " strony.*|strona nie (?:została znaleziona|istnieje).*|внимание! обнаружена"
              + " ошибка",
          FLAGS);

  /// Counts on pages that have nothing else: news of other sites' news may be called so.
  private static final Pattern DELETED =
      Pattern.compile(
          "^\\W*(?:материал|новость|публикация|страница) удал[её]н[ао]?\\W*(?:[-–—|].*)?$", FLAGS);

  /// Likewise in the text. Endings are bounded: one word may be as long as a page.
  private static final Pattern MISSING_TEXT =
      Pattern.compile(
          "публикаций на сайте не найдено|запрашиваем\\p{L}{1,3}(?: вами)?"
              + " (?:страниц|материал|документ)\\p{L}{0,3}"
              + " (?:не|удал)|(?:страниц|новост|публикаци)\\p{L}{0,3} удален\\p{L}? или|page you"
              + " (?:are|were) looking for|page you requested|die gesuchte seite|la page (?:que"
              + " vous|demandée)",
          FLAGS);

  private static final SievedPattern LOGIN =
      new SievedPattern(
          "^\\W*(?:log ?in|sign ?in|sign"
              + " up|login|вход|войти|авторизация|регистрация|anmelden|anmeldung|einloggen|connexion|se"
              + " connecter|iniciar sesión|увійти|вхід)(?:\\W+(?:на сайт|в систему|page|to your"
              + " account|or register|и регистрация))?\\W*(?:[-–—|].*)?$",
          FLAGS);

  private StubPages() {}

  /// What the page is instead of an article; empty when it is none of these.
  ///
  /// @param words of the text that was found
  static Optional<String> kind(Optional<String> title, PageContext context, int words) {
    if (words > AccessChecks.MOST_WORDS) {
      return Optional.empty();
    }
    Box page = context.scan.boxes.getFirst();
    String whole = page.words <= AccessChecks.MOST_WORDS ? page.element.text() : "";
    String name = title.filter(text -> text.length() <= LONGEST_TITLE).orElse("");
    if (AccessChecks.isFault(name, whole) || isError(name, whole) || isMissingByHeading(context)) {
      return Optional.of("error page");
    }
    if (AccessChecks.isTitle(name) || AccessChecks.isText(whole)) {
      return Optional.of("access check");
    }
    if (words <= REQUEST && page.words <= SCRIPTLESS && AccessChecks.asksForScripts(whole)) {
      return Optional.of("no text");
    }
    return LOGIN.is(name) && asksForPassword(context)
        ? Optional.of("login page")
        : Optional.empty();
  }

  private static boolean asksForPassword(PageContext context) {
    return context.scan.boxes.getFirst().element.selectFirst("input[type=password]") != null;
  }

  private static boolean isError(String title, String whole) {
    return MISSING.matcher(title).matches()
        || !whole.isEmpty()
            && (DELETED.matcher(title).matches() || MISSING_TEXT.matcher(whole).find());
  }

  /// Some sites call every page by their name, and only a heading says what is wrong. A hidden one
  /// waits for its script.
  private static boolean isMissingByHeading(PageContext context) {
    return context.scan.notes.headings.stream()
        .filter(heading -> !heading.box().hidden)
        .map(PageNotes.Note::element)
        .filter(heading -> heading.normalName().equals("h1"))
        .limit(MOST_HEADINGS)
        .map(Element::text)
        .anyMatch(text -> text.length() <= LONGEST_TITLE && MISSING.matcher(text).matches());
  }
}
