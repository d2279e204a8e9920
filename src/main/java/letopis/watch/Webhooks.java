package letopis.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import letopis.elasticsearch.Elasticsearch;

/// Posts results to the address a watch names, signed: `Letopis-Signature: t=<unix seconds>,
/// v1=<hex>`, where v1 is the HMAC-SHA256 (RFC 2104) of `t`, a dot and the body.
final class Webhooks {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http;
  private final Clock clock;
  private final boolean anywhere;

  /// @param anywhere also to loopback and private networks, for tests and closed installations
  Webhooks(Clock clock, boolean anywhere) {
    this.clock = clock;
    this.anywhere = anywhere;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /// Why nothing may be posted to this address; empty when it may.
  Optional<String> refusal(URI address) {
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.equals("https") && !scheme.equals("http") || address.getHost() == null) {
      return Optional.of("a webhook is an http or https address");
    }
    if (address.getUserInfo() != null) {
      return Optional.of("a webhook may not carry a user name");
    }
    try {
      for (InetAddress ip : InetAddress.getAllByName(address.getHost())) {
        if (!anywhere && !isPublic(ip)) {
          return Optional.of("a webhook may not point into a private network");
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("the host of the webhook is not known");
    }
  }

  private static boolean isPublic(InetAddress ip) {
    byte[] bytes = ip.getAddress();
    boolean shared = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    return !(ip.isLoopbackAddress()
        || ip.isAnyLocalAddress()
        || ip.isLinkLocalAddress()
        || ip.isSiteLocalAddress()
        || ip.isMulticastAddress()
        || shared
        || uniqueLocal);
  }

  /// Posts results of one watch.
  ///
  /// @return whether the receiver took them: any 2xx
  boolean post(Watch watch, Watch.Webhook hook, List<WatchResult> results)
      throws InterruptedException {
    if (refusal(hook.address()).isPresent()) {
      return false;
    }
    try {
      byte[] body = Elasticsearch.JSON.writeValueAsBytes(body(watch, results));
      long seconds = clock.instant().getEpochSecond();
      HttpRequest request =
          HttpRequest.newBuilder(hook.address())
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .header(
                  "Letopis-Signature",
                  "t=" + seconds + ",v1=" + signature(hook.secret(), seconds, body))
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
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
