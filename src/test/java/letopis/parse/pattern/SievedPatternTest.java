package letopis.parse.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A sieve may only leave out places where its pattern cannot begin.
class SievedPatternTest {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final List<String> PATTERNS =
      List.of(
          "/tags?/[^/]+|[?&]tag=",
          "\\b(?:фото|photo)\\b",
          "(?<=\\p{L})\\.(?:com|ru)$",
          "(?<=[\\p{IsHan}])[-_](?=\\p{IsHan})",
          "(?<!\\d)\\d{4}(?!\\d)",
          "\\s*[|│]\\s*",
          "^\\W*(?:ошибка|error)",
          "(?:^|[^\\p{L}])page \\d",
          "[^a-z]k");

  private static final List<String> TEXTS =
      List.of(
          "",
          "/news/tag/мост",
          "/x?a=1&TAG=b",
          "Das Photo, ФОТО: A. Meadow",
          "vestnik.ru",
          "标题_新华网",
          "in 2026 and 12345",
          "Bridge | Vestnik",
          " — Ошибка 404",
          "news, page 3",
          "page 4",
          "\u212aK",
          "İstanbul ſ");

  @Test
  void findsWhatItsPatternFinds() {
    for (String regex : PATTERNS) {
      SievedPattern sieved = new SievedPattern(regex, FLAGS);
      Pattern plain = Pattern.compile(regex, FLAGS);
      for (String text : TEXTS) {
        String where = regex + " in " + text;
        assertThat(sieved.in(text)).as(where).isEqualTo(plain.matcher(text).find());
        assertThat(sieved.begins(text)).as(where).isEqualTo(plain.matcher(text).lookingAt());
        assertThat(sieved.is(text)).as(where).isEqualTo(plain.matcher(text).matches());
        assertThat(sieved.cutOut(text)).as(where).isEqualTo(plain.matcher(text).replaceFirst(""));
      }
    }
  }

  @Test
  void leavesOutLettersThatNoMatchBeginsWith() {
    SievedPattern pattern = new SievedPattern("(?:читайте|see) also", FLAGS);
    assertThat("сСsSчЧ".chars().mapToObj(c -> pattern.mayBeginWith((char) c)))
        .containsExactly(false, false, true, true, true, true);
  }
}
