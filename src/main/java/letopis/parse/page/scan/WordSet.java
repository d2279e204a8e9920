package letopis.parse.page.scan;

/// A set of hashes of words, or of sequences of three words.
public final class WordSet {
  private static final int SMALL = 256;
  private static final WordSet EMPTY = new WordSet(new int[0], 0, false);
  private final int[] table;
  private final int size;
  private final boolean triples;

  private WordSet(int[] hashes, int count, boolean triples) {
    this.triples = triples;
    // A small set is sparse: nearly all words of a page are told from it with one look.
    int room = count < SMALL ? 16 : 4;
    int capacity = Integer.highestOneBit(Math.max(1, count)) * room;
    table = new int[capacity];
    int added = 0;
    for (int i = 0; i < count; i++) {
      int slot = hashes[i] & capacity - 1;
      while (table[slot] != 0 && table[slot] != hashes[i]) {
        slot = slot + 1 & capacity - 1;
      }
      added += table[slot] == 0 ? 1 : 0;
      table[slot] = hashes[i];
    }
    size = added;
  }

  /// Its words.
  public static WordSet single(String text) {
    return of(text, false);
  }

  /// Its runs of three words.
  public static WordSet triples(String text) {
    return of(text, true);
  }

  /// How many different ones.
  public int size() {
    return size;
  }

  private static WordSet of(String text, boolean triples) {
    if (text.isBlank()) {
      return EMPTY;
    }
    int[] words = TextMeter.hashes(text);
    if (!triples) {
      return new WordSet(words, words.length, false);
    }
    int[] sequences = new int[Math.max(0, words.length - 2)];
    for (int i = 0; i < sequences.length; i++) {
      sequences[i] = triple(words, i);
    }
    return new WordSet(sequences, sequences.length, true);
  }

  private static int triple(int[] words, int at) {
    return WordTable.join(WordTable.join(words[at], words[at + 1]), words[at + 2]);
  }

  /// Share of the words (or sequences) of a piece that are in this set; 0 for an empty set or a
  /// piece that is too short.
  public float shareOf(int[] words, int start, int count) {
    int steps = triples ? count - 2 : count;
    if (steps <= 0 || size == 0) {
      return 0;
    }
    int hits = 0;
    for (int i = start; i < start + steps; i++) {
      hits += contains(triples ? triple(words, i) : words[i]) ? 1 : 0;
    }
    return (float) hits / steps;
  }

  private boolean contains(int hash) {
    int slot = hash & table.length - 1;
    while (table[slot] != 0) {
      if (table[slot] == hash) {
        return true;
      }
      slot = slot + 1 & table.length - 1;
    }
    return false;
  }
}
