package letopis.api.access;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import letopis.url.Cidr;

/// The reverse proxies whose word is taken for where a request comes from. Everybody can write an
/// `X-Forwarded-For`; what a trusted proxy has added to it stands at its end.
///
/// @param blocks their addresses
public record Proxies(List<Cidr> blocks) {
  /// Nobody's word is taken.
  public static final Proxies NONE = new Proxies(List.of());

  public Proxies {
    blocks = List.copyOf(blocks);
  }

  /// @param addresses such as `10.0.0.7` or `10.0.0.0/8`
  /// @throws IllegalArgumentException naming the one that is none; the message is for people
  public static Proxies of(Collection<String> addresses) {
    List<Cidr> blocks = new ArrayList<>();
    for (String address : addresses) {
      blocks.add(
          Cidr.parse(address.strip())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "“" + address + "” is no address or block of addresses")));
    }
    return new Proxies(blocks);
  }

  /// Where a request comes from, as far as the proxies before us are trusted.
  public String caller(Context context) {
    return caller(context.ip(), Collections.list(context.req().getHeaders("X-Forwarded-For")));
  }

  /// The last address that no trusted proxy stands at.
  ///
  /// @param peer who has connected
  /// @param forwarded values of `X-Forwarded-For` in their order
  String caller(String peer, List<String> forwarded) {
    String caller = peer;
    List<String> hops = List.of(String.join(",", forwarded).split(","));
    for (String hop : hops.reversed()) {
      String address = withoutPort(hop.strip());
      if (!isTrusted(caller) || octets(address).isEmpty()) {
        return caller;
      }
      caller = address;
    }
    return caller;
  }

  private boolean isTrusted(String address) {
    Optional<byte[]> octets = octets(address);
    return octets.isPresent() && blocks.stream().anyMatch(block -> block.contains(octets.get()));
  }

  private static Optional<byte[]> octets(String address) {
    return address.indexOf('/') >= 0 ? Optional.empty() : Cidr.parse(address).map(Cidr::prefix);
  }

  /// Some proxies write `192.0.2.1:4711` and `[2001:db8::1]:4711`.
  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      return end < 0 ? hop : hop.substring(1, end);
    }
    int colon = hop.indexOf(':');
    return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
  }
}
