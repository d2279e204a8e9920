package letopis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefutationsTest {
  record Case(Refutations.Stance stance, String title, String text, int start, int end) {
    static Case of(String line) {
      String[] cells = line.split("\t", -1);
      int start = cells[2].indexOf('[');
      int end = cells[2].indexOf(']') - 1;
      String text = cells[2].replace("[", "").replace("]", "");
      return new Case(Refutations.Stance.valueOf(cells[0]), cells[1], text, start, end);
    }

    @Override
    public String toString() {
      return stance + ": " + title + " | " + text;
    }
  }

  static Stream<Case> cases() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(RefutationsTest.class.getResourceAsStream("stances.tsv")),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(Case::of).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aDenialMeansThePassageItIsBoundTo(Case one) {
    assertThat(Refutations.of(one.title(), one.text(), one.start(), one.end()))
        .isEqualTo(one.stance());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatStandsFartherOffChangesNothing(Case one) {
    String far =
        "Погода завтра будет ясной. Магазины работают как обычно. Ярмарка продлится до мая. ";
    String text = far + "\n" + one.text() + "\n" + far;
    int moved = far.length() + 1;
    assertThat(Refutations.of(one.title(), text, one.start() + moved, one.end() + moved))
        .isEqualTo(one.stance());
  }
}
