package letopis.crawl.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import letopis.crawl.copies.CopyJoin.Text;
import letopis.text.Fingerprints;
import org.junit.jupiter.api.Test;

class RecentTextsTest {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  private static Text text(int number, String source, List<String> fingerprints) {
    return new Text("id" + number, source, "c" + number, Optional.empty(), AT, fingerprints);
  }

  private static List<String> some(Random random, int count) {
    TreeSet<String> some = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      some.add(Fingerprints.of(random.nextInt(2_000)));
    }
    return List.copyOf(some);
  }

  @Test
  void givesWhatAListOfTheSameTextsGives() {
    Random random = new Random(1);
    RecentTexts recent = new RecentTexts(1_000);
    List<Text> all = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Text text = text(i, "s" + i % 7, some(random, random.nextInt(40)));
      recent.add(text);
      all.add(text);
    }
    for (int i = 0; i < 2_000; i++) {
      String fingerprint = Fingerprints.of(i);
      List<Text> wanted =
          all.stream().filter(text -> text.fingerprints().contains(fingerprint)).toList();
      assertThat(recent.with(fingerprint)).isEqualTo(wanted);
      long ofOne = wanted.stream().filter(text -> text.source().equals("s3")).count();
      assertThat(recent.isIn(2, "s3", fingerprint)).isEqualTo(ofOne >= 2);
    }
  }

  @Test
  void knowsTheLatestAndForgetsTheOldest() {
    String one = Fingerprints.of(7);
    RecentTexts recent = new RecentTexts(10);
    for (int i = 0; i < 1_000; i++) {
      recent.add(text(i, "s", List.of(one)));
      List<String> ids = recent.with(one).stream().map(Text::id).toList();
      assertThat(ids).hasSizeBetween(Math.min(i + 1, 5), 10).endsWith("id" + i);
    }
    assertThat(recent.isIn(5, "s", one)).isTrue();
    assertThat(recent.isIn(11, "s", one)).isFalse();
    assertThat(recent.with(Fingerprints.of(8))).isEmpty();
  }
}
