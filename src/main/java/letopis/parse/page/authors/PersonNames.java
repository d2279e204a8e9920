package letopis.parse.page.authors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import letopis.parse.page.titles.TitlePieces;
import letopis.parse.pattern.DigitRuns;
import letopis.parse.pattern.Keywords;
import letopis.parse.pattern.SievedPattern;

/// Takes the names of people out of what a page says of its authors: "Von Anna Berg und Jan Feld"
/// has two. The name of the site, offices, agencies, dates and phrases are none.
public final class PersonNames {
  /// Longer lines are no line of authors.
  static final int LONGEST_LINE = 320;

  private static final int LONGEST = 80;
  private static final int MOST_WORDS = 6;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /// How sure the page is that a person follows.
  enum Trust {
    /// Data or a name of an element says that this is the author: one word may be a name.
    GIVEN,

    /// Only the place speaks for it: two words or more, all written as names are.
    SEEN
  }

  /// Who made the picture and not the text.
  private static final SievedPattern PICTURE =
      new SievedPattern(
          "(?:photos?|photograph\\p{L}*|fotos?|bild(?:er)?|images?|illustrations?|фото|zdjęci[ae]|kuva|foto's)(?:"
              + " (?:by|von|di|de|par|av)(?!\\p{L})|\\s*[:©])",
          FLAGS);

  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*(?:,\\s*(?:and|und|et|y|и|og|och) |,|;|\\||•|·|/|／|、|，|・|\\n"
              + "|&| and | und | et | y | e | и | та | i | och | og | en | with | mit | by | [-–—]"
              + " )\\s*",
          FLAGS);

  /// The signs of [#BETWEEN].
  private static final String BETWEEN_SIGNS = ",;|•·/／、，・\n&";

  /// What follows the names: a day, a second credit, an account.
  private static final Pattern REST =
      Pattern.compile(
          "\\s+(?:(?:am|on|at|le|el|den|il|den|dne|dnia)\\s+)?(?:(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)"
              + "\\p{L}*[.,]?\\s+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*[.]?\\s+)?\\d.*$"
              + "|\\s*\\(?(?:fotos?|photos?|photograph\\p{L}*|bild(?:er)?|фото|published|updated|publiziert|contact|email|e-mail)(?!\\p{L}).*$|\\s+@\\w+.*$|\\s+(?:(?:medically"
              + " )?reviewed|edited|fact[- ]checked|translated|illustrated|updated)"
              + " by(?!\\p{L}).*$|\\s+(?:is|ist|est) .*$|\\s+(?:the )?associated press$",
          FLAGS | Pattern.DOTALL);

  /// One of these, a digit or a `@` is in every [#REST].
  private static final Keywords REST_WORDS =
      new Keywords(
          "foto|photo|bild|фото|publi|updated|contact|email|e-mail|by|is |ist |est |associated");

  private static final SievedPattern NOT_A_NAME =
      new SievedPattern(
          "\\d|https?:|www\\.|@|(?<=\\p{L})\\.(?:com|net|org|de|ru|info|ua|by|kz|fr|it|pl|co|at|ch|eu|tv|nl|be|es|cz|sk|hu|se|dk|pt|tr|jp|cn|br|uk|рф)$"
              + "|\\b(?:read|updated|published|posted|follow|share|comments?|admin|editor|staff"
              + " writer|contributor|reporter|correspondent|uhr|views?|view"
              + " all|more|posts|emails?|about|bio|profile|photos?|subscribe|newsletter|welcome|sponsored|press|desk|print|ver"
              + " biograf\\p{L}*|senior|deputy|chief|associate|photographer|log ?in|log"
              + " ?out|sign|account|click|here)\\b"
              + "|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august"
              + "|september|october|november|december)$|\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|^(?:mon|tue|wed|thu|fri|sat|sun)$",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  /// An editorial office is no person.
  private static final SievedPattern OFFICE =
      new SievedPattern(
          "^(?:отдел |пресс-служб|агентств|news"
              + " ?desk|newsroom|editorial|redacci|rédaction|redazione|redakcj|agenc|your"
              + " account|no.?author|authors?$|datum:?$|publiziert|impressum|provider|view"
              + " author|the )|редакци|redaktion|redakcja|editorial (?:board|team|staff)$"
              + "|wp.?admin|wordpress",
          FLAGS);

  private static final Pattern WORDS = Pattern.compile("[ .-]+");

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// Initials after the name: `Elena Oberholzer (obe)`.
  private static final Pattern SIGN = Pattern.compile("\\s*\\([^()]{1,24}\\)?$");

  private final String site;

  /// @param site the name of the site, empty when it has none
  PersonNames(String site) {
    this.site = key(site);
  }

  /// Letters and digits alone, in lower case: what makes two spellings one name.
  static String key(String name) {
    return NO_LETTERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /// Whether a line is of authors and no sentence that begins as such lines do: "Photo by A. Meadow
  /// and AP".
  public static boolean isByline(String line) {
    String folded = TitlePieces.fold(line);
    String names =
        folded.length() <= LONGEST && BylineLead.begins(folded) ? BylineLead.cut(folded) : "";
    return !names.isEmpty()
        && Character.isUpperCase(names.codePointAt(0))
        && BETWEEN.splitAsStream(names).noneMatch(part -> part.isEmpty() || isPhrase(part));
  }

  /// The names in a line, in its order.
  List<String> in(String line, Trust trust) {
    List<String> names = new ArrayList<>();
    String text = TitlePieces.fold(line);
    if (text.length() > LONGEST_LINE || text.startsWith("http") || PICTURE.begins(text)) {
      return names;
    }
    text = withoutRest(BylineLead.withoutGluedDate(BylineLead.cut(text)));
    text = withoutSection(text);
    int parts = 0;
    for (String part : mayHoldSeveral(text) ? BETWEEN.split(text) : new String[] {text}) {
      String name = tidy(withoutSign(withoutRest(BylineLead.cut(part))));
      // "vestnik.example, Frankfurt, Germany": behind an office stands its place.
      boolean first = parts++ == 0;
      if (isName(name)
          && (trust == Trust.GIVEN && (first || isLikeTheFirst(name, names)) || isFull(name))) {
        names.add(name);
      }
    }
    return names;
  }

  private static String withoutRest(String text) {
    boolean mayHave =
        text.indexOf('@') >= 0 || new DigitRuns(text).next() >= 0 || REST_WORDS.in(text);
    return mayHave ? REST.matcher(text).replaceFirst("") : text;
  }

  /// "Anna Berg in Roads" is filed under roads.
  private static String withoutSection(String text) {
    int in = text.indexOf(" in ");
    return in > 0 && isFull(text.substring(0, in)) ? text.substring(0, in) : text;
  }

  private static String withoutSign(String text) {
    return text.indexOf('(') < 0 ? text : SIGN.matcher(text).replaceFirst("");
  }

  /// Whether [#BETWEEN] can be in a line: a sign, or a word with a space on both sides.
  private static boolean mayHoldSeveral(String text) {
    int spaces = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      spaces += c == ' ' ? 1 : 0;
      if (spaces > 1 || BETWEEN_SIGNS.indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Without signs around it that no name has.
  private static String tidy(String name) {
    int from = 0;
    int to = name.length();
    while (from < to && !Character.isLetterOrDigit(name.charAt(from)) && name.charAt(from) != '@') {
      from++;
    }
    while (to > from && (isSign(name.charAt(to - 1)) || endsSentence(name, to))) {
      to--;
    }
    return name.substring(from, to);
  }

  /// A full stop behind a whole word: "Jr." and initials keep theirs.
  private static boolean endsSentence(String name, int to) {
    return to > 4 && name.charAt(to - 1) == '.' && name.substring(to - 5, to).indexOf(' ') < 0;
  }

  private static boolean isSign(char c) {
    return " -–—:*|/\\>»,;".indexOf(c) >= 0;
  }

  /// "Max Muster, Berlin": after a full name, one word is a place or an office.
  private static boolean isLikeTheFirst(String name, List<String> names) {
    return name.indexOf(' ') > 0 && !saysMoreThanAName(name)
        || !names.isEmpty() && names.getFirst().indexOf(' ') < 0;
  }

  private boolean isName(String name) {
    if (name.length() < 2 || name.length() > LONGEST || name.split(" ").length > MOST_WORDS) {
      return false;
    }
    String key = key(name);
    return !key.isEmpty()
        && !isSite(name, key)
        && !NameWords.NAMELESS.contains(key)
        && !NOT_A_NAME.in(name)
        && !OFFICE.in(name)
        && !isPhrase(name)
        && (name.indexOf(' ') > 0 || !isCommonWord(name.toLowerCase(Locale.ROOT)))
        && name.codePoints().anyMatch(Character::isLetter);
  }

  /// A site may bear its author's name with something added: "Anna Berg Photography".
  private boolean isSite(String name, String key) {
    if (site.isEmpty() || !key.equals(site) && (!site.contains(key) || key.length() <= 5)) {
      return false;
    }
    return !isFull(name);
  }

  /// One word that names an office or a menu, or a small word of a sentence, is nobody's name.
  private static boolean isCommonWord(String word) {
    return NameWords.ORGANISATION.contains(word)
        || NameWords.FURNITURE.contains(word)
        || NameWords.NOT_FIRST.contains(word)
        || NameWords.SMALL.contains(word);
  }

  /// Of several words one begins small and is none that names have.
  private static boolean isPhrase(String name) {
    String[] words = name.split(" ");
    for (String word : words) {
      boolean small = Character.isLowerCase(word.charAt(0)) && !word.contains("'");
      if (words.length > 1 && small && !NameWords.PARTICLES.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// Two to five words, written as the names of people are.
  static boolean isFull(String name) {
    if (name.length() > LONGEST_LINE) {
      return false;
    }
    String[] words = name.split(" ");
    if (words.length < 2 || words.length > 5 || saysMoreThanAName(name)) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      boolean particle = i < words.length - 1 && NameWords.PARTICLES.contains(words[i]);
      if (!particle && !isNameWord(words[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNameWord(String word) {
    int first = word.codePointAt(0);
    return Character.isUpperCase(first)
        && word.chars()
            .allMatch(
                c ->
                    Character.isLetter(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || "'’.-".indexOf(c) >= 0);
  }

  private static boolean saysMoreThanAName(String name) {
    String[] words = WORDS.split(name.toLowerCase(Locale.ROOT));
    for (String word : words) {
      if (NameWords.ORGANISATION.contains(word) || NameWords.FURNITURE.contains(word)) {
        return true;
      }
    }
    return NameWords.NOT_FIRST.contains(words[0]);
  }

  /// A name of an account: `lesothotimez`, `anna.berg`. Better than none, worse than any full name.
  static boolean isAccount(String name) {
    return name.indexOf(' ') < 0
        && (Character.isLowerCase(name.codePointAt(0))
            || name.indexOf('.') >= 0
            || name.indexOf('_') >= 0);
  }
}
