package letopis.bench.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import letopis.document.Document;
import letopis.document.Link;
import org.junit.jupiter.api.Test;

class RightAnswersTest {
  private static final String SENTENCE =
      "Вода в озере Светлое поднялась на два метра и залила пристань посёлка Ольховка.";
  private static final Document ORIGINAL = page("original", "10:00", SENTENCE);
  private static final Document PLANTED = page("planted", "20:00", SENTENCE);
  private static final Planted.Claim CLAIM =
      new Planted.Claim(
          Planted.Kind.VERBATIM, ORIGINAL, SENTENCE, Altered.of(SENTENCE), "", PLANTED);

  @Test
  void aDocumentWithMostOfTheWordsInAnyOrderTellsTheClaim() {
    Document told =
        page("told", "12:00", "Пристань Ольховки залила вода: озеро Светлое поднялось на метр.");
    assertThat(RightAnswers.tells(told, CLAIM)).isTrue();
  }

  @Test
  void aDocumentWithTheWordsFarApartDoesNot() {
    String far = "Другой дождь шёл весь день по всей большой области и стране. ".repeat(4);
    Document other =
        page("other", "12:00", "Вода в озере. " + far + "Светлое поднялась. " + far + "Пристань.");
    assertThat(RightAnswers.tells(other, CLAIM)).isFalse();
  }

  @Test
  void theEarliestWithTheSentenceIsTheOrigin() {
    Document copy = page("copy", "09:00", "Новость дня. " + SENTENCE);
    RightAnswers answers = new RightAnswers(List.of(ORIGINAL, copy));
    assertThat(answers.earliest(CLAIM)).isEqualTo(copy);
    assertThat(answers.isOrigin(copy, CLAIM)).isTrue();
    assertThat(answers.isOrigin(ORIGINAL, CLAIM)).isFalse();
  }

  @Test
  void anEarlierOneInOtherWordsMayBeTheOriginWhenItHasNearlyAllOfThem() {
    RightAnswers answers = new RightAnswers(List.of(ORIGINAL));
    Document nearly =
        page(
            "nearly", "08:00", "В озере Светлое вода поднялась на метр, залила пристань Ольховки.");
    Document part = page("part", "08:00", "Вода в озере Светлое поднялась. Пристань цела.");
    assertThat(answers.isOrigin(nearly, CLAIM)).isTrue();
    assertThat(answers.isOrigin(part, CLAIM)).isFalse();
  }

  @Test
  void whatTheEarliestLinksToMayBeTheOriginThoughItClaimsToBeLater() {
    Document linked = page("linked", "11:00", SENTENCE);
    Document linking =
        TraceCorpus.document(
            "https://linking.example/1",
            "linking",
            "",
            SENTENCE,
            "ru",
            Optional.of(Instant.parse("2026-03-01T10:00:01Z")),
            List.of(new Link("https://linked.example/1", "")));
    assertThat(new RightAnswers(List.of(linking, linked)).isOrigin(linked, CLAIM)).isTrue();
    assertThat(new RightAnswers(List.of(ORIGINAL, linked)).isOrigin(linked, CLAIM)).isFalse();
  }

  @Test
  void whatPeopleSaidOfAnAnswerIsFoundByItsClaimHoweverItIsPunctuated() {
    String line = Judgements.claimId(SENTENCE) + "\t" + ORIGINAL.id() + "\tother\n";
    Judgements judgements = new Judgements(line);
    assertThat(judgements.of(SENTENCE.replace(".", "!"), ORIGINAL))
        .contains(Judgements.Verdict.OTHER);
    assertThat(judgements.of(SENTENCE, PLANTED)).isEmpty();
    assertThat(judgements.of("Вода в озере опустилась на два метра.", ORIGINAL)).isEmpty();
  }

  @Test
  void thePoolThatComesWithTheBenchCanBeRead() throws IOException {
    assertThat(Judgements.bundled().of("Nobody was asked for this", ORIGINAL)).isEmpty();
  }

  private static Document page(String name, String time, String text) {
    return TraceCorpus.document(
        "https://" + name + ".example/1",
        name,
        "",
        text,
        "ru",
        Optional.of(Instant.parse("2026-03-01T" + time + ":01Z")),
        List.of());
  }
}
