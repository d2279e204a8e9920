package letopis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PhraseTest {
  private static final Pattern PATTERN =
      Pattern.compile(
          "(?<!не )\\b(?:это,?\\s+(\\w+)|не так(?!\\w)|^проверка|(?:this|that) is not)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  @Test
  void whatIsFoundIsWhatThePatternItselfFindsFirst() {
    String[] parts = {
      "это", "Это,", " ", " ", "не", "так", "ПРОВЕРКА", "this", "is not", "таковы", "_", "9", "\n"
    };
    Phrase phrase = new Phrase(PATTERN);
    Random random = new Random(5);
    int found = 0;
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      random.ints(9, 0, parts.length).forEach(part -> text.append(parts[part]));
      Matcher matcher = PATTERN.matcher(text);
      boolean there = matcher.find();
      assertThat(phrase.in(text.toString())).as("%s", text).isEqualTo(there);
      if (there) {
        assertThat(phrase.find(text.toString()))
            .get()
            .satisfies(
                match -> {
                  assertThat(match.start()).isEqualTo(matcher.start());
                  assertThat(match.end()).isEqualTo(matcher.end());
                  assertThat(match.group(1)).isEqualTo(matcher.group(1));
                });
        found++;
      }
    }
    assertThat(found).isGreaterThan(500);
  }
}
