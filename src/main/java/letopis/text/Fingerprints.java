package letopis.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Passage fingerprints by winnowing (Schleimer, Wilkerson, Aiken: Winnowing: local algorithms for
/// document fingerprinting, SIGMOD 2003) over stemmed words.
///
/// Every run of [#PASSAGE] words or more that two texts share (in any inflection) gives at least
/// one common fingerprint; nothing shorter than [#GRAM] words ever does. About two fingerprints in
/// nine words are kept. A text that would give more than [#MOST] is winnowed with a window twice as
/// wide, and one that would give fewer than [#FEWEST] with one half as wide, as often as needed
/// while there are no more than [#MOST]. The minimum of a wide window is also the minimum of the
/// narrow ones in it, so its fingerprints are among those of the narrow window and stay comparable.
public final class Fingerprints {
  /// Words hashed together: the noise threshold.
  public static final int GRAM = 5;

  /// Neighbouring hashes of which the least is kept.
  public static final int WINDOW = 8;

  /// The guarantee threshold, in words.
  public static final int PASSAGE = WINDOW + GRAM - 1;

  /// The most fingerprints of one text.
  public static final int MOST = 1000;

  /// Fewer are a thin net: of two posts of fifteen words each had one, often not the same.
  private static final int FEWEST = 8;

  private static final String BASE64URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final int LETTERS = 8;
  private static final byte[] VALUES = values();

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Fingerprints() {}

  /// The fingerprints of a text, each once, in order of first occurrence: 48 bits in base64url,
  /// eight characters. Empty for a text of less than [#GRAM] words.
  public static List<String> of(String text) {
    return of(Words.of(text));
  }

  /// The fingerprints of a text already cut into words.
  public static List<String> of(List<Word> words) {
    return List.copyOf(places(words).keySet());
  }

  /// Which words stand in stretches that have no other fingerprints than these: from the first of
  /// several in a row to the last, and on to the end of the text where it has no other.
  static boolean[] stretches(List<Word> words, Set<String> fingerprints) {
    boolean[] in = new boolean[words.size()];
    if (fingerprints.isEmpty()) {
      return in;
    }
    int begin = -1;
    int end = 0;
    boolean first = true;
    for (Map.Entry<String, Integer> place : places(words).entrySet()) {
      if (fingerprints.contains(place.getKey())) {
        begin = begin >= 0 ? begin : first ? 0 : place.getValue();
        end = place.getValue() + GRAM;
      } else if (begin >= 0) {
        Arrays.fill(in, begin, end, true);
        begin = -1;
      }
      first = false;
    }
    if (begin >= 0) {
      Arrays.fill(in, begin, in.length, true);
    }
    return in;
  }

  /// The fingerprints and where each begins first, in that order.
  private static Map<String, Integer> places(List<Word> words) {
    long[] hashes = grams(words, GRAM);
    int window = WINDOW;
    Map<Long, Integer> kept = winnow(hashes, window);
    while (kept.size() > MOST) {
      window *= 2;
      kept = winnow(hashes, window);
    }
    // What repeats may leave next to nothing of a wide window and too much of one half as wide.
    boolean more = true;
    while (more && kept.size() < FEWEST && window > 1) {
      window /= 2;
      Map<Long, Integer> narrow = winnow(hashes, window);
      more = narrow.size() <= MOST;
      kept = more ? narrow : kept;
    }
    Map<String, Integer> places = new LinkedHashMap<>();
    kept.forEach((hash, at) -> places.putIfAbsent(of(hash), at));
    return places;
  }

  /// The hashes of all runs of so many words, 48 bits.
  static long[] grams(List<Word> words, int gram) {
    long[] each = new long[words.size()];
    for (int i = 0; i < each.length; i++) {
      each[i] = hash(words.get(i).stem());
    }
    long[] hashes = new long[Math.max(0, each.length - gram + 1)];
    for (int i = 0; i < hashes.length; i++) {
      long hash = FNV_OFFSET;
      for (int j = i; j < i + gram; j++) {
        hash = mix(hash * FNV_PRIME + each[j]);
      }
      hashes[i] = hash >>> 16;
    }
    return hashes;
  }

  /// Keeps the rightmost least hash of every window.
  private static Map<Long, Integer> winnow(long[] hashes, int window) {
    Map<Long, Integer> kept = new LinkedHashMap<>();
    int least = -1;
    int last = Math.max(0, hashes.length - window);
    for (int from = 0; from <= last && hashes.length > 0; from++) {
      int to = Math.min(hashes.length, from + window);
      if (least < from) {
        least = from;
        for (int i = from + 1; i < to; i++) {
          least = hashes[i] <= hashes[least] ? i : least;
        }
      } else if (hashes[to - 1] <= hashes[least]) {
        least = to - 1;
      }
      kept.putIfAbsent(hashes[least], least);
    }
    return kept;
  }

  /// A fingerprint as it is written.
  ///
  /// @param bits 48 of them
  public static String of(long bits) {
    byte[] letters = new byte[LETTERS];
    for (int i = 0; i < LETTERS; i++) {
      letters[i] = (byte) BASE64URL.charAt((int) (bits >>> 6 * (LETTERS - 1 - i)) & 63);
    }
    return new String(letters, StandardCharsets.ISO_8859_1);
  }

  /// The 48 bits of a fingerprint.
  ///
  /// @throws IllegalArgumentException if it is none
  public static long bits(String fingerprint) {
    if (fingerprint.length() != LETTERS) {
      throw new IllegalArgumentException("not a fingerprint: " + fingerprint);
    }
    long bits = 0;
    for (int i = 0; i < LETTERS; i++) {
      int letter = fingerprint.charAt(i);
      int value = letter < VALUES.length ? VALUES[letter] : -1;
      if (value < 0) {
        throw new IllegalArgumentException("not a fingerprint: " + fingerprint);
      }
      bits = bits << 6 | value;
    }
    return bits;
  }

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < BASE64URL.length(); i++) {
      values[BASE64URL.charAt(i)] = (byte) i;
    }
    return values;
  }

  private static long hash(String word) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * FNV_PRIME;
    }
    return mix(hash);
  }

  /// The finaliser of MurmurHash3, 64 bits.
  private static long mix(long value) {
    long mixed = value;
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
