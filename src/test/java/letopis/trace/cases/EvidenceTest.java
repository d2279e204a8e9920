package letopis.trace.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import letopis.document.Document;
import letopis.support.TestDocuments;
import letopis.trace.Appearance;
import org.junit.jupiter.api.Test;

/// The time of evidence is that of the chosen words.
class EvidenceTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
  private static final Document FIRST =
      TestDocuments.worded("https://a.example/1", "a", AT, "Мост закрыли. Объезда нет.");
  private static final Document SECOND =
      TestDocuments.revised(FIRST, "Мост закрыт на месяц", AT.plusSeconds(7_200));

  @Test
  void wordsThatAnEarlierVersionHasAreAsOldAsThat() {
    Case.Chosen place = new Case.Chosen(FIRST.id(), 2, "body", 0, 12, "");
    Appearance.Timing time = new Evidence(place, List.of(FIRST, SECOND)).time().orElseThrow();
    assertThat(time.ground()).isEqualTo(Appearance.Ground.CLAIMED);
    assertThat(time.best()).isEqualTo(AT);
  }

  @Test
  void wordsThatCameWithAVersionAreAsOldAsThat() {
    Case.Chosen place = new Case.Chosen(FIRST.id(), 2, "title", 0, 11, "");
    Appearance.Timing time = new Evidence(place, List.of(FIRST, SECOND)).time().orElseThrow();
    assertThat(time.ground()).isEqualTo(Appearance.Ground.REVISION);
    assertThat(time.after()).contains(AT);
    assertThat(time.before()).isEqualTo(AT.plusSeconds(7_200));
  }
}
