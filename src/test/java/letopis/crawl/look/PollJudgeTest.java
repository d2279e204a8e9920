package letopis.crawl.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.crawl.CrawlRig;
import letopis.document.CaptureRef;
import letopis.document.Claimed;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.index.state.Cadence;
import letopis.index.state.Health;
import letopis.index.state.SourceState;
import letopis.index.state.Validators;
import letopis.parse.Entry;
import letopis.sources.CrawlerSettings;
import letopis.sources.Source;
import org.junit.jupiter.api.Test;

/// When an answer of 304 was a lie.
class PollJudgeTest {
  private static final Instant MORNING = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant LAST_NO = MORNING.plus(Duration.ofHours(12));
  private static final Instant LOOK = MORNING.plus(Duration.ofHours(13));

  private final CrawlerSettings.Schedule schedule = CrawlerSettings.DEFAULTS.schedule();
  private final Source source = CrawlRig.rss("vestnik", URI.create("https://a.example/rss"));

  @Test
  void anEntryOfTheTimeOfA304ShowsThatItWasALie() {
    assertThat(lies(MORNING.plus(Duration.ofHours(10)), Precision.SECOND)).isTrue();
  }

  @Test
  void anEntryThatNamesOnlyItsDayMayHaveComeAfterTheLast304OfThatDay() {
    assertThat(lies(MORNING, Precision.DAY)).isFalse();
  }

  private boolean lies(Instant published, Precision precision) {
    Claimed claim = new Claimed(published, PublishedFrom.FEED, precision, Optional.empty());
    Entry entry =
        Entry.bare("1", Optional.of("https://a.example/1"), "Мост").dated(Optional.of(claim));
    CaptureRef capture = new CaptureRef("1.warc.gz", 0, 1, "sha256:a", LOOK);
    Listing listing =
        new Listing(
            LOOK,
            1,
            PollFacts.Kind.FULL,
            Listing.Result.OK,
            200,
            "",
            List.of(new Listing.Item(entry, capture)),
            Optional.empty(),
            Validators.NONE,
            Optional.empty(),
            Optional.empty());
    return new PollJudge(new PollSchedule(schedule))
        .judge(source, before(), listing, 1)
        .health()
        .lies();
  }

  /// Nothing but 304 since the evening before.
  private SourceState before() {
    Instant evening = MORNING.minus(Duration.ofHours(4));
    Cadence cadence =
        new Cadence(
            1,
            Duration.ofHours(1),
            0,
            40,
            Optional.of(LAST_NO),
            Optional.of(LAST_NO),
            Optional.of(evening),
            LOOK,
            schedule.unconditionalEvery());
    return new SourceState(
        "vestnik",
        "Вестник",
        "news",
        true,
        Validators.NONE,
        cadence,
        Health.UNKNOWN,
        Optional.empty(),
        Map.of("old", "hash"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
