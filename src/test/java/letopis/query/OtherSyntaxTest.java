package letopis.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherSyntaxTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "мост W/5 зея | мост NEAR/5 зея",
        "мост /5 зея | мост NEAR/5 зея",
        "(мост OR дорога) near/3 (зея OR амур) | (мост OR дорога) NEAR/3 (зея OR амур)",
        "мост NEAR5 \"река зея\" | мост NEAR/5 \"река зея\"",
        "мост w/s зея | мост NEAR/S зея",
        "новый PRE/3 мост | \"новый мост\"~3",
        "новый ADJ2 мост | \"новый мост\"~2",
        "\"новый мост\"/5 | \"новый мост\"~5",
        "мост И зея И НЕ дорога | мост AND зея NOT дорога",
        "мост ИЛИ дорога | мост OR дорога",
        "НЕ дорога мост | NOT дорога мост",
        "мост^2 дорога~1 | мост дорога",
        "site:amur.info intitle:мост | domain:amur.info title:мост",
        "Заголовок:мост -источник:amur | title:мост -source:amur",
        "after:2026-01-31 мост | published:[2026-01-31 TO *] мост",
        "паводок lang=ru source=amur | паводок lang:ru source:amur",
        "site=amur.info мост | domain:amur.info мост",
        "publish_date:[2026-01-01 TO 2026-02-01] | published:[2026-01-01 TO 2026-02-01]",
      })
  void whatOtherSystemsWriteIsTranslated(String theirs, String ours) {
    assertThat(OtherSyntax.translated(theirs)).contains(ours);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "мост NEAR/5 зея",
        "мост AND NOT зея",
        "корпус P5 дома",
        "мост и зея",
        "ВОЙНА И МИР",
        "\"а W/5 б\" \"мост И дорога\"",
        "курс 24/7 рубля",
        "title:мост domain:amur.info",
        "мост W/5",
        "мост =зея x=5 а=б",
        "\"lang=ru\" мост",
      })
  void ourOwnWritingAndWordsStayAsTheyAre(String q) {
    assertThat(OtherSyntax.translated(q)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "паводок topic=flood, 8, topic=…",
    "topic:flood, 0, topic=…",
    "Тема:паводок, 0, topic=…",
    "(removed=true), 1, removed=…",
  })
  void aFilterTypedIntoAQueryIsToldWhereItBelongs(String q, int position, String named) {
    ParseOutcome.Rejected rejected = (ParseOutcome.Rejected) QueryParser.parse(q);
    assertThat(rejected.faults()).hasSize(1);
    assertThat(rejected.faults().getFirst().position()).isEqualTo(position);
    assertThat(rejected.faults().getFirst().english()).endsWith("the parameter " + named);
    assertThat(rejected.faults().getFirst().english()).contains("in the terminal it is an option");
    assertThat(rejected.faults().getFirst().russian()).endsWith("параметр " + named);
  }

  @Test
  void namesOfFiltersInATextAreWords() {
    assertThat(QueryParser.parse("topic = flood, \"topic=flood\" subtopic=x place"))
        .isInstanceOf(ParseOutcome.Parsed.class);
  }

  @Test
  void aFieldOfAnotherSystemIsToldInOurs() {
    ParseOutcome.Rejected rejected = (ParseOutcome.Rejected) QueryParser.parse("site:amur.info");
    assertThat(rejected.faults().getFirst().english()).endsWith("here it is domain:");
  }
}
