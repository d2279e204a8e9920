package letopis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
    Triggers triggers = new Triggers(PATTERNS);
    Random random = new Random(7);
    int matches = 0;
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      random.ints(12, 0, parts.length).forEach(part -> text.append(parts[part]));
      Triggers.Places places = triggers.in(text.toString());
      for (int i = 0; i < PATTERNS.size(); i++) {
        for (int at : starts(PATTERNS.get(i), text.toString())) {
          int place = places.next(0, i, at);
          assertThat(place).as("%s in %s at %d", PATTERNS.get(i), text, at).isNotNegative();
          assertThat(places.at()[place]).as("%s in %s", PATTERNS.get(i), text).isEqualTo(at);
          matches++;
        }
      }
    }
    assertThat(matches).isGreaterThan(1_000);
  }

  @Test
  void wordsThatBeginNoPatternAreLeftOut() {
    assertThat(new Triggers(PATTERNS).in("дом стоит, saying nothing; подвиг").at()).isEmpty();
  }

  private static List<Integer> starts(Pattern pattern, String text) {
    List<Integer> starts = new ArrayList<>();
    pattern.matcher(text).results().forEach(match -> starts.add(match.start()));
    return starts;
  }
}
