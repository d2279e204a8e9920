package letopis.parse.page.authors;

import java.util.regex.Pattern;
import letopis.parse.pattern.SievedPattern;

/// Knows what lines of authors begin with: "By ", "Text und Fotos:", «Автор: ».
final class BylineLead {
  private static final int LONGEST = 80;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /// Who writes, in the words of bylines of many languages.
  private static final String BY =
      String.join(
          "|",
          "by|von|vom|par|por|di|door|av|af|od|przez|от|от редакции|пишет",
          "authors?|auteure?s?|autore|autori|autor(?:in|en|es|a)?(?:/autor(?:in)?)?",
          "text(?:e|o)?|testo|tekst|words|story|interview|redaktion|redakteur(?:in)?",
          "автор(?:ы|ка)?(?: (?:текста|статьи|материала|публикации))?|текст|корреспондент",
          "(?:материал )?(?:подготовил|беседовал|записал|написал)[аи]?",
          "ведущ(?:ий|ая|ие)(?: (?:программы|передачи|эфира|подкаста))?|ведуч(?:ий|а|і)|hosted by",
          "(?:підготува|записа)(?:в|ла|ли)");

  /// What may stand before it: "Text und Fotos:", "Ein Gastbeitrag von".
  private static final String WRITTEN =
      String.join(
          "|",
          "post author|written|posted|reported|published|story|article|words|text|reporting|edited",
          "geschrieben|verfasst|erstellt|veröffentlicht|publié|écrit|rédigé|escrito|publicado",
          "scritto|pubblicato|napisa[łn]\\p{L}*|und|and|foto|fotos|photos?|bilder|текст|и фото|&");

  private static final SievedPattern LEADING =
      new SievedPattern(
          "(?:(?:alles|zeige alle beiträge|alle artikel|alle beiträge|pressemitteilung|view all"
              + " posts|all posts|more|posts|(?:eine?"
              + " )?(?:gast)?(?:beitrag|kommentar|interview|bericht|artikel|kolumne|analyse|essay|reportage|glosse|rezension)|(?:an?"
              + " )?(?:guest"
              + " )?(?:post|column|essay|interview|report|analysis|review|commentary)|(?:une?"
              + " )?(?:chronique|tribune|entretien|article|reportage|analyse))"
              + " (?:von|by|from|de)\\s+|(?:(?:"
              + WRITTEN
              + ")[:\\s]+){0,6}(?:"
              + BY
              + ")(?: ?(?:und|and|i|et|e|y|и|&|\\+|/) ?"
              + "(?:fotos?|bilder|photos?|zdjęcia|фото))?(?:\\s*:|\\s)\\s*)",
          FLAGS);

  /// A line that says no more than that the next one is the author.
  private static final SievedPattern LEAD_ALONE =
      new SievedPattern("^(?:(?:" + WRITTEN + ")\\s+)?(?:" + BY + ")\\s*:?$", FLAGS);

  /// Elements without a space between them: "ByAnna Berg".
  private static final SievedPattern GLUED = new SievedPattern("(?:By|Von|Par)(?=\\p{Lu})");

  /// Elements without a space between them: "Anna BergDec 5", "Anna BergFollow".
  private static final SievedPattern GLUED_BEHIND =
      new SievedPattern(
          "(?<=\\p{Ll})(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{Ll}{0,6}\\.?(?="
              + " ?\\d|$)|Follow$)");

  private BylineLead() {}

  /// Whether a line begins as lines of authors do: "By ", "Автор: ".
  static boolean begins(String line) {
    return LEADING.begins(line);
  }

  /// Whether a line begins with a word for the author and a colon.
  static boolean isLabelled(String line) {
    int colon = line.indexOf(':');
    return colon > 0 && colon < LONGEST / 2 && begins(line.substring(0, colon + 1) + " ");
  }

  /// Whether a line says that the next one is the author, and nothing more.
  static boolean standsAlone(String line) {
    return line.length() < LONGEST && LEAD_ALONE.is(line.strip());
  }

  /// Whether a month follows a word without a space: "Anna BergDec 5".
  static boolean isGluedToDate(String line) {
    return line.length() < LONGEST && GLUED_BEHIND.in(line);
  }

  /// A line without its beginning.
  static String cut(String line) {
    return LEADING.cutFrom(GLUED.cutFrom(line)).strip();
  }

  /// A line without the month, or the "Follow", that is glued to a name.
  static String withoutGluedDate(String line) {
    return GLUED_BEHIND.cutOut(line);
  }
}
