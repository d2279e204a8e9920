package letopis.fetch;

import static letopis.support.HostileServer.ok;
import static letopis.support.HostileServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import letopis.fetch.FetchResult.Cause;
import letopis.support.HostileServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  private final HostileServer server = new HostileServer();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.0.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.254",
        "192.0.0.8",
        "198.18.0.1",
        "192.0.2.1",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2001:db8::1",
        "2001::1",
        "fec0::1",
        "100::1"
      })
  void addressesThatAreNotOfThePublicNetAreRefused(String address) throws UnknownHostException {
    assertThat(new AddressGuard(Set.of()).isAllowed(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.15.255.255",
        "172.32.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "169.253.1.1",
        "192.167.1.1",
        "223.255.255.255",
        "2a00:1450:4010::64",
        "2606:4700::1111",
        "64:ff9b::808:808",
        "2002:808:808::"
      })
  void publicAddressesAreAllowed(String address) throws UnknownHostException {
    assertThat(new AddressGuard(Set.of()).isAllowed(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void configurationAllowsHostsAddressesAndBlocks() throws UnknownHostException {
    AddressGuard guard = new AddressGuard(Set.of("10.1.0.0/16", "fd00::/8", "intranet"));
    assertThat(guard.isAllowed(InetAddress.getByName("10.1.200.3"))).isTrue();
    assertThat(guard.isAllowed(InetAddress.getByName("10.2.0.1"))).isFalse();
    assertThat(guard.isAllowed(InetAddress.getByName("fd00::5"))).isTrue();
    Resolver resolver = host -> new InetAddress[] {InetAddress.getByName("10.2.0.1")};
    assertThat(guard.allowed("intranet", resolver)).hasSize(1);
    assertThat(guard.allowed("other", resolver)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:PORT/a", "http://2130706433:PORT/a", "http://127.1:PORT/a",
        "http://0.0.0.0:PORT/a", "http://localhost:PORT/a", "http://[::1]:PORT/a",
        "http://[::ffff:127.0.0.1]:PORT/a", "http://0:PORT/a"
      })
  void noSpellingOfLoopbackIsFetched(String url) throws Exception {
    server.on("/a", ok("text/plain", "secret"));
    URI address = URI.create(url.replace("PORT", String.valueOf(server.port())));
    try (HttpFetcher fetcher = fetcher(Set.of(), Resolver.system(Duration.ofSeconds(5)))) {
      FetchResult result = fetcher.fetch(FetchRequest.of(address));
      assertThat(result).isInstanceOf(FetchResult.Failed.class);
      assertThat(((FetchResult.Failed) result).cause())
          .isIn(Cause.FORBIDDEN_ADDRESS, Cause.UNKNOWN_HOST);
    }
    assertThat(server.connections()).isZero();
  }

  @Test
  void anAddressNamedByHandMayBeLoopbackButARedirectFromItMayNot() throws Exception {
    server.on("/a", ok("text/plain", "a"));
    server.on("/b", redirect(server.url("/a").toString()));
    try (HttpFetcher fetcher = fetcher(Set.of(), Resolver.system(Duration.ofSeconds(5)))) {
      assertThat(fetcher.fetch(FetchRequest.of(server.url("/a")).namedByHand()))
          .isInstanceOf(FetchResult.Fetched.class);
      FetchResult redirected = fetcher.fetch(FetchRequest.of(server.url("/b")).namedByHand());
      assertThat(redirected).isInstanceOf(FetchResult.Failed.class);
      assertThat(((FetchResult.Failed) redirected).cause()).isEqualTo(Cause.FORBIDDEN_ADDRESS);
      // nor may the crawler use the connection that was opened by hand
      assertThat(fetcher.fetch(FetchRequest.of(server.url("/a"))))
          .isInstanceOf(FetchResult.Failed.class);
    }
  }

  @Test
  void aRedirectIntoThePrivateNetIsRefusedForTheCrawlerToo() throws Exception {
    server.on("/go", redirect("http://localhost:" + server.port() + "/metadata"));
    server.on("/metadata", ok("text/plain", "secret"));
    try (HttpFetcher fetcher = fetcher(Set.of("intranet.example"), _ -> loopback())) {
      URI url = URI.create("http://intranet.example:" + server.port() + "/go");
      FetchResult result = fetcher.fetch(FetchRequest.of(url));
      assertThat(((FetchResult.Failed) result).cause()).isEqualTo(Cause.FORBIDDEN_ADDRESS);
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aNameThatChangesItsAddressIsConnectedWhereItWasJudged() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    // The first answer is one that the guard was told to allow, every later one is the server.
    Resolver changing = _ -> asked.getAndIncrement() == 0 ? addresses("127.0.0.77") : loopback();
    try (HttpFetcher fetcher = fetcher(Set.of("127.0.0.77"), changing)) {
      URI url = URI.create("http://rebind.example:" + server.port() + "/a");
      FetchRequest request = FetchRequest.of(url).withoutRobots();
      FetchResult first = fetcher.fetch(request);
      assertThat(((FetchResult.Failed) first).cause()).isEqualTo(Cause.CONNECT);
      assertThat(asked).as("asked once for one connection").hasValue(1);
      FetchResult second = fetcher.fetch(request);
      assertThat(((FetchResult.Failed) second).cause()).isEqualTo(Cause.FORBIDDEN_ADDRESS);
    }
    assertThat(server.connections()).isZero();
  }

  @Test
  void aHostMapIsTheOperatorsWordAndAProxyIsAskedWithTheWholeAddress() throws Exception {
    server.on("/a", ok("text/plain", "mapped"));
    server.on("http://news.example/a", ok("text/plain", "proxied"));
    server.on("https://t.me/s/a", ok("text/plain", "gateway"));
    String here = "127.0.0.1:" + server.port();
    URI url = URI.create("http://news.example/a");
    assertThat(body(Map.of("news.example", here), Optional.empty(), url)).isEqualTo("mapped");
    URI proxy = URI.create("http://" + here);
    assertThat(body(Map.of(), Optional.of(proxy), url)).isEqualTo("proxied");
    URI gateway = URI.create("gateway+http://" + here);
    assertThat(body(Map.of(), Optional.of(gateway), URI.create("https://t.me/s/a")))
        .isEqualTo("gateway");
    assertThat(body(Map.of(), Optional.of(proxy), URI.create("http://169.254.169.254/x")))
        .isEqualTo("FORBIDDEN_ADDRESS");
    assertThat(body(Map.of(), Optional.of(proxy), URI.create("http://localhost/x")))
        .isEqualTo("FORBIDDEN_ADDRESS");
  }

  @Test
  void throughAProxyAnAddressInNumbersIsAskedForInOneSpellingOnly() {
    AddressGuard guard = new AddressGuard(Set.of());
    for (String host :
        new String[] {
          "127.0x0.1",
          "0x7f.1",
          "0177.0.0.1",
          "127.1",
          "2130706433",
          "a.0x7f000001",
          "1.2.3.4.5",
          "010.8.8.8",
          "10.0.0.1",
          "[::ffff:7f00:1]",
          "[64:ff9b::7f00:1]",
          "0.0.0.0"
        }) {
      assertThat(guard.isAllowedByName(host)).as(host).isFalse();
    }
    for (String host : new String[] {"8.8.8.8", "[2606:4700::1111]", "1tv.ru", "news.0x.example"}) {
      assertThat(guard.isAllowedByName(host)).as(host).isTrue();
    }
  }

  private static String body(Map<String, String> hostMap, Optional<URI> proxy, URI url)
      throws Exception {
    var settings = FetchTestSettings.with(Set.of(), hostMap, proxy, Duration.ZERO, 8);
    try (HttpFetcher fetcher = new HttpFetcher(settings, Clock.systemUTC())) {
      return switch (fetcher.fetch(FetchRequest.of(url))) {
        case FetchResult.Fetched page -> new String(page.body());
        case FetchResult.Failed failed -> failed.cause().name();
        case FetchResult.NotModified _ -> "304";
        case FetchResult.Disallowed disallowed -> disallowed.rule();
      };
    }
  }

  private static HttpFetcher fetcher(Set<String> allowed, Resolver resolver) {
    return new HttpFetcher(
        FetchTestSettings.with(allowed),
        Clock.systemUTC(),
        resolver,
        (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  private static InetAddress[] loopback() throws UnknownHostException {
    return addresses("127.0.0.1");
  }

  private static InetAddress[] addresses(String... literals) throws UnknownHostException {
    InetAddress[] all = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      all[i] = InetAddress.getByName(literals[i]);
    }
    return all;
  }
}
