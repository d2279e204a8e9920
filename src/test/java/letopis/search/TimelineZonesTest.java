package letopis.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.search.SearchAnswer.TimelineBucket;
import letopis.search.SearchRequest.Breakdown;
import letopis.search.SearchRequest.Interval;
import letopis.search.SearchRequest.Period;
import letopis.sources.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Timelines where clocks are put forward or back, and where days begin at odd moments.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelineZonesTest {
  private static final List<Instant> CHANGES =
      List.of(
          Instant.parse("2026-10-25T01:00:00Z"), // Berlin, back
          Instant.parse("2018-11-04T03:00:00Z"), // São Paulo, forward at midnight
          Instant.parse("2026-04-04T15:00:00Z"), // Lord Howe, back by half an hour
          Instant.parse("2011-12-30T10:00:00Z"), // Apia, a day left out
          Instant.parse("2026-03-29T01:00:00Z")); // Berlin, forward

  private final List<Instant> published = new ArrayList<>();
  private DocumentSearch search;

  @BeforeAll
  void fill() throws Exception {
    Archive archive = new Archive();
    for (Instant change : CHANGES) {
      for (int i = -60; i < 60; i++) {
        Instant at = change.plus(Duration.ofMinutes(30L * i));
        published.add(at);
        archive.add(
            new Archive.Draft("at" + at.getEpochSecond(), "amur", at.toString(), "Час", "Час"));
      }
    }
    archive.ready();
    search = new DocumentSearch(archive.indices, Configuration.EMPTY, Clock.systemUTC());
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "Asia/Yakutsk",
    "+05:30"
  })
  void everyBucketHasWhatWasPublishedBetweenItsEnds(String zone) throws Exception {
    for (Instant change : CHANGES) {
      for (Interval interval : Interval.values()) {
        Instant from = change.minus(Duration.ofHours(40));
        Instant to = change.plus(Duration.ofHours(40));
        Period period =
            new Period(
                Optional.of(from),
                Optional.of(to),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        List<TimelineBucket> timeline =
            search
                .search(
                    SearchRequest.everything()
                        .with(period)
                        .with(
                            new Breakdown(
                                List.of(), 20, Optional.of(interval), ZoneId.of(zone), false)))
                .timeline();
        String where = zone + " " + interval + " " + change;
        for (int i = 0; i < timeline.size(); i++) {
          TimelineBucket bucket = timeline.get(i);
          assertThat(bucket.count()).as(where + " " + bucket).isEqualTo(count(bucket, from, to));
          if (i > 0) {
            assertThat(bucket.from()).as(where).isEqualTo(timeline.get(i - 1).to());
          }
        }
        assertThat(timeline.stream().mapToLong(TimelineBucket::count).sum())
            .as(where)
            .isEqualTo(120);
      }
    }
  }

  private long count(TimelineBucket bucket, Instant from, Instant to) {
    return published.stream()
        .filter(at -> !at.isBefore(from) && !at.isAfter(to))
        .filter(at -> !at.isBefore(bucket.from()) && at.isBefore(bucket.to()))
        .count();
  }
}
