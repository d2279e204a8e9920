package letopis.trace;

import java.util.HashMap;
import java.util.Map;
import letopis.text.Beginnings;
import letopis.text.Word;
import letopis.text.WordList;
import letopis.text.Words;

/// Reads one text after the other for the words of a claim. Most words of most texts begin as none
/// of the claim's and are passed by; each way of writing another one is looked up once for all
/// texts. Not for several threads.
final class Reading {
  private final Claim claim;
  private final Words words;
  private final Beginnings beginnings;
  private final Map<String, Integer> known = new HashMap<>();

  Reading(Claim claim) {
    this.claim = claim;
    this.words = Words.forMany(new Roots(claim.words)::of);
    this.beginnings = new Beginnings(claim.words.stream().map(Word::stem).toList());
  }

  /// @param words all words of a text
  /// @param stems for each of them, the number of its stem in the claim, or -1
  record Text(String text, WordList words, int[] stems) {}

  Text of(String text) {
    WordList all = words.read(text);
    int[] stems = new int[all.size()];
    for (int i = 0; i < stems.length; i++) {
      stems[i] = all.may(i, beginnings) ? stem(all, i) : -1;
    }
    return new Text(text, all, stems);
  }

  private int stem(WordList all, int index) {
    String surface = all.surface(index);
    Integer stem = known.get(surface);
    if (stem == null) {
      stem = claim.number(all.get(index).stem());
      known.put(surface, stem);
    }
    return stem;
  }
}
