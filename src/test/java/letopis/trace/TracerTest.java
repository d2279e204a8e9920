package letopis.trace;

import static letopis.trace.Page.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.support.TestElasticsearch;
import letopis.text.Outlets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The hard cases, against a real Elasticsearch.
class TracerTest {
  private static final String CLAIM =
      "При взрыве на заводе в Белогорске погибли 12 человек, сообщил губернатор Василий Орлов";
  private static final String OTHER = " На улице Ленина открыли сквер с фонтаном и качелями.";

  private static Indices indices;

  private final DocumentStore store = new DocumentStore(indices);
  private final Trace.Sight sight =
      new Trace.Sight(
          Optional.of(at(0)),
          Optional.of(at(60)),
          3,
          1,
          List.of(
              new Trace.Gap("river", "Речной вестник", "not_covered", at(0), at(60)),
              new Trace.Gap("amur", "Амурская правда", "down", at(10), at(20)),
              new Trace.Gap("amur", "Амурская правда", "not_covered", at(20), at(30))));
  private final Tracer tracer =
      new Tracer(indices, Outlets.bundled(), (from, to) -> sight, Clock.systemUTC());

  @BeforeAll
  static void open() {
    indices = TestElasticsearch.freshIndices();
  }

  @BeforeEach
  void otherNews() throws Exception {
    TestElasticsearch.empty(indices);
    List<Document> news = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String body =
          "Новость номер " + i + ": в районе " + i * 7 + " отремонтировали дорогу." + OTHER;
      news.add(
          new Page("https://other.example/" + i, body).published(i).seen(i - 5, i + 5).build());
    }
    store.write(news);
  }

  private Trace trace(Document... documents) throws IOException, InterruptedException {
    for (Document document : documents) {
      store.write(List.of(document));
    }
    store.refresh();
    return traced(TraceRequest.ofText(CLAIM));
  }

  private Trace traced(TraceRequest request) throws IOException {
    return switch (tracer.trace(request)) {
      case TraceResult.Traced(Trace trace) -> trace;
      case TraceResult.Unknown(String subject) -> throw new AssertionError("unknown " + subject);
      case TraceResult.Rejected(String reason, _) -> throw new AssertionError(reason);
    };
  }

  private static List<String> urls(Trace trace) {
    return trace.appearances().stream().map(one -> one.document().address().canonical()).toList();
  }

  private static String origin(Trace trace) {
    return trace.origin().orElseThrow().appearance().document().address().canonical();
  }

  @Test
  void appearancesComeOldestFirstWithTheirPassagesAndChanges() throws Exception {
    Trace trace =
        trace(
            new Page("https://b.example/2", "Вчера. " + CLAIM.replace("12", "120") + "." + OTHER)
                .published(30)
                .seen(25, 35)
                .build(),
            new Page("https://a.example/1", "Коротко. " + CLAIM + "." + OTHER)
                .published(5)
                .seen(0, 10)
                .build());
    assertThat(urls(trace)).containsExactly("https://a.example/1", "https://b.example/2");
    assertThat(origin(trace)).isEqualTo("https://a.example/1");
    Appearance first = trace.appearances().getFirst();
    assertThat(first.match()).isEqualTo(Match.VERBATIM);
    assertThat(first.time().quality()).isEqualTo(Quality.A);
    assertThat(
            first
                .document()
                .content()
                .body()
                .substring(first.passage().start(), first.passage().end()))
        .isEqualTo(CLAIM);
    assertThat(trace.appearances().getLast().changed())
        .containsExactly(new Change(Change.Kind.NUMBER, "12", "120"));
    assertThat(trace.variants()).hasSize(2);
    assertThat(trace.variants().getLast().changed())
        .extracting(Change::toString)
        .containsExactly("12 → 120");
  }

  @Test
  void aClaimThatCameWithARevisionIsDatedByTheRevision() throws Exception {
    Document first =
        new Page("https://a.example/1", "На заводе был взрыв." + OTHER)
            .published(0)
            .seen(-5, 5)
            .build();
    Document second =
        new Page("https://a.example/1", CLAIM + "." + OTHER).published(0).revision(2, 50).build();
    Trace trace =
        trace(
            first,
            second,
            new Page("https://b.example/2", CLAIM + "." + OTHER)
                .published(20)
                .seen(15, 25)
                .build());
    assertThat(urls(trace)).containsExactly("https://b.example/2", "https://a.example/1");
    Appearance changed = trace.appearances().getLast();
    assertThat(changed.time().ground()).isEqualTo(Appearance.Ground.REVISION);
    assertThat(changed.time().after()).contains(at(5));
    assertThat(changed.time().before()).isEqualTo(at(50));
    assertThat(changed.presence().revisions()).containsExactly(2);
  }

  @Test
  void aClaimInTwoRevisionsOfOnePageIsOneAppearance() throws Exception {
    Document first =
        new Page("https://a.example/1", CLAIM + "." + OTHER).published(0).seen(-5, 5).build();
    Document second =
        new Page("https://a.example/1", "Дополнено. " + CLAIM + ". Пожар потушен." + OTHER)
            .published(0)
            .revision(2, 50)
            .build();
    Trace trace = trace(first, second);
    assertThat(urls(trace)).containsExactly("https://a.example/1");
    assertThat(trace.appearances().getFirst().presence().revisions()).containsExactly(1, 2);
    assertThat(trace.appearances().getFirst().time().before()).isEqualTo(at(5));
    assertThat(trace.origin().orElseThrow().ground())
        .extracting(Remark::code)
        .contains(Remark.Code.NOBODY_ELSE)
        .doesNotContain(Remark.Code.OTHERS_SEEN_LATER);
  }

  @Test
  void aClaimTakenOutOfAPageIsStillFoundAndSaidToBeGone() throws Exception {
    Document first =
        new Page("https://a.example/1", CLAIM + "." + OTHER).published(0).seen(-5, 5).build();
    Document second =
        new Page("https://a.example/1", "На заводе всё спокойно." + OTHER)
            .published(0)
            .revision(2, 50)
            .build();
    Trace trace = trace(first, second);
    assertThat(origin(trace)).isEqualTo("https://a.example/1");
    assertThat(trace.appearances().getFirst().presence().revisions()).containsExactly(1);
    assertThat(trace.appearances().getFirst().presence().current()).isFalse();
  }

  @Test
  void aRemovedOriginStaysTheOrigin() throws Exception {
    Trace trace =
        trace(
            new Page("https://a.example/1", CLAIM + "." + OTHER)
                .published(0)
                .seen(-5, 5)
                .removed(40)
                .build(),
            new Page("https://b.example/2", CLAIM + "." + OTHER)
                .published(20)
                .seen(15, 25)
                .build());
    assertThat(origin(trace)).isEqualTo("https://a.example/1");
    assertThat(trace.appearances().getFirst().presence().removedAt()).contains(at(40));
    assertThat(trace.appearances().getFirst().presence().current()).isFalse();
  }

  @Test
  void aBackdatedPageIsNotFirst() throws Exception {
    Trace trace =
        trace(
            new Page("https://late.example/1", CLAIM + "." + OTHER)
                .published(-600)
                .seen(55, 58)
                .build(),
            new Page("https://a.example/1", CLAIM + "." + OTHER)
                .published(20)
                .seen(15, 25)
                .build());
    assertThat(origin(trace)).isEqualTo("https://a.example/1");
    assertThat(trace.origin().orElseThrow().candidates()).isEmpty();
    Appearance late = trace.appearances().getLast();
    assertThat(late.time().ground()).isEqualTo(Appearance.Ground.OBSERVED);
    assertThat(late.time().quality()).isEqualTo(Quality.C);
    assertThat(trace.caveats()).anyMatch(caveat -> caveat.code() == Remark.Code.CONTRADICTED_TIMES);
  }

  @Test
  void aBackdatedPageIsLaterByOurLooksNotByItsOwnWord() throws Exception {
    Trace trace =
        trace(
            new Page("https://late.example/1", CLAIM + "." + OTHER)
                .published(-600)
                .seen(24, 58)
                .build(),
            new Page("https://a.example/1", CLAIM + "." + OTHER)
                .published(20)
                .seen(15, 25)
                .build());
    assertThat(trace.origin().orElseThrow().ground())
        .extracting(Remark::code)
        .contains(Remark.Code.OTHERS_SEEN_LATER);
  }

  @ParameterizedTest
  @CsvSource({
    "https://t.me/Rechka/12, @rechka",
    "https://t.me/rechka/12, t.me/rechka",
    "https://t.me/rechka/12, https://t.me/s/Rechka",
    "https://vk.com/wall-123_45, vk.com/club123",
    "https://vk.com/wall-123_45, https://vk.com/public123",
    "https://instance.example/@Rechka/123, @rechka@instance.example",
    "https://instance.example/@rechka/123, https://instance.example/@Rechka",
    "https://bsky.app/profile/rechka.bsky.social/post/3k, @rechka.bsky.social",
    "https://bsky.app/profile/rechka.bsky.social/post/3k, bsky.app/profile/rechka.bsky.social"
  })
  void aChannelIsFoundByItsHandle(String post, String handle) throws Exception {
    Trace trace =
        trace(
            new Page(post, CLAIM + "." + OTHER).published(10).seen(5, 15).build(),
            new Page("https://t.me/other/1", CLAIM + ". Новость " + OTHER)
                .published(5)
                .seen(2, 8)
                .build(),
            new Page("https://a.example/1", "По данным канала " + handle + ", " + CLAIM + ".")
                .from(handle)
                .published(40)
                .seen(35, 45)
                .build());
    assertThat(trace.edges())
        .anySatisfy(
            edge -> {
              assertThat(edge.from()).isEqualTo(DocumentId.of("https://a.example/1"));
              assertThat(edge.to()).isEqualTo(DocumentId.of(post));
              assertThat(edge.explicit()).isTrue();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "vk.com/rechka, ''",
    "https://vk.com/rechka?w=wall-123_45, ''",
    "Речка, https://vk.com/rechka",
    "Речка, https://vk.com/wall-123_99"
  })
  void aCommunityIsFoundByItsShortNameAndByALinkOnItsName(String name, String link)
      throws Exception {
    Map<String, List<String>> accounts = Map.of("svk.com", List.of("Речка-24", "vk.com/rechka"));
    Tracer own =
        new Tracer(indices, Outlets.bundled().with(accounts), (_, _) -> sight, Clock.systemUTC());
    store.write(
        List.of(
            new Page("https://vk.com/wall-123_45", CLAIM + "." + OTHER)
                .published(10)
                .seen(5, 15)
                .build(),
            new Page("https://a.example/1", "По данным " + name + ", " + CLAIM + ".")
                .from(name)
                .links(link, "в «Речке»")
                .published(40)
                .seen(35, 45)
                .build()));
    store.refresh();
    assertThat(own.trace(TraceRequest.ofText(CLAIM)))
        .isInstanceOfSatisfying(
            TraceResult.Traced.class,
            traced ->
                assertThat(traced.trace().edges())
                    .anySatisfy(
                        edge -> {
                          assertThat(edge.to())
                              .isEqualTo(DocumentId.of("https://vk.com/wall-123_45"));
                          assertThat(edge.via()).isEqualTo("phrase");
                        }));
  }

  @ParameterizedTest
  @CsvSource({
    "https://t.me/rechka/12, Речка, https://x.com/rechka/status/1, в «Речке»",
    "https://ved.example/12, Ведомости, https://ved.example/about, осведомили",
    "https://bsky.app/profile/rechka.example/post/3k, rechka.example/, https://b.example/1, здесь"
  })
  void anAccountOfTheSameNameElsewhereIsNoSource(String post, String name, String link, String text)
      throws Exception {
    Trace trace =
        trace(
            new Page(post, CLAIM + "." + OTHER).published(10).seen(5, 15).build(),
            new Page("https://a.example/1", "По данным " + name + ", " + CLAIM + ".")
                .from(name)
                .links(link, text)
                .published(40)
                .seen(35, 45)
                .build());
    assertThat(trace.edges()).noneMatch(edge -> edge.explicit() && !edge.named());
  }

  @Test
  void aWireCopyOlderThanTheWiresOwnPageNamesTheWire() throws Exception {
    Trace trace =
        trace(
            new Page("https://tass.ru/proisshestviya/1", CLAIM + "." + OTHER)
                .source("ТАСС")
                .published(40)
                .seen(35, 45)
                .build(),
            new Page("https://a.example/1", "Как сообщает ТАСС, " + CLAIM + "." + OTHER)
                .from("ТАСС")
                .published(10)
                .seen(5, 15)
                .build());
    assertThat(origin(trace)).isEqualTo("https://a.example/1");
    assertThat(trace.appearances().getFirst().cites())
        .anySatisfy(
            citation -> {
              assertThat(citation.name()).contains("ТАСС");
              assertThat(citation.explicit()).isTrue();
            });
    assertThat(trace.caveats())
        .contains(Remark.of(Remark.Code.ORIGIN_NAMES_OUTSIDE_SOURCE, "name", "ТАСС"));
    assertThat(trace.origins()).isEqualTo(1);
    assertThat(trace.edges())
        .noneMatch(
            edge -> edge.from().equals(DocumentId.of("https://a.example/1")) && !edge.named());
  }

  @Test
  void explicitLinksAreToldFromInferredOnes() throws Exception {
    Trace trace =
        trace(
            new Page("https://a.example/1", CLAIM + "." + OTHER).published(0).seen(-5, 5).build(),
            new Page("https://b.example/2", "Пишут: " + CLAIM + ". Подробности позже.")
                .published(20)
                .seen(15, 25)
                .links("https://a.example/1?utm_source=x")
                .build(),
            new Page("https://c.example/3", CLAIM + "." + OTHER)
                .published(40)
                .seen(35, 45)
                .build());
    Appearance.Citation link = trace.appearances().get(1).cites().getFirst();
    assertThat(link.document()).contains(DocumentId.of("https://a.example/1"));
    assertThat(link.explicit()).isTrue();
    Appearance.Citation inferred = trace.appearances().get(2).cites().getFirst();
    assertThat(inferred.explicit()).isFalse();
    assertThat(inferred.document()).contains(DocumentId.of("https://a.example/1"));
    assertThat(inferred.confidence()).isBetween(0.5, 1.0);
    assertThat(trace.origins()).isEqualTo(1);
  }

  @Test
  void ofTwoWhoseOrderIsOpenAnEdgeIsHalfAsSureAndTheyAreStillOneOrigin() throws Exception {
    Trace trace =
        trace(
            new Page("https://a.example/1", CLAIM + "." + OTHER).undated().seen(-5, 5).build(),
            new Page("https://b.example/2", CLAIM + "." + OTHER).undated().seen(-5, 6).build());
    Appearance.Citation inferred = trace.appearances().get(1).cites().getFirst();
    assertThat(inferred.confidence()).isLessThan(0.5);
    assertThat(trace.origins()).isEqualTo(1);
    Trace.Origin origin = trace.origin().orElseThrow();
    assertThat(origin.candidates()).containsExactly(DocumentId.of("https://b.example/2"));
    assertThat(origin.ground())
        .extracting(Remark::code)
        .containsExactly(Remark.Code.EARLIEST_OBSERVED, Remark.Code.MAY_BE_AS_EARLY);
  }

  @Test
  void anAddressPastedWithoutItsProtocolIsOne() throws Exception {
    store.write(List.of(new Page("https://a.example/1", CLAIM + "." + OTHER).build()));
    store.refresh();
    assertThat(tracer.trace(TraceRequest.ofText("www.a.example/1/")))
        .isInstanceOf(TraceResult.Traced.class);
    assertThat(tracer.trace(TraceRequest.ofText("a.example/2")))
        .isEqualTo(new TraceResult.Unknown("a.example/2"));
  }

  @Test
  void aQuoteInsideARefutationIsAMentionAndNoOrigin() throws Exception {
    Trace trace =
        trace(
            new Page(
                    "https://factcheck.example/1",
                    "В сети распространяют фейк. «"
                        + CLAIM
                        + "», — говорится в нём. Это неправда."
                        + OTHER)
                .published(0)
                .seen(-5, 5)
                .build(),
            new Page("https://a.example/1", CLAIM + "." + OTHER)
                .published(20)
                .seen(15, 25)
                .build());
    assertThat(trace.appearances().getFirst().match()).isEqualTo(Match.MENTION);
    assertThat(trace.appearances().getFirst().passage().refuted()).isTrue();
    assertThat(origin(trace)).isEqualTo("https://a.example/1");
  }

  @Test
  void onePressReleaseAtTwentyOutletsWithinAMinuteHasOneOriginAndManyCandidates() throws Exception {
    List<Document> pages = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      pages.add(
          new Page(
                  "https://outlet" + i + ".example/1",
                  CLAIM + ". Пресс-служба завода уточнила время." + OTHER)
              .published(10)
              .seen(0, 15)
              .build());
    }
    Trace trace = trace(pages.toArray(Document[]::new));
    assertThat(trace.appearances()).hasSize(20);
    assertThat(trace.origin().orElseThrow().candidates()).hasSize(19);
    assertThat(trace.origins()).isEqualTo(1);
    assertThat(trace.variants()).hasSize(1);
    assertThat(trace.variants().getFirst().count()).isEqualTo(20);
  }

  @Test
  void aClaimThatNobodyMadeHasNoOriginAndSaysWhatWasNotSeen() throws Exception {
    Trace trace = trace();
    assertThat(trace.appearances()).isEmpty();
    assertThat(trace.origin()).isEmpty();
    assertThat(trace.origins()).isZero();
    assertThat(trace.caveats())
        .contains(Remark.of(Remark.Code.NOTHING_FOUND))
        .contains(Remark.of(Remark.Code.OWN_LANGUAGE_ONLY));
    assertThat(trace.caveats())
        .anyMatch(
            caveat ->
                caveat.code() == Remark.Code.SOURCES_FAILED
                    && caveat.english().endsWith(": Амурская правда")
                    && caveat.russian().endsWith(": Амурская правда"))
        .anyMatch(
            caveat ->
                caveat.code() == Remark.Code.SOURCES_NOT_WATCHED
                    && caveat.russian().contains("(2 из 3)")
                    && caveat.russian().endsWith(": Речной вестник, Амурская правда"));
  }

  @Test
  void aDocumentIsTracedWithWhatItLinksTo() throws Exception {
    trace(
        new Page("https://a.example/1", "О совсем другом: выставка кошек в музее." + OTHER)
            .published(0)
            .seen(-5, 5)
            .build(),
        new Page("https://b.example/2", CLAIM + ". Ранее писали о выставке.")
            .published(20)
            .seen(15, 25)
            .links("https://a.example/1")
            .build());
    Trace trace = traced(TraceRequest.ofDocument(DocumentId.of("https://b.example/2")));
    assertThat(urls(trace)).containsExactly("https://a.example/1", "https://b.example/2");
    assertThat(trace.appearances().getFirst().match()).isEqualTo(Match.MENTION);
    assertThat(trace.edges()).anyMatch(edge -> edge.via().equals("link") && edge.explicit());
  }

  @Test
  void edgesNeverPointForwardInTime() throws Exception {
    Trace trace =
        trace(
            new Page("https://a.example/1", CLAIM + "." + OTHER)
                .published(0)
                .seen(-5, 5)
                .links("https://b.example/2")
                .build(),
            new Page("https://b.example/2", CLAIM + "." + OTHER)
                .published(20)
                .seen(15, 25)
                .links("https://a.example/1")
                .build());
    List<String> ids = trace.appearances().stream().map(one -> one.document().id()).toList();
    assertThat(trace.edges()).isNotEmpty();
    for (Trace.Edge edge : trace.edges()) {
      assertThat(ids.indexOf(edge.to())).isLessThan(ids.indexOf(edge.from()));
    }
  }

  @Test
  void whatIsLinkedToIsPutBeforeTheLinkAgainstItsClaimedTimeAndThatIsSaid() throws Exception {
    Trace trace =
        trace(
            new Page("https://a.example/1", CLAIM + "." + OTHER)
                .published(40)
                .seen(-5, 100)
                .build(),
            new Page("https://b.example/2", "Пишут: " + CLAIM + ". Подробности позже.")
                .published(20)
                .seen(-5, 100)
                .links("http://www.a.example/1/")
                .build());
    assertThat(trace.caveats())
        .filteredOn(caveat -> caveat.code() == Remark.Code.LINK_AGAINST_TIME)
        .singleElement()
        .satisfies(
            caveat -> {
              assertThat(caveat.parameters())
                  .containsEntry("from", "https://b.example/2")
                  .containsEntry("to", "https://a.example/1");
              assertThat(caveat.russian()).contains("https://b.example/2 ссылается на");
            });
    assertThat(origin(trace)).isEqualTo("https://a.example/1");
    assertThat(trace.origin().orElseThrow().appearance().time().quality()).isEqualTo(Quality.D);
    assertThat(trace.origin().orElseThrow().candidates())
        .contains(DocumentId.of("https://b.example/2"));
    assertThat(trace.edges())
        .anyMatch(
            edge -> edge.explicit() && edge.to().equals(DocumentId.of("https://a.example/1")));
  }

  @ParameterizedTest
  @CsvSource({
    "https://t.me/Rechka/12, https://t.me/rechka/12?single",
    "https://vk.com/wall-123_45, https://m.vk.com/rechka?w=wall-123_45",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ, https://youtu.be/dQw4w9WgXcQ?t=3"
  })
  void aPostIsCitedByAnyOfItsAddresses(String post, String link) throws Exception {
    Trace trace =
        trace(
            new Page(post, CLAIM + "." + OTHER).published(10).seen(5, 15).build(),
            new Page("https://b.example/2", "Пишут: " + CLAIM + ". Подробности позже.")
                .published(40)
                .seen(35, 45)
                .links(link)
                .build());
    assertThat(trace.edges())
        .anyMatch(edge -> edge.explicit() && edge.to().equals(DocumentId.of(post)));
  }

  @Test
  void aLinkToWhatClaimsToBeDaysLaterMovesNothing() throws Exception {
    Trace trace =
        trace(
            new Page("https://a.example/1", CLAIM + "." + OTHER)
                .published(3000)
                .seen(-5, 4000)
                .build(),
            new Page("https://b.example/2", "Пишут: " + CLAIM + ". Подробности позже.")
                .published(20)
                .seen(-5, 4000)
                .links("https://a.example/1")
                .build());
    assertThat(origin(trace)).isEqualTo("https://b.example/2");
    assertThat(trace.caveats()).anyMatch(caveat -> caveat.code() == Remark.Code.LINK_AGAINST_TIME);
  }

  @Test
  void anEarlierRetellingIsACandidateAndNotTheOrigin() throws Exception {
    Trace trace =
        trace(
            new Page(
                    "https://retold.example/1",
                    "Погибли в Белогорске, по словам губернатора, 12 горожан: на местном заводе"
                        + " случился взрыв, сообщил Орлов Василий."
                        + OTHER)
                .published(0)
                .seen(-5, 5)
                .build(),
            new Page("https://a.example/1", CLAIM + "." + OTHER)
                .published(20)
                .seen(15, 25)
                .build());
    assertThat(trace.appearances().getFirst().match()).isEqualTo(Match.PARAPHRASE);
    assertThat(origin(trace)).isEqualTo("https://a.example/1");
    assertThat(trace.origin().orElseThrow().candidates())
        .containsExactly(DocumentId.of("https://retold.example/1"));
    // Nor that the others are later, or that there are none: the only other one is not later.
    assertThat(trace.origin().orElseThrow().ground())
        .extracting(Remark::code)
        .containsExactly(
            Remark.Code.EARLIEST_CLAIMED_BETWEEN_LOOKS, Remark.Code.EARLIER_IN_OTHER_WORDS);
  }

  @Test
  void aLinkToAPostFindsWhereItsSentencesComeFromHoweverTheAddressIsWritten() throws Exception {
    trace(
        new Page("https://a.example/1", CLAIM + "." + OTHER).published(0).seen(-5, 5).build(),
        new Page(
                "https://post.example/2/",
                CLAIM
                    + ". Родственники просят сдавать кровь в областной больнице. Кто был рядом,"
                    + " отзовитесь.")
            .published(20)
            .seen(15, 25)
            .build());
    Trace trace =
        traced(TraceRequest.of(new TraceRequest.Subject.Url("http://www.post.example/2")));
    assertThat(urls(trace)).containsExactly("https://a.example/1", "https://post.example/2/");
    assertThat(origin(trace)).isEqualTo("https://a.example/1");
  }

  @Test
  void aPastedPostIsTracedWithoutItsAddressesAndItsChannelsFooter() throws Exception {
    String footer = " [Река +. Подписаться на канал](https://t.me/+FbzcRreHknc1ZWM6)";
    trace(
        new Page("https://a.example/1", CLAIM + "." + OTHER).published(20).build(),
        new Page("https://b.example/1", "Сегодня в городе тепло." + footer).published(10).build());
    Trace trace = traced(TraceRequest.ofText("**" + CLAIM + ".**" + footer));
    assertThat(urls(trace)).containsExactly("https://a.example/1");
    assertThat(trace.appearances().getFirst().match()).isEqualTo(Match.VERBATIM);
  }

  @Test
  void aClaimInEnglishThatNobodyMakesFindsNothing() throws Exception {
    assertThat(traced(TraceRequest.ofText("An elephant flew to Mars")).appearances()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ао, ao", "асеорху, aceopxy", "о, o", "АОСЕРВНКМТ, AOCEPBHKMT"})
  void aPostThatHidesEveryWordBehindLatinLettersIsFound(String cyrillic, String latin)
      throws Exception {
    String claim = "В Озёрном отравились водой дети: больница заполнена, сообщает горсовет";
    String hidden = cyrillic.startsWith("АО") ? claim.toUpperCase(Locale.ROOT) : claim;
    for (int i = 0; i < cyrillic.length(); i++) {
      hidden = hidden.replace(cyrillic.charAt(i), latin.charAt(i));
    }
    Page page = new Page("https://a.example/1", hidden + ".");
    store.write(List.of(page.build()));
    store.refresh();
    assertThat(urls(traced(TraceRequest.ofText(claim)))).containsExactly("https://a.example/1");
  }

  @Test
  void aLetterThatStemmingLeavesNothingOfIsNoFault() throws Exception {
    String claim = "The U.S. plans to open 5% more bridges over the Zeya river next year";
    store.write(List.of(new Page("https://a.example/1", claim + "." + OTHER).build()));
    store.refresh();
    assertThat(traced(TraceRequest.ofText(claim)).appearances()).hasSize(1);
  }

  @Test
  void whatCannotBeTracedIsSaid() throws Exception {
    assertThat(tracer.trace(TraceRequest.ofText("два слова")))
        .isInstanceOf(TraceResult.Rejected.class);
    assertThat(tracer.trace(TraceRequest.ofText("или это мост")))
        .isInstanceOf(TraceResult.Rejected.class);
    assertThat(tracer.trace(TraceRequest.ofDocument("nothing")))
        .isEqualTo(new TraceResult.Unknown("nothing"));
  }
}
