package letopis.url;

import java.net.InetAddress;
import java.util.Optional;

/// A block of IP addresses, as `10.0.0.0/8` or `fc00::/7`; without a slash, one address.
public record Cidr(byte[] prefix, int bits) {
  /// @throws IllegalArgumentException if the text is not such a block
  static Cidr of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("not a CIDR block: " + text));
  }

  /// Empty when the text is a name, not a block of addresses. Never asks the DNS.
  public static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    if (!address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      return Optional.empty();
    }
    try {
      byte[] octets = InetAddress.ofLiteral(address).getAddress();
      int bits = slash < 0 ? octets.length * 8 : Integer.parseInt(text.substring(slash + 1));
      return bits < 0 || bits > octets.length * 8
          ? Optional.empty()
          : Optional.of(new Cidr(octets, bits));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Whether an address, 4 or 16 octets, is in the block.
  public boolean contains(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit & 7);
      if ((address[bit >> 3] & mask) != (prefix[bit >> 3] & mask)) {
        return false;
      }
    }
    return true;
  }
}
