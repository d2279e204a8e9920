package letopis.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RussianDictionaryTest {
  private final Inflections dictionary = RussianDictionary.shared();

  @Test
  void bringsTogetherWhatTheStemmerKeepsApart() {
    assertThat(dictionary.of("день")).contains("дне");
    assertThat(dictionary.of("паводку")).isNotEmpty();
    assertThat(dictionary.of("елка")).contains("елок");
  }

  @Test
  void saysNothingOfWordsItDoesNotKnow() {
    assertThat(dictionary.of("covid")).isEmpty();
    assertThat(dictionary.of("абвгдеж")).isEmpty();
    assertThat(dictionary.of("я")).isEmpty();
  }
}
