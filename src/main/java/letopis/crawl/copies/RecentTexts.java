package letopis.crawl.copies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import letopis.crawl.copies.CopyJoin.Text;
import letopis.text.Fingerprints;

/// The texts that were written last, by their fingerprints. There are a million of those in a busy
/// crawler, so they are numbers in arrays here, not strings in lists in a map.
///
/// Two halves take turns: when the newer one is full, the older one is forgotten as a whole.
final class RecentTexts {
  private static final Text FORGOTTEN =
      new Text("", "", "", Optional.empty(), Instant.EPOCH, List.of());

  private final int half;
  private Half newer = new Half();
  private Half older = new Half();

  /// @param most texts; half as many are always known
  RecentTexts(int most) {
    this.half = Math.max(1, most / 2);
  }

  void add(Text text) {
    if (newer.texts.size() == half) {
      older = newer;
      newer = new Half();
    }
    newer.add(text);
  }

  /// Forgets the texts with these ids, which stand elsewhere now; their copies follow them.
  ///
  /// @param moved old id to new id
  void follow(Map<String, String> moved) {
    for (Half each : List.of(newer, older)) {
      each.texts.replaceAll(
          text -> moved.containsKey(text.id()) ? FORGOTTEN : text.following(moved));
    }
  }

  /// The texts with this fingerprint, in the order in which they came.
  List<Text> with(String fingerprint) {
    long bits = Fingerprints.bits(fingerprint);
    List<Text> found = new ArrayList<>();
    for (Half each : List.of(newer, older)) {
      each.visit(bits, text -> each.texts.get(text) == FORGOTTEN || found.add(each.text(text)));
    }
    Collections.reverse(found);
    return found;
  }

  /// Whether so many texts of one source have this fingerprint.
  boolean isIn(int texts, String source, String fingerprint) {
    long bits = Fingerprints.bits(fingerprint);
    int[] count = {0};
    for (Half each : List.of(newer, older)) {
      each.visit(
          bits,
          text -> {
            count[0] += each.texts.get(text).source().equals(source) ? 1 : 0;
            return count[0] < texts;
          });
    }
    return count[0] >= texts;
  }

  /// Texts and a chained hash table over the fingerprints of all of them, one text after the other.
  private static final class Half {
    private static final int NONE = -1;

    /// Without their fingerprints.
    final List<Text> texts = new ArrayList<>();

    private int[] begins = new int[64];
    private long[] bits = new long[1024];
    private int[] owner = new int[1024];

    /// The place of the fingerprint before it in the same chain.
    private int[] next = new int[1024];

    /// The last place of each chain; a power of two of them.
    private int[] last = chains(2048);

    private int size;

    void add(Text text) {
      List<String> fingerprints = text.fingerprints();
      grow(size + fingerprints.size());
      int number = texts.size();
      begins = number == begins.length ? Arrays.copyOf(begins, number * 2) : begins;
      begins[number] = size;
      texts.add(with(text, List.of()));
      for (String fingerprint : fingerprints) {
        bits[size] = Fingerprints.bits(fingerprint);
        owner[size] = number;
        chain(size++);
      }
    }

    /// Calls for the number of each text with this fingerprint, the latest first, until told to
    /// end.
    void visit(long wanted, IntPredicate goOn) {
      int place = last[(int) wanted & last.length - 1];
      while (place != NONE && (bits[place] != wanted || goOn.test(owner[place]))) {
        place = next[place];
      }
    }

    Text text(int number) {
      int end = number + 1 < texts.size() ? begins[number + 1] : size;
      List<String> fingerprints =
          Arrays.stream(bits, begins[number], end).mapToObj(Fingerprints::of).toList();
      return with(texts.get(number), fingerprints);
    }

    private void grow(int wanted) {
      if (wanted > bits.length) {
        int room = Math.max(wanted, bits.length * 2);
        bits = Arrays.copyOf(bits, room);
        owner = Arrays.copyOf(owner, room);
        next = Arrays.copyOf(next, room);
        last = chains(Integer.highestOneBit(room) * 2);
        for (int place = 0; place < size; place++) {
          chain(place);
        }
      }
    }

    private void chain(int place) {
      int chain = (int) bits[place] & last.length - 1;
      next[place] = last[chain];
      last[chain] = place;
    }

    private static int[] chains(int count) {
      int[] chains = new int[count];
      Arrays.fill(chains, NONE);
      return chains;
    }

    private static Text with(Text text, List<String> fingerprints) {
      return new Text(
          text.id(), text.source(), text.cluster(), text.copyOf(), text.appearedAt(), fingerprints);
    }
  }
}
