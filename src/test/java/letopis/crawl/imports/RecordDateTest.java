package letopis.crawl.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import letopis.document.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordDateTest {
  @ParameterizedTest
  @CsvSource({
    "2025-08-18T20:30:55+00:00, 2025-08-18T20:30:55Z, SECOND",
    "2025-08-18T20:30:55.123+09:00, 2025-08-18T11:30:55.123Z, SECOND",
    "2025-08-18t20:30:55z, 2025-08-18T20:30:55Z, SECOND",
    "2025-08-18 20:30:55+0300, 2025-08-18T17:30:55Z, SECOND",
    "2022-03-24 14:55:00, 2022-03-24T14:55:00Z, SECOND",
    "2022-03-24 14:55, 2022-03-24T14:55:00Z, MINUTE",
    "2019-11-01T00:00:00+00:00, 2019-11-01T00:00:00Z, DAY",
    "2019-11-01T00:00:00+03:00, 2019-10-31T21:00:00Z, DAY",
    "2019-11-01T00:00:01Z, 2019-11-01T00:00:01Z, SECOND",
    "2022-03-24 00:00:00, 2022-03-24T00:00:00Z, DAY",
    "2017-04-18, 2017-04-18T00:00:00Z, DAY",
    "2024/04/09, 2024-04-09T00:00:00Z, DAY",
    "09.04.2024, 2024-04-09T00:00:00Z, DAY",
    "2016-12, 2016-12-01T00:00:00Z, MONTH",
    "2018, 2018-01-01T00:00:00Z, YEAR"
  })
  void timesAndDatesAreReadWithTheirPrecision(String text, Instant at, Precision precision) {
    assertThat(RecordDate.parse(text, ZoneOffset.UTC))
        .hasValueSatisfying(
            claim -> {
              assertThat(claim.at()).isEqualTo(at);
              assertThat(claim.precision()).isEqualTo(precision);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"27.0", "2024-02-31", "yesterday", "2024-13", "20240409", ""})
  void whatIsNoDateIsNotGuessedAt(String text) {
    assertThat(RecordDate.parse(text, ZoneOffset.UTC)).isEmpty();
  }
}
