package letopis.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import letopis.search.SearchRequest.Filters;
import letopis.url.PublicNet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhooksTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private final List<String> hosts = new CopyOnWriteArrayList<>();
  private final List<String> targets = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    server.createContext(
        "/",
        exchange -> {
          hosts.add(exchange.getRequestHeaders().getFirst("Host"));
          targets.add(exchange.getRequestURI().toString());
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theAddressThatWasJudgedIsTheOneConnectedTo() {
    AtomicInteger asked = new AtomicInteger();
    Webhooks.Names names =
        _ -> {
          asked.incrementAndGet();
          return List.of(LOOPBACK);
        };
    // No name server knows this host, so that a second look-up would fail.
    URI hook = URI.create("http://hook.invalid:" + server.getAddress().getPort() + "/x");
    assertThat(post(new Webhooks(Clock.systemUTC(), names, _ -> true), hook)).isTrue();
    assertThat(asked).hasValue(1);
    assertThat(hosts).containsExactly("hook.invalid:" + server.getAddress().getPort());
  }

  @Test
  void aNameThatTurnsToThisMachineAfterItWasAcceptedIsNotPostedTo() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    InetAddress open = InetAddress.getByAddress(new byte[] {93, (byte) 184, (byte) 216, 34});
    Webhooks webhooks =
        new Webhooks(
            Clock.systemUTC(),
            _ -> List.of(asked.incrementAndGet() == 1 ? open : LOOPBACK),
            _ -> false);
    URI hook = URI.create("http://rebinding.invalid:" + server.getAddress().getPort() + "/");
    assertThat(webhooks.refusal(hook)).isEmpty();
    assertThat(post(webhooks, hook)).isFalse();
    assertThat(hosts).isEmpty();
  }

  @Test
  void oneClosedAddressAmongOpenOnesIsEnoughToRefuse() throws IOException {
    InetAddress open = InetAddress.getByAddress(new byte[] {93, (byte) 184, (byte) 216, 34});
    Webhooks webhooks = new Webhooks(Clock.systemUTC(), _ -> List.of(open, LOOPBACK), _ -> false);
    assertThat(webhooks.refusal(URI.create("https://two.invalid/"))).isPresent();
  }

  @Test
  void onlyTheHostsThatTheOperatorNamedMayBePrivate() {
    Webhooks webhooks =
        new Webhooks(Clock.systemUTC(), _ -> List.of(LOOPBACK), "desk.internal"::equals);
    assertThat(webhooks.refusal(URI.create("http://Desk.Internal/hook"))).isEmpty();
    assertThat(webhooks.refusal(URI.create("http://other.internal/hook"))).isPresent();
  }

  @Test
  void aPortThatDoesNotExistIsRefused() {
    Webhooks webhooks = new Webhooks(Clock.systemUTC(), _ -> List.of(LOOPBACK), _ -> true);
    assertThat(webhooks.refusal(URI.create("http://hook.invalid:65535/"))).isEmpty();
    assertThat(webhooks.refusal(URI.create("http://hook.invalid:65536/"))).isPresent();
    assertThat(webhooks.refusal(URI.create("http://hook.invalid:0/"))).isPresent();
    assertThat(post(webhooks, URI.create("http://hook.invalid:65536/"))).isFalse();
  }

  @Test
  void aPathOfOtherLettersArrivesWhole() {
    Webhooks webhooks = new Webhooks(Clock.systemUTC(), _ -> List.of(LOOPBACK), _ -> true);
    int port = server.getAddress().getPort();
    assertThat(post(webhooks, URI.create("http://hook.invalid:" + port + "/новости?вид=а")))
        .isTrue();
    assertThat(targets)
        .containsExactly("/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?%D0%B2%D0%B8%D0%B4=%D0%B0");
  }

  @Test
  void aReceiverThatNeverAnswersIsGivenUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, LOOPBACK)) {
      URI hook = URI.create("http://silent.invalid:" + silent.getLocalPort() + "/");
      PinnedPost posts = new PinnedPost(Duration.ofMillis(200));
      assertThatThrownBy(() -> posts.send(LOOPBACK, hook, Map.of(), new byte[4_000_000]))
          .isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,false",
    "10.1.2.3,false",
    "172.16.0.1,false",
    "192.168.1.1,false",
    "169.254.169.254,false",
    "100.64.0.1,false",
    "0.1.2.3,false",
    "198.18.0.1,false",
    "240.0.0.1,false",
    "255.255.255.255,false",
    "224.0.0.1,false",
    "192.0.2.1,false",
    "::1,false",
    "::,false",
    "fe80::1,false",
    "fd00::1,false",
    "64:ff9b::7f00:1,false",
    "2002:7f00:1::,false",
    "::ffff:127.0.0.1,false",
    "ff02::1,false",
    "198.51.100.1,false",
    "203.0.113.1,false",
    "192.88.99.1,false",
    "2001:0:7f00:1::,false",
    "2001:db8::1,false",
    "8.8.8.8,true",
    "93.184.216.34,true",
    "2a00:1450:4001::1,true",
    "100.128.0.1,true"
  })
  void onlyTheOpenInternetIsPostedTo(String ip, boolean open) throws IOException {
    assertThat(PublicNet.has(InetAddress.getByName(ip))).isEqualTo(open);
  }

  @Test
  void aPostThatBreaksInsideIsAnAttemptThatFailed() {
    Webhooks broken = new Webhooks(Clock.systemUTC(), _ -> List.of(), _ -> true);
    assertThat(post(broken, URI.create("http://nowhere.example/"))).isFalse();
  }

  private static boolean post(Webhooks webhooks, URI hook) {
    Instant now = Instant.parse("2026-03-01T10:00:00Z");
    Watch.Webhook to = new Watch.Webhook(hook, "secret");
    Watch watch =
        new Watch("w", "n", "q", Filters.NONE, Optional.of(to), now, now, Optional.empty());
    WatchResult result =
        new WatchResult("r", "w", "d", "c", "u", "t", "p", "s", "S", "", "", "pending", 0);
    return webhooks.post(watch, to, List.of(result));
  }
}
