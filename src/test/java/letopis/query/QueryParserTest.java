package letopis.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import letopis.query.Query.Form;
import org.junit.jupiter.api.Test;

class QueryParserTest {
  private static final String ALPHABET =
      "абвёЁ aBz01 ()\"«»“”„=-~*/|:[]{}^?!&.,\t\n\u00A0洪水🌊\u0301\u0000\\'’";
  private static final List<String> PIECES =
      List.of(
          "AND",
          "OR",
          "NOT",
          "NEAR/5",
          "NEAR/S",
          "NEAR",
          "title:",
          "source:",
          "published:[",
          " TO ",
          "]",
          "(",
          ")",
          "\"",
          "~5",
          "=",
          "-",
          "слово",
          "word",
          "2026-01-01",
          "*",
          "url:",
          "https://a.b/c",
          " ",
          "  ",
          "(((((",
          "/a.b/",
          "^2",
          "洪水",
          "ё");

  @Test
  void theSignOfASentenceEndIsNoWord() {
    for (String query : List.of("xsentx", "=XSENTX", "xsen*", "\"мост xsentx\"", "a-xsentx")) {
      assertThat(QueryParser.parse(query)).as(query).isInstanceOf(ParseOutcome.Rejected.class);
    }
    assertThat(QueryParser.parse("xsentxx")).isInstanceOf(ParseOutcome.Parsed.class);
  }

  @Test
  void randomTextNeverThrowsAndAlwaysCompilesOrIsExplained() {
    Random random = new Random(20261123);
    QueryCompiler compiler = new QueryCompiler(Inflections.NONE, Ranking.CHOSEN);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 20_000; i++) {
            String query = i % 2 == 0 ? letters(random) : pieces(random);
            switch (QueryParser.parse(query)) {
              case ParseOutcome.Parsed parsed ->
                  assertThat(compiler.ranked(parsed.query()).isObject()).isTrue();
              case ParseOutcome.Rejected rejected -> check(query, rejected);
            }
          }
        });
  }

  private static void check(String query, ParseOutcome.Rejected rejected) {
    int before = -1;
    for (Fault fault : rejected.faults()) {
      assertThat(fault.position()).as(query).isGreaterThan(before);
      assertThat(fault.position() + fault.length()).as(query).isLessThanOrEqualTo(query.length());
      assertThat(fault.message(Locale.of("ru"))).matches("(?s).*[а-яё].*");
      assertThat(fault.message(Locale.ENGLISH)).isNotBlank();
      before = fault.position();
    }
  }

  @Test
  void theLongestAndDeepestQueriesAreReadAtOnce() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          QueryParser.parse("(".repeat(2000));
          QueryParser.parse("-(".repeat(1000));
          QueryParser.parse("a NEAR/5 ".repeat(222));
          QueryParser.parse("title:".repeat(333));
          QueryParser.parse("\"".repeat(2000));
          QueryParser.parse("a ".repeat(1000));
        });
  }

  @Test
  void tooMuchIsRefusedWithAReason() {
    assertThat(faults("a ".repeat(201))).hasSize(1);
    assertThat(faults("a ".repeat(201)).getFirst().english()).contains("200");
    assertThat(faults("a".repeat(2001)).getFirst().position()).isEqualTo(2000);
    assertThat(QueryParser.parse("a ".repeat(200))).isInstanceOf(ParseOutcome.Parsed.class);
  }

  @Test
  void everyMistakeIsReportedAtOnce() {
    assertThat(faults("*a b^2 foo:c \"d")).extracting(Fault::position).containsExactly(0, 4, 7, 13);
  }

  @Test
  void spansPointAtTheTypedCharacters() {
    String text = "паводок =вода (\"уровень реки\"~3 OR дожд*)";
    Query.And and = (Query.And) parsed(text);
    assertThat(and.parts().stream().map(part -> part.span().of(text)))
        .containsExactly("паводок", "вода", "\"уровень реки\"~3 OR дожд*");
    assertThat(((Query.Word) and.parts().get(1)).form()).isEqualTo(Form.EXACT);
  }

  @Test
  void blankMeansEverything() {
    assertThat(parsed("")).isInstanceOf(Query.Everything.class);
    assertThat(parsed(" \n ")).isInstanceOf(Query.Everything.class);
  }

  @Test
  void plainTextHasNoOperators() {
    Query.Best best = (Query.Best) PlainText.query("OR \"a -b (title:c");
    assertThat(best.words()).extracting(Query.Word::text).containsExactly("b", "title", "c");
  }

  private static Query parsed(String text) {
    return ((ParseOutcome.Parsed) QueryParser.parse(text)).query();
  }

  private static List<Fault> faults(String text) {
    return ((ParseOutcome.Rejected) QueryParser.parse(text)).faults();
  }

  private static String letters(Random random) {
    StringBuilder out = new StringBuilder();
    int length = random.nextInt(60);
    for (int i = 0; i < length; i++) {
      out.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return out.toString();
  }

  private static String pieces(Random random) {
    StringBuilder out = new StringBuilder();
    int count = random.nextInt(20);
    for (int i = 0; i < count; i++) {
      out.append(PIECES.get(random.nextInt(PIECES.size())));
      if (random.nextInt(3) > 0) {
        out.append(' ');
      }
    }
    return out.toString();
  }
}
