package letopis.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import letopis.elasticsearch.Elasticsearch;
import letopis.query.Fault;
import letopis.url.PublicNet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts results to the address a watch names, signed: `Letopis-Signature: t=<unix seconds>,
/// v1=<hex>`, where v1 is the HMAC-SHA256 (RFC 2104) of `t`, a dot and the body.
final class Webhooks {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LAST_PORT = 65_535;
  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

  private final Names names;
  private final PinnedPost posts = new PinnedPost(PATIENCE);
  private final Clock clock;
  private final Predicate<String> mayBePrivate;

  /// Finds the addresses of a host.
  @FunctionalInterface
  interface Names {
    /// The machine's own.
    Names SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /// All of them.
    ///
    /// @throws IOException when the host is not known
    List<InetAddress> of(String host) throws IOException;
  }

  /// @param mayBePrivate hosts (lower case) that may be on this machine or in a private network
  Webhooks(Clock clock, Names names, Predicate<String> mayBePrivate) {
    this.clock = clock;
    this.names = names;
    this.mayBePrivate = mayBePrivate;
  }

  /// Where a webhook leads.
  private sealed interface Judged {
    /// @param ip to be connected to: the name is not looked up a second time
    record Allowed(InetAddress ip) implements Judged {}

    record Refused(Fault reason) implements Judged {}
  }

  /// Why nothing may be posted to this address; empty when it may.
  Optional<Fault> refusal(URI address) {
    return switch (judge(address)) {
      case Judged.Allowed _ -> Optional.empty();
      case Judged.Refused(Fault reason) -> Optional.of(reason);
    };
  }

  private Judged judge(URI address) {
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.equals("https") && !scheme.equals("http") || address.getHost() == null) {
      return refused("a webhook is an http or https address", "вебхук — это адрес http или https");
    }
    if (address.getUserInfo() != null) {
      return refused("a webhook may not carry a user name", "в адресе вебхука не может быть имени");
    }
    if (address.getPort() == 0 || address.getPort() > LAST_PORT) {
      return refused("a port is from 1 to 65535", "порт — от 1 до 65535");
    }
    try {
      List<InetAddress> ips = names.of(address.getHost());
      if (!mayBePrivate.test(address.getHost().toLowerCase(Locale.ROOT))
          && !ips.stream().allMatch(PublicNet::has)) {
        return refused(
            "a webhook may not point into a private network (allow_private would permit it)",
            "вебхук не может вести в частную сеть (разрешает allow_private)");
      }
      return new Judged.Allowed(ips.getFirst());
    } catch (IOException e) {
      return refused("the host of the webhook is not known", "узел из адреса вебхука не найден");
    }
  }

  private static Judged refused(String english, String russian) {
    return new Judged.Refused(new Fault(0, 0, english, russian));
  }

  /// Posts results of one watch to the very address that was judged.
  ///
  /// @return whether the receiver took them: any 2xx
  boolean post(Watch watch, Watch.Webhook hook, List<WatchResult> results) {
    try {
      return switch (judge(hook.address())) {
        case Judged.Refused _ -> false;
        case Judged.Allowed(InetAddress ip) -> post(ip, watch, hook, results);
      };
    } catch (RuntimeException e) {
      // An attempt all the same: one that is not counted would be made for ever.
      LOG.warn("posting to the webhook of watch {} broke", watch.id(), e);
      return false;
    }
  }

  private boolean post(InetAddress ip, Watch watch, Watch.Webhook hook, List<WatchResult> results) {
    try {
      byte[] body = Elasticsearch.JSON.writeValueAsBytes(body(watch, results));
      long seconds = clock.instant().getEpochSecond();
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("Content-Type", "application/json");
      headers.put(
          "Letopis-Signature", "t=" + seconds + ",v1=" + signature(hook.secret(), seconds, body));
      int status = posts.send(ip, hook.address(), headers, body);
      return status >= 200 && status < 300;
    } catch (IOException e) {
      return false;
    }
  }

  private static ObjectNode body(Watch watch, List<WatchResult> results) {
    ObjectNode body = Elasticsearch.JSON.createObjectNode();
    body.putObject("watch").put("id", watch.id()).put("name", watch.name()).put("q", watch.q());
    ArrayNode array = body.putArray("results");
    results.forEach(result -> array.addPOJO(result));
    return body;
  }

  /// The signature of a body.
  static String signature(String secret, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              secret.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((seconds + ".").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /// When to try again after so many attempts: a minute, two, four … at most six hours.
  static Instant retry(Instant now, int attempts) {
    long minutes = 1L << Math.min(attempts, 9);
    return now.plus(Duration.ofMinutes(Math.min(minutes, 360)));
  }
}
