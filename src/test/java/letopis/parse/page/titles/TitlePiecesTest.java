package letopis.parse.page.titles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlePiecesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Мост открыли — Вестник Заречья      ; Вестник Заречья ; Мост открыли
          Вестник Заречья | Мост открыли      ; Вестник Заречья ; Мост открыли
          Bridge opened after three years - BBC News ; BBC News  ; Bridge opened after three years
          Bridge opened after years | News | Herald ; Herald     ; Bridge opened after years | News
          Covid-19: what we know              ; Herald           ; Covid-19: what we know
          Ain't-no-separator here             ; Herald           ; Ain't-no-separator here
          Мэр открыл «Мост» в Заречье         ; Вестник Заречья  ; Мэр открыл «Мост» в Заречье
          Вестник Заречья                     ; Вестник Заречья  ; Вестник Заречья
          河上新桥今天开通！-晨报网             ; 晨报网            ; 河上新桥今天开通！
          """)
  void cutsTheNameOfTheSiteOff(String title, String site, String expected) {
    assertThat(TitlePieces.of(title).withoutSite(new SiteNames(site))).isEqualTo(expected);
  }
}
