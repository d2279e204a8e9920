package letopis.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import letopis.url.Cidr;
import letopis.url.PublicNet;

/// Keeps the crawler out of private networks (server-side request forgery). A name is resolved
/// once, its addresses are judged, and the connection goes to a judged address, so that a DNS
/// answer that changes between check and use changes nothing.
/// Refused is all that is not [PublicNet], but for what the configuration allows.
public final class AddressGuard {
  /// A name that ends in a number is an IPv4 address in one of many spellings (WHATWG URL).
  private static final Pattern NUMBER = Pattern.compile("(?:^|\\.)(?:[0-9]+|0x[0-9a-f]*)$");

  private static final Pattern FOUR =
      Pattern.compile("(?:0|[1-9][0-9]{0,2})(?:\\.(?:0|[1-9][0-9]{0,2})){3}");

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
        || PublicNet.has(address);
  }

  /// Whether a host may be asked for through a proxy, where the proxy does the resolving: not when
  /// its name already says that it is local.
  public boolean isAllowedByName(String host) {
    if (everything || names.contains(host)) {
      return true;
    }
    String name = host.toLowerCase(Locale.ROOT);
    if (name.startsWith("[") || NUMBER.matcher(name).find()) {
      return isLiteral(name) && isAllowedLiteral(name);
    }
    return name.contains(".")
        && !name.endsWith(".localhost")
        && !name.endsWith(".local")
        && !name.endsWith(".internal");
  }

  /// Only the one spelling of an IPv4 address of which nobody can think otherwise: `010.0.0.1` and
  /// `127.0x0.1` are other addresses to a C library than to us.
  private static boolean isLiteral(String name) {
    return name.startsWith("[") || FOUR.matcher(name).matches();
  }

  private boolean isAllowedLiteral(String name) {
    try {
      return isAllowed(InetAddress.getByName(name));
    } catch (UnknownHostException _) {
      return false;
    }
  }
}
