package letopis.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CanonicalUrlTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/url/canonical.csv", delimiter = '|')
  void eachRuleOfTheTableHolds(String found, String canonical) {
    assertThat(CanonicalUrl.parse(found).map(CanonicalUrl::value).orElse(null))
        .isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/url/canonical.csv", delimiter = '|')
  void aCanonicalAddressIsItsOwnCanonicalForm(String found, String canonical) {
    if (canonical != null) {
      assertThat(CanonicalUrl.parse(canonical).orElseThrow().value()).isEqualTo(canonical);
    }
  }

  @Test
  void whateverIsWrittenParsesToSomethingStableThatJavaCanFetch() {
    Random random = new Random(1);
    String alphabet =
        "abZ019%25%D0%2e./\\?&=#!@:[]{}|^`\"<> \t_-~+;,$'()*йЁ中\uD83D\uDE00\uD800utm_";
    int parsed = 0;
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder("https://example.com");
      if (random.nextInt(4) > 0) {
        text.append('/');
      }
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      var first = CanonicalUrl.parse(text.toString());
      if (first.isPresent()) {
        parsed++;
        assertThat(CanonicalUrl.parse(first.get().value())).as(text.toString()).isEqualTo(first);
        assertThat(first.get().uri().getRawPath()).startsWith("/");
      }
    }
    assertThat(parsed).isGreaterThan(30_000);
  }

  @Test
  void articlesThatDifferInPathOrQueryAreNeverMerged() {
    Random random = new Random(2);
    String[] names = {
      "id", "cid", "sid", "source", "ref", "from", "p", "news", "article", "ID", "v"
    };
    Set<String> written = new HashSet<>();
    while (written.size() < 20_000) {
      String path = "/" + token(random) + (random.nextBoolean() ? "/" : "/" + token(random));
      String name = names[random.nextInt(names.length)];
      written.add("https://site.example" + path + "?" + name + "=" + token(random));
    }
    Set<String> canonical = new HashSet<>();
    List<String> noisy = new ArrayList<>(written);
    noisy.forEach(
        url ->
            canonical.add(CanonicalUrl.parse(url + "&utm_source=rss#top").orElseThrow().value()));
    assertThat(canonical).hasSameSizeAs(written);
  }

  @Test
  void linksResolveAsBrowsersDo() {
    CanonicalUrl page =
        CanonicalUrl.parse("https://site.example/news/2026/a.html?x=1").orElseThrow();
    assertThat(resolved(page, "b.html")).isEqualTo("https://site.example/news/2026/b.html");
    assertThat(resolved(page, "../b")).isEqualTo("https://site.example/news/b");
    assertThat(resolved(page, "/b")).isEqualTo("https://site.example/b");
    assertThat(resolved(page, "//cdn.example/b")).isEqualTo("https://cdn.example/b");
    assertThat(resolved(page, "?p=2")).isEqualTo("https://site.example/news/2026/a.html?p=2");
    assertThat(resolved(page, "#top")).isEqualTo(page.value());
    assertThat(resolved(page, "http://other.example")).isEqualTo("http://other.example/");
    assertThat(page.resolve("javascript:void(0)")).isEmpty();
    assertThat(page.resolve("mailto:a@b.example")).isEmpty();
  }

  @Test
  void theRegistrableDomainIsOneLabelBelowThePublicSuffix() {
    assertThat(domain("https://news.portal.example.co.uk/")).isEqualTo("example.co.uk");
    assertThat(domain("https://www.amur.info/")).isEqualTo("amur.info");
    assertThat(domain("http://127.0.0.1:8080/")).isEqualTo("127.0.0.1");
    assertThat(domain("http://localhost/")).isEqualTo("localhost");
  }

  @Test
  void aHostIsTheSameHoweverItIsTyped() {
    assertThat(WebAddress.domain("www.Вестник.рф")).isEqualTo("xn--b1agjinxh.xn--p1ai");
    assertThat(WebAddress.domain("XN--B1AGJINXH.xn--p1ai")).isEqualTo("xn--b1agjinxh.xn--p1ai");
    assertThat(WebAddress.domain("amur.info")).isEqualTo("amur.info");
    assertThat(WebAddress.domain("no host")).isEqualTo("no host");
  }

  @Test
  void addressesBeyondTheBoundAreRefused() {
    String path = "/" + "a".repeat(2100);
    assertThat(CanonicalUrl.parse("https://site.example" + path)).isPresent();
    assertThat(CanonicalUrl.parse("https://site.example/" + "a".repeat(5000))).isEmpty();
    assertThat(CanonicalUrl.parse("https://site.example/" + "я".repeat(1000))).isEmpty();
  }

  private static String resolved(CanonicalUrl page, String reference) {
    return page.resolve(reference).orElseThrow().value();
  }

  private static String domain(String url) {
    return CanonicalUrl.parse(url).orElseThrow().domain();
  }

  private static String token(Random random) {
    String letters = "abcABC0123-_";
    StringBuilder out = new StringBuilder();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      out.append(letters.charAt(random.nextInt(letters.length())));
    }
    return out.toString();
  }
}
