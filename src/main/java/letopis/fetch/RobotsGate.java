package letopis.fetch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Asks robots.txt before every fetch (RFC 9309). Each site's file is fetched once and kept;
/// threads that ask meanwhile wait for that one fetch.
public final class RobotsGate {
  /// RFC 9309 section 2.4: not used for longer unless the site cannot be reached.
  static final Duration LONGEST_USE = Duration.ofHours(24);

  /// RFC 9309 section 2.3.1.4: a site unreachable for longer may be crawled as if it had no file.
  static final Duration GIVE_UP = Duration.ofDays(30);

  /// How soon an unreachable file is asked for again.
  static final Duration RETRY = Duration.ofMinutes(10);

  private static final int MAX_SITES = 20_000;

  /// About how much memory all files may take; beyond it those not asked for longest are fetched
  /// again.
  static final long MAX_BYTES = 64L << 20;

  private final Source source;
  private final String agent;
  private final Duration use;
  private final Clock clock;

  /// In the order in which they were last asked, with what their files take. Guarded by itself.
  private final Map<String, Site> sites = new LinkedHashMap<>(64, 0.75f, true);

  private long bytes;

  /// @param agent product token looked up in the files
  /// @param use how long a file is used, at most [#LONGEST_USE]
  public RobotsGate(Source source, String agent, Duration use, Clock clock) {
    this.source = source;
    this.agent = agent;
    this.use = use.compareTo(LONGEST_USE) > 0 ? LONGEST_USE : use;
    this.clock = clock;
  }

  /// Where robots.txt files come from.
  @FunctionalInterface
  public interface Source {
    /// Asks a site for its file, following redirects.
    ///
    /// @param byHand the site may be on a private network
    Answer get(URI robotsTxt, boolean byHand) throws InterruptedException;

    /// The last successful answer before this process; empty when none is known.
    default Optional<Answer> earlier(URI robotsTxt) {
      return Optional.empty();
    }
  }

  /// What came of asking for a robots.txt, by the cases of RFC 9309 section 2.3.1.
  public sealed interface Answer {
    /// Successful: its content.
    record Found(byte[] content) implements Answer {}

    /// Unavailable (4xx, too many redirects): no rules.
    record Unavailable() implements Answer {}

    /// Unreachable (5xx, 429, network): nothing may be fetched for now.
    record Unreachable(String why, Optional<FetchResult.Failed> failure) implements Answer {}
  }

  /// What robots.txt says about one address.
  public sealed interface Verdict {
    /// @param rule the line that allows it; empty when no line speaks of it
    record Allowed(Optional<String> rule, Optional<Duration> crawlDelay) implements Verdict {}

    /// @param rule the line that forbids it
    record Disallowed(String rule) implements Verdict {}

    /// @param failure the failure on the network; empty when the server answered with 5xx or 429
    record Unreachable(String why, Optional<FetchResult.Failed> failure) implements Verdict {}
  }

  /// May this address be fetched?
  ///
  /// @param byHand a person named the address, see [FetchRequest#byHand]
  public Verdict check(URI url, boolean byHand) throws InterruptedException {
    Site site = site(url);
    site.lock.lockInterruptibly();
    try {
      site.refresh(byHand);
      return site.verdict(url);
    } finally {
      site.lock.unlock();
    }
  }

  private Site site(URI url) {
    String key = (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
    synchronized (sites) {
      Site site = sites.computeIfAbsent(key, name -> new Site(name));
      forget();
      return site;
    }
  }

  /// Counts what the file of a site takes now.
  private void weigh(Site site, RobotsTxt file) {
    synchronized (sites) {
      if (sites.get(site.key) == site) {
        bytes += file.bytes() - site.bytes;
        site.bytes = file.bytes();
        forget();
      }
    }
  }

  /// The last asked stays, whatever it takes: it is asked about its next page soon.
  private void forget() {
    Iterator<Site> eldest = sites.values().iterator();
    while (sites.size() > 1 && (sites.size() > MAX_SITES || bytes > MAX_BYTES)) {
      bytes -= eldest.next().bytes;
      eldest.remove();
    }
  }

  /// About how much memory all files take, bytes.
  long bytes() {
    synchronized (sites) {
      return bytes;
    }
  }

  private final class Site {
    final ReentrantLock lock = new ReentrantLock();
    final String key;
    final URI address;
    long bytes;
    RobotsTxt known;
    Answer.Unreachable unreachable;
    Instant unreachableSince;
    Instant refreshAt = Instant.MIN;

    Site(String key) {
      this.key = key;
      this.address = URI.create(key + "/robots.txt");
    }

    void refresh(boolean byHand) throws InterruptedException {
      Instant now = clock.instant();
      if (now.isBefore(refreshAt)) {
        return;
      }
      switch (source.get(address, byHand)) {
        case Answer.Found found -> keep(read(found), now);
        case Answer.Unavailable _ -> keep(RobotsTxt.allowingAll(), now);
        case Answer.Unreachable failed -> {
          unreachableSince = unreachable == null ? now : unreachableSince;
          unreachable = failed;
          remember();
          refreshAt = now.plus(RETRY);
        }
      }
    }

    /// Takes up the copy of an earlier process where we have none of our own.
    private void remember() {
      if (known != null) {
        return;
      }
      switch (source.earlier(address).orElse(unreachable)) {
        case Answer.Found found -> know(read(found));
        case Answer.Unavailable _ -> know(RobotsTxt.allowingAll());
        case Answer.Unreachable _ -> {}
      }
    }

    private RobotsTxt read(Answer.Found found) {
      return RobotsTxt.parse(found.content()).only(agent);
    }

    private void know(RobotsTxt robots) {
      known = robots;
      weigh(this, robots);
    }

    private void keep(RobotsTxt robots, Instant now) {
      know(robots);
      unreachable = null;
      refreshAt = now.plus(use);
    }

    Verdict verdict(URI url) {
      boolean givenUp =
          unreachable != null && !clock.instant().isBefore(unreachableSince.plus(GIVE_UP));
      if (givenUp) {
        return new Verdict.Allowed(Optional.empty(), Optional.empty());
      }
      // An old copy serves while the site is unreachable (section 2.4).
      if (known == null) {
        return new Verdict.Unreachable(unreachable.why(), unreachable.failure());
      }
      RobotsTxt.Verdict said = known.check(agent, url);
      return said.allowed()
          ? new Verdict.Allowed(said.rule(), known.crawlDelay(agent))
          : new Verdict.Disallowed(said.rule().orElse("Disallow"));
    }
  }
}
