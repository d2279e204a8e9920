package letopis.parse.charset;

import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/// Finds the character set of bytes and decodes them, as browsers do (WHATWG Encoding Standard and
/// HTML 13.2.3.2) with two differences for the web as it is: bytes that are valid UTF-8 are UTF-8
/// whatever the labels say, and a label that makes letter salad of the text loses to the bytes.
///
/// Never throws; all methods may be called from any thread.
public final class Charsets {
  /// By how much (natural logarithm a letter pair) the bytes must read better than with the label.
  private static final double LIE = 2.5;

  /// A score that only the right character set reaches, see [LetterPairs.Likeness#score()].
  private static final double TEXT = -7;

  /// Fewer letters beyond ASCII than this cannot convict a label.
  private static final int LIE_EVIDENCE = 24;

  private Charsets() {}

  /// What sort of document the bytes are: where its own label is looked for.
  public enum Kind {
    HTML,
    XML,
    JSON,
    TEXT
  }

  /// What decided.
  public enum Evidence {
    /// A byte order mark.
    BOM,
    /// The bytes are ASCII or valid UTF-8.
    VALID_UTF8,
    /// `charset` of the HTTP header.
    HEADER,
    /// The XML prolog or an HTML meta element.
    LABEL,
    /// Letter statistics.
    BYTES,
    /// Nothing spoke for anything.
    FALLBACK
  }

  /// Text with the character set it was decoded from.
  ///
  /// @param text without byte order mark; bytes that mean nothing are U+FFFD
  public record Decoded(String text, Charset charset, Evidence evidence) {
    public Decoded {
      Objects.requireNonNull(text);
      Objects.requireNonNull(charset);
      Objects.requireNonNull(evidence);
    }
  }

  /// The character set that the web means by a label such as `cp1251` or `latin1`.
  public static Optional<Charset> forLabel(String label) {
    return Labels.find(label);
  }

  /// Decodes a document.
  ///
  /// @param contentType the HTTP header, when there was one
  public static Decoded decode(byte[] bytes, Optional<String> contentType, Kind kind) {
    Optional<Decoded> marked = byteOrderMark(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    Optional<Charset> structural = ByteDetector.structural(bytes);
    if (structural.isPresent()) {
      return decoded(bytes, structural.get(), Evidence.BYTES);
    }
    Utf8 utf8 = Utf8.of(bytes);
    if (utf8.isText() || utf8.isCutOff()) {
      return utf8(bytes, Evidence.VALID_UTF8);
    }
    Optional<Charset> header = contentType.flatMap(LabelFinder::header);
    Optional<Charset> label = header.or(() -> LabelFinder.inside(bytes, kind));
    Evidence evidence = header.isPresent() ? Evidence.HEADER : Evidence.LABEL;
    if (label.isPresent() && label.get() == StandardCharsets.UTF_8 && isMostlyUtf8(bytes)) {
      return utf8(bytes, evidence);
    }
    if (label.isPresent() && readsWell(bytes, label.get())) {
      return decoded(bytes, label.get(), evidence);
    }
    // The header is often the server's default; a label inside was written with the text.
    Optional<Charset> inside =
        header.isPresent() ? LabelFinder.inside(bytes, kind) : Optional.empty();
    return weigh(bytes, label.map(charset -> new Claim(charset, evidence)), inside);
  }

  /// The characters of what [#decode] gives. Most documents are valid UTF-8, which is decoded while
  /// it is read.
  ///
  /// @param contentType the HTTP header, when there was one
  public static Reader read(byte[] bytes, Optional<String> contentType, Kind kind) {
    if (byteOrderMark(bytes).isEmpty() && ByteDetector.structural(bytes).isEmpty()) {
      Utf8 utf8 = Utf8.of(bytes);
      if (utf8.isText()) {
        return utf8.reader();
      }
    }
    return new StringReader(decode(bytes, contentType, kind).text());
  }

  private record Claim(Charset charset, Evidence evidence) {}

  private static Decoded weigh(byte[] bytes, Optional<Claim> claim, Optional<Charset> inside) {
    ByteDetector.Guess guess = ByteDetector.guess(bytes);
    if (claim.isPresent() && holds(bytes, claim.get().charset(), guess)) {
      return decoded(bytes, claim.get().charset(), claim.get().evidence());
    }
    if (inside.isPresent() && holds(bytes, inside.get(), guess)) {
      return decoded(bytes, inside.get(), Evidence.LABEL);
    }
    if (isMostlyUtf8(bytes)) {
      return utf8(bytes, Evidence.BYTES);
    }
    return decoded(
        bytes, guess.charset(), guess.score() > -100 ? Evidence.BYTES : Evidence.FALLBACK);
  }

  /// Whether the bytes are text in this set, so that no other need be tried.
  private static boolean readsWell(byte[] bytes, Charset label) {
    return !EastAsian.isMultiByte(label) && ByteDetector.scoresAbove(TEXT, bytes, label);
  }

  /// Whether a label is believable beside the best reading of the bytes.
  private static boolean holds(byte[] bytes, Charset label, ByteDetector.Guess guess) {
    if (label == StandardCharsets.UTF_8 || label.name().startsWith("UTF-16")) {
      return false;
    }
    if (label.equals(guess.charset())) {
      return true;
    }
    return ByteDetector.evidence(bytes) < LIE_EVIDENCE
        || ByteDetector.score(bytes, label) > guess.score() - LIE;
  }

  /// UTF-8 with a few broken places (a character cut in two by a careless shortening) is still
  /// UTF-8: more right characters beyond ASCII than wrong ones, eight to one.
  private static boolean isMostlyUtf8(byte[] bytes) {
    String utf8 = new String(bytes, StandardCharsets.UTF_8);
    int wrong = 0;
    int right = 0;
    for (int i = 0; i < utf8.length(); i++) {
      char character = utf8.charAt(i);
      if (character == '\ufffd') {
        wrong++;
      } else if (character >= 0x80) {
        right++;
      }
    }
    return right > 8 * wrong;
  }

  private static Optional<Decoded> byteOrderMark(byte[] b) {
    if (b.length >= 3 && at(b, 0) == 0xef && at(b, 1) == 0xbb && at(b, 2) == 0xbf) {
      return Optional.of(decoded(b, StandardCharsets.UTF_8, Evidence.BOM));
    }
    if (b.length >= 4 && at(b, 0) == 0xff && at(b, 1) == 0xfe && b[2] == 0 && b[3] == 0) {
      return Optional.of(decoded(b, Charset.forName("UTF-32LE"), Evidence.BOM));
    }
    if (b.length >= 4 && b[0] == 0 && b[1] == 0 && at(b, 2) == 0xfe && at(b, 3) == 0xff) {
      return Optional.of(decoded(b, Charset.forName("UTF-32BE"), Evidence.BOM));
    }
    if (b.length >= 2 && at(b, 0) == 0xfe && at(b, 1) == 0xff) {
      return Optional.of(decoded(b, StandardCharsets.UTF_16BE, Evidence.BOM));
    }
    if (b.length >= 2 && at(b, 0) == 0xff && at(b, 1) == 0xfe) {
      return Optional.of(decoded(b, StandardCharsets.UTF_16LE, Evidence.BOM));
    }
    return Optional.empty();
  }

  private static int at(byte[] bytes, int index) {
    return bytes[index] & 0xff;
  }

  private static Decoded utf8(byte[] bytes, Evidence evidence) {
    return new Decoded(new String(bytes, StandardCharsets.UTF_8), StandardCharsets.UTF_8, evidence);
  }

  private static Decoded decoded(byte[] bytes, Charset charset, Evidence evidence) {
    String text = new String(bytes, charset);
    boolean marked = !text.isEmpty() && text.charAt(0) == '\ufeff';
    return new Decoded(marked ? text.substring(1) : text, charset, evidence);
  }
}
