package letopis.parse.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Мост открыли — Вестник Заречья      ; Вестник Заречья ; Мост открыли
          Вестник Заречья | Мост открыли      ; Вестник Заречья ; Мост открыли
          Bridge opened after three years - BBC News ; BBC News  ; Bridge opened after three years
          Bridge opened after years | News | Herald ; Herald     ; Bridge opened after years
          Covid-19: what we know              ; Herald           ; Covid-19: what we know
          Ain't-no-separator here             ; Herald           ; Ain't-no-separator here
          """)
  void cutsTheNameOfTheSiteOff(String title, String site, String expected) {
    assertThat(Titles.withoutSite(title, site)).isEqualTo(expected);
  }
}
