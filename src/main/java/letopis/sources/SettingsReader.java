package letopis.sources;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import letopis.sources.CrawlerSettings.Agent;
import letopis.sources.CrawlerSettings.HostOverride;
import letopis.sources.CrawlerSettings.Limits;
import letopis.sources.CrawlerSettings.Politeness;
import letopis.sources.CrawlerSettings.Rung;
import letopis.sources.CrawlerSettings.Schedule;
import letopis.sources.CrawlerSettings.Storage;

/// Reads `crawler.yaml`.
final class SettingsReader {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration SHORTEST_KEEP = Duration.ofDays(7);

  private SettingsReader() {}

  static CrawlerSettings read(ConfigurationReader.Root root) {
    Section top = Section.of(root.file(), root.node(), "the file");
    CrawlerSettings settings =
        new CrawlerSettings(
            agent(top.section("agent")),
            politeness(top.section("politeness")),
            limits(top.section("limits")),
            schedule(top.section("schedule")),
            storage(top.section("storage")),
            hosts(top.section("hosts")),
            hostMap(top.section("host_map")),
            new LinkedHashSet<>(top.texts("allow_private")),
            top.parsed("proxy", SettingsReader::proxy));
    top.finish();
    return settings;
  }

  private static Agent agent(Section section) {
    Agent agent =
        new Agent(
            section.parsed("name", SettingsReader::productToken).orElse(Agent.DEFAULTS.name()),
            section.text("version").orElse(Agent.DEFAULTS.version()),
            section.parsed("contact", SettingsReader::headerText));
    section.finish();
    return agent;
  }

  /// RFC 9309 section 2.2.1: the token that robots.txt groups are matched with.
  private static String productToken(String text) {
    if (!text.matches("[A-Za-z_-]{1,64}")) {
      throw new IllegalArgumentException("\"" + text + "\" may have only letters, '-' and '_'");
    }
    return text;
  }

  private static String headerText(String text) {
    if (!text.matches("[\\x20-\\x7e]{1,200}")) {
      throw new IllegalArgumentException("must be printable ASCII, as it is sent in a header");
    }
    return text;
  }

  private static Politeness politeness(Section section) {
    Politeness absent = Politeness.DEFAULTS;
    Politeness politeness =
        new Politeness(
            section.duration("delay", Duration.ZERO, absent.delay()),
            section.integer("parallel", 1, 16, absent.parallel()),
            section.duration("max_crawl_delay", SECOND, absent.maxCrawlDelay()),
            section.duration("robots_ttl", Duration.ofMinutes(1), absent.robotsTtl()));
    section.finish();
    return politeness;
  }

  private static Limits limits(Section section) {
    Limits absent = Limits.DEFAULTS;
    Limits limits =
        new Limits(
            section.size("body", absent.body()),
            section.integer("ratio", 2, 100_000, absent.ratio()),
            section.duration("connect", Duration.ofMillis(100), absent.connect()),
            section.duration("total", SECOND, absent.total()),
            section.integer("redirects", 0, 50, absent.redirects()),
            section.integer("entries", 1, 100_000, absent.entries()),
            section.integer("in_flight", 1, 1024, absent.inFlight()));
    section.finish();
    if (limits.body() > 1L << 30) {
      section.problem("body", "\"body\" is beyond 1g");
    }
    return limits;
  }

  private static Schedule schedule(Section section) {
    Schedule absent = Schedule.DEFAULTS;
    Duration minute = Duration.ofMinutes(1);
    Schedule schedule =
        new Schedule(
            section.duration("first", minute, absent.first()),
            section.duration("shortest", minute, absent.shortest()),
            section.duration("longest", minute, absent.longest()),
            section.duration("longest_after_failure", minute, absent.longestAfterFailure()),
            section.integer("unconditional_every", 1, 10_000, absent.unconditionalEvery()),
            section.has("revisits") ? rungs(section) : absent.revisits(),
            section.duration("backdate_tolerance", Duration.ZERO, absent.backdateTolerance()));
    if (schedule.longest().compareTo(schedule.shortest()) < 0) {
      section.problem("longest", "\"longest\" is less than \"shortest\"");
    }
    section.finish();
    return schedule;
  }

  private static List<Rung> rungs(Section schedule) {
    List<Section> sections = schedule.sections("revisits");
    List<Rung> rungs =
        sections.stream()
            .map(
                section -> {
                  section.required("under");
                  section.required("every");
                  Rung rung =
                      new Rung(
                          section.duration("under", Duration.ofMinutes(1), Duration.ofDays(1)),
                          section.duration("every", Duration.ofMinutes(1), Duration.ofDays(1)));
                  section.finish();
                  return rung;
                })
            .toList();
    for (int i = 1; i < rungs.size(); i++) {
      if (rungs.get(i).under().compareTo(rungs.get(i - 1).under()) <= 0) {
        sections.get(i).problem("under", "the ages of \"revisits\" must grow from rung to rung");
      }
    }
    return rungs;
  }

  private static Storage storage(Section section) {
    Storage absent = Storage.DEFAULTS;
    Storage storage =
        new Storage(
            section.size("heap", absent.heap()),
            section.size("warc_file", absent.warcFile()),
            section.size("spool", absent.spool()),
            section.parsed("keep", text -> Quantities.duration(text, SHORTEST_KEEP)),
            section
                .parsed("keep_looks", text -> Quantities.duration(text, SHORTEST_KEEP))
                .orElse(absent.keepLooks()));
    if (storage.heap() < 256L << 20) {
      section.problem("heap", "\"heap\" below 256m is too little for Elasticsearch");
    }
    section.finish();
    return storage;
  }

  private static Map<String, HostOverride> hosts(Section section) {
    Map<String, HostOverride> hosts = new LinkedHashMap<>();
    for (String name : section.names()) {
      Section host = section.section(name);
      hosts.put(
          name.toLowerCase(Locale.ROOT),
          new HostOverride(
              host.parsed("delay", text -> Quantities.duration(text, Duration.ZERO)),
              host.parsed("parallel", text -> Quantities.integer(text, 1, 16)),
              host.parsed("total", text -> Quantities.duration(text, SECOND)),
              host.parsed("user_agent", SettingsReader::headerText),
              host.bool("ignore_validators")));
      host.finish();
    }
    return hosts;
  }

  private static URI proxy(String text) {
    String gateway = "gateway+";
    boolean isGateway = text.startsWith(gateway);
    URI address = Addresses.web(isGateway ? text.substring(gateway.length()) : text);
    if (address.getScheme().equalsIgnoreCase("https")) {
      throw new IllegalArgumentException("\"" + text + "\": a proxy is spoken to in plain HTTP");
    }
    return isGateway ? URI.create(gateway + address) : address;
  }

  private static Map<String, String> hostMap(Section section) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String name : section.names()) {
      Optional<String> target = section.text(name);
      if (target.isPresent() && !target.get().matches("(\\[[0-9a-fA-F:]+\\]|[^:\\s]+):\\d{1,5}")) {
        section.problem(name, "\"" + target.get() + "\" is not address:port");
      }
      target.ifPresent(value -> map.put(name.toLowerCase(Locale.ROOT), value));
    }
    return map;
  }
}
