package letopis.parse.charset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// How likely two letters follow each other in each of some twenty languages, where at least one of
/// them is beyond ASCII. The table `letter-pairs.txt` was derived from news texts; text decoded
/// with the wrong character set consists of pairs that no language has.
final class LetterPairs {
  /// Natural logarithm of the share of a pair that was never seen.
  private static final float UNSEEN = -14f;

  /// A control character or a box-drawing sign within a text: worse than any unseen pair.
  private static final float ABSURD = -25f;

  /// Signs without letters prove nothing: between text and noise.
  private static final double NO_LETTERS = -8;

  /// No pair of any language.
  private static final int SWAPPED = 0;

  private static final int NO_TEXT = 1;

  /// [#letter] of what most texts consist of.
  private static final char[] LETTERS = new char[0x600];

  static {
    for (char c = 0; c < LETTERS.length; c++) {
      LETTERS[c] = computeLetter(c);
    }
  }

  private static final List<LetterPairs> LANGUAGES = load();

  private final String language;
  private final int[] keys;
  private final float[] logs;

  /// The rows of 256 characters, ASCII's first half left out, that its letters are in.
  private final BitSet blocks = new BitSet();

  private LetterPairs(String language, int[] keys, float[] logs) {
    this.language = language;
    this.keys = keys;
    this.logs = logs;
    for (int key : keys) {
      mark(blocks, (char) (key >>> 16));
      mark(blocks, (char) key);
    }
  }

  /// How much text looks like some language.
  ///
  /// @param score mean natural logarithm of the pairs; above -8 is text, below -11 is noise
  record Likeness(String language, double score) {}

  /// The best likeness over all languages.
  static Likeness of(String text) {
    return of(text, Double.MAX_VALUE);
  }

  /// The first likeness above a score, else the best.
  static Likeness of(String text, double enough) {
    Likeness best = new Likeness("", -100);
    BitSet blocks = blocks(text);
    int[] pairs = pairs(text);
    for (LetterPairs language : LANGUAGES) {
      if (!blocks.intersects(language.blocks)) {
        continue;
      }
      double score = language.score(pairs);
      if (score > best.score()) {
        best = new Likeness(language.language, score);
      }
      if (score > enough) {
        return best;
      }
    }
    boolean signsOnly =
        best.language().isEmpty()
            && text.chars()
                .noneMatch(c -> Character.isLetter(c) && c >= 0x80 || isAbsurd((char) c));
    return signsOnly ? new Likeness("", NO_LETTERS) : best;
  }

  private static BitSet blocks(String text) {
    BitSet blocks = new BitSet();
    for (int i = 0; i < text.length(); i++) {
      mark(blocks, text.charAt(i));
    }
    return blocks;
  }

  /// Latin-1 and the extensions of Latin count as one.
  private static void mark(BitSet blocks, char character) {
    if (character >= 0x80) {
      blocks.set(character < 0x250 ? 0 : character >>> 8);
    }
  }

  /// The pairs of a text, as the keys of a language; what no language can have is [#SWAPPED] or
  /// [#NO_TEXT].
  private static int[] pairs(String text) {
    int[] pairs = new int[text.length()];
    int count = 0;
    char previous = ' ';
    boolean previousLower = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      char now = letter(character);
      if (isAbsurd(character)) {
        pairs[count++] = NO_TEXT;
      } else if (previous >= 0x80 || now >= 0x80) {
        // A capital after a small letter: what KOI8-R read as windows-1251 consists of.
        boolean swapped = previousLower && now != character && Character.isUpperCase(character);
        pairs[count++] = swapped ? SWAPPED : previous << 16 | now;
      }
      previousLower = now == character && Character.isLowerCase(character);
      previous = now;
    }
    return Arrays.copyOf(pairs, count);
  }

  private double score(int[] pairs) {
    double sum = 0;
    for (int pair : pairs) {
      sum += log(pair);
    }
    return pairs.length == 0 ? NO_LETTERS : sum / pairs.length;
  }

  private float log(int key) {
    if (key == NO_TEXT) {
      return ABSURD;
    }
    int found = Arrays.binarySearch(keys, key);
    return found < 0 ? UNSEEN : logs[found];
  }

  /// The lower-case letter, or a space for everything that is no letter.
  static char letter(char character) {
    return character < LETTERS.length ? LETTERS[character] : computeLetter(character);
  }

  private static char computeLetter(char character) {
    if (Character.isLetter(character)
        || Character.getType(character) == Character.NON_SPACING_MARK) {
      return Character.toLowerCase(character);
    }
    return ' ';
  }

  private static boolean isAbsurd(char character) {
    return character == '\ufffd'
        || character >= 0x80 && character < 0xa0
        || character >= 0x2500 && character < 0x2600
        || character >= 0xe000 && character < 0xf900;
  }

  private static List<LetterPairs> load() {
    try (InputStream in = LetterPairs.class.getResourceAsStream("letter-pairs.txt")) {
      if (in == null) {
        throw new IllegalStateException("letter-pairs.txt is not in the jar");
      }
      List<LetterPairs> languages = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        int tab = line.indexOf('\t');
        languages.add(parse(line.substring(0, tab), line.substring(tab + 1)));
      }
      return List.copyOf(languages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LetterPairs parse(String language, String table) {
    int[] keys = new int[table.length() / 3];
    float[] logs = new float[keys.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = table.charAt(3 * i) << 16 | table.charAt(3 * i + 1);
      logs[i] = (table.charAt(3 * i + 2) - '!') / -2f;
    }
    return new LetterPairs(language, keys, logs);
  }
}
