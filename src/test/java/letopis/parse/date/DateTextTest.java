package letopis.parse.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import letopis.document.Claimed;
import letopis.document.PublishedFrom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {
  private static final Instant CAPTURED = Instant.parse("2026-11-23T18:00:00Z");
  private final DateText text = new DateText(CAPTURED, ZoneId.of("Europe/Moscow"), false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-20T14:05:09+03:00     | 2026-11-20T11:05:09Z | SECOND
          2026-11-20T14:05:09+0300      | 2026-11-20T11:05:09Z | SECOND
          2026-11-20T11:05Z             | 2026-11-20T11:05:00Z | MINUTE
          2026-11-20T11:05:09.123Z      | 2026-11-20T11:05:09Z | SECOND
          2026-11-20 14:05              | 2026-11-20T11:05:00Z | MINUTE
          2026-11-20                    | 2026-11-19T21:00:00Z | DAY
          Fri, 20 Nov 2026 11:05:09 GMT | 2026-11-20T11:05:09Z | SECOND
          20 ноября 2026 г., 14:05      | 2026-11-20T11:05:00Z | MINUTE
          14:05, 20 ноября 2026         | 2026-11-20T11:05:00Z | MINUTE
          20 листопада 2026, 14:05      | 2026-11-20T11:05:00Z | MINUTE
          20 ноября, 14:05              | 2026-11-20T11:05:00Z | MINUTE
          20 ноября 1204 просмотра      | 2026-11-19T21:00:00Z | DAY
          24 декабря                    | 2025-12-23T21:00:00Z | DAY
          сегодня, 14:05                | 2026-11-23T11:05:00Z | MINUTE
          Вчера в 09:30                 | 2026-11-22T06:30:00Z | MINUTE
          5 минут назад                 | 2026-11-23T17:55:00Z | MINUTE
          2 hours ago                   | 2026-11-23T16:00:00Z | HOUR
          vor 3 Stunden                 | 2026-11-23T15:00:00Z | HOUR
          2 ore fa                      | 2026-11-23T16:00:00Z | HOUR
          3 godziny temu                | 2026-11-23T15:00:00Z | HOUR
          3 uur geleden                 | 2026-11-23T15:00:00Z | HOUR
          3 часа назад                  | 2026-11-23T15:00:00Z | HOUR
          час назад                     | 2026-11-23T17:00:00Z | HOUR
          день назад                    | 2026-11-21T21:00:00Z | DAY
          годину тому                   | 2026-11-23T17:00:00Z | HOUR
          vor einem Tag                 | 2026-11-21T21:00:00Z | DAY
          hace 3 horas                  | 2026-11-23T15:00:00Z | HOUR
          il y a une heure              | 2026-11-23T17:00:00Z | HOUR
          för 3 timmar sedan            | 2026-11-23T15:00:00Z | HOUR
          преди 3 часа                  | 2026-11-23T15:00:00Z | HOUR
          3小时前                       | 2026-11-23T15:00:00Z | HOUR
          3時間前                       | 2026-11-23T15:00:00Z | HOUR
          20분 전                       | 2026-11-23T17:40:00Z | MINUTE
          сьогодні о 14:05              | 2026-11-23T11:05:00Z | MINUTE
          учора, 14:05                  | 2026-11-22T11:05:00Z | MINUTE
          gestern, 14:05 Uhr            | 2026-11-22T11:05:00Z | MINUTE
          hier à 14h05                  | 2026-11-22T11:05:00Z | MINUTE
          ayer 14:05                    | 2026-11-22T11:05:00Z | MINUTE
          wczoraj, 14:05                | 2026-11-22T11:05:00Z | MINUTE
          gisteren 14:05                | 2026-11-22T11:05:00Z | MINUTE
          昨天 14:05                    | 2026-11-22T11:05:00Z | MINUTE
          2026. november 20. 14:05      | 2026-11-20T11:05:00Z | MINUTE
          2026 m. lapkričio 20 d.       | 2026-11-19T21:00:00Z | DAY
          20 қараша 2026                | 2026-11-19T21:00:00Z | DAY
          20.11.2026 14:05 МСК          | 2026-11-20T11:05:00Z | MINUTE
          20 Nov 2026 14:05 CET         | 2026-11-20T13:05:00Z | MINUTE
          Опубликовано: вчера, 09:30    | 2026-11-22T06:30:00Z | MINUTE
          Anna BergNov 20, 2026         | 2026-11-19T21:00:00Z | DAY
          November 20, 2026 2:05 pm EST | 2026-11-20T19:05:00Z | MINUTE
          Nov. 20, 2026                 | 2026-11-19T21:00:00Z | DAY
          20th November 2026            | 2026-11-19T21:00:00Z | DAY
          20. November 2026, 14:05 Uhr  | 2026-11-20T11:05:00Z | MINUTE
          20.11.2026 14.05 Uhr          | 2026-11-20T11:05:00Z | MINUTE
          20 de noviembre de 2026       | 2026-11-19T21:00:00Z | DAY
          20 novembre 2026 à 14h05      | 2026-11-20T11:05:00Z | MINUTE
          20 listopada 2026             | 2026-11-19T21:00:00Z | DAY
          20/11/2026                    | 2026-11-19T21:00:00Z | DAY
          20.11.26                      | 2026-11-19T21:00:00Z | DAY
          2026年11月20日 14:05          | 2026-11-20T11:05:00Z | MINUTE
          1795000000                    | 2026-11-18T11:06:40Z | SECOND
          Publié hier à 14h05           | 2026-11-22T11:05:00Z | MINUTE
          Обновлено сегодня в 14:05     | 2026-11-23T11:05:00Z | MINUTE
          3h ago                        | 2026-11-23T15:00:00Z | HOUR
          2 godz. temu                  | 2026-11-23T16:00:00Z | HOUR
          20 November 2026 14.05 GMT    | 2026-11-20T14:05:00Z | MINUTE
          20.11.2026 14:05 (UTC+5)      | 2026-11-20T09:05:00Z | MINUTE
          20 ноября 2026, 14:05 (GMT+7) | 2026-11-20T07:05:00Z | MINUTE
          Fri Nov 20 14:05:09 EST 2026  | 2026-11-20T19:05:09Z | SECOND
          20261120T140509               | 2026-11-20T11:05:09Z | SECOND
          «20» ноября 2026г.            | 2026-11-19T21:00:00Z | DAY
          20-го ноября 2026             | 2026-11-19T21:00:00Z | DAY
          20 ноября 2026 1204 просмотра | 2026-11-19T21:00:00Z | DAY
          for 3 timer siden             | 2026-11-23T15:00:00Z | HOUR
          """)
  void readsDatesAsTheyAreWritten(String written, String at, String precision) {
    assertThat(text.read(written, PublishedFrom.PAGE_TEXT))
        .hasValueSatisfying(
            claim -> {
              assertThat(claim.at()).isEqualTo(at);
              assertThat(claim.precision()).hasToString(precision);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2031-01-01
          31.02.2026
          99.99.2026
          12 апельсинов
          may 2026
          v1.2.3
          1889-05-01
          heuteabend
          15 минут
          час пик
          un jour de plus
          il y a 2 semaines
          3 weeks ago
          дней назад
          2 месяца назад
          12 oranges fable
          Важно: сегодняшний день
          Мэр сегодня открыл мост
          Тел. 23-11-26
          8 (4812) 20-11-26
          12 июня 1812 года
          20 ноября 2126
          For 3 days the bridge was closed
          Republicans today blocked the bill
          Добавленный вчера маршрут
          """)
  void refusesWhatIsNoPossibleDate(String written) {
    assertThat(text.read(written, PublishedFrom.PAGE_TEXT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true,2026-03-04", "false,2026-04-03"})
  void readsSlashesByTheHabitOfTheCountry(boolean monthFirst, String day) {
    DateText here = new DateText(CAPTURED, ZoneId.of("UTC"), monthFirst);

    assertThat(here.read("03/04/2026", PublishedFrom.PAGE_TEXT).map(Claimed::at))
        .contains(Instant.parse(day + "T00:00:00Z"));
  }
}
