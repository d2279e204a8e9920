package letopis.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://x.com/rechka/status/12345      | https://twitter.com/Rechka/status/12345?s=20
          https://x.com/rechka/status/12345      | https://mobile.twitter.com/rechka/status/12345
          https://vk.com/wall-123_45             | https://vk.ru/wall-123_45
          https://vk.com/wall-123_45             | https://m.vk.com/rechka?w=wall-123_45
          https://vk.com/rechka                  | https://m.vk.com/rechka
          https://t.me/rechka/7                  | https://telegram.me/s/Rechka/7?single
          https://t.me/rechka                    | https://telegram.me/rechka/
          https://www.youtube.com/watch?v=abcdefghijk | https://youtu.be/abcdefghijk?t=5
          https://news.example/a                 | http://www.news.example/a/
          """)
  void addressesOfOneThingHaveOneKey(String kept, String written) {
    assertThat(SameAddress.key(written)).isEqualTo(SameAddress.key(kept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://twitter.com/rechka/status/12345",
        "https://vk.ru/wall-123_45",
        "https://telegram.me/rechka/7"
      })
  void theAddressThatIsKeptIsAmongTheSpellings(String written) {
    String kept = written.replace("twitter.com", "x.com").replace("vk.ru", "vk.com");
    assertThat(SameAddress.spellings(written))
        .startsWith(written)
        .contains(kept.replace("telegram.me", "t.me"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.com/rechka/status/12345, https://x.com/rechka/status/12346",
    "https://vk.com/wall-123_45, https://vk.com/wall123_45",
    "https://t.me/rechka/7, https://t.me/rechka/8",
    "https://fox.com/a, https://x.com/a",
    "https://news.example/a, https://news.example/A"
  })
  void addressesOfDifferentThingsHaveDifferentKeys(String one, String other) {
    assertThat(Arrays.asList(SameAddress.key(one))).doesNotContain(SameAddress.key(other));
  }
}
