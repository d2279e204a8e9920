package letopis.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTxtTest {
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

  private static boolean allowed(RobotsTxt robots, String agent, String path) {
    return robots.check(agent, URI.create("https://site.example" + path)).allowed();
  }

  private static RobotsTxt parse(String text) {
    return RobotsTxt.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
