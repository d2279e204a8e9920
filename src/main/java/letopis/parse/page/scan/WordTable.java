package letopis.parse.page.scan;

import java.util.Arrays;

/// A small fixed map from hashes of words and word sequences to a bit set. Two different sequences
/// with one 32-bit hash would be taken for each other; with some thousand entries that is rare and
/// does no harm.
final class WordTable {
  private static final int STOP = 1 << 31;

  /// A word, or two, that some longer phrase begins with.
  private static final int GOES_ON = 1 << 30;

  private static final int PHRASES = GOES_ON - 1;
  private static final WordTable ALL = build();

  /// A key and beside it its value, so that both are in one line of the cache.
  private final int[] slots;

  private final int mask;

  /// By the upper bits of a hash: whether any key has them. Most words end here.
  private final long[] sieve = new long[1 << 9];

  private WordTable(int capacity) {
    slots = new int[capacity * 2];
    mask = capacity - 1;
  }

  /// What is known of a word or a sequence of words, for the questions below; 0 of most.
  static int lookup(int hash) {
    return ALL.get(hash);
  }

  /// The phrases that it is, by [Phrase#ordinal].
  static int phrases(int found) {
    return found & PHRASES;
  }

  /// Whether a phrase of more words begins with it.
  static boolean goesOn(int found) {
    return (found & GOES_ON) != 0;
  }

  static boolean isStop(int found) {
    return (found & STOP) != 0;
  }

  /// The hash of a sequence one word longer.
  static int join(int sequence, int word) {
    return sequence * 0x9E3779B1 + Integer.rotateLeft(word, 13) + 1;
  }

  /// The hash of a word in lower case; ё counts as е.
  static int hash(CharSequence word) {
    int hash = 17;
    for (int i = 0; i < word.length(); i++) {
      hash = step(hash, Character.toLowerCase(word.charAt(i)));
    }
    return finish(hash);
  }

  static int step(int hash, char lower) {
    return hash * 31 + (lower == 'ё' ? 'е' : lower);
  }

  static int finish(int hash) {
    int mixed = (hash ^ hash >>> 15) * 0x85EBCA6B;
    return mixed ^ mixed >>> 13;
  }

  private int get(int hash) {
    int upper = hash >>> 17;
    if ((sieve[upper >> 6] & 1L << upper) == 0) {
      return 0;
    }
    for (int slot = hash & mask; slots[slot * 2] != 0; slot = slot + 1 & mask) {
      if (slots[slot * 2] == hash) {
        return slots[slot * 2 + 1];
      }
    }
    return 0;
  }

  private void add(int hash, int bits) {
    int upper = hash >>> 17;
    sieve[upper >> 6] |= 1L << upper;
    int slot = hash & mask;
    while (slots[slot * 2] != 0 && slots[slot * 2] != hash) {
      slot = slot + 1 & mask;
    }
    slots[slot * 2] = hash;
    slots[slot * 2 + 1] |= bits;
  }

  private static WordTable build() {
    WordTable table = new WordTable(1 << 12);
    for (Phrase phrase : Phrase.ALL) {
      for (String text : phrase.phrases.split("\\|")) {
        String[] words = text.split("[ ']");
        int hash = hash(words[0]);
        for (String word : Arrays.asList(words).subList(1, Math.min(3, words.length))) {
          table.add(hash, GOES_ON);
          hash = join(hash, hash(word));
        }
        table.add(hash, 1 << phrase.ordinal());
      }
    }
    for (String words : StopWords.BY_LANGUAGE.values()) {
      for (String word : words.split(" ")) {
        table.add(hash(word), STOP);
      }
    }
    return table;
  }
}
