package letopis.parse.html;

import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/// Resolves character references (HTML 13.2.5.72): those that are written as they should be here,
/// all others by jsoup.
final class References {
  private static final int LONGEST = 12;

  private References() {}

  /// The text with its references resolved.
  static String resolved(String text, boolean attribute) {
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
      int end = at + 1;
      boolean number = end < text.length() && text.charAt(end) == '#';
      end += number ? 1 : 0;
      while (end < text.length() && isLetterOrDigit(text.charAt(end))) {
        end++;
      }
      if (end == at + 1 && !number) {
        continue;
      }
      char next = end < text.length() ? text.charAt(end) : 0;
      if (attribute && !number && (next == '=' || next == '-' || next == '_')) {
        continue;
      }
      String meant = next == ';' && end - at < LONGEST ? meant(text.substring(at + 1, end)) : "";
      if (meant.isEmpty()) {
        return Parser.unescapeEntities(text, attribute);
      }
      out.append(text, done, at).append(meant);
      done = end + 1;
    }
    return done == 0 ? text : out.append(text, done, text.length()).toString();
  }

  private static boolean isLetterOrDigit(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c >= '0' && c <= '9';
  }

  private static String meant(String name) {
    return switch (name) {
      case "amp" -> "&";
      case "quot" -> "\"";
      case "nbsp" -> "\u00a0";
      default -> name.charAt(0) == '#' ? number(name) : Entities.getByName(name);
    };
  }

  private static String number(String reference) {
    boolean hexadecimal = reference.length() > 1 && (reference.charAt(1) | 0x20) == 'x';
    int value = 0;
    for (int i = hexadecimal ? 2 : 1; i < reference.length(); i++) {
      int digit = Character.digit(reference.charAt(i), hexadecimal ? 16 : 10);
      if (digit < 0 || value > 0xffff) {
        return "";
      }
      value = value * (hexadecimal ? 16 : 10) + digit;
    }
    boolean plain = value >= ' ' && value < 0x80 || value >= 0xa0 && value < 0xd800;
    return plain || value > 0xdfff && value < 0xfff0 ? String.valueOf((char) value) : "";
  }
}
