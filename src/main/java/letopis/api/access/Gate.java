package letopis.api.access;

import io.javalin.http.Context;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import letopis.api.http.Caller;
import letopis.api.http.Problem;
import letopis.api.http.Problems;
import letopis.api.http.Quota;
import letopis.api.http.Role;
import letopis.api.http.Wording;

/// Decides who calls and whether they may. On loopback a page of another site in the user's browser
/// is the attacker: its requests carry a foreign `Host` (DNS rebinding) or `Origin` (CSRF).
public final class Gate {
  /// The cookie that the web page's login sets; `SameSite=Strict`, so that other sites cannot use
  /// it.
  static final String COOKIE = "letopis_key";

  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
  private static final int FAILURES_PER_MINUTE = 20;

  private final ApiKeys keys;
  private final boolean loopback;
  private final String boundHost;
  private final RateLimit limit;

  public Gate(ApiSettings settings, Clock clock) {
    this.keys = settings.keys();
    this.loopback = settings.loopback();
    this.boundHost = settings.host();
    this.limit = new RateLimit(clock);
  }

  /// Who it is, or why they may not.
  public sealed interface Verdict {
    record Let(Caller caller) implements Verdict {}

    record Stop(Problem problem) implements Verdict {}

    /// One whom we know may not do this.
    record Denied(Caller caller, Problem problem) implements Verdict {}
  }

  public Verdict check(Context context, String from, Role needed) {
    Optional<Problem> foreign = foreign(context);
    if (foreign.isPresent()) {
      return new Verdict.Stop(foreign.get());
    }
    if (needed == Role.ANYONE) {
      return new Verdict.Let(loopback ? Caller.LOOPBACK : Caller.ANONYMOUS);
    }
    return secret(context)
        .map(secret -> known(secret, from, needed))
        .orElseGet(
            () -> loopback ? new Verdict.Let(Caller.LOOPBACK) : new Verdict.Stop(unauthorized()));
  }

  private Verdict known(String secret, String from, Role needed) {
    Optional<ApiKeys.Key> found = keys.find(secret);
    if (found.isEmpty()) {
      return new Verdict.Stop(
          limit
              .take("failures from " + from, FAILURES_PER_MINUTE)
              .map(Problems::tooMany)
              .orElseGet(Gate::unauthorized));
    }
    ApiKeys.Key key = found.get();
    String bucket = "key " + key.name();
    Optional<Duration> wait = limit.take(bucket, key.perMinute());
    Quota quota = limit.quota(bucket, key.perMinute());
    if (wait.isPresent()) {
      return new Verdict.Stop(Problems.tooMany(wait.get()).with(quota.headers()));
    }
    Caller caller = new Caller(key.name(), key.role(), quota);
    if (!key.role().includes(needed)) {
      return new Verdict.Denied(
          caller,
          Problem.plain(
              403,
              "forbidden",
              new Wording("This key may not do that", "Этому ключу так нельзя"),
              new Wording(
                  "role " + needed.label() + " is needed", "нужна роль " + needed.label())));
    }
    return new Verdict.Let(caller);
  }

  private static Optional<String> secret(Context context) {
    String authorization = context.header("Authorization");
    if (authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return Optional.of(authorization.substring(7).strip());
    }
    return Optional.ofNullable(context.header("X-API-Key"))
        .or(() -> Optional.ofNullable(context.cookie(COOKIE)));
  }

  private Optional<Problem> foreign(Context context) {
    String host = Optional.ofNullable(context.req().getHeader("Host")).orElse("");
    if (loopback && !LOOPBACK_NAMES.contains(name(host)) && !name(host).equals(boundHost)) {
      return Optional.of(
          Problem.plain(
              421,
              "misdirected",
              new Wording("This host is not served here", "Этот узел здесь не обслуживается"),
              new Wording(
                  "use localhost, 127.0.0.1 or [::1]",
                  "используйте localhost, 127.0.0.1 или [::1]")));
    }
    if (SAFE_METHODS.contains(context.req().getMethod())) {
      return Optional.empty();
    }
    String origin = context.header("Origin");
    String site = context.header("Sec-Fetch-Site");
    boolean otherOrigin = origin != null && !authority(origin).equalsIgnoreCase(host);
    boolean otherSite = site != null && !List.of("same-origin", "none").contains(site);
    return otherOrigin || otherSite
        ? Optional.of(
            Problem.plain(
                403,
                "cross-site",
                new Wording("Calls from other sites are refused", "Вызовы с других сайтов закрыты"),
                new Wording("the Origin is not ours", "чужой Origin")))
        : Optional.empty();
  }

  private static String name(String host) {
    int colon = host.lastIndexOf(':');
    boolean port = colon > host.lastIndexOf(']');
    return (port ? host.substring(0, colon) : host).toLowerCase(java.util.Locale.ROOT);
  }

  private static String authority(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getRawAuthority()).orElse("");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Problem unauthorized() {
    return Problem.plain(
            401,
            "unauthorized",
            new Wording("A key is needed", "Нужен ключ"),
            new Wording(
                "send Authorization: Bearer KEY or X-API-Key: KEY",
                "пришлите Authorization: Bearer КЛЮЧ или X-API-Key: КЛЮЧ"))
        .with("WWW-Authenticate", "Bearer realm=\"letopis\"");
  }
}
