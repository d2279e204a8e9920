package letopis.crawl.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import letopis.sources.CrawlerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisitLadderTest {
  private static final Instant CHANGE = Instant.parse("2026-03-02T10:00:00Z");

  private final RevisitLadder ladder =
      new RevisitLadder(CrawlerSettings.DEFAULTS.schedule().revisits());

  @ParameterizedTest
  @CsvSource({
    "PT0S, PT15M",
    "PT2H59M, PT15M",
    "PT3H, PT1H",
    "PT23H59M, PT1H",
    "P1D, PT3H",
    "P7D, P3D",
    "P30D, P30D",
    "P359D, P30D"
  })
  void theYoungerTheLastChangeTheSoonerTheNextLook(Duration age, Duration next) {
    Instant now = CHANGE.plus(age);
    assertThat(ladder.next(CHANGE, now)).contains(now.plus(next));
  }

  @Test
  void theLooksAheadAreThoseThatTheLadderWouldGiveOneByOne() {
    List<Instant> looks = ladder.looks(CHANGE, CHANGE);
    assertThat(looks).hasSize(RevisitLadder.AHEAD).startsWith(CHANGE.plus(Duration.ofMinutes(15)));
    for (int i = 1; i < looks.size(); i++) {
      assertThat(ladder.next(CHANGE, looks.get(i - 1))).contains(looks.get(i));
    }
    assertThat(ladder.looks(CHANGE, CHANGE.plus(Duration.ofDays(340)))).hasSize(1);
  }

  @Test
  void aPageThatDidNotChangeForAYearIsLeftAlone() {
    assertThat(ladder.next(CHANGE, CHANGE.plus(Duration.ofDays(360)))).isEmpty();
  }

  @Test
  void aFailedFetchIsTriedAgainEverLaterAndNotForEver() {
    Duration last = Duration.ZERO;
    for (int failures = 1; failures < RevisitLadder.TRIES; failures++) {
      Instant next = ladder.retry(failures, Optional.empty(), CHANGE).orElseThrow();
      Duration delay = Duration.between(CHANGE, next);
      assertThat(delay).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(Duration.ofDays(1));
      last = delay;
    }
    assertThat(ladder.retry(RevisitLadder.TRIES, Optional.empty(), CHANGE)).isEmpty();
  }

  @Test
  void theServersWishIsKept() {
    assertThat(ladder.retry(1, Optional.of(Duration.ofHours(2)), CHANGE))
        .contains(CHANGE.plus(Duration.ofHours(2)));
  }
}
