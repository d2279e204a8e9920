package letopis.text;

import java.text.Normalizer;
import java.util.ArrayList;
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
    WordBounds found = WordBounds.in(text);
    return new WordList(text, this, found.bounds(), found.kinds());
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
      if (c == WordBounds.SOFT_HYPHEN || c == STRESS) {
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

  Word word(String norm, int start, int end) {
    return new Word(norm, stemOf(norm), start, end);
  }

  /// [Word#norm()] of a word as it is written.
  ///
  /// @param kind what its characters are, see [CharKinds]
  static String norm(String surface, int kind) {
    return !CharKinds.isOfOneAlphabet(kind)
        ? norm(surface)
        : CharKinds.isLowerCase(kind) ? surface : surface.toLowerCase(Locale.ROOT);
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
      if (!WordBounds.isGroupSpace(c)) {
        out.append(c == ',' ? '.' : c);
      }
    }
    return out.toString();
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
