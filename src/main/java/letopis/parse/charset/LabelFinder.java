package letopis.parse.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the label that a document or its header gives.
public final class LabelFinder {
  /// HTML 13.2.3.2 prescans 1024 bytes; pages with long comments before the element exist.
  private static final int HEAD = 8192;

  private static final Pattern HEADER =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([^\\s\"';,]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern PROLOG =
      Pattern.compile("<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)");
  private static final Pattern NOISE =
      Pattern.compile(
          "<!--.*?(?:-->|$)|<(script|style|title|textarea)\\b[^>]*>.*?(?:</\\1\\s*>|$)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern META =
      // Possessive and bounded: one stack frame a character would overflow on an element without
      // end.
      Pattern.compile(
          "<meta[\\s/]((?:[^>\"']++|\"[^\"]*+\"|'[^']*+'){0,300}+)>?", Pattern.CASE_INSENSITIVE);
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "([^\\s=/>\"']+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>\"']+))",
          Pattern.CASE_INSENSITIVE);

  private LabelFinder() {}

  /// The `charset` of a `Content-Type` header.
  static Optional<Charset> header(String contentType) {
    Matcher matcher = HEADER.matcher(contentType);
    return matcher.find() ? Labels.find(matcher.group(1)) : Optional.empty();
  }

  /// The label inside the document: XML prolog or HTML meta element.
  public static Optional<Charset> inside(byte[] bytes, Charsets.Kind kind) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Optional<Charset> label =
        switch (kind) {
          case XML -> prolog(head);
          case HTML -> meta(head).or(() -> prolog(head));
          case JSON, TEXT -> Optional.empty();
        };
    // A label that could be read byte by byte cannot mean UTF-16 (HTML 13.2.3.2, step "if charset
    // is UTF-16BE/LE, then set charset to UTF-8").
    return label.map(
        charset -> charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset);
  }

  private static Optional<Charset> prolog(String head) {
    Matcher matcher = PROLOG.matcher(head);
    return matcher.find() ? Labels.find(matcher.group(1)) : Optional.empty();
  }

  private static Optional<Charset> meta(String head) {
    Matcher meta = META.matcher(NOISE.matcher(head).replaceAll(" "));
    while (meta.find()) {
      Optional<Charset> found = ofMeta(meta.group(1));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Charset> ofMeta(String attributes) {
    Matcher matcher = ATTRIBUTE.matcher(attributes);
    Optional<Charset> direct = Optional.empty();
    Optional<Charset> content = Optional.empty();
    boolean pragma = false;
    while (matcher.find()) {
      String value =
          matcher.group(2) != null
              ? matcher.group(2)
              : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
      switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
        case "charset" -> direct = Labels.find(value);
        case "content" -> content = header(value);
        case "http-equiv" -> pragma = value.strip().equalsIgnoreCase("content-type");
        default -> {}
      }
    }
    return direct.isPresent() ? direct : pragma ? content : Optional.empty();
  }
}
