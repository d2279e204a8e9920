package letopis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import letopis.document.Attribution;
import org.junit.jupiter.api.Test;

class DigestTest {
  private static final String CLAIM = "Мост через Зею закроют на ремонт до марта будущего года";
  private static final String BRIDGE =
      CLAIM + ", объезд устроят по улице Набережной и Первомайскому парку.";
  private static final String SCHOOL =
      "В посёлке Октябрьском открыли новую школу на триста мест с бассейном и стадионом.";
  private static final String WATER =
      "Воду в Заречном дадут к вечеру: аварию на насосной станции устранили ночью рабочие.";

  private static List<String> sources(String body) {
    Appearance one =
        Sighting.of(
                List.of(new Page("https://a.example/1", body).attributed().build()),
                new Matcher(new Claim(CLAIM, Rarity.unknown())))
            .orElseThrow()
            .appearance();
    return Scope.of(one, _ -> true).stream().map(Attribution::name).toList();
  }

  @Test
  void aLineBehindAnItemIsOfThatItem() {
    String body =
        SCHOOL
            + "\nИсточник: Интерфакс\n"
            + BRIDGE
            + "\nИсточник: ТАСС\n"
            + WATER
            + "\nИсточник: РБК";
    assertThat(sources(body)).containsExactly("ТАСС");
  }

  @Test
  void aLineBeforeAnItemIsOfThatItem() {
    String body =
        "Источник: Интерфакс\n"
            + SCHOOL
            + "\nИсточник: ТАСС\n"
            + BRIDGE
            + "\nИсточник: РБК\n"
            + WATER;
    assertThat(sources(body)).containsExactly("ТАСС");
  }

  @Test
  void linesTogetherAreOfOneItem() {
    String body =
        SCHOOL
            + "\nИсточник: Интерфакс\n"
            + BRIDGE
            + "\nИсточник: ТАСС\nИсточник: РБК\n"
            + WATER
            + "\nИсточник: Regnum";
    assertThat(sources(body)).containsExactly("ТАСС", "РБК");
  }

  @Test
  void linesOfOneTextAreOfTheWholeText() {
    assertThat(sources(BRIDGE + " " + SCHOOL + "\nИсточник: ТАСС\nИсточник: РБК"))
        .containsExactly("ТАСС", "РБК");
    assertThat(sources(SCHOOL + "\nИсточник: Интерфакс\n" + BRIDGE + "\nИсточник: ТАСС\n" + WATER))
        .as("nothing tells whether the lines are before or behind")
        .containsExactly("Интерфакс", "ТАСС");
  }
}
