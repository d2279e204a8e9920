package letopis.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.PorterStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/// Cuts a text into words as the index does: letters and digits make words, Russian and English
/// endings are cut off by Snowball's `russian` and `porter` algorithms (what Elasticsearch's
/// `stemmer` filter calls `russian` and `english`). Unlike the index, digits grouped by spaces are
/// one number, since "10 000" changed to "10 500" is one change.
public final class Words {
  /// Behind a decimal point no digits are grouped: so far before the text that no group is near.
  private static final int NO_GROUP = -4;

  private static final int STRESS = 0x301;
  private static final int SOFT_HYPHEN = 0xAD;

  /// No combining mark of Unicode comes earlier.
  private static final int FIRST_MARK = 0x300;

  /// What the characters of Latin and Cyrillic texts are, so that it need not be looked up anew.
  private static final byte[] CLASSES = new byte[0x530];

  /// What a character of a word may be, a bit each, so that a word's are those of its characters.
  private static final int DIGIT = 1;

  private static final int SMALL_CYRILLIC = 2;
  private static final int LARGE_CYRILLIC = 4;
  private static final int SMALL_LATIN = 8;
  private static final int LARGE_LATIN = 16;
  /// Letters of other alphabets and whatever else.
  static final int OTHER = 32;

  private static final int NONE = 0;
  private static final int CYRILLIC = SMALL_CYRILLIC | LARGE_CYRILLIC;
  private static final int LATIN = SMALL_LATIN | LARGE_LATIN;
  private static final int LARGE = LARGE_CYRILLIC | LARGE_LATIN;

  static {
    for (int c = 0; c < CLASSES.length; c++) {
      CLASSES[c] = (byte) classOf(c);
    }
  }

  private final SnowballStemmer russian = new RussianStemmer();
  private final SnowballStemmer english = new PorterStemmer();
  private final Map<String, String> stems = new HashMap<>();
  private final UnaryOperator<String> roots;

  private Words() {
    this(UnaryOperator.identity());
  }

  private Words(UnaryOperator<String> roots) {
    this.roots = roots;
  }

  /// The words of a text, in order. Linear in its length.
  public static List<Word> of(String text) {
    WordList words = lazily(text);
    List<Word> all = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      all.add(words.get(i));
    }
    return all;
  }

  /// The same words, each made when it is first asked for. Not for several threads.
  static WordList lazily(String text) {
    return new Words().words(text);
  }

  /// The same words in one line, normalised, each with a space after it: equal for texts that have
  /// the same words.
  public static String norms(String text) {
    WordList words = lazily(text);
    StringBuilder norms = new StringBuilder(text.length());
    for (int i = 0; i < words.size(); i++) {
      norms.append(words.norm(i)).append(' ');
    }
    return norms.toString();
  }

  /// For many texts one after the other: what is known of a word is remembered. Not for several
  /// threads.
  ///
  /// @param roots makes of a stem the one that words have here
  public static Words forMany(UnaryOperator<String> roots) {
    return new Words(roots);
  }

  /// The words of a text with its numbers read ([Numerals]), each made when it is first asked for.
  public WordList read(String text) {
    return Numerals.in(text, words(text));
  }

  private WordList words(String text) {
    return cut(text);
  }

  /// The stem of one word in any form.
  public static String stem(String word) {
    return new Words().stemOf(normalize(word));
  }

  /// Lower case, `ё` as `е`, composed, without stress marks and soft hyphens; in a Russian word no
  /// Latin letters that look like Russian ones («cтoлица» with Latin c and o).
  public static String normalize(String word) {
    if (isPlain(word)) {
      return word;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(lower.length());
    boolean composed = true;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c == SOFT_HYPHEN || c == STRESS) {
        continue;
      }
      composed &= Character.getType(c) != Character.NON_SPACING_MARK;
      out.append(c == 'ё' ? 'е' : c == '’' ? '\'' : c);
    }
    if (!composed) {
      return Normalizer.normalize(out, Normalizer.Form.NFC).replace('ё', 'е');
    }
    return Lookalikes.cyrillic(out.toString());
  }

  /// Whether nothing is to be done to normalise a word, as with most.
  private static boolean isPlain(String word) {
    boolean latin = false;
    boolean cyrillic = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 'а' && c <= 'я') {
        cyrillic = true;
      } else if (c >= 'a' && c <= 'z') {
        latin = true;
      } else if (!(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return !(latin && cyrillic);
  }

  private static int classOf(int c) {
    if (c >= 'а' && c <= 'я') {
      return SMALL_CYRILLIC;
    }
    if (c >= 'А' && c <= 'Я') {
      return LARGE_CYRILLIC;
    }
    if (c >= 'a' && c <= 'z') {
      return SMALL_LATIN;
    }
    if (c >= 'A' && c <= 'Z') {
      return LARGE_LATIN;
    }
    return Character.isDigit(c) ? DIGIT : Character.isLetter(c) ? OTHER : NONE;
  }

  private WordList cut(String text) {
    char[] chars = text.toCharArray();
    int[] bounds = new int[2 * (chars.length / 6 + 1)];
    byte[] kinds = new byte[bounds.length / 2];
    int count = 0;
    int at = 0;
    while (at < chars.length) {
      int start = at;
      int kind = 0;
      while (at < chars.length && chars[at] < CLASSES.length && CLASSES[chars[at]] > DIGIT) {
        kind |= CLASSES[chars[at++]];
      }
      boolean ends = at == chars.length || endsWord(chars[at]);
      if (at == start || !ends) {
        int end = end(text, start);
        if (end < 0) {
          at = -end;
          continue;
        }
        kind = end == at ? kind : OTHER;
        at = end;
      }
      if (count == kinds.length) {
        bounds = Arrays.copyOf(bounds, 4 * count);
        kinds = Arrays.copyOf(kinds, 2 * count);
      }
      bounds[2 * count] = start;
      bounds[2 * count + 1] = at;
      kinds[count++] = (byte) kind;
    }
    return new WordList(text, this, Arrays.copyOf(bounds, 2 * count), kinds);
  }

  /// Whether a character surely goes on with no word.
  private static boolean endsWord(char c) {
    return c < FIRST_MARK && CLASSES[c] == NONE && c != '\'' && c != SOFT_HYPHEN;
  }

  /// Where the word ends that begins here; when none does, what comes next here, negative.
  private static int end(String text, int at) {
    char first = text.charAt(at);
    if (first < CLASSES.length) {
      return CLASSES[first] == NONE
          ? -at - 1
          : CLASSES[first] == DIGIT ? endOfNumber(text, at) : endOfWord(text, at);
    }
    int c = text.codePointAt(at);
    int next = at + Character.charCount(c);
    if (Character.isDigit(c)) {
      return endOfNumber(text, at);
    }
    if (Character.isIdeographic(c)) {
      return next;
    }
    return Character.isLetter(c) ? endOfWord(text, at) : -next;
  }

  Word word(String norm, int start, int end) {
    return new Word(norm, stemOf(norm), start, end);
  }

  /// What the characters of a word are.
  static int kindOf(String word) {
    return word.chars()
        .map(c -> c < CLASSES.length && CLASSES[c] != NONE ? CLASSES[c] : OTHER)
        .reduce(0, (a, b) -> a | b);
  }

  /// Whether a word has no other characters than Russian letters but ё, or English ones.
  static boolean isOfOneAlphabet(int kind) {
    return (kind & ~CYRILLIC) == 0 || (kind & ~LATIN) == 0;
  }

  /// [Word#norm()] of a word as it is written.
  ///
  /// @param kind what its characters are
  static String norm(String surface, int kind) {
    return !isOfOneAlphabet(kind)
        ? norm(surface)
        : (kind & LARGE) == 0 ? surface : surface.toLowerCase(Locale.ROOT);
  }

  /// [Word#norm()] of a word as it is written.
  static String norm(String surface) {
    String norm = normalize(surface);
    if (Character.isDigit(surface.codePointAt(0))) {
      norm = number(norm);
    }
    return norm.isEmpty() ? surface : norm;
  }

  private static String number(String digits) {
    StringBuilder out = new StringBuilder(digits.length());
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (!isGroupSpace(c)) {
        out.append(c == ',' ? '.' : c);
      }
    }
    return out.toString();
  }

  private static int endOfWord(String text, int start) {
    int at = start;
    while (at < text.length()) {
      char plain = text.charAt(at);
      if (plain < CLASSES.length && CLASSES[plain] != NONE) {
        at++;
        continue;
      }
      int c = text.codePointAt(at);
      boolean inside = Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
      boolean apostrophe = (c == '\'' || c == '’') && letterAt(text, at + 1);
      if (!inside && !apostrophe && !isMark(c)) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  private static int endOfNumber(String text, int start) {
    int at = start;
    int groupStart = start;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (Character.isLetterOrDigit(c) && !Character.isIdeographic(c)) {
        at += Character.charCount(c);
      } else if ((c == '.' || c == ',') && digitAt(text, at + 1)) {
        at++;
        groupStart = NO_GROUP;
      } else if (isGroupSpace(c) && at - groupStart <= 3 && threeDigitsAt(text, at + 1)) {
        groupStart = at + 1;
        at += 4;
      } else {
        break;
      }
    }
    return at;
  }

  private static boolean threeDigitsAt(String text, int at) {
    return digitAt(text, at)
        && digitAt(text, at + 1)
        && digitAt(text, at + 2)
        && !(at + 3 < text.length() && Character.isLetterOrDigit(text.charAt(at + 3)));
  }

  private static boolean digitAt(String text, int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  private static boolean letterAt(String text, int at) {
    return at < text.length() && Character.isLetter(text.charAt(at));
  }

  private static boolean isGroupSpace(int c) {
    return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
  }

  private static boolean isMark(int c) {
    if (c < FIRST_MARK) {
      return c == SOFT_HYPHEN;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private String stemOf(String norm) {
    return stems.computeIfAbsent(norm, word -> roots.apply(cutEnding(word)));
  }

  private String cutEnding(String norm) {
    char first = norm.charAt(0);
    SnowballStemmer stemmer =
        first >= 'а' && first <= 'я' ? russian : first >= 'a' && first <= 'z' ? english : null;
    if (stemmer == null) {
      return norm;
    }
    stemmer.setCurrent(norm);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
