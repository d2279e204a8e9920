package letopis.parse.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Guesses the character set of unlabelled bytes that are not UTF-8.
final class ByteDetector {
  private static final int SAMPLE = 8192;
  private static final int SCAN = 1 << 18;
  private static final byte ESCAPE = 0x1b;

  /// Bytes that decide which sets are looked at closely, and how many those are.
  private static final int GLANCE = 512;

  private static final int FINALISTS = 4;

  /// With fewer letters beyond ASCII than this, statistics mean little.
  private static final int FEW = 6;

  private static final Charset WESTERN = Charset.forName("windows-1252");

  private static final List<Charset> SINGLE =
      List.of(
          Charset.forName("windows-1251"),
          Charset.forName("KOI8-U"),
          Charset.forName("KOI8-R"),
          Charset.forName("IBM866"),
          Charset.forName("ISO-8859-5"),
          Charset.forName("x-MacCyrillic"),
          Charset.forName("IBM855"),
          WESTERN,
          Charset.forName("windows-1250"),
          Charset.forName("ISO-8859-2"),
          Charset.forName("windows-1253"),
          Charset.forName("ISO-8859-7"),
          Charset.forName("windows-1254"),
          Charset.forName("windows-1255"),
          Charset.forName("windows-1256"),
          Charset.forName("x-windows-874"));

  private ByteDetector() {}

  /// A character set with how well the bytes read in it, see [LetterPairs.Likeness#score()].
  record Guess(Charset charset, double score) {}

  /// Unicode without byte order mark, or a set switched by escape sequences.
  static Optional<Charset> structural(byte[] bytes) {
    int length = Math.min(bytes.length & ~3, 4096);
    int[] zeros = new int[4];
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        zeros[i & 3]++;
      }
    }
    int quarter = length / 4;
    if (quarter >= 2) {
      if (zeros[0] > quarter * 0.9 && zeros[1] > quarter * 0.9 && zeros[3] < quarter * 0.1) {
        return Optional.of(Charset.forName("UTF-32BE"));
      }
      if (zeros[3] > quarter * 0.9 && zeros[2] > quarter * 0.9 && zeros[0] < quarter * 0.1) {
        return Optional.of(Charset.forName("UTF-32LE"));
      }
      int even = zeros[0] + zeros[2];
      int odd = zeros[1] + zeros[3];
      if (even > quarter * 0.3 && even > 8 * odd) {
        return Optional.of(StandardCharsets.UTF_16BE);
      }
      if (odd > quarter * 0.3 && odd > 8 * even) {
        return Optional.of(StandardCharsets.UTF_16LE);
      }
    }
    return escapes(bytes);
  }

  private static Optional<Charset> escapes(byte[] bytes) {
    int end = Math.min(bytes.length, SCAN) - 2;
    for (int i = Utf8.find(bytes, ESCAPE, 0, end);
        i < end;
        i = Utf8.find(bytes, ESCAPE, i + 1, end)) {
      if (bytes[i + 1] == '$') {
        return Optional.of(Charset.forName(bytes[i + 2] == ')' ? "ISO-2022-KR" : "ISO-2022-JP"));
      }
    }
    return Optional.empty();
  }

  /// The best reading of bytes with characters beyond ASCII.
  static Guess guess(byte[] bytes) {
    Optional<Charset> multiByte = EastAsian.find(head(bytes));
    if (multiByte.isPresent()) {
      return new Guess(multiByte.get(), 0);
    }
    byte[] sample = sample(bytes);
    if (sample.length > 3 * GLANCE) {
      byte[] glance = Arrays.copyOf(sample, GLANCE);
      List<Charset> finalists =
          SINGLE.stream()
              .map(charset -> new Guess(charset, score(glance, charset, SINGLE.indexOf(charset))))
              .sorted(Comparator.comparingDouble(Guess::score).reversed())
              .limit(FINALISTS)
              .map(Guess::charset)
              .toList();
      return best(sample, finalists);
    }
    return best(sample, SINGLE);
  }

  private static Guess best(byte[] sample, List<Charset> charsets) {
    Guess best = new Guess(WESTERN, -100);
    for (Charset charset : charsets) {
      double score = score(sample, charset, SINGLE.indexOf(charset));
      if (score > best.score()) {
        best = new Guess(charset, score);
      }
    }
    // A lone apostrophe or accent reads as something everywhere; the commonest set then.
    double western = LetterPairs.of(new String(sample, WESTERN)).score();
    boolean doubtful = evidence(sample) < FEW && !hasRun(sample) && western > best.score() - 4;
    return doubtful ? new Guess(WESTERN, western) : best;
  }

  /// Whether two bytes beyond ASCII stand together, as they do in no short Western word.
  private static boolean hasRun(byte[] bytes) {
    for (int i = 1; i < bytes.length; i++) {
      if (bytes[i] < 0 && bytes[i - 1] < 0) {
        return true;
      }
    }
    return false;
  }

  /// Earlier sets are commoner: a later one must be better, not as good.
  private static double score(byte[] sample, Charset charset, int rank) {
    return LetterPairs.of(new String(sample, charset)).score() - 0.002 * rank;
  }

  /// How well the bytes read in one character set.
  static double score(byte[] bytes, Charset charset) {
    return EastAsian.isMultiByte(charset)
        ? decodes(head(bytes), charset) ? 0 : -100
        : LetterPairs.of(new String(sample(bytes), charset)).score();
  }

  /// Whether bytes of a set with one byte a character score more than this in it.
  static boolean scoresAbove(double score, byte[] bytes, Charset charset) {
    return LetterPairs.of(new String(sample(bytes), charset), score).score() > score;
  }

  /// How many bytes of the sample are beyond ASCII.
  static int evidence(byte[] bytes) {
    int count = 0;
    for (byte b : sample(bytes)) {
      count += b < 0 ? 1 : 0;
    }
    return count;
  }

  static byte[] head(byte[] bytes) {
    return bytes.length <= SCAN ? bytes : Arrays.copyOf(bytes, SCAN);
  }

  /// Runs of bytes beyond ASCII with their neighbours, for sets with one byte a character.
  private static byte[] sample(byte[] bytes) {
    byte[] sample = new byte[SAMPLE];
    int size = 0;
    int scan = Math.min(bytes.length, SCAN);
    for (int i = 0; i < scan && size < SAMPLE - 3; i++) {
      if (bytes[i] >= 0) {
        continue;
      }
      if (i > 0 && bytes[i - 1] >= 0) {
        sample[size++] = ' ';
        sample[size++] = bytes[i - 1];
      }
      sample[size++] = bytes[i];
      if (i + 1 < bytes.length && bytes[i + 1] >= 0) {
        sample[size++] = bytes[i + 1];
      }
    }
    return Arrays.copyOf(sample, size);
  }

  /// Whether the bytes are right in this set, but for a character cut off at the end.
  static boolean decodes(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    while (true) {
      var result = decoder.decode(in, out, false);
      if (result.isError()) {
        return false;
      }
      if (result.isUnderflow()) {
        return true;
      }
      out.clear();
    }
  }
}
