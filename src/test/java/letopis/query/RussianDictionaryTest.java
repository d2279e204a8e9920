package letopis.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RussianDictionaryTest {
  private final Inflections dictionary = RussianDictionary.shared();

  @Test
  void bringsTogetherWhatTheStemmerKeepsApart() {
    assertThat(dictionary.of("день")).extracting(Inflections.Form::text).contains("дне");
    assertThat(dictionary.of("паводку")).isNotEmpty();
    assertThat(dictionary.of("елка")).extracting(Inflections.Form::text).contains("елок");
  }

  @Test
  void aFormWhoseStemIsThatOfOtherWordsIsMeantAlone() {
    assertThat(dictionary.of("ивановым")).contains(new Inflections.Form("иванов", true));
    assertThat(dictionary.of("паводок")).contains(new Inflections.Form("паводка", false));
  }

  @Test
  void saysNothingOfWordsItDoesNotKnow() {
    assertThat(dictionary.of("covid")).isEmpty();
    assertThat(dictionary.of("абвгдеж")).isEmpty();
    assertThat(dictionary.of("я")).isEmpty();
  }
}
