package letopis.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeginningsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "испытаниями",
        "Москвою",
        "он",
        "ею",
        "оею",
        "в",
        "СССР",
        "says",
        "day",
        "by",
        "Ayes",
        "dies",
        "ating",
        "hopping",
        "skies",
        "relational",
        "s",
        "I",
        "NATO"
      })
  void aWordMayHaveItsOwnStem(String word) {
    assertTrue(may(word, Words.stem(word)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"истинами", "и", "testing", "12"})
  void aWordThatBeginsOtherwiseHasNone(String word) {
    assertFalse(may(word, Words.stem("испытания"), Words.stem("toasting")));
  }

  @Test
  void whatIsBesideTheWordDoesNotCount() {
    assertFalse(new Beginnings(List.of("испыта")).may("истина", 0, 2));
  }

  private static boolean may(String word, String... stems) {
    return new Beginnings(List.of(stems)).may(word, 0, word.length());
  }
}
