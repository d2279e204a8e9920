package letopis.parse.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import letopis.document.Claimed;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {
  /// 12:00 in Yakutsk is 03:00 UTC.
  private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

  private final FeedDates dates = new FeedDates(ZoneId.of("Asia/Yakutsk"), NOW, PublishedFrom.FEED);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Thu, 01 Jan 2004 19:48:21 GMT | 2004-01-01T19:48:21Z | SECOND
          Thu, 01 Jan 04 19:48:21 GMT | 2004-01-01T19:48:21Z | SECOND
          Mon, 01 Jan 2004 19:48 +0300 | 2004-01-01T16:48:00Z | MINUTE
          1 Jan 2004 19:48:21 EST | 2004-01-02T00:48:21Z | SECOND
          Thu,  1 January 2004  7:48:21 PM | 2004-01-01T10:48:21Z | SECOND
          Thu Jan  1 19:48:21 2004 | 2004-01-01T10:48:21Z | SECOND
          Sat, 3 Dec 2022 17:25:00 +0300 | 2022-12-03T14:25:00Z | SECOND
          Сб, 03 дек 2022 17:25:00 MSK | 2022-12-03T14:25:00Z | SECOND
          3 декабря 2022, 17:25 | 2022-12-03T08:25:00Z | MINUTE
          03.12.2022 17:25 | 2022-12-03T08:25:00Z | MINUTE
          03/12/2022 17:25 | 2022-12-03T08:25:00Z | MINUTE
          12/31/2022 | 2022-12-30T15:00:00Z | DAY
          2022-12-03 | 2022-12-02T15:00:00Z | DAY
          2022-12-03T17:25:01Z | 2022-12-03T17:25:01Z | SECOND
          2022-12-03T17:25:01.123+03:00 | 2022-12-03T14:25:01Z | SECOND
          2022-12-03 17:25:01 +0300 | 2022-12-03T14:25:01Z | SECOND
          2022-12-03T17:25+03 | 2022-12-03T14:25:00Z | MINUTE
          20221203T172501Z | 2022-12-03T17:25:01Z | SECOND
          1670081101 | 2022-12-03T15:25:01Z | SECOND
          1670081101000 | 2022-12-03T15:25:01Z | SECOND
          Wed, 02 Oct 2002 24:00:00 GMT | 2002-10-03T00:00:00Z | SECOND
          December 3, 2022 5:25 pm | 2022-12-03T08:25:00Z | MINUTE
          3. Dezember 2022 | 2022-12-02T15:00:00Z | DAY
          3 de diciembre de 2022 | 2022-12-02T15:00:00Z | DAY
          сегодня, 11:30 | 2026-11-23T02:30:00Z | MINUTE
          Вчера в 23:10 | 2026-11-22T14:10:00Z | MINUTE
          21 ноября, 16:27 | 2026-11-21T07:27:00Z | MINUTE
          31 декабря, 16:27 | 2025-12-31T07:27:00Z | MINUTE
          11:30 | 2026-11-23T02:30:00Z | MINUTE
          23:30 | 2026-11-22T14:30:00Z | MINUTE
          5 минут назад | 2026-11-23T02:55:00Z | MINUTE
          2 часа назад | 2026-11-23T01:00:00Z | HOUR
          12 Aug at 12:00 pm | 2026-08-12T03:00:00Z | MINUTE
          """)
  void datesAreReadAsTheyAreWritten(String written, Instant at, Precision precision) {
    Claimed claimed = dates.read(written).orElseThrow(() -> new AssertionError(written));
    assertThat(claimed.at()).isEqualTo(at);
    assertThat(claimed.precision()).isEqualTo(precision);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "2022-13-45",
        "30 февраля 2022",
        "Thu, 01 Jan 2004 25:61:00 GMT",
        "version 1.2.3",
        "9999999999999999",
        "<script>",
        "12345"
      })
  void whatIsNoDateIsNone(String written) {
    assertThat(dates.read(written)).isEmpty();
  }

  @Test
  void theOffsetIsKeptOnlyWhenItWasWritten() {
    assertThat(dates.read("2022-12-03T17:25:01+05:00").orElseThrow().offset())
        .contains(ZoneOffset.ofHours(5));
    assertThat(dates.read("2022-12-03 17:25:01").orElseThrow().offset()).isEmpty();
    assertThat(dates.read("Sat, 03 Dec 2022 17:25:01 GMT+3").orElseThrow().offset())
        .contains(ZoneOffset.ofHours(3));
  }
}
