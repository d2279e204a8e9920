package letopis.crawl.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.crawl.copies.CopyJoin.Text;
import letopis.document.Document;
import letopis.document.Precision;
import letopis.support.TestDocuments;
import letopis.text.Fingerprints;
import org.junit.jupiter.api.Test;

class CopyJoinTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final String NEWS =
      """
      Силами противовоздушной обороны над районом отражена атака беспилотника, летевшего к городу.
      На месте падения обломков, по предварительным данным, разрушений и пострадавших нет.\
      """;
  private static final String FOOTER =
      """
      Подписывайтесь на наш канал о жизни области, присылайте новости и снимки редакции в любое
      время суток, мы отвечаем каждому и не называем имён без вашего согласия.\
      """;
  private static final List<String> SUBJECTS =
      List.of(
          "Мост через реку закрыли на ремонт до конца осени, автобусы пустили в объезд.",
          "В школе посёлка открыли спортивный зал, который строили четыре года.",
          "Цены на картофель за неделю выросли на треть, показал опрос рынков.",
          "Вода в реке поднялась на два метра, дачные участки подтоплены с вечера.",
          "Театр кукол везёт новую сказку в дальние сёла севера области.",
          "Депутаты отложили решение о тарифах до следующего заседания в декабре.");

  private static final String SHOT_DOWN =
      "Ещё два беспилотника, летевших к городу, сбиты в Заречном городском округе этой ночью";

  private final Map<String, String> bodies = new HashMap<>();

  @Test
  void aShortPostWithHalfOfItsWordsFromAnotherIsItsCopyThoughFewFingerprintsSaySo() {
    Text first =
        text("https://one.example/1", "one", 0, "Глава области сообщил в полдень. " + NEWS);
    Document later =
        document(
            "https://two.example/2",
            "two",
            5,
            NEWS + " Службы работают на месте, дорога открыта для всех видов транспорта.");
    CopyJoin.Joined joined = CopyJoin.join(later, List.of(first), bodies);
    assertThat(joined.lineage().copyOf()).contains(first.id());
    assertThat(joined.lineage().copyShare()).isBetween(0.5, 0.9);
    assertThat(joined.lineage().cluster()).isEqualTo(first.cluster());
  }

  @Test
  void postsWithNothingButTheirChannelsFooterInCommonAreNoCopies() {
    List<Text> channel = new ArrayList<>();
    for (int i = 0; i < SUBJECTS.size() - 1; i++) {
      String post = SUBJECTS.get(i) + "\n" + FOOTER;
      channel.add(text("https://one.example/" + i, "one", i, post));
    }
    Document post = document("https://one.example/9", "one", 9, SUBJECTS.getLast() + "\n" + FOOTER);
    assertThat(CopyJoin.join(post, channel, bodies).lineage().copyOf()).isEmpty();
  }

  @Test
  void aTextThatItsSourcePublishesAgainAndAgainIsACopyOfTheFirst() {
    List<Text> earlier = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      earlier.add(text("https://one.example/" + i, "one", i, NEWS + " " + SUBJECTS.get(0)));
    }
    Document again = document("https://one.example/9", "one", 9, NEWS + " " + SUBJECTS.get(0));
    assertThat(CopyJoin.join(again, earlier, bodies).lineage().copyOf())
        .contains(earlier.getFirst().id());
  }

  @Test
  void furnitureIsNotLookedForUnlessATextIsNothingElse() {
    List<String> prints = Fingerprints.of(NEWS);
    String common = prints.stream().sorted().findFirst().orElseThrow();
    assertThat(CopyJoin.sample(prints, common::equals)).isNotEmpty().doesNotContain(common);
    assertThat(CopyJoin.sample(prints, _ -> true)).contains(common);
    assertThat(CopyJoin.sample(Fingerprints.of("Дождь до вечера"), _ -> false)).isEmpty();
  }

  @Test
  void whatNamesNoMoreThanItsDayIsNotTheOriginalOfWhatIsKnownToBeOfThatDay() {
    Instant day = Instant.parse("2026-03-02T00:00:00Z");
    Instant seen = Instant.parse("2026-03-02T09:00:00Z");
    assertThat(CopyJoin.appearedAt(day, Precision.DAY, seen)).isEqualTo(seen);
    assertThat(CopyJoin.appearedAt(day, Precision.DAY, seen.plusSeconds(86_400)))
        .isEqualTo(Instant.parse("2026-03-02T23:59:59Z"));
    assertThat(CopyJoin.appearedAt(day, Precision.SECOND, seen)).isEqualTo(day);
  }

  @Test
  void aSentenceThatAnotherSourceTakesOverAtOnceIsACopy() {
    Text first = text("https://one.example/1", "one", 0, SHOT_DOWN + ", сообщил глава округа");
    assertThat(copyOf("two", 7, SHOT_DOWN + " — глава округа", first)).contains(first.id());
  }

  @Test
  void aSentenceWithAnotherNumberOrOfAnotherTimeOrOfTheSameSourceIsNone() {
    Text first = text("https://one.example/1", "one", 0, SHOT_DOWN);
    assertThat(copyOf("two", 7, SHOT_DOWN.replace("два", "три"), first)).isEmpty();
    assertThat(copyOf("two", 7 * 60, SHOT_DOWN, first)).isEmpty();
    assertThat(copyOf("one", 7, SHOT_DOWN, first)).isEmpty();
  }

  @Test
  void aFormulaThatWasPublishedTheDayBeforeTooIsNobodysCopy() {
    Text yesterday = text("https://one.example/1", "one", 0, SHOT_DOWN);
    Text today = text("https://one.example/2", "one", 24 * 60, SHOT_DOWN);
    assertThat(copyOf("two", 24 * 60 + 7, SHOT_DOWN, yesterday, today)).isEmpty();
  }

  @Test
  void aPhraseIsNobodysCopy() {
    Text first = text("https://one.example/1", "one", 0, "Движение по мосту снова открыто");
    assertThat(copyOf("two", 7, "Движение по мосту снова открыто", first)).isEmpty();
  }

  @Test
  void aTemplateOfOneSourceIsNoCopyWhereTheSameShareOfAnothersTextIs() {
    String template = NEWS + " ";
    Text first = text("https://one.example/1", "one", 0, template + SUBJECTS.get(0));
    assertThat(copyOf("one", 7, template + SUBJECTS.get(1), first)).isEmpty();
    assertThat(copyOf("two", 7, template + SUBJECTS.get(1), first)).contains(first.id());
  }

  private Optional<String> copyOf(String source, int minute, String body, Text... earlier) {
    Document later = document("https://later.example/9", source, minute, body);
    return CopyJoin.join(later, List.of(earlier), bodies).lineage().copyOf();
  }

  private Text text(String url, String source, int minute, String body) {
    return Text.of(document(url, source, minute, body));
  }

  private Document document(String url, String source, int minute, String body) {
    Document document = TestDocuments.worded(url, source, START.plusSeconds(60L * minute), body);
    bodies.put(document.id(), body);
    return document;
  }
}
