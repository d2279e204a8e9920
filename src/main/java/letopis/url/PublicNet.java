package letopis.url;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// The open internet: all addresses but loopback, private (RFC 1918, RFC 4193), link-local and with
/// it cloud metadata, carrier NAT (RFC 6598), multicast, reserved and documentation blocks (IANA
/// special-purpose registries), and IPv6 forms that carry such an IPv4 address. Only there does a
/// request lead whose target somebody else has chosen (server-side request forgery).
public final class PublicNet {
  private static final List<Cidr> REFUSED =
      List.of(
          Cidr.of("0.0.0.0/8"),
          Cidr.of("10.0.0.0/8"),
          Cidr.of("100.64.0.0/10"),
          Cidr.of("127.0.0.0/8"),
          Cidr.of("169.254.0.0/16"),
          Cidr.of("172.16.0.0/12"),
          Cidr.of("192.0.0.0/24"),
          Cidr.of("192.0.2.0/24"),
          Cidr.of("192.88.99.0/24"),
          Cidr.of("192.168.0.0/16"),
          Cidr.of("198.18.0.0/15"),
          Cidr.of("198.51.100.0/24"),
          Cidr.of("203.0.113.0/24"),
          Cidr.of("224.0.0.0/3"),
          Cidr.of("64:ff9b:1::/48"),
          Cidr.of("100::/64"),
          Cidr.of("2001::/23"),
          Cidr.of("2001:db8::/32"),
          Cidr.of("3fff::/20"),
          Cidr.of("5f00::/16"),
          Cidr.of("fc00::/7"),
          Cidr.of("fe80::/10"),
          Cidr.of("fec0::/10"),
          Cidr.of("ff00::/8"));

  private static final Cidr NAT64 = Cidr.of("64:ff9b::/96");
  private static final Cidr SIX_TO_FOUR = Cidr.of("2002::/16");

  private PublicNet() {}

  /// Whether an address is reached over the open internet.
  public static boolean has(InetAddress address) {
    return has(address.getAddress());
  }

  private static boolean has(byte[] octets) {
    if (REFUSED.stream().anyMatch(block -> block.contains(octets))) {
      return false;
    }
    if (octets.length == 4) {
      return true;
    }
    if (NAT64.contains(octets)) {
      return has(Arrays.copyOfRange(octets, 12, 16));
    }
    if (SIX_TO_FOUR.contains(octets)) {
      return has(Arrays.copyOfRange(octets, 2, 6));
    }
    // ::/8 holds the unspecified address, loopback, IPv4-mapped and IPv4-compatible forms.
    return octets[0] != 0;
  }
}
