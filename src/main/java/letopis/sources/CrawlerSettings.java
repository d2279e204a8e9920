package letopis.sources;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The file `crawler.yaml`. Every value has a default, see [#DEFAULTS] and
/// `crawler-config/README.md`.
///
/// @param hosts overrides by host name (lower case); a name also covers its subdomains
/// @param hostMap host name → `address:port` to connect to instead of asking the DNS
/// @param allowPrivate hosts that may have private or loopback addresses, such addresses, or CIDR
///     blocks of them; `*` for all
/// @param proxy HTTP proxy for all requests: `http://…`, or `gateway+http://…` for one that is
///     asked for https addresses in plain and does the TLS itself
public record CrawlerSettings(
    Agent agent,
    Politeness politeness,
    Limits limits,
    Schedule schedule,
    Storage storage,
    Map<String, HostOverride> hosts,
    Map<String, String> hostMap,
    Set<String> allowPrivate,
    Optional<URI> proxy) {
  /// What an empty `crawler.yaml` means.
  public static final CrawlerSettings DEFAULTS =
      new CrawlerSettings(
          Agent.DEFAULTS,
          Politeness.DEFAULTS,
          Limits.DEFAULTS,
          Schedule.DEFAULTS,
          Storage.DEFAULTS,
          Map.of(),
          Map.of(),
          Set.of(),
          Optional.empty());

  public CrawlerSettings {
    Objects.requireNonNull(agent);
    Objects.requireNonNull(politeness);
    Objects.requireNonNull(limits);
    Objects.requireNonNull(schedule);
    Objects.requireNonNull(storage);
    hosts = Map.copyOf(hosts);
    hostMap = Map.copyOf(hostMap);
    allowPrivate = Set.copyOf(allowPrivate);
    Objects.requireNonNull(proxy);
  }

  /// Whether this host (lower case) may have a private or loopback address.
  public boolean mayBePrivate(String host) {
    return allowPrivate.contains("*") || allowPrivate.contains(host);
  }

  /// The override for a host: its own, else that of the nearest parent domain, else none.
  public HostOverride host(String host) {
    for (String name = host; ; name = name.substring(name.indexOf('.') + 1)) {
      HostOverride found = hosts.get(name);
      if (found != null || name.indexOf('.') < 0) {
        return found == null ? HostOverride.NONE : found;
      }
    }
  }

  /// Who we say we are.
  ///
  /// @param name product token, also looked up in robots.txt: letters, `-` and `_`
  /// @param contact address or e-mail for site owners
  public record Agent(String name, String version, Optional<String> contact) {
    static final Agent DEFAULTS = new Agent("Letopis", "0.1", Optional.empty());

    public Agent {
      Objects.requireNonNull(name);
      Objects.requireNonNull(version);
      Objects.requireNonNull(contact);
    }

    /// The `User-Agent` header: `Letopis/0.1 (+contact)`.
    public String userAgent() {
      return name + "/" + version + contact.map(value -> " (+" + value + ")").orElse("");
    }
  }

  /// How we treat hosts.
  ///
  /// @param delay between the end of one request and the begin of the next to one host
  /// @param parallel requests at a time to one host
  /// @param maxCrawlDelay a longer `Crawl-delay` of robots.txt is cut to this
  /// @param robotsTtl how long a robots.txt is used
  public record Politeness(
      Duration delay, int parallel, Duration maxCrawlDelay, Duration robotsTtl) {
    static final Politeness DEFAULTS =
        new Politeness(Duration.ofSeconds(2), 1, Duration.ofSeconds(30), Duration.ofHours(6));
  }

  /// Bounds of one fetch and of one parse.
  ///
  /// @param body bytes after decompression
  /// @param ratio decompressed to compressed bytes, beyond the first 64 KiB
  /// @param total the whole exchange, redirects included
  /// @param entries of one feed, listing or sitemap
  /// @param inFlight requests at a time to all hosts
  public record Limits(
      long body,
      int ratio,
      Duration connect,
      Duration total,
      int redirects,
      int entries,
      int inFlight) {
    static final Limits DEFAULTS =
        new Limits(10L << 20, 200, Duration.ofSeconds(10), Duration.ofSeconds(60), 10, 2000, 64);
  }

  /// When sources and pages are looked at.
  ///
  /// @param first interval of a source of which nothing is known yet
  /// @param shortest and `longest` bound the adaptive interval
  /// @param longestAfterFailure cap of the back-off
  /// @param unconditionalEvery every n-th poll goes without validators: some servers answer 304
  ///     forever
  /// @param revisits ladder by age since the last change; older pages are not revisited
  /// @param backdateTolerance claimed times before our last look without it by more are backdated
  public record Schedule(
      Duration first,
      Duration shortest,
      Duration longest,
      Duration longestAfterFailure,
      int unconditionalEvery,
      List<Rung> revisits,
      Duration backdateTolerance) {
    static final Schedule DEFAULTS =
        new Schedule(
            Duration.ofMinutes(15),
            Duration.ofMinutes(5),
            Duration.ofHours(6),
            Duration.ofHours(24),
            20,
            List.of(
                new Rung(Duration.ofHours(3), Duration.ofMinutes(15)),
                new Rung(Duration.ofDays(1), Duration.ofHours(1)),
                new Rung(Duration.ofDays(7), Duration.ofHours(3)),
                new Rung(Duration.ofDays(30), Duration.ofDays(3)),
                new Rung(Duration.ofDays(360), Duration.ofDays(30))),
            Duration.ofHours(1));

    public Schedule {
      revisits = List.copyOf(revisits);
    }
  }

  /// One rung of the ladder: pages younger than `under` are looked at `every`.
  public record Rung(Duration under, Duration every) {}

  /// What is kept where.
  ///
  /// @param heap of the managed Elasticsearch node, bytes
  /// @param warcFile a WARC file is closed when it reaches this size, bytes
  /// @param spool how much may wait for an absent Elasticsearch, bytes
  /// @param keep how long a document is kept after it was first seen; empty for ever
  /// @param keepLooks how long each look at a source is kept; then those that found what the look
  ///     before found go
  public record Storage(
      long heap, long warcFile, long spool, Optional<Duration> keep, Duration keepLooks) {
    static final Storage DEFAULTS =
        new Storage(1L << 30, 1L << 30, 2L << 30, Optional.empty(), Duration.ofDays(30));

    public Storage {
      Objects.requireNonNull(keep);
      Objects.requireNonNull(keepLooks);
    }
  }

  /// What is different for one host.
  ///
  /// @param ignoreValidators never send `If-None-Match`/`If-Modified-Since`: its 304 lies
  public record HostOverride(
      Optional<Duration> delay,
      Optional<Integer> parallel,
      Optional<Duration> total,
      Optional<String> userAgent,
      boolean ignoreValidators) {
    public static final HostOverride NONE =
        new HostOverride(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
  }
}
