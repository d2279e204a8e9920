package letopis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PiecesTest {
  @Test
  void aDiffKeepsThePunctuationBetweenItsWords() {
    String diff =
        Pieces.of(
                "12 детей попали в больницу после того, как попили воды из-под крана",
                "120 детей попали в больницу после того, как попили воды из-под крана")
            .stream()
            .map(piece -> piece.op() + piece.text())
            .collect(Collectors.joining("|"));
    assertThat(diff)
        .isEqualTo("-12|+120|=детей попали в больницу после того, как попили воды из-под крана");
  }
}
