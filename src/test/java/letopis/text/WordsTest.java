package letopis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static List<String> norms(String text) {
    return Words.of(text).stream().map(Word::norm).toList();
  }

  @Test
  void wordsAreNormalisedAndKeepTheirPlace() {
    String text = "«Ёлка» сгорела — 12 погибших";
    List<Word> words = Words.of(text);
    assertThat(norms(text)).containsExactly("елка", "сгорела", "12", "погибших");
    assertThat(text.substring(words.getFirst().start(), words.getFirst().end())).isEqualTo("Ёлка");
    assertThat(words.get(2).isNumber()).isTrue();
  }

  @Test
  void groupsOfDigitsAreOneNumberAndYearsAfterDaysAreNot() {
    assertThat(norms("10 000 рублей, 1,5 млн, 12.5%, 1 234 567"))
        .containsExactly("10000", "рублей", "1.5", "млн", "12.5", "1234567");
    assertThat(norms("за 2,5 100 человек")).containsExactly("за", "2.5", "100", "человек");
    assertThat(norms("23 2019 года")).containsExactly("23", "2019", "года");
  }

  @Test
  void aNumberEndsWhereCharactersThatAreWordsBegin() {
    assertThat(norms("第50届 2016年3月 5G网 7𠮷"))
        .containsExactly("第", "50", "届", "2016", "年", "3", "月", "5g", "网", "7", "𠮷");
  }

  @Test
  void stressMarksSoftHyphensAndComposedLettersDoNotMatter() {
    assertThat(norms("за\u0301мок и\u0306од сло\u00ADво")).containsExactly("замок", "йод", "слово");
  }

  @Test
  void formsOfOneWordShareAStem() {
    assertThat(Words.stem("губернатором")).isEqualTo(Words.stem("губернатора"));
    assertThat(Words.stem("Reported")).isEqualTo(Words.stem("reports"));
  }

  @Test
  void anyCharactersGiveWordsInsideTheText() {
    Random random = new Random(4);
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        text.append(
            (char) (random.nextInt(3) == 0 ? random.nextInt(0x10000) : 32 + random.nextInt(95)));
      }
      int last = 0;
      for (Word word : Words.of(text.toString())) {
        assertThat(word.start()).isGreaterThanOrEqualTo(last);
        assertThat(word.end()).isGreaterThan(word.start()).isLessThanOrEqualTo(text.length());
        last = word.end();
      }
      Sentences.of(text.toString());
      Languages.of(text.toString());
    }
  }

  @Test
  void latinLettersInARussianWordAreReadAsTheRussianOnesTheyLookLike() {
    assertThat(Words.norms("B cтoлице МOСКВE зaкpыли ТЭЦ"))
        .isEqualTo("b столице москве закрыли тэц ");
    assertThat(Words.norms("COVIDный BMWшник")).isEqualTo("covidный bmwшник ");
  }
}
