package letopis.crawl.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.document.Content;
import letopis.document.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {
  private static final String TEXT = "При пожаре пострадали 12 человек.\nПричины выясняются.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "При пожаре   пострадали 12 человек.\n\nПричины выясняются.",
        "При пожаре пострадали 12 человек.\nПричины выясняются.\n12:40, 23 ноября 2026",
        "При пожаре пострадали 12 человек.\nПричины выясняются.\nПросмотров: 1 204",
        "5 минут назад\nПри пожаре пострадали 12 человек.\nПричины выясняются.",
        "При пожаре пострадали 12 человек.\nПричины выясняются.\nЧитайте также: Погода на завтра",
        "При пожаре пострадали 12 человек –\nПричины выясняются."
      })
  void spacingDatesCountersAndPointersAreNoRevision(String other) {
    assertThat(version("Пожар", other)).isEqualTo(version("Пожар", TEXT));
  }

  @ParameterizedTest
  @CsvSource({
    "При пожаре пострадали 120 человек., a number",
    "При пожаре погибли 12 человек., a word",
    "При пожаре пострадали 12 человек. Причины известны., a sentence"
  })
  void aNumberOrAWordIsARevision(String other, String what) {
    assertThat(version("Пожар", other)).as(what).isNotEqualTo(version("Пожар", TEXT));
  }

  @Test
  void theTitleAloneIsARevision() {
    assertThat(version("Пожар потушен", TEXT)).isNotEqualTo(version("Пожар", TEXT));
  }

  @Test
  void aLineThatIsOneLinkMayChange() {
    Content one = content("Пожар", TEXT + "\nВ городе дали тепло", "В городе дали тепло");
    Content other = content("Пожар", TEXT + "\nОткрыт каток", "Открыт каток");
    assertThat(Changes.version(one)).isEqualTo(Changes.version(other));
  }

  @Test
  void aThirdReturnToAWordingIsAnExperimentAndNoRevision() {
    String version = version("Пожар", TEXT);
    assertThat(Changes.flips(Map.of(version, 2), version)).isFalse();
    assertThat(Changes.flips(Map.of(version, 3), version)).isTrue();
  }

  @Test
  void aHostileLineIsComparedInNoTime() {
    String line = "мин".repeat(26) + "!!";
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> version("Пожар", (line + "x\n").repeat(2000)));
  }

  private static String version(String title, String body) {
    return Changes.version(content(title, body, ""));
  }

  private static Content content(String title, String body, String link) {
    return new Content(
        title,
        "",
        body,
        "ru",
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        link.isEmpty() ? List.of() : List.of(new Link("https://example.org/x", link)),
        List.of());
  }
}
