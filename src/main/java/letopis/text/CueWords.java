package letopis.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells the classes ([Cue]) of the words of a text: a tree of letters, walked once for each word,
/// so that a word of no class costs a step or two. Immutable.
final class CueWords {
  private static final int LETTERS = 32 + 26;
  private static final List<String> PAST = List.of("л", "ла", "ло", "ли");

  private final Node root = new Node();

  private static final class Node {
    private final @Nullable Node[] next = new Node[LETTERS];
    private long whole;
    private long begun;
  }

  private CueWords() {}

  /// The bundled words of attribution.
  static CueWords bundled() {
    CueWords words = new CueWords();
    for (String line : lines("attribution-words.txt")) {
      String[] parts = line.split(" ");
      for (int i = 1; i < parts.length; i++) {
        words.add(parts[i], Cue.valueOf(parts[0]).bit());
      }
    }
    lines("attribution-phrases.txt").stream()
        .flatMap(PhraseFrames::firstWords)
        .forEach(word -> words.add(word, Cue.PHRASE.bit()));
    return words;
  }

  /// Words of one class, which has the first bit.
  static CueWords of(List<String> listed) {
    CueWords words = new CueWords();
    listed.forEach(word -> words.add(word, 1));
    return words;
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

  private void add(String word, long bit) {
    if (word.endsWith("~")) {
      PAST.forEach(ending -> node(word.substring(0, word.length() - 1) + ending).whole |= bit);
    } else if (word.endsWith("*")) {
      node(word.substring(0, word.length() - 1)).begun |= bit;
    } else {
      node(word).whole |= bit;
    }
  }

  private Node node(String word) {
    Node node = root;
    for (int i = 0; i < word.length(); i++) {
      int letter = letter(word.charAt(i));
      if (letter < 0) {
        throw new IllegalArgumentException("neither Russian nor English: " + word);
      }
      Node next = node.next[letter];
      if (next == null) {
        next = new Node();
        node.next[letter] = next;
      }
      node = next;
    }
    return node;
  }

  /// The classes of the word at a place of a text, as [Cue#bit()]s.
  long at(String text, int start, int end) {
    Node node = root;
    long bits = 0;
    for (int i = start; i < end; i++) {
      int letter = letter(text.charAt(i));
      Node next = letter < 0 ? null : node.next[letter];
      if (next == null) {
        return bits;
      }
      node = next;
      bits |= node.begun;
    }
    return bits | node.whole;
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
