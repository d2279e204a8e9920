package letopis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The system was certified, the official told The River Tribune. | River Tribune",
        "ru | Об этом сообщили в пресс-службе комитета по спорту. | пресс-службе комитета по"
            + " спорту",
        "ru | В интервью Fastsport Ивану Орлову пришлось признать вину. | Fastsport",
        "ru | Цены выросли, заявил в эфире River Business ведущий. | River Business"
      })
  void whoATextHasItFromIsNamed(String lang, String sentence, String name) {
    assertThat(Attributions.find(sentence, lang))
        .extracting(Attributions.Found::name)
        .containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ru | Приговор вынесен, сообщил адвокат, передает После него начались протесты.",
        "ru | Об этом сообщили в пресс-службе ведомства.",
        "en | He told The Boss of the plan."
      })
  void whatIsNoNameIsNone(String lang, String sentence) {
    assertThat(Attributions.find(sentence, lang)).isEmpty();
  }
}
