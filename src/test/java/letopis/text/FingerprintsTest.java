package letopis.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  private static String words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add("w" + random.nextInt(100_000));
    }
    return String.join(" ", words);
  }

  @Test
  void everySharedPassageOfTheGuaranteedLengthIsFound() {
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      String shared = words(random, Fingerprints.PASSAGE);
      String one = words(random, random.nextInt(60)) + " " + shared + " " + words(random, 30);
      String other = words(random, random.nextInt(60)) + " " + shared + " " + words(random, 20);
      Set<String> common = new HashSet<>(Fingerprints.of(one));
      common.retainAll(Fingerprints.of(other));
      assertThat(common).as("round " + round).isNotEmpty();
    }
  }

  @Test
  void passagesBelowTheNoiseThresholdShareNothing() {
    Random random = new Random(2);
    String shared = words(random, Fingerprints.GRAM - 1);
    Set<String> common = new HashSet<>(Fingerprints.of(words(random, 30) + " " + shared));
    common.retainAll(Fingerprints.of(shared + " " + words(random, 30)));
    assertThat(common).isEmpty();
  }

  @Test
  void theBitsOfAFingerprintGiveItBack() {
    for (String fingerprint : Fingerprints.of(words(new Random(4), 3_000))) {
      assertThat(Fingerprints.of(Fingerprints.bits(fingerprint))).isEqualTo(fingerprint);
    }
    assertThat(Fingerprints.of(0)).isEqualTo("AAAAAAAA");
    assertThat(Fingerprints.of((1L << 48) - 1)).isEqualTo("________");
    assertThat(Fingerprints.of(0b111110)).isEqualTo("AAAAAAA-");
    assertThatIllegalArgumentException().isThrownBy(() -> Fingerprints.bits("AAAAAAA"));
    assertThatIllegalArgumentException().isThrownBy(() -> Fingerprints.bits("AAAAAAA+"));
    assertThatIllegalArgumentException().isThrownBy(() -> Fingerprints.bits("AAAAAAAж"));
  }

  @Test
  void inflectionAndLetterYoDoNotMatter() {
    assertThat(Fingerprints.of("Пожарные потушили огонь в жилом доме Благовещенска"))
        .isEqualTo(Fingerprints.of("пожарный потушил ОГОНЬ в жилых домах Благовещенске"));
    assertThat(Fingerprints.of("всё ещё идёт чёрный дождь")).hasSize(1);
  }

  @Test
  void longTextsStayWithinTheBoundAndComparable() {
    String longText = words(new Random(3), 40_000);
    List<String> all = Fingerprints.of(longText);
    assertThat(all).hasSizeLessThanOrEqualTo(Fingerprints.MOST).doesNotHaveDuplicates();
    String part = longText.substring(0, longText.length() / 10);
    Set<String> common = new HashSet<>(all);
    common.retainAll(Fingerprints.of(part));
    assertThat(common).hasSizeGreaterThan(all.size() / 12);
  }

  @Test
  void aTextThatAWideWindowThinsOutTooFarStaysWithinTheBound() {
    Random random = new Random(5);
    String often = words(random, Fingerprints.GRAM);
    long least = hash(often);
    for (int i = 0; i < 200_000; i++) {
      String other = words(random, Fingerprints.GRAM);
      if (hash(other) < least) {
        least = hash(other);
        often = other;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      text.append(often).append(' ').append(words(random, 11)).append(' ');
    }
    assertThat(Fingerprints.of(text.toString())).hasSizeLessThanOrEqualTo(Fingerprints.MOST);
  }

  private static long hash(String gram) {
    return Fingerprints.grams(Words.of(gram), Fingerprints.GRAM)[0];
  }

  @Test
  void shortTextsHaveNone() {
    assertThat(Fingerprints.of("")).isEmpty();
    assertThat(Fingerprints.of("четыре слова и всё")).isEmpty();
    assertThat(Fingerprints.of("это уже ровно пять слов")).hasSize(1);
  }
}
