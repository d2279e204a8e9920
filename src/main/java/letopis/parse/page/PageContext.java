package letopis.parse.page;

import java.util.Optional;

/// What the blocks of a page are compared with: its title, its description, the text that its
/// structured data gives.
final class PageContext {
  final PageScan scan;
  final WordSet title;
  final WordSet description;
  final WordSet articleBody;

  /// Index of the block that repeats the title, or -1.
  final int titleBlock;

  PageContext(PageScan scan, Optional<String> title, PageData data) {
    this.scan = scan;
    this.title = WordSet.single(title.orElse(""));
    this.description =
        WordSet.triples(
            data.meta("og:description", "description", "twitter:description").orElse(""));
    this.articleBody = WordSet.triples(data.articleText("articleBody").orElse(""));
    this.titleBlock = findTitle();
  }

  /// Share of the block's words that are in the title.
  float titleShare(Block block) {
    return title.shareOf(scan.words, block.wordStart, block.wordCount);
  }

  private int findTitle() {
    int best = -1;
    double bestScore = 0.5;
    for (Block block : scan.blocks) {
      if (block.wordCount > 40) {
        continue;
      }
      double share = titleShare(block);
      double covered = share * block.wordCount / Math.max(1, title.size());
      double score =
          Math.min(share, Math.min(1, covered))
              + (block.box.element.normalName().equals("h1") ? 0.45 : 0)
              + (block.box.kind == Box.Kind.HEADING ? 0.15 : 0)
              - block.linkShare() * 0.2;
      if (score > bestScore + 1e-9) {
        best = block.index;
        bestScore = score;
      }
    }
    return best;
  }

  /// A set of hashes of words, or of sequences of three words.
  static final class WordSet {
    private static final WordSet EMPTY = new WordSet(new int[0], 0, false);
    private final int[] table;
    private final int size;
    private final boolean triples;

    private WordSet(int[] hashes, int count, boolean triples) {
      this.triples = triples;
      int capacity = Math.max(4, Integer.highestOneBit(Math.max(1, count)) * 4);
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

    static WordSet single(String text) {
      return of(text, false);
    }

    static WordSet triples(String text) {
      return of(text, true);
    }

    int size() {
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
    float shareOf(int[] words, int start, int count) {
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
}
