package letopis.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordDiffTest {
  @Test
  void aChangedNumberIsOnePieceGoneAndOneCome() {
    assertThat(WordDiff.of("Погибли 12 человек.", "Погибли 120 человек."))
        .containsExactly(
            new WordDiff.Piece("=", "Погибли "),
            new WordDiff.Piece("-", "12"),
            new WordDiff.Piece("+", "120"),
            new WordDiff.Piece("=", " человек."));
  }

  @Test
  void equalTextsAreOnePieceAndEmptyOnesNone() {
    assertThat(WordDiff.of("а б", "а б")).containsExactly(new WordDiff.Piece("=", "а б"));
    assertThat(WordDiff.of("", "")).isEmpty();
    assertThat(WordDiff.of("", "а")).containsExactly(new WordDiff.Piece("+", "а"));
  }

  @Test
  void thePiecesAlwaysGiveBothTextsBack() {
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      String from = words(random);
      String to = words(random);
      List<WordDiff.Piece> pieces = WordDiff.of(from, to);

      assertThat(joined(pieces, "+")).as("%s → %s", from, to).isEqualTo(from);
      assertThat(joined(pieces, "-")).as("%s → %s", from, to).isEqualTo(to);
    }
  }

  @Test
  void textsThatShareNothingAreReplacedWholeInBoundedTime() {
    String from = "а ".repeat(20_000);
    String to = "б, ".repeat(20_000);

    assertThat(WordDiff.of(from, to)).hasSizeBetween(2, 60_000);
  }

  private static String joined(List<WordDiff.Piece> pieces, String without) {
    StringBuilder text = new StringBuilder();
    pieces.stream()
        .filter(piece -> !piece.op().equals(without))
        .forEach(p -> text.append(p.text()));
    return text.toString();
  }

  private static String words(Random random) {
    StringBuilder text = new StringBuilder();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      text.append((char) ('а' + random.nextInt(4))).append(random.nextBoolean() ? " " : ", ");
    }
    return text.toString();
  }
}
