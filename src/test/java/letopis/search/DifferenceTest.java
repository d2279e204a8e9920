package letopis.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import letopis.search.Difference.Kind;
import letopis.search.Difference.Part;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  @Test
  void aChangedNumberIsOnePieceGoneAndOneCome() {
    assertThat(Difference.between("Погибли 12 человек.", "Погибли 120 человек."))
        .containsExactly(
            new Part(Kind.SAME, "Погибли "),
            new Part(Kind.REMOVED, "12"),
            new Part(Kind.ADDED, "120"),
            new Part(Kind.SAME, " человек."));
  }

  @Test
  void wordsChangedInARowAreOneChange() {
    assertThat(Difference.between("Мост закроют на ремонт.", "Мост отремонтируют без закрытия."))
        .containsExactly(
            new Part(Kind.SAME, "Мост "),
            new Part(Kind.REMOVED, "закроют на ремонт"),
            new Part(Kind.ADDED, "отремонтируют без закрытия"),
            new Part(Kind.SAME, "."));
  }

  @Test
  void thePiecesAlwaysGiveBothTextsBack() {
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      String from = words(random);
      String to = words(random);
      List<Part> parts = Difference.between(from, to);

      assertThat(without(parts, Kind.ADDED)).as("%s → %s", from, to).isEqualTo(from);
      assertThat(without(parts, Kind.REMOVED)).as("%s → %s", from, to).isEqualTo(to);
    }
  }

  private static String without(List<Part> parts, Kind kind) {
    StringBuilder text = new StringBuilder();
    parts.stream().filter(part -> part.kind() != kind).forEach(part -> text.append(part.text()));
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
