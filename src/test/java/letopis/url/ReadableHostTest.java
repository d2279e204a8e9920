package letopis.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableHostTest {
  @ParameterizedTest
  @CsvSource({
    "вестник.рф, вестник.рф",
    "news.вестник.рф, news.вестник.рф",
    "вестник-2.example, вестник-2.example",
    "gazeta.example, gazeta.example",
    // «сосо» of Cyrillic letters only: Latin letters to the eye, but not where all is Cyrillic.
    "сосо.example, xn--n1aa6a.example",
    "сосо.рф, сосо.рф",
    // The first letter is Cyrillic.
    "аmur.example, xn--mur-5cd.example"
  })
  void nationalLettersAreShownWhereTheyCannotBeMistaken(String written, String shown) {
    String host = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED);
    assertThat(ReadableHost.of(host)).isEqualTo(shown.contains("xn--") ? host : shown);
  }

  @ParameterizedTest
  @CsvSource({"xn--.example, xn--.example", "xn--99999999999.example, xn--99999999999.example"})
  void whatIsNoNameStaysAsItIs(String host, String shown) {
    assertThat(ReadableHost.of(host)).isEqualTo(shown);
  }
}
