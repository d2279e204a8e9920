package letopis.crawl.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceLabelsTest {
  @ParameterizedTest
  @CsvSource({
    "ng.ru, ng.ru",
    "Амурская правда, amurskaya-pravda",
    "Детектор Медіа, detektor-media",
    "Báo Dân Việt, bao-dan-viet",
    "Библиотека Go разработчика | Golang, biblioteka-go-razrabotchika-golang"
  })
  void anIdIsMadeFromTheLabel(String label, String id) {
    assertThat(SourceLabels.slug(label)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"صدى البلد", "!!!", "_ТАСС_ и", "新华社"})
  void everyLabelGivesAnIdThatIsAllowed(String label) {
    assertThat(SourceLabels.slug(label)).matches("[a-z0-9][a-z0-9._-]*");
  }
}
