package letopis.parse.page.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  private static final String BASE = "https://vestnik.example/news/most/";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://other.example/a/b?c=d#e",
        "http://other.example",
        "HTTP://Other.Example/a",
        "http://other.example:80/a",
        "http://user@other.example/a",
        "http://other.example/a/../b/./c",
        "http://other.example/.well-known/x",
        "http://other.example/a b",
        "http://other.example/новости",
        "http:///a",
        "http://",
        " https://other.example/a ",
        "//other.example/a",
        "/a/b.html?x=/../y",
        "/a/../b",
        "/",
        "/a\\b",
        "a/b",
        "../a",
        "?a=b",
        "#a",
        "",
        "mailto:a@b.example",
        "javascript:void(0)"
      })
  void areWhatJsoupMakesOfThem(String address) {
    for (String base :
        new String[] {BASE, "https://vestnik.example", "http://v.example:8080/a", "", "x"}) {
      Element link = link(address, base);

      assertThat(Addresses.absolute(link, "href")).isEqualTo(link.absUrl("href"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/a, https://vestnik.example/a",
    "https://other.example/a, https://other.example/a",
    "b, https://vestnik.example/news/most/b"
  })
  void areAbsolute(String address, String absolute) {
    assertThat(Addresses.absolute(link(address, BASE), "href")).isEqualTo(absolute);
  }

  private static Element link(String address, String base) {
    Element link = Jsoup.parse("<a>x</a>", base).expectFirst("a");
    link.attr("href", address);
    return link;
  }
}
