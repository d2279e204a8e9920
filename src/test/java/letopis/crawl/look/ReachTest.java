package letopis.crawl.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A list shows the latest entries: one that came to stand behind its old end may have been there
/// before.
class ReachTest {
  private static final Instant LAST = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void anEntryBehindTheOldEndOfAListMayHaveBeenThereAtTheLastLook() {
    Reach reach =
        Reach.ofList(List.of("new", "backdated", "one", "two", "moved up"), Set.of("one", "two"));
    assertThat(reach.shows("new", Optional.of(LAST.plusSeconds(60)), LAST)).isTrue();
    assertThat(reach.shows("backdated", Optional.of(LAST.minusSeconds(86_400)), LAST)).isTrue();
    assertThat(reach.shows("moved up", Optional.of(LAST.minusSeconds(86_400)), LAST)).isFalse();
    assertThat(reach.shows("moved up", Optional.empty(), LAST)).isFalse();
  }

  @Test
  void whatClaimsToBeNewIsNewWhereverItStands() {
    Reach reach = Reach.ofList(List.of("one", "appended"), Set.of("one"));
    assertThat(reach.shows("appended", Optional.of(LAST.plusSeconds(60)), LAST)).isTrue();
  }

  @Test
  void aListThatSharesNothingWithTheOneBeforeTellsOnlyWhatClaimsToBeNew() {
    Reach reach = Reach.ofList(List.of("a", "b"), Set.of("one"));
    assertThat(reach.shows("a", Optional.of(LAST.plusSeconds(60)), LAST)).isTrue();
    assertThat(reach.shows("b", Optional.of(LAST.minusSeconds(60)), LAST)).isFalse();
  }

  @Test
  void aChannelIsReadBackBeyondWhatTheLastLookListed() {
    Reach reach =
        Reach.ofChannel(
            List.of(LAST.minusSeconds(900_000), LAST.minusSeconds(600), LAST.minusSeconds(60)));
    assertThat(reach.shows("deleted and restored", Optional.of(LAST.minusSeconds(300)), LAST))
        .isTrue();
    assertThat(reach.shows("older", Optional.of(LAST.minusSeconds(86_400)), LAST)).isFalse();
  }
}
