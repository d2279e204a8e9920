package letopis.parse.page;

import java.util.Optional;
import java.util.regex.Pattern;

/// Knows pages that stand in the place of an article though the server said 200: "not found", a
/// check for robots, a form to log in.
///
/// Only short pages without an article's data are looked at, and only titles that say this and
/// nothing more: there is news about error 404, too.
final class StubPages {
  /// Pages with more words of text say something of their own.
  private static final int MOST_WORDS = 150;

  private static final int LONGEST_TITLE = 70;
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
              + " (?:introuvable|non trouvée).*|.*página no (?:encontrada|existe).*",
          FLAGS);
  private static final SievedPattern LOGIN =
      new SievedPattern(
          "^\\W*(?:log ?in|sign ?in|sign"
              + " up|login|вход|войти|авторизация|регистрация|anmelden|anmeldung|einloggen|connexion|se"
              + " connecter|iniciar sesión|увійти|вхід)(?:\\W+(?:на сайт|в систему|page|to your"
              + " account|or register|и регистрация))?\\W*$",
          FLAGS);

  private StubPages() {}

  /// What the page is instead of an article; empty when it is none of these.
  ///
  /// @param words of the text that was found
  static Optional<String> kind(Optional<String> title, PageContext context, int words) {
    if (words > MOST_WORDS || title.isEmpty()) {
      return Optional.empty();
    }
    String name = title.get();
    if (name.length() <= LONGEST_TITLE && MISSING.matcher(name).matches()) {
      return Optional.of("error page");
    }
    if (name.length() <= LONGEST_TITLE && AccessChecks.isTitle(name)) {
      return Optional.of("access check");
    }
    return LOGIN.is(name) && asksForPassword(context)
        ? Optional.of("login page")
        : Optional.empty();
  }

  private static boolean asksForPassword(PageContext context) {
    return context.scan.boxes.getFirst().element.selectFirst("input[type=password]") != null;
  }
}
