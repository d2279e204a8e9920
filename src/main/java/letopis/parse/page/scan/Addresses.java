package letopis.parse.page.scan;

import org.jsoup.nodes.Element;

/// Makes the addresses of links absolute as [Element#absUrl] does. Nearly all links of a page are
/// whole addresses, or paths from the root of their site, without anything to be tidied: for these
/// no [java.net.URL] is made.
public final class Addresses {
  private Addresses() {}

  /// The value of an attribute as it is written, empty where there is none. [Element#attr] compares
  /// names without regard to case, which jsoup's HTML parser has made needless.
  public static String written(Element element, String attribute) {
    return element.attributesSize() == 0 ? "" : element.attributes().get(attribute);
  }

  /// The absolute address that an attribute has, empty where it has none.
  public static String absolute(Element element, String attribute) {
    String address = written(element, attribute);
    if (address.startsWith("http://") || address.startsWith("https://")) {
      return isHost(address, address.indexOf("//") + 2) ? address : element.absUrl(attribute);
    }
    if (address.startsWith("/") && isPlainPath(address, 0) && !address.startsWith("//")) {
      String base = element.baseUri();
      int host = base.startsWith("http://") || base.startsWith("https://") ? base.indexOf("//") : 0;
      int path = base.indexOf('/', host + 2);
      if (host > 0 && isHost(base, host + 2)) {
        return base.substring(0, path) + address;
      }
    }
    return hasOtherScheme(address) ? address : element.absUrl(attribute);
  }

  /// Scripts, telephones and data are no addresses that could be made absolute; to learn that from
  /// [java.net.URL] costs an exception.
  private static boolean hasOtherScheme(String address) {
    return address.startsWith("javascript:")
        || address.startsWith("data:")
        || address.startsWith("tel:");
  }

  /// Whether an address is whole and has no character that needs a look.
  public static boolean isPlain(String address) {
    if (!address.startsWith("https://") && !address.startsWith("http://")) {
      return false;
    }
    for (int i = address.indexOf("//"); i < address.length(); i++) {
      char c = address.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!letter && "-._~/?&=+,".indexOf(c) < 0) {
        return false;
      }
    }
    return isHost(address, address.indexOf("//") + 2);
  }

  /// Whether a host without port or user stands here, and a path that needs no tidying behind it.
  private static boolean isHost(String address, int from) {
    for (int i = from; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c == '/') {
        return i > from && isPlainPath(address, i);
      }
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-')) {
        return false;
      }
    }
    return false;
  }

  /// Whether there is nothing to be cut out: no control characters, no `/./`, no `/../`.
  private static boolean isPlainPath(String address, int from) {
    for (int i = from; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '\\' || c == '.' && i > 0 && address.charAt(i - 1) == '/') {
        return false;
      }
    }
    return true;
  }
}
