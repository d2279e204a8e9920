package letopis.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One robots.txt, by RFC 9309: which addresses a crawler may ask for.
///
/// Beyond the RFC it reads `Crawl-delay` and `Sitemap`, which never end a group (section
/// 2.2.4), and a few common misspellings of the keys (section 2.2: parsers may be lenient).
public final class RobotsTxt {
  /// What a parser must read at least, RFC 9309 section 2.5; the rest is left out.
  public static final int MAX_BYTES = 500 << 10;

  private static final Duration LONGEST_DELAY = Duration.ofDays(1);

  private final Map<String, Group> groups = new HashMap<>();
  private final List<String> sitemaps = new ArrayList<>();

  private RobotsTxt() {}

  /// Whether an address may be fetched.
  ///
  /// @param rule the line that decided, as `Disallow: /x`; empty when none matched
  public record Verdict(boolean allowed, Optional<String> rule) {}

  /// Reads any bytes; what is not understood is skipped.
  public static RobotsTxt parse(byte[] content) {
    int length = Math.min(content.length, MAX_BYTES);
    RobotsTxt robots = new RobotsTxt();
    robots.read(RobotsLines.text(content, length));
    return robots;
  }

  /// A file without rules.
  public static RobotsTxt allowingAll() {
    return new RobotsTxt();
  }

  /// The same for one agent alone: what is written for others is left out.
  RobotsTxt only(String agent) {
    RobotsTxt own = new RobotsTxt();
    own.groups.put(agent.toLowerCase(Locale.ROOT), group(agent));
    return own;
  }

  /// About how much memory it takes.
  long bytes() {
    return groups.values().stream()
        .flatMap(group -> group.rules.stream())
        .mapToLong(RobotsPattern::bytes)
        .sum();
  }

  /// The verdict for one address. The file itself is fetched without asking ("implicitly allowed",
  /// section 2.2.2); asked about it as an address, its rules count like for any other, as in the
  /// conformance suite of the RFC's authors.
  ///
  /// @param agent product token, compared without case (section 2.2.1)
  public Verdict check(String agent, URI url) {
    String path = RobotsPattern.pathOf(url);
    RobotsPattern best = null;
    for (RobotsPattern rule : group(agent).rules) {
      if ((best == null || rule.beats(best)) && rule.matches(path)) {
        best = rule;
      }
    }
    return best == null
        ? new Verdict(true, Optional.empty())
        : new Verdict(best.allows(), Optional.of(best.toString()));
  }

  /// `Crawl-delay` for this agent, at most a day.
  public Optional<Duration> crawlDelay(String agent) {
    return Optional.ofNullable(group(agent).delay);
  }

  /// The addresses after `Sitemap:`, as written, in order.
  public List<String> sitemaps() {
    return List.copyOf(sitemaps);
  }

  /// Groups of the agent itself count, all together; only without one those of `*`.
  private Group group(String agent) {
    Group own = groups.get(agent.toLowerCase(Locale.ROOT));
    return own != null ? own : groups.getOrDefault("*", Group.EMPTY);
  }

  private void read(String text) {
    List<Group> current = new ArrayList<>();
    boolean inRules = false;
    for (String line : RobotsLines.split(text)) {
      Optional<RobotsLines.Pair> parsed = RobotsLines.pair(line);
      if (parsed.isEmpty()) {
        continue;
      }
      String value = parsed.get().value();
      switch (parsed.get().key()) {
        case USER_AGENT -> {
          if (inRules) {
            current.clear();
            inRules = false;
          }
          current.add(groups.computeIfAbsent(RobotsLines.agent(value), _ -> new Group()));
        }
        case ALLOW, DISALLOW -> {
          inRules = !current.isEmpty();
          addRule(current, parsed.get().key() == RobotsLines.Key.ALLOW, value);
        }
        case CRAWL_DELAY -> delay(value).ifPresent(d -> current.forEach(group -> group.delay(d)));
        case SITEMAP -> sitemaps.add(value);
      }
    }
  }

  private static void addRule(List<Group> current, boolean allow, String value) {
    if (value.isEmpty() || current.isEmpty()) {
      return;
    }
    RobotsPattern rule = RobotsPattern.of(allow, value);
    current.stream().distinct().forEach(group -> group.rules.add(rule));
  }

  private static Optional<Duration> delay(String value) {
    if (!value.matches("\\d{1,9}([.,]\\d{0,9})?")) {
      return Optional.empty();
    }
    double seconds = Double.parseDouble(value.replace(',', '.'));
    Duration delay = Duration.ofMillis((long) (seconds * 1000));
    return Optional.of(delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay);
  }

  private static final class Group {
    static final Group EMPTY = new Group();

    final List<RobotsPattern> rules = new ArrayList<>();
    Duration delay;

    /// The first delay of an agent counts.
    void delay(Duration value) {
      if (delay == null) {
        delay = value;
      }
    }
  }
}
