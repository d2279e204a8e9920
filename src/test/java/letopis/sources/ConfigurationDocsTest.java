package letopis.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keeps `schema.json` and `README.md` of the configuration true to the program.
class ConfigurationDocsTest {
  private static final Path CONFIG = Path.of("crawler-config");
  private static final Pattern KNOWN =
      Pattern.compile("unknown key \"zzzzzzzzz\"; known are (.*)$");

  @TempDir Path dir;

  /// A wrong key in every mapping makes the program name all keys that it knows there.
  @Test
  void theSchemaHasExactlyTheKeysThatTheProgramKnows() throws IOException {
    write(
        "crawler.yaml",
        """
        zzzzzzzzz: 1
        agent: {zzzzzzzzz: 1}
        politeness: {zzzzzzzzz: 1}
        limits: {zzzzzzzzz: 1}
        schedule:
          zzzzzzzzz: 1
          revisits:
            - {under: 1h, every: 1h,
               zzzzzzzzz: 1}
        storage: {zzzzzzzzz: 1}
        hosts: {a: {zzzzzzzzz: 1}}
        """);
    write(
        "sources/s.yaml",
        """
        zzzzzzzzz: 1
        defaults: {zzzzzzzzz: 1}
        sources:
          - id: a
            name: A
            html: {url: "http://a/", item: a, zzzzzzzzz: 1}
            extract: {zzzzzzzzz: 1}
            zzzzzzzzz: 1
        """);
    write("topics.yaml", "zzzzzzzzz: 1\ntopics: [\n{id: a, query: a, zzzzzzzzz: 1}]");
    write(
        "places.yaml", "zzzzzzzzz: 1\nplaces: [\n{id: a, name: a, lat: 1, lon: 1, zzzzzzzzz: 1}]");
    Map<String, Set<String>> known = new TreeMap<>();
    for (var problem : ((Configuration.Invalid) Configuration.load(dir)).problems()) {
      Matcher matcher = KNOWN.matcher(problem.message());
      assertThat(matcher.find()).as(problem.toString()).isTrue();
      known.put(problem.file() + ":" + problem.line(), Set.of(matcher.group(1).split(", ")));
    }
    JsonNode defs =
        new ObjectMapper().readTree(CONFIG.resolve("schema.json").toFile()).get("$defs");
    Map<String, JsonNode> described = new TreeMap<>();
    JsonNode crawler = defs.get("crawler").get("properties");
    described.put("crawler.yaml:1", defs.get("crawler"));
    described.put("crawler.yaml:2", crawler.get("agent"));
    described.put("crawler.yaml:3", crawler.get("politeness"));
    described.put("crawler.yaml:4", crawler.get("limits"));
    described.put("crawler.yaml:6", crawler.get("schedule"));
    described.put("crawler.yaml:9", defs.get("rung"));
    described.put("crawler.yaml:10", crawler.get("storage"));
    described.put("crawler.yaml:11", defs.get("host"));
    described.put("sources/s.yaml:1", defs.get("sources").get("anyOf").get(2));
    described.put("sources/s.yaml:2", defs.get("defaults"));
    described.put("sources/s.yaml:6", defs.get("html"));
    described.put("sources/s.yaml:7", defs.get("extract"));
    described.put("sources/s.yaml:8", defs.get("source"));
    described.put("topics.yaml:1", defs.get("topics"));
    described.put("topics.yaml:3", defs.get("topic"));
    described.put("places.yaml:1", defs.get("places"));
    described.put("places.yaml:3", defs.get("place"));
    assertThat(known.keySet()).isEqualTo(described.keySet());
    described.forEach(
        (place, schema) -> {
          Set<String> keys = new TreeSet<>();
          schema.get("properties").fieldNames().forEachRemaining(keys::add);
          assertThat(keys).as(place).isEqualTo(new TreeSet<>(known.get(place)));
        });
  }

  @Test
  void everyReferenceOfTheSchemaLeadsSomewhere() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(CONFIG.resolve("schema.json").toFile());
    for (JsonNode reference : schema.findValues("$ref")) {
      String pointer = reference.asText().substring(1);
      assertThat(schema.at(pointer).isMissingNode()).as(pointer).isFalse();
    }
  }

  @Test
  void theReadmeNamesEveryKeyOfTheCrawlerWithItsDefault() throws IOException {
    String readme = Files.readString(CONFIG.resolve("README.md"));
    CrawlerSettings.Politeness politeness = CrawlerSettings.DEFAULTS.politeness();
    CrawlerSettings.Limits limits = CrawlerSettings.DEFAULTS.limits();
    CrawlerSettings.Schedule schedule = CrawlerSettings.DEFAULTS.schedule();
    CrawlerSettings.Storage storage = CrawlerSettings.DEFAULTS.storage();
    Map<String, String> defaults = new TreeMap<>();
    defaults.put("agent.name", CrawlerSettings.DEFAULTS.agent().name());
    defaults.put("agent.version", CrawlerSettings.DEFAULTS.agent().version());
    defaults.put("politeness.delay", Quantities.text(politeness.delay()));
    defaults.put("politeness.parallel", "" + politeness.parallel());
    defaults.put("politeness.max_crawl_delay", Quantities.text(politeness.maxCrawlDelay()));
    defaults.put("politeness.robots_ttl", Quantities.text(politeness.robotsTtl()));
    defaults.put("limits.body", (limits.body() >> 20) + "m");
    defaults.put("limits.ratio", "" + limits.ratio());
    defaults.put("limits.connect", Quantities.text(limits.connect()));
    defaults.put("limits.total", Quantities.text(limits.total()));
    defaults.put("limits.redirects", "" + limits.redirects());
    defaults.put("limits.entries", "" + limits.entries());
    defaults.put("limits.in_flight", "" + limits.inFlight());
    defaults.put("schedule.first", Quantities.text(schedule.first()));
    defaults.put("schedule.shortest", Quantities.text(schedule.shortest()));
    defaults.put("schedule.longest", Quantities.text(schedule.longest()));
    defaults.put("schedule.longest_after_failure", Quantities.text(schedule.longestAfterFailure()));
    defaults.put("schedule.unconditional_every", "" + schedule.unconditionalEvery());
    defaults.put(
        "schedule.revisits",
        schedule.revisits().stream()
            .map(rung -> Quantities.text(rung.under()) + "/" + Quantities.text(rung.every()))
            .collect(Collectors.joining(" ")));
    defaults.put("schedule.backdate_tolerance", Quantities.text(schedule.backdateTolerance()));
    defaults.put("storage.heap", (storage.heap() >> 30) + "g");
    defaults.put("storage.warc_file", (storage.warcFile() >> 30) + "g");
    defaults.put("storage.spool", (storage.spool() >> 30) + "g");
    defaults.forEach(
        (key, value) -> assertThat(readme).contains("| `" + key + "` | `" + value + "` |"));
  }

  @Test
  void theReadmeNamesEveryKeyOfTheSchema() throws IOException {
    String readme = Files.readString(CONFIG.resolve("README.md"));
    JsonNode defs =
        new ObjectMapper().readTree(CONFIG.resolve("schema.json").toFile()).get("$defs");
    for (JsonNode definition : defs) {
      definition
          .path("properties")
          .fieldNames()
          .forEachRemaining(key -> assertThat(readme).containsPattern("\\b" + key + "\\b"));
    }
  }

  /// Such as `schedule.revisits`, in any document.
  @Test
  void everyKeyThatADocumentNamesIsInTheSchema() throws IOException {
    JsonNode crawler =
        new ObjectMapper().readTree(CONFIG.resolve("schema.json").toFile()).at("/$defs/crawler");
    Pattern key = Pattern.compile("`(agent|politeness|limits|schedule|storage)\\.(\\w+)");
    try (Stream<Path> documents = Files.list(Path.of("docs"))) {
      for (Path document : documents.filter(file -> file.toString().endsWith(".md")).toList()) {
        Matcher named = key.matcher(Files.readString(document));
        while (named.find()) {
          JsonNode section = crawler.path("properties").path(named.group(1)).path("properties");
          assertThat(section.has(named.group(2))).as(document + ": " + named.group()).isTrue();
        }
      }
    }
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(dir.resolve(name).getParent());
    Files.writeString(dir.resolve(name), text);
  }
}
