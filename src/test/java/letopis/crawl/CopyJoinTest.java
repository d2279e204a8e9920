package letopis.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import letopis.crawl.CopyJoin.Text;
import letopis.document.Document;
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

  private Text text(String url, String source, int minute, String body) {
    return Text.of(document(url, source, minute, body));
  }

  private Document document(String url, String source, int minute, String body) {
    Document document = TestDocuments.worded(url, source, START.plusSeconds(60L * minute), body);
    bodies.put(document.id(), body);
    return document;
  }
}
