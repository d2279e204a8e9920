package letopis.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.crawl.filing.Filed;
import letopis.crawl.filing.Finding;
import letopis.crawl.filing.Intake;
import letopis.crawl.report.CrawlOutcome;
import letopis.document.Address;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.document.Lineage;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.index.documents.Takedown;
import letopis.index.state.EntryState;
import letopis.index.state.EntryStates;
import letopis.index.state.Validators;
import letopis.support.TestDocuments;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

/// A page that only named an address was kept under it, until another article was seen there.
class DisplacedIT {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
  private static final String HOME = "https://site.example/a/1";
  private static final String VERSION = "https://site.example/amp/1";
  private static final String TRACKER = "https://site.example/t/1";
  private static final String BRIDGE =
      "Движение по новому мосту через Зею откроют в мае, сообщили в министерстве транспорта. Раньше"
          + " переправа работала только летом, зимой машины ехали по льду. Строители обещают сдать"
          + " подъезды к мосту в срок, за неделю до праздников.";
  private static final String SCHOOL =
      "Новую школу на тысячу сто мест достроят в микрорайоне к первому сентября следующего года."
          + " Подрядчик закончил кровлю и приступил к отделке классов, рассказали в мэрии города."
          + " В здании будут два спортивных зала, бассейн и мастерские для уроков технологии.";

  private final Indices indices = TestElasticsearch.freshIndices();
  private final DocumentStore store = new DocumentStore(indices);
  private final Intake intake = new Intake(indices);

  @Test
  void itsCopiesAndItsAddressesFollowIt() throws Exception {
    new EntryStates(indices).putAll(List.of(listed(VERSION), listed(TRACKER)));
    file(at(BRIDGE, VERSION, HOME, TRACKER), false);
    String copy = "https://other.example/x";
    file(TestDocuments.worded(copy, "other", AT.plusSeconds(60), BRIDGE), true);
    assertThat(store.find(copy).orElseThrow().lineage().copyOf()).contains(DocumentId.of(HOME));

    file(at(SCHOOL, HOME, HOME), true);

    String moved = DocumentId.of(VERSION);
    Lineage own = store.find(VERSION).orElseThrow().lineage();
    assertThat(own.copyOf()).isEmpty();
    assertThat(store.find(TRACKER)).map(Document::id).contains(moved);
    Lineage follower = store.find(copy).orElseThrow().lineage();
    assertThat(follower.copyOf()).contains(moved);
    assertThat(follower.cluster()).isEqualTo(own.cluster()).isEqualTo(moved);
    Document other = store.find(HOME).orElseThrow();
    assertThat(other.content().body()).isEqualTo(SCHOOL);
    assertThat(other.lineage().copyOf()).isEmpty();

    String late = "https://third.example/x";
    file(TestDocuments.worded(late, "third", AT.plusSeconds(120), BRIDGE), true);
    assertThat(store.find(late).orElseThrow().lineage().copyOf()).contains(moved);
  }

  @Test
  void whatCopiesTheOtherArticleStaysWithIt() throws Exception {
    file(at(BRIDGE, VERSION, HOME), false);
    String copy = "https://other.example/y";
    Document school = TestDocuments.worded(copy, "other", AT.plusSeconds(60), SCHOOL);
    intake.file(List.of(finding(at(SCHOOL, HOME, HOME), true), finding(school, true)));

    Lineage follower = store.find(copy).orElseThrow().lineage();
    assertThat(follower.copyOf()).contains(DocumentId.of(HOME));
    assertThat(follower.cluster()).isEqualTo(DocumentId.of(HOME));
  }

  @Test
  void aVersionThatTheOtherArticleNamesIsItsOwnHoweverMuchWasWrittenAnew() throws Exception {
    file(at(BRIDGE, VERSION, HOME), false);
    Document anew =
        TestDocuments.worded(HOME, "site", AT, SCHOOL)
            .at(new Address(HOME, HOME, List.of(VERSION)));
    Filed filed = file(anew, true);
    assertThat(filed.outcome()).isEqualTo(CrawlOutcome.UPDATED);
    Document document = store.find(VERSION).orElseThrow();
    assertThat(document.content().body()).isEqualTo(SCHOOL);
    assertThat(document.lineage().revision()).isEqualTo(2);
  }

  @Test
  void takingDownAnAddressThatLedToItTakesIt() throws Exception {
    new EntryStates(indices).putAll(List.of(listed(VERSION), listed(TRACKER)));
    file(at(BRIDGE, VERSION, HOME, TRACKER), false);
    file(at(SCHOOL, HOME, HOME), true);

    new Takedown(indices, Clock.systemUTC()).address(TRACKER, "by request");

    assertThat(store.find(VERSION)).isEmpty();
    assertThat(store.find(HOME)).map(found -> found.content().body()).contains(SCHOOL);
  }

  @Test
  void aDocumentBehindAddressesThatChangeEachTimeIsReadAnew() throws Exception {
    file(at(BRIDGE, "https://site.example/s/1/a", HOME, TRACKER), false);
    String edited = BRIDGE.replace("в мае", "в июне");
    Filed filed = file(at(edited, "https://site.example/s/2/a", HOME, TRACKER), false);
    assertThat(filed.outcome()).isEqualTo(CrawlOutcome.UPDATED);
    Document document = store.find(TRACKER).orElseThrow();
    assertThat(document.content().body()).isEqualTo(edited);
    assertThat(document.lineage().revision()).isEqualTo(2);
  }

  private Filed file(Document document, boolean home) throws Exception {
    Filed filed = intake.file(List.of(finding(document, home))).getFirst();
    assertThat(filed.document()).isPresent();
    return filed;
  }

  private static Finding finding(Document document, boolean home) {
    return new Finding.Publication(document, Map.of(), true, Optional.empty(), home);
  }

  /// A page that answered at one address and calls another its own.
  private static Document at(String text, String answered, String canonical, String... asked) {
    Document alone = TestDocuments.worded(canonical, "site", AT, text);
    List<String> aliases =
        answered.equals(canonical)
            ? List.of()
            : java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(answered), java.util.Arrays.stream(asked))
                .toList();
    return alone.at(new Address(answered, canonical, aliases));
  }

  private static EntryState listed(String url) {
    return new EntryState(
        DocumentId.of(url),
        "site",
        url,
        Optional.of(DocumentId.of(HOME)),
        Validators.NONE,
        AT,
        Optional.empty(),
        Optional.of(AT),
        AT,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        0,
        Map.of(),
        Optional.empty(),
        "{}");
  }
}
