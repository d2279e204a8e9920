package letopis.bench.feeds;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.fetch.RobotsTxt;

/// The conformance suite of RFC 9309, and real robots files judged beside crawler-commons.
final class RobotsSuites {
  private static final String SITE = "https://site.example";
  private static final List<String> AGENTS = List.of("letopis", "googlebot", "yandex", "bingbot");
  private static final List<String> PATHS =
      List.of("/", "/news/1.html?id=5", "/search?q=a", "/wp-admin/");
  private static final int MOST_PATHS = 60;
  private static final Pattern FILE =
      Pattern.compile("robotstxt:((?:\\s*\"(?:[^\"\\\\]|\\\\.)*\")+)");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern EXPECTED =
      Pattern.compile(
          "testurl:\\s*\"([^\"]*)\"\\s*useragent:\\s*\"([^\"]*)\"\\s*expected_outcome:\\s*(\\w+)");
  private static final Pattern RULE =
      Pattern.compile("(?im)^\\s*(?:dis)?allow:\\s*(/[A-Za-z0-9/._*$?=-]*)");

  private RobotsSuites() {}

  /// @param files the suite, in protocol buffers' text format
  static Suite conformance(Map<String, byte[]> files) {
    Suite suite = new Suite("robotstxt-spec-test", "the suite's verdicts (RFC 9309)");
    files.forEach(
        (name, bytes) -> {
          if (name.endsWith(".textproto")) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            for (String test : text.split("(?=robotstxt:)")) {
              conformance(suite, name, test);
            }
          }
        });
    return suite;
  }

  private static void conformance(Suite suite, String name, String test) {
    Matcher file = FILE.matcher(test);
    if (!file.find()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    LITERAL
        .matcher(file.group(1))
        .results()
        .forEach(l -> text.append(l.group(1).translateEscapes()));
    RobotsTxt robots = RobotsTxt.parse(text.toString().getBytes(StandardCharsets.UTF_8));
    Matcher expected = EXPECTED.matcher(test);
    while (expected.find()) {
      boolean allowed = robots.check(expected.group(2), URI.create(expected.group(1))).allowed();
      if (allowed == expected.group(3).equals("ALLOWED")) {
        suite.same();
      } else {
        suite.differs(name + " " + expected.group(2) + " " + expected.group(1), Optional.empty());
      }
    }
  }

  /// Asks about paths that each file itself speaks of, and some others, for four agents.
  static Suite real(Map<String, byte[]> files) {
    Suite suite = new Suite("protego, real robots.txt", "crawler-commons");
    files.forEach(
        (name, bytes) -> {
          RobotsTxt ours = RobotsTxt.parse(bytes);
          for (String agent : AGENTS) {
            // Read once: reading takes longer than all questions.
            SimpleRobotRules theirs = theirs(bytes, agent);
            for (String path : paths(bytes)) {
              String url = SITE + path;
              boolean allowed = ours.check(agent, URI.create(url)).allowed();
              if (allowed == theirs.isAllowed(url)) {
                suite.same();
              } else {
                suite.differs(name + " " + agent + " " + path, why(bytes, agent, url, allowed));
              }
            }
          }
        });
    return suite;
  }

  private static Optional<String> why(byte[] content, String agent, String url, boolean ours) {
    if (url.endsWith("/robots.txt")) {
      return Optional.of("robots.txt itself, which they allow whatever its rules say");
    }
    String text = new String(content, StandardCharsets.ISO_8859_1);
    if (verdict(text.replaceAll("(?i)index\\.html?", "index-page"), agent, url) == ours) {
      return Optional.of("index.html, which they take for its folder");
    }
    if (verdict(text.replaceAll("(?i)crawl-delay", "x-delay"), agent, url) == ours) {
      return Optional.of("a long Crawl-delay, which they take for a ban");
    }
    return Optional.empty();
  }

  private static boolean verdict(String text, String agent, String url) {
    return theirs(text.getBytes(StandardCharsets.ISO_8859_1), agent).isAllowed(url);
  }

  private static SimpleRobotRules theirs(byte[] content, String agent) {
    return new SimpleRobotRulesParser()
        .parseContent(SITE + "/robots.txt", content, "text/plain", Set.of(agent));
  }

  private static List<String> paths(byte[] content) {
    List<String> paths = new ArrayList<>(PATHS);
    Matcher rule = RULE.matcher(new String(content, StandardCharsets.ISO_8859_1));
    while (rule.find() && paths.size() < MOST_PATHS) {
      paths.add(rule.group(1).replace("*", "xyz").replace("$", "") + "tail");
      paths.add(rule.group(1).replace("*", "").replace("$", ""));
    }
    return paths;
  }
}
