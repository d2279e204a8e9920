package letopis.crawl.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import letopis.crawl.look.PollFacts.Kind;
import letopis.index.state.Cadence;
import letopis.sources.CrawlerSettings;
import org.junit.jupiter.api.Test;

class PollScheduleTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  private final PollSchedule schedule = new PollSchedule(CrawlerSettings.DEFAULTS.schedule());
  private Cadence cadence = Cadence.fresh(Duration.ofMinutes(15));

  @Test
  void aSourceThatWasNeverPolledIsDueAtOnce() {
    assertThat(cadence.due(START)).isTrue();
  }

  @Test
  void aHotSourceIsPolledEveryFiveToFifteenMinutes() {
    for (int i = 0; i < 20; i++) {
      poll(Kind.FULL, 30, 2);
    }
    assertThat(cadence.interval()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(15));
  }

  @Test
  void aQuietSourceIsPolledLessAndLessButNotMoreSeldomThanTheLongestInterval() {
    for (int i = 0; i < 30; i++) {
      Duration before = cadence.interval();
      poll(Kind.NOT_MODIFIED, 0, 0);
      assertThat(cadence.interval())
          .isLessThanOrEqualTo(before.multipliedBy(3).dividedBy(2).plusMillis(1));
    }
    assertThat(cadence.interval()).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void aSourceThatWakesUpIsPolledOftenAgainAfterTwoLooks() {
    for (int i = 0; i < 30; i++) {
      poll(Kind.FULL, 30, 0);
    }
    poll(Kind.FULL, 30, 25);
    poll(Kind.FULL, 30, 10);
    assertThat(cadence.interval()).isLessThanOrEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void aShortListIsPolledBeforeItCanTurnOver() {
    for (int i = 0; i < 10; i++) {
      poll(Kind.FULL, 1, 1);
    }
    assertThat(cadence.interval()).isLessThan(Duration.ofMinutes(8));
  }

  @Test
  void theSourcesOwnHintIsTheLeastDistanceUpToAnHour() {
    for (int i = 0; i < 20; i++) {
      poll(Kind.FULL, 30, 5, Optional.of(Duration.ofMinutes(20)));
    }
    assertThat(cadence.interval()).isEqualTo(Duration.ofMinutes(20));
    for (int i = 0; i < 20; i++) {
      poll(Kind.FULL, 30, 30, Optional.of(Duration.ofHours(24)));
    }
    assertThat(cadence.interval()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void failuresBackOffUpToADayAndOneSuccessEndsThem() {
    poll(Kind.FULL, 30, 2);
    poll(Kind.FULL, 30, 2);
    Duration usual = cadence.interval();
    Duration last = Duration.ZERO;
    for (int i = 0; i < 30; i++) {
      poll(Kind.SOFT, 0, 0);
      Duration delay = Duration.between(cadence.lastPollAt().orElseThrow(), cadence.nextPollAt());
      assertThat(delay).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(Duration.ofHours(24));
      last = delay;
    }
    assertThat(last).isEqualTo(Duration.ofHours(24));
    poll(Kind.FULL, 30, 30);
    assertThat(cadence.failures()).isZero();
    assertThat(cadence.interval()).isLessThanOrEqualTo(usual.multipliedBy(3));
  }

  @Test
  void retryAfterIsKeptButNotForLongerThanADay() {
    facts(Kind.SOFT, Optional.empty(), Optional.of(Duration.ofHours(3)));
    assertThat(Duration.between(START, cadence.nextPollAt())).isEqualTo(Duration.ofHours(3));
    facts(Kind.SOFT, Optional.empty(), Optional.of(Duration.ofHours(88)));
    assertThat(Duration.between(START, cadence.nextPollAt())).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void aFixedIntervalOfTheConfigurationIsNotAdapted() {
    PollFacts facts = new PollFacts(START, Kind.FULL, 30, 30, Optional.empty(), Optional.empty());
    cadence = schedule.next(cadence, facts, Optional.of(Duration.ofMinutes(7)));
    assertThat(cadence.nextPollAt()).isEqualTo(START.plus(Duration.ofMinutes(7)));
  }

  @Test
  void everyTwentiethLookInARowOf304sGoesWithoutValidators() {
    for (int i = 1; i <= 19; i++) {
      assertThat(schedule.unconditional(cadence)).isFalse();
      poll(Kind.NOT_MODIFIED, 0, 0);
    }
    assertThat(schedule.unconditional(cadence)).isTrue();
    poll(Kind.FULL, 10, 0);
    assertThat(schedule.unconditional(cadence)).isFalse();
  }

  private void poll(Kind kind, int entries, int fresh) {
    poll(kind, entries, fresh, Optional.empty());
  }

  private void poll(Kind kind, int entries, int fresh, Optional<Duration> hint) {
    Instant at = cadence.lastPollAt().isEmpty() ? START : cadence.nextPollAt();
    PollFacts facts = new PollFacts(at, kind, entries, fresh, hint, Optional.empty());
    cadence = schedule.next(cadence, facts, Optional.empty());
  }

  private void facts(Kind kind, Optional<Duration> hint, Optional<Duration> retryAfter) {
    cadence =
        schedule.next(
            cadence, new PollFacts(START, kind, 0, 0, hint, retryAfter), Optional.empty());
  }
}
