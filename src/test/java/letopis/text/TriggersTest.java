package letopis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TriggersTest {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile("(?<!\\p{L})по (?:данным|версии)(?!\\p{L})", FLAGS),
          Pattern.compile("(?<!\\p{L})(?:via|says|т-ж|переда[её]т)(?!\\p{L})", FLAGS),
          Pattern.compile("(?<!\\p{L})во?(?: \\p{Lu}\\p{L}+)?(?!\\p{L})", FLAGS));

  @Test
  void everyPlaceWhereAPatternMatchesIsFound() {
    String[] parts = {
      "по",
      "По",
      "ПЕРЕДАЁТ",
      " ",
      " ",
      "данным",
      "via",
      "ſays",
      "т-ж",
      "в",
      "ВО",
      "Ы",
      "-",
      "9",
      "\uD835\uDC00",
      "\n",
      "передает"
    };
    List<Triggers> triggers = PATTERNS.stream().map(Triggers::new).toList();
    Random random = new Random(7);
    int matches = 0;
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      random.ints(12, 0, parts.length).forEach(part -> text.append(parts[part]));
      for (int i = 0; i < PATTERNS.size(); i++) {
        List<Integer> starts =
            PATTERNS.get(i).matcher(text).results().map(MatchResult::start).toList();
        List<Integer> places = Arrays.stream(triggers.get(i).in(text.toString())).boxed().toList();
        assertThat(places).as("%s in %s", PATTERNS.get(i), text).containsAll(starts);
        matches += starts.size();
      }
    }
    assertThat(matches).isGreaterThan(1_000);
  }

  @Test
  void wordsThatBeginNoPatternAreLeftOut() {
    for (Pattern pattern : PATTERNS) {
      assertThat(new Triggers(pattern).in("дом стоит, saying nothing; подвиг")).isEmpty();
    }
  }
}
