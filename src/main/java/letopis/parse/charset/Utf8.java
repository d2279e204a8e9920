package letopis.parse.charset;

import java.io.Reader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Checks UTF-8 (RFC 3629, section 3), and decodes it as it is read: of a page neither a string nor
/// an array is made, and what takes turns with ASCII costs little more than it.
final class Utf8 {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x0101010101010101L;

  /// Bytes of a character at most.
  private static final int LONGEST = 4;

  private final byte[] bytes;
  private final boolean valid;
  private boolean replacement;
  private boolean beyondAscii;

  /// Where the first character begins that is none.
  private int stop;

  private Utf8(byte[] bytes) {
    this.bytes = bytes;
    this.valid = check();
  }

  /// Looks at bytes up to the first that is not UTF-8.
  static Utf8 of(byte[] bytes) {
    return new Utf8(bytes);
  }

  boolean isValid() {
    return valid;
  }

  /// Whether they are valid, and not all beyond ASCII is U+FFFD, where another program has lost the
  /// text.
  boolean isText() {
    return valid && (beyondAscii || !replacement);
  }

  /// Whether the text ends within its last character; seen only where others beyond ASCII are
  /// right.
  boolean isCutOff() {
    boolean near = !valid && beyondAscii && bytes.length - stop < LONGEST;
    return near && ByteDetector.decodes(bytes, StandardCharsets.UTF_8);
  }

  /// The text, when it is valid.
  Reader reader() {
    return new Decoder(bytes);
  }

  private boolean check() {
    byte[] in = bytes;
    int end = in.length;
    int i = 0;
    while (i < end) {
      if (in[i] >= 0) {
        i = ascii(in, i, end);
      } else if ((in[i] & 0xe0) == 0xc0) {
        if (i + 1 >= end || (in[i] & 0x1e) == 0 || !follows(in[i + 1])) {
          stop = i;
          return false;
        }
        beyondAscii = true;
        i += 2;
      } else {
        int point = longer(in, i, end);
        if (point < 0) {
          stop = i;
          return false;
        }
        replacement |= point == 0xfffd;
        beyondAscii |= point != 0xfffd;
        i += point < 0x10000 ? 3 : 4;
      }
    }
    return true;
  }

  /// Where ASCII ends.
  private static int ascii(byte[] in, int from, int end) {
    int i = from;
    while (i + 8 <= end && ((long) EIGHT.get(in, i) & HIGH_BITS) == 0) {
      i += 8;
    }
    while (i < end && in[i] >= 0) {
      i++;
    }
    return i;
  }

  /// Decodes valid bytes.
  private static final class Decoder extends Reader {
    private final byte[] in;
    private int at;

    /// The second half of a pair that did not fit, or 0.
    private char half;

    Decoder(byte[] in) {
      this.in = in;
    }

    @Override
    public int read(char[] out, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      int limit = offset + length;
      int end = in.length;
      int i = at;
      int to = offset;
      if (half != 0) {
        out[to++] = half;
        half = 0;
      }
      while (i < end && to < limit) {
        byte b = in[i];
        if (b >= 0) {
          int stop = Math.min(end, i + limit - to) - 8;
          for (; i <= stop && ((long) EIGHT.get(in, i) & HIGH_BITS) == 0; i += 8, to += 8) {
            out[to] = (char) in[i];
            out[to + 1] = (char) in[i + 1];
            out[to + 2] = (char) in[i + 2];
            out[to + 3] = (char) in[i + 3];
            out[to + 4] = (char) in[i + 4];
            out[to + 5] = (char) in[i + 5];
            out[to + 6] = (char) in[i + 6];
            out[to + 7] = (char) in[i + 7];
          }
          while (i < end && to < limit && in[i] >= 0) {
            out[to++] = (char) in[i++];
          }
        } else if ((b & 0xe0) == 0xc0) {
          out[to++] = (char) ((b & 0x1f) << 6 | in[i + 1] & 0x3f);
          i += 2;
        } else {
          int point = longer(in, i, end);
          i += point < 0x10000 ? 3 : 4;
          if (point < 0x10000) {
            out[to++] = (char) point;
          } else {
            out[to++] = Character.highSurrogate(point);
            half = Character.lowSurrogate(point);
            if (to < limit) {
              out[to++] = half;
              half = 0;
            }
          }
        }
      }
      at = i;
      return to == offset ? -1 : to - offset;
    }

    @Override
    public void close() {
      at = in.length;
    }
  }

  /// The character of three or four bytes, or -1.
  private static int longer(byte[] in, int i, int end) {
    boolean three = (in[i] & 0xf0) == 0xe0;
    if (i + (three ? 2 : 3) >= end || !follows(in[i + 1]) || !follows(in[i + 2])) {
      return -1;
    }
    int upper = (in[i + 1] & 0x3f) << 6 | in[i + 2] & 0x3f;
    if (three) {
      int point = (in[i] & 0x0f) << 12 | upper;
      return point < 0x800 || point >= 0xd800 && point < 0xe000 ? -1 : point;
    }
    int point = (in[i] & 0x07) << 18 | upper << 6 | in[i + 3] & 0x3f;
    boolean four = (in[i] & 0xf8) == 0xf0 && follows(in[i + 3]);
    return four && point >= 0x10000 && point <= 0x10ffff ? point : -1;
  }

  private static boolean follows(byte b) {
    return (b & 0xc0) == 0x80;
  }

  /// Where a byte stands first from a place on, eight looked at in one step; `end` when nowhere.
  static int find(byte[] bytes, byte wanted, int from, int end) {
    long eightWanted = LOW_BITS * (wanted & 0xff);
    int i = from;
    for (; i + 8 <= end; i += 8) {
      long differ = (long) EIGHT.get(bytes, i) ^ eightWanted;
      if ((differ - LOW_BITS & ~differ & HIGH_BITS) != 0) {
        break;
      }
    }
    while (i < end && bytes[i] != wanted) {
      i++;
    }
    return i;
  }
}
