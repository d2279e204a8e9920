package letopis.watch;

import java.net.InetAddress;

/// Which addresses of the network are reached over the open internet, and so may be posted to.
final class PublicAddress {
  private PublicAddress() {}

  /// Whether nothing private answers there: not this machine, no private, shared, link-local,
  /// test, multicast or reserved network (RFC 6890), nor an IPv6 address that leads into one of
  /// IPv4 (NAT64, 6to4).
  static boolean is(InetAddress ip) {
    byte[] bytes = ip.getAddress();
    boolean special =
        ip.isLoopbackAddress()
            || ip.isAnyLocalAddress()
            || ip.isLinkLocalAddress()
            || ip.isSiteLocalAddress()
            || ip.isMulticastAddress();
    return !special && (bytes.length == 4 ? isPublic4(bytes) : isPublic6(bytes));
  }

  private static boolean isPublic4(byte[] bytes) {
    int a = bytes[0] & 0xff;
    int b = bytes[1] & 0xff;
    boolean shared = a == 100 && (b & 0xc0) == 64;
    boolean testing = a == 198 && (b & 0xfe) == 18;
    boolean protocol = a == 192 && b == 0 && (bytes[2] == 0 || bytes[2] == 2);
    return a != 0 && a < 240 && !shared && !testing && !protocol;
  }

  private static boolean isPublic6(byte[] bytes) {
    boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
    boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    boolean embedded = bytes[0] == 0 && bytes[1] == 0;
    return !uniqueLocal && !nat64 && !sixToFour && !embedded;
  }
}
