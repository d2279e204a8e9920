package letopis.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParamsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final ZoneId BLAGOVESHCHENSK = ZoneId.of("Asia/Yakutsk");

  @Test
  void everyFaultOfARequestIsTold() {
    Params params =
        new Params(
            Map.of(
                "size", List.of("100000"),
                "facets", List.of("source,colour"),
                "from", List.of("yesterday-ish"),
                "sise", List.of("3")),
            NOW);

    params.integer("size", 20, 1, 100);
    params.choices("facets", List.of("source", "kind"));
    params.time("from", ZoneOffset.UTC, false);

    assertThat(params.finish())
        .extracting(Fault::parameter, fault -> fault.message().english())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("size", "a whole number from 1 to 100 is expected"),
            org.assertj.core.groups.Tuple.tuple("facets", "“colour” is not one of: source, kind"),
            org.assertj.core.groups.Tuple.tuple(
                "from",
                "a date (2026-11-23), a time (2026-11-23T10:00:00+09:00) or an age (-7d) is"
                    + " expected"),
            org.assertj.core.groups.Tuple.tuple("sise", "no such parameter; did you mean “size”?"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, false, 2026-11-22T15:00:00Z",
    "2026-11-23, true, 2026-11-23T14:59:59.999Z",
    "2026-11-23T10:00:00+09:00, false, 2026-11-23T01:00:00Z",
    "2026-11-23T10:00:00 09:00, false, 2026-11-23T01:00:00Z",
    "2026-11-23T10:00:00, false, 2026-11-23T01:00:00Z",
    "2026-11-23T10:00, false, 2026-11-23T01:00:00Z",
    "-7d, false, 2026-11-16T12:00:00Z",
    "-90m, false, 2026-11-23T10:30:00Z",
    "-2w, true, 2026-11-09T12:00:00Z",
    "now, true, 2026-11-23T12:00:00Z"
  })
  void timesAreReadInTheRequestsZone(String text, boolean end, Instant expected) {
    assertThat(RequestTime.parse(text, BLAGOVESHCHENSK, end, NOW)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-13-01",
    "7d",
    "-7y",
    "-999999w",
    "+292278994-08-17T07:12:55Z",
    "-999999999-01-01",
    "x"
  })
  void whatIsNoTimeIsRefused(String text) {
    assertThat(RequestTime.parse(text, ZoneOffset.UTC, false, NOW)).isEmpty();
  }

  @Test
  void aRepeatedSingleValueIsAFaultAndNotAChoice() {
    Params params = new Params(Map.of("q", List.of("a", "b")), NOW);

    assertThat(params.text("q")).isEmpty();
    assertThat(params.finish()).extracting(Fault::parameter).containsExactly("q");
  }

  @Test
  void aParameterThatTwoReadersAskForIsWrongOnce() {
    Params params = new Params(Map.of("tz", List.of("Mars/X")), NOW);
    params.zone("tz");
    params.zone("tz");
    assertThat(params.finish()).extracting(Fault::parameter).containsExactly("tz");
  }
}
