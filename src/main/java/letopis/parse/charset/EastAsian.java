package letopis.parse.charset;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/// Tells the Chinese, Japanese and Korean double-byte sets apart by which of their rows the text
/// uses: frequent characters stand in the first rows of each standard.
final class EastAsian {
  /// Fewer double bytes than this prove nothing.
  private static final int ENOUGH = 4;

  private int pairs;
  private int hangulRows;
  private int kanaRows;
  private int hanziLevel1;
  private int big5Level1;
  private int big5Trail;
  private int sjisKana;
  private int sjisPairs;

  private EastAsian() {}

  static boolean isMultiByte(Charset charset) {
    String name = charset.name().toLowerCase(Locale.ROOT);
    return name.startsWith("gb")
        || name.startsWith("big5")
        || name.startsWith("euc")
        || name.startsWith("x-euc")
        || name.startsWith("utf")
        || name.startsWith("iso-2022")
        || name.equals("windows-31j")
        || name.equals("shift_jis")
        || name.equals("x-windows-949");
  }

  /// The set that these bytes are in, when it is one of this family.
  static Optional<Charset> find(byte[] bytes) {
    EastAsian counts = new EastAsian();
    counts.countEuc(bytes);
    counts.countShiftJis(bytes);
    return counts.decide(bytes);
  }

  private Optional<Charset> decide(byte[] bytes) {
    if (sjisPairs >= ENOUGH && sjisKana > sjisPairs * 0.2) {
      Optional<Charset> found = checked(bytes, "windows-31j");
      if (found.isPresent()) {
        return found;
      }
    }
    if (pairs < ENOUGH) {
      return Optional.empty();
    }
    if (kanaRows > pairs * 0.2) {
      Optional<Charset> found = checked(bytes, "EUC-JP");
      if (found.isPresent()) {
        return found;
      }
    }
    if (hangulRows > pairs * 0.75) {
      Optional<Charset> found = checked(bytes, "x-windows-949");
      if (found.isPresent()) {
        return found;
      }
    }
    boolean big5 = big5Trail > pairs * 0.1 && big5Level1 > pairs * 0.75;
    if (big5) {
      Optional<Charset> found = checked(bytes, "Big5-HKSCS");
      if (found.isPresent()) {
        return found;
      }
    }
    return hanziLevel1 > pairs * 0.6 ? checked(bytes, "GB18030") : Optional.empty();
  }

  private static Optional<Charset> checked(byte[] bytes, String name) {
    Charset charset = Charset.forName(name);
    return ByteDetector.decodes(bytes, charset) ? Optional.of(charset) : Optional.empty();
  }

  /// Counts the rows of double bytes as EUC and Big5 form them.
  private void countEuc(byte[] bytes) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      int lead = bytes[i] & 0xff;
      if (lead < 0x81) {
        continue;
      }
      int trail = bytes[++i] & 0xff;
      boolean high = trail >= 0xa1;
      pairs++;
      big5Trail += trail >= 0x40 && trail < 0x7f ? 1 : 0;
      big5Level1 += lead >= 0xa1 && lead <= 0xc6 ? 1 : 0;
      kanaRows += high && (lead == 0xa4 || lead == 0xa5) ? 1 : 0;
      hangulRows += high && lead >= 0xb0 && lead <= 0xc8 ? 1 : 0;
      hanziLevel1 += high && (lead >= 0xb0 && lead <= 0xd7 || lead == 0xa1 || lead == 0xa3) ? 1 : 0;
    }
  }

  private void countShiftJis(byte[] bytes) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      int lead = bytes[i] & 0xff;
      boolean isLead = lead >= 0x81 && lead <= 0x9f || lead >= 0xe0 && lead <= 0xfc;
      if (!isLead) {
        continue;
      }
      int trail = bytes[++i] & 0xff;
      sjisPairs++;
      boolean hiragana = lead == 0x82 && trail >= 0x9f && trail <= 0xf1;
      boolean katakana = lead == 0x83 && trail >= 0x40 && trail <= 0x96;
      sjisKana += hiragana || katakana ? 1 : 0;
    }
  }
}
