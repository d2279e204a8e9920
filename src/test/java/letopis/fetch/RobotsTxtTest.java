package letopis.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.support.TarGz;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTxtTest {
  private static final Path SUITES =
      Path.of(System.getProperty("letopis.realdata", "../shared/realdata"))
          .resolve("4-robots-sitemaps-charset");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # RFC 9309 section 2.2.3, special characters
          Disallow: /a*/c | /ab/c | false
          Disallow: /a*/c | /abc | true
          Disallow: /a$ | /a | false
          Disallow: /a$ | /ab | true
          Disallow: /*.php$ | /x.php | false
          Disallow: /*.php$ | /x.php?y | true
          Disallow: /a*b*c$ | /abbc | false
          Disallow: /a*b*c$ | /abcd | true
          Disallow: /a*a$ | /a | true
          Disallow: * | /x | false
          Disallow: $ | /x | true
          # section 2.2.2: longest match, allow wins a tie, empty means nothing
          Disallow: /a;Allow: /a/b | /a/b/c | true
          Disallow: /a;Allow: /a | /a | true
          Disallow: | /x | true
          # section 2.2.2: escapes
          Disallow: /foo/bar/ツ | /foo/bar/%E3%83%84 | false
          Disallow: /foo/bar/%E3%83%84 | /foo/bar/%e3%83%84 | false
          Disallow: /foo/bar/%62%61%7A | /foo/bar/baz | false
          Disallow: /a%2Fb | /a/b | true
          # a query is part of the path; case counts
          Disallow: /*?id= | /a?id=5 | false
          Disallow: /News | /news | true
          # spelling of keys
          disalow: /x | /x | false
          DISALLOW : /x | /x | false
          Disallow /x | /x | false
          Disallow: /x # private | /x | false
          """)
  void eachRuleHolds(String rules, String path, boolean allowed) {
    RobotsTxt robots = parse("User-agent: *\n" + rules.replace(';', '\n'));
    assertThat(robots.check("Letopis", URI.create("https://site.example" + path)).allowed())
        .isEqualTo(allowed);
  }

  @Test
  void theMostSpecificAgentCountsAndItsGroupsAreOne() {
    RobotsTxt robots =
        parse(
            """
            \uFEFFUser-agent: *
            Disallow: /
            User-agent: Letopis/1.0 (archive)
            Crawl-delay: 2,5
            Disallow: /a
            Sitemap: https://site.example/news.xml

            User-agent: other
            User-agent: LETOPIS
            Disallow: /b
            Crawl-delay: 7
            """);
    assertThat(allowed(robots, "letopis", "/c")).isTrue();
    assertThat(allowed(robots, "letopis", "/a")).isFalse();
    assertThat(allowed(robots, "letopis", "/b")).isFalse();
    assertThat(allowed(robots, "other", "/a")).isTrue();
    assertThat(allowed(robots, "letopisbot", "/c")).isFalse();
    assertThat(robots.crawlDelay("letopis")).contains(Duration.ofMillis(2500));
    assertThat(robots.crawlDelay("nobody")).isEmpty();
    assertThat(robots.sitemaps()).containsExactly("https://site.example/news.xml");
    assertThat(robots.check("letopis", URI.create("https://site.example/b")).rule())
        .contains("Disallow: /b");
  }

  /// As www.noip.com had it: a rule pasted with a line separator is about no address.
  @Test
  void onlyAsciiWhiteSpaceEndsAPath() {
    RobotsTxt robots = parse("User-agent: *\nDisallow: /members" + (char) 0x2028 + "\n");
    assertThat(allowed(robots, "letopis", "/members")).isTrue();
  }

  @Test
  void onlyTheFirst500KibibytesAreRead() {
    String filler = "# " + "x".repeat(97) + "\n";
    String text = "User-agent: *\nDisallow: /early\n" + filler.repeat(6000) + "Disallow: /late\n";
    RobotsTxt robots = parse(text);
    assertThat(allowed(robots, "letopis", "/early")).isFalse();
    assertThat(allowed(robots, "letopis", "/late")).isTrue();
  }

  @Test
  @Timeout(20)
  void anythingIsReadAndMatchedInTime() {
    Random random = new Random(3);
    String alphabet = "User-agent:*\n\r Disallow:/a$*%2F#\u0000я\uFEFF";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(200); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      RobotsTxt robots = parse(text.toString());
      robots.check("letopis", URI.create("https://site.example/a/b?c"));
    }
    String stars = "User-agent: *\nDisallow: /" + "*a".repeat(2000) + "b$\n";
    URI long_ = URI.create("https://site.example/" + "a".repeat(4000));
    assertThat(parse(stars.repeat(100)).check("letopis", long_).allowed()).isTrue();
  }

  @Test
  void theConformanceSuiteOfTheRfcPasses() throws IOException {
    Map<String, byte[]> files = suite("google-robotstxt-spec-test.tar.gz");
    Pattern robotsTxt = Pattern.compile("robotstxt:((?:\\s*\"(?:[^\"\\\\]|\\\\.)*\")+)");
    Pattern expectation =
        Pattern.compile(
            "testurl:\\s*\"([^\"]*)\"\\s*useragent:\\s*\"([^\"]*)\"\\s*expected_outcome:\\s*(\\w+)");
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (!file.getKey().endsWith(".textproto")) {
        continue;
      }
      String text = new String(file.getValue(), StandardCharsets.UTF_8);
      for (String test : text.split("(?=robotstxt:)")) {
        Matcher content = robotsTxt.matcher(test);
        if (!content.find()) {
          continue;
        }
        RobotsTxt robots = parse(unquoted(content.group(1)));
        for (Matcher e = expectation.matcher(test); e.find(); cases++) {
          boolean allowed = robots.check(e.group(2), URI.create(e.group(1))).allowed();
          if (allowed != e.group(3).equals("ALLOWED")) {
            wrong.add(file.getKey() + " " + e.group(2) + " " + e.group(1) + " " + e.group(3));
          }
        }
      }
    }
    System.out.println("robots conformance suite: " + cases + " cases, " + wrong.size() + " wrong");
    assertThat(cases).isGreaterThan(50);
    assertThat(wrong).isEmpty();
  }

  @Test
  void realFilesAreJudgedAsCrawlerCommonsJudgesThemButWhereItGoesBeyondTheRfc() throws IOException {
    Map<String, byte[]> files = suite("protego-realworld-robots.tar.gz");
    Map<String, Integer> reasons = new TreeMap<>();
    List<String> unexplained = new ArrayList<>();
    int asked = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      RobotsTxt ours = RobotsTxt.parse(file.getValue());
      for (String agent : List.of("letopis", "googlebot", "yandex", "bingbot")) {
        SimpleRobotRules theirs = peer(file.getValue(), agent);
        for (String path : paths(file.getValue())) {
          String url = "https://site.example" + path;
          boolean allowed = ours.check(agent, URI.create(url)).allowed();
          asked++;
          if (allowed != theirs.isAllowed(url)) {
            String why = why(file.getValue(), agent, url, allowed);
            reasons.merge(why, 1, Integer::sum);
            if (why.equals("unexplained")) {
              unexplained.add(file.getKey() + " " + agent + " " + path);
            }
          }
        }
      }
    }
    System.out.println(
        "real robots.txt: "
            + files.size()
            + " files, "
            + asked
            + " verdicts; otherwise than by"
            + " crawler-commons:");
    reasons.forEach((why, count) -> System.out.println("  " + count + ": " + why));
    assertThat(files).hasSizeGreaterThan(2000);
    assertThat(unexplained).isEmpty();
  }

  private static String why(byte[] content, String agent, String url, boolean ours) {
    if (url.endsWith("/robots.txt")) {
      return "robots.txt itself, which they allow whatever its rules say";
    }
    String text = new String(content, StandardCharsets.ISO_8859_1);
    if (verdict(text.replaceAll("(?i)index\\.html?", "index-page"), agent, url) == ours) {
      return "index.html, which they take for its folder";
    }
    if (verdict(text.replaceAll("(?i)crawl-delay", "x-delay"), agent, url) == ours) {
      return "a long Crawl-delay, which they take for a ban";
    }
    return "unexplained";
  }

  private static boolean verdict(String text, String agent, String url) {
    return peer(text.getBytes(StandardCharsets.ISO_8859_1), agent).isAllowed(url);
  }

  private static SimpleRobotRules peer(byte[] content, String agent) {
    return new SimpleRobotRulesParser()
        .parseContent("https://site.example/robots.txt", content, "text/plain", Set.of(agent));
  }

  /// Paths that the file itself speaks of, and some others.
  private static List<String> paths(byte[] content) {
    List<String> paths =
        new ArrayList<>(List.of("/", "/news/1.html?id=5", "/search?q=a", "/wp-admin/"));
    String text = new String(content, StandardCharsets.ISO_8859_1);
    Matcher rule =
        Pattern.compile("(?im)^\\s*(?:dis)?allow:\\s*(/[A-Za-z0-9/._*$?=-]*)").matcher(text);
    while (rule.find() && paths.size() < 60) {
      paths.add(rule.group(1).replace("*", "xyz").replace("$", "") + "tail");
      paths.add(rule.group(1).replace("*", "").replace("$", ""));
    }
    return paths;
  }

  private static String unquoted(String literals) {
    StringBuilder out = new StringBuilder();
    Matcher literal = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(literals);
    while (literal.find()) {
      out.append(literal.group(1).translateEscapes());
    }
    return out.toString();
  }

  private static Map<String, byte[]> suite(String name) throws IOException {
    Path file = SUITES.resolve(name);
    Assumptions.assumeTrue(Files.exists(file), "no real data at " + file);
    Map<String, byte[]> files = new LinkedHashMap<>();
    TarGz.read(file).forEach(entry -> files.put(entry.name(), entry.bytes()));
    return files;
  }

  private static boolean allowed(RobotsTxt robots, String agent, String path) {
    return robots.check(agent, URI.create("https://site.example" + path)).allowed();
  }

  private static RobotsTxt parse(String text) {
    return RobotsTxt.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
