package letopis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordFormTest {
  private static final WordPattern FIVE = WordPattern.ofSurface("[A-Z].*5");
  private static final WordPattern SMALL = WordPattern.ofNorm("[a-z].*");

  @Test
  void answersAsThePatternDoesHoweverManyWordsTakeOnePlace() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      text.append(i % 3 == 0 ? "Word" : "word").append(i).append(' ');
    }
    String words = text.toString();
    for (int round = 0; round < 2; round++) {
      int start = 0;
      for (int end = words.indexOf(' '); end >= 0; end = words.indexOf(' ', start)) {
        WordForm form = WordForm.at(words, start, end);
        String word = words.substring(start, end);
        assertThat(form.surface()).isEqualTo(word);
        assertThat(form.is(FIVE)).isEqualTo(word.startsWith("W") && word.endsWith("5"));
        assertThat(form.is(SMALL)).isTrue();
        start = end + 1;
      }
    }
  }

  @Test
  void patternsOfNormsAndOfSurfacesDiffer() {
    String text = "cтoлица";
    WordPattern cyrillic = WordPattern.ofNorm("[а-я]+");
    WordPattern written = WordPattern.ofSurface("[а-я]+");
    assertThat(WordForm.at(text, 0, text.length()).is(cyrillic)).isTrue();
    assertThat(WordForm.at(text, 0, text.length()).is(written)).isFalse();
  }
}
