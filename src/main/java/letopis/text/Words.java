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
  private static final int STRESS = 0x301;
  private static final int SOFT_HYPHEN = 0xAD;

  /// No combining mark of Unicode comes earlier.
  private static final int FIRST_MARK = 0x300;

  /// What the characters of Latin and Cyrillic texts are, so that it need not be looked up anew.
  private static final byte[] CLASSES = new byte[0x530];

  private static final byte OTHER = 0;
  private static final byte LETTER = 1;
  private static final byte DIGIT = 2;

  static {
    for (int c = 0; c < CLASSES.length; c++) {
      CLASSES[c] = Character.isDigit(c) ? DIGIT : Character.isLetter(c) ? LETTER : OTHER;
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
    return new WordList(text, this, cut(text));
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

  /// Start and exclusive end of each word, one after the other.
  private static int[] cut(String text) {
    int[] bounds = new int[2 * (text.length() / 6 + 1)];
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      if (end < 0) {
        at = -end;
        continue;
      }
      if (count == bounds.length) {
        bounds = Arrays.copyOf(bounds, 2 * count);
      }
      bounds[count++] = at;
      bounds[count++] = end;
      at = end;
    }
    return Arrays.copyOf(bounds, count);
  }

  /// Where the word ends that begins here; when none does, what comes next here, negative.
  private static int end(String text, int at) {
    char first = text.charAt(at);
    if (first < CLASSES.length) {
      return switch (CLASSES[first]) {
        case DIGIT -> endOfNumber(text, at);
        case LETTER -> endOfWord(text, at);
        default -> -at - 1;
      };
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

  static String norm(String text, int start, int end) {
    String norm = normalize(text.substring(start, end));
    if (Character.isDigit(text.codePointAt(start))) {
      norm = number(norm);
    }
    return norm.isEmpty() ? text.substring(start, end) : norm;
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
      if (plain < CLASSES.length && CLASSES[plain] != OTHER) {
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
        groupStart = Integer.MIN_VALUE;
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
