package letopis.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Tells the classes ([Cue]) of the words of a text: a tree of letters, walked once for each word,
/// so that a word of no class costs a step or two. Immutable.
final class CueWords {
  private static final int LETTERS = 32 + 26;
  private static final List<String> PAST = List.of("л", "ла", "ло", "ли");

  /// The number of a letter by its character, -1 for others.
  private static final byte[] OF_CHARS = letters();

  private final LetterTree tree;

  private CueWords(LetterTree.Node root) {
    tree = new LetterTree(root);
  }

  /// The bundled words of attribution.
  static CueWords bundled() {
    LetterTree.Node root = new LetterTree.Node(LETTERS);
    for (String line : lines("attribution-words.txt")) {
      String[] parts = line.split(" ");
      for (int i = 1; i < parts.length; i++) {
        add(root, parts[i], Cue.valueOf(parts[0]).bit());
      }
    }
    lines("attribution-phrases.txt").stream()
        .flatMap(PhraseFrames::firstWords)
        .forEach(word -> add(root, word, Cue.PHRASE.bit()));
    return new CueWords(root);
  }

  /// Words of one class, which has the first bit.
  static CueWords of(List<String> listed) {
    LetterTree.Node root = new LetterTree.Node(LETTERS);
    listed.forEach(word -> add(root, word, 1));
    return new CueWords(root);
  }

  /// Words of several classes, 64 at most: those of the first have the first bit.
  static CueWords ofAll(List<List<String>> classes) {
    LetterTree.Node root = new LetterTree.Node(LETTERS);
    for (int i = 0; i < classes.size(); i++) {
      for (String word : classes.get(i)) {
        add(root, word, 1L << i);
      }
    }
    return new CueWords(root);
  }

  /// The lines of a resource of this package, without remarks.
  static List<String> lines(String resource) {
    try (InputStream in = CueWords.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(LetterTree.Node root, String word, long bit) {
    String begin = word.substring(0, word.length() - 1);
    if (word.endsWith("~")) {
      PAST.forEach(ending -> node(root, begin + ending).add(bit, true));
    } else if (word.endsWith("*")) {
      node(root, begin).add(bit, false);
    } else {
      node(root, word).add(bit, true);
    }
  }

  private static LetterTree.Node node(LetterTree.Node root, String word) {
    LetterTree.Node node = root;
    for (int i = 0; i < word.length(); i++) {
      int letter = letter(word.charAt(i));
      if (letter < 0) {
        throw new IllegalArgumentException("neither Russian nor English: " + word);
      }
      node = node.down(letter);
    }
    return node;
  }

  /// The classes of the word at a place of a text, as [Cue#bit()]s.
  long at(String text, int start, int end) {
    int node = 0;
    long bits = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int letter = c < OF_CHARS.length ? OF_CHARS[c] : -1;
      node = letter < 0 ? -1 : tree.down(node, letter);
      if (node < 0) {
        return bits;
      }
      bits |= tree.begun(node);
    }
    return bits | tree.whole(node);
  }

  private static byte[] letters() {
    byte[] letters = new byte['ё' + 1];
    for (int c = 0; c < letters.length; c++) {
      letters[c] = (byte) letter((char) c);
    }
    return letters;
  }

  private static int letter(char c) {
    if (c >= 'а' && c <= 'я') {
      return c - 'а';
    }
    if (c >= 'a' && c <= 'z') {
      return 32 + c - 'a';
    }
    if (c >= 'А' && c <= 'Я') {
      return c - 'А';
    }
    if (c >= 'A' && c <= 'Z') {
      return 32 + c - 'A';
    }
    return c == 'ё' || c == 'Ё' ? 'е' - 'а' : -1;
  }
}
