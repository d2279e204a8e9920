package letopis.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Keeps the crawler out of private networks (server-side request forgery). A name is resolved
/// once, its addresses are judged, and the connection goes to a judged address, so that a DNS
/// answer that changes between check and use changes nothing.
///
/// Refused: loopback, private (RFC 1918, RFC 4193), link-local and with it cloud metadata, carrier
/// NAT (RFC 6598), multicast, reserved and documentation blocks (IANA special-purpose registries),
/// and IPv6 forms that carry such an IPv4 address.
public final class AddressGuard {
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

  private final boolean everything;
  private final Set<String> names;
  private final List<Cidr> blocks;

  /// @param allowPrivate host names, addresses or CIDR blocks that are allowed all the same; `*`
  ///     for all
  public AddressGuard(Set<String> allowPrivate) {
    this.everything = allowPrivate.contains("*");
    this.names = Set.copyOf(allowPrivate);
    this.blocks = allowPrivate.stream().map(Cidr::parse).flatMap(Optional::stream).toList();
  }

  /// The addresses of this host that may be connected to, in the resolver's order; empty when the
  /// host has none but forbidden ones.
  ///
  /// @param host lower case; an IPv6 literal in brackets or without
  /// @throws UnknownHostException from the resolver
  public List<InetAddress> allowed(String host, Resolver resolver) throws UnknownHostException {
    boolean named = everything || names.contains(host);
    return Arrays.stream(resolver.resolve(host))
        .filter(address -> named || isAllowed(address))
        .toList();
  }

  /// Whether the crawler may connect to this address.
  public boolean isAllowed(InetAddress address) {
    byte[] octets = address.getAddress();
    return everything
        || blocks.stream().anyMatch(block -> block.contains(octets))
        || isPublic(octets);
  }

  /// Whether a host may be asked for through a proxy, where the proxy does the resolving: not when
  /// its name already says that it is local.
  public boolean isAllowedByName(String host) {
    if (everything || names.contains(host)) {
      return true;
    }
    String name = host.toLowerCase(Locale.ROOT);
    if (name.matches("[0-9.]+|0x[0-9a-f.x]+|\\[.*]")) {
      try {
        return isAllowed(InetAddress.getByName(name));
      } catch (UnknownHostException _) {
        return false;
      }
    }
    return name.contains(".")
        && !name.endsWith(".localhost")
        && !name.endsWith(".local")
        && !name.endsWith(".internal");
  }

  private static boolean isPublic(byte[] octets) {
    if (REFUSED.stream().anyMatch(block -> block.contains(octets))) {
      return false;
    }
    if (octets.length == 4) {
      return true;
    }
    if (NAT64.contains(octets)) {
      return isPublic(Arrays.copyOfRange(octets, 12, 16));
    }
    if (SIX_TO_FOUR.contains(octets)) {
      return isPublic(Arrays.copyOfRange(octets, 2, 6));
    }
    // ::/8 holds the unspecified address, loopback, IPv4-mapped and IPv4-compatible forms.
    return octets[0] != 0;
  }
}
