package letopis.trace;

import static letopis.trace.Page.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.document.Attribution;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.text.Outlets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who has it from whom, and in which order: of given appearances, without an archive.
class SpreadTest {
  private static final Assembly.State NOW = new Assembly.State(Page.at(600), 0, false);

  private static final String CLAIM =
      "При взрыве на заводе в Белогорске погибли 12 человек, сообщил губернатор Василий Орлов";
  private static final String OTHER = " На улице Ленина открыли сквер с фонтаном и качелями.";

  private static Trace trace(Document... documents) throws IOException {
    return trace(CLAIM, documents);
  }

  private static Trace trace(String words, Document... documents) throws IOException {
    Claim claim = new Claim(words, Rarity.unknown());
    Matcher matcher = new Matcher(claim);
    List<Appearance> found = new ArrayList<>();
    for (Document document : documents) {
      found.add(Sighting.of(List.of(document), matcher).orElseThrow().appearance());
    }
    Outlets outlets = Outlets.bundled().with(Map.of("svest", List.of("Речной вестник")));
    return Assembly.of(claim, found, NOW, outlets, List.of(), _ -> Trace.Sight.NONE);
  }

  private static Page page(String url, int minutes) {
    return page(url, CLAIM + "." + OTHER, minutes);
  }

  private static Page page(String url, String body, int minutes) {
    return new Page(url, body).published(minutes).imported();
  }

  /// Whom the page of this address cites by its own word: addresses, and names of others.
  private static List<String> cited(Trace trace, String url) {
    return trace.edges().stream()
        .filter(edge -> edge.from().equals(DocumentId.of(url)) && edge.explicit())
        .map(edge -> edge.named() ? edge.to() : url(trace, edge.to()))
        .toList();
  }

  private static String url(Trace trace, String id) {
    return trace.appearances().stream()
        .filter(one -> one.document().id().equals(id))
        .map(one -> one.document().address().canonical())
        .findFirst()
        .orElseThrow();
  }

  private static String origin(Trace trace) {
    return trace.origin().orElseThrow().appearance().document().address().canonical();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.a.example/news/1/?utm_source=vk&fbclid=1#top",
        "https://m.a.example/news/1",
        "https://amp.a.example/news/1",
        "https://a.example/news/1/amp/",
        "https://a.example/amp/news/1",
        "https://a.example/news/1?amp=1",
        "https://www.google.com/amp/s/a.example/news/1",
        "https://a-example.cdn.ampproject.org/c/s/a.example/news/1",
        "https://vk.com/away.php?to=https%3A%2F%2Fa.example%2Fnews%2F1&cc_key=",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fnews%2F1%3Ffbclid%3D2&h=3",
        "https://www.google.com/url?q=https://a.example/news/1&sa=D",
        "https://web.archive.org/web/20261120100500/https://a.example/news/1",
        "https://t.me/iv?url=https%3A%2F%2Fa.example%2Fnews%2F1&rhash=0",
        "https://short.example/x1"
      })
  void aLinkIsFollowedHoweverItIsWrapped(String link) throws Exception {
    Trace trace =
        trace(
            page("https://a.example/news/1", 0).alias("https://short.example/x1").build(),
            page("https://b.example/2", "Пишут: " + CLAIM + ". Подробности позже.", 20)
                .links(link)
                .build());
    assertThat(cited(trace, "https://b.example/2")).containsExactly("https://a.example/news/1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/news/12",
        "https://a.example/news?id=1",
        "https://b.example/share?url=https://b.example/2",
        "https://other.example/away?to=%E0%A4%A",
        "https://other.example/away?to=https%3A%2F%2F"
      })
  void aLinkToAnotherPageIsNoCitation(String link) throws Exception {
    Trace trace =
        trace(
            page("https://a.example/news/1", 0).build(),
            page("https://b.example/2", "Пишут: " + CLAIM + ". Подробности позже.", 20)
                .links(link)
                .build());
    assertThat(cited(trace, "https://b.example/2")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/1, https://www.a.example/, https://a.example/1",
    "https://a.example/1, http://a.example, https://a.example/1",
    "https://t.me/rechka/5, https://t.me/rechka, https://t.me/rechka/5",
    "https://a.example/1, https://tass.ru/, ТАСС"
  })
  void aLinkToAFrontPageNamesItsOutlet(String first, String link, String cited) throws Exception {
    Trace trace =
        trace(
            page(first, 0).build(),
            page("https://b.example/2", "Пишуть: " + CLAIM + ". Подробности позже.", 20)
                .links(link)
                .build());
    assertThat(cited(trace, "https://b.example/2")).containsExactly(cited);
  }

  @Test
  void anOutletThatIsNamedAndLinkedToIsNamedOnce() throws Exception {
    Trace trace =
        trace(
            page("https://b.example/2", CLAIM + ", пишет издание Hill. Подробности позже.", 20)
                .attributed()
                .links("https://thehill.com/", "Hill")
                .build());
    assertThat(cited(trace, "https://b.example/2")).containsExactly("The Hill");
  }

  @Test
  void aLinkToTheOwnFrontPageNamesNobody() throws Exception {
    Trace trace =
        trace(
            page("https://b.example/1", 0).build(),
            page("https://b.example/2", 20).links("https://b.example/").build());
    assertThat(cited(trace, "https://b.example/2")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Читайте также: Взрыв на заводе: что известно",
        "— Читать по теме — Взрыв на заводе: что известно",
        "Read also: Взрыв на заводе: что известно",
        "Подписывайтесь на нас: Взрыв на заводе: что известно"
      })
  void whatALineLeadsOnToIsNoSource(String line) throws Exception {
    String text = "Взрыв на заводе: что известно";
    Trace trace =
        trace(
            page("https://a.example/1", 0).build(),
            page("https://b.example/2", "Пишут: " + CLAIM + ".\n" + line + "\nПодробности.", 20)
                .links("https://a.example/1", text)
                .build(),
            page("https://c.example/3", "Пишут: " + CLAIM + ".\nРанее: " + text, 30)
                .links("https://a.example/1", text)
                .build());
    assertThat(cited(trace, "https://b.example/2")).isEmpty();
    assertThat(cited(trace, "https://c.example/3")).containsExactly("https://a.example/1");
  }

  @ParameterizedTest
  @CsvSource({
    "Зейский маяк, как сообщает «Зейский маяк»",
    "Зейский маяк, как сообщили в «Зейском маяке»",
    "Маяк, сообщает Mayak.Example"
  })
  void anOutletThatOnlyTheTraceKnowsIsFoundByItsNameAndItsDomain(String source, String phrase)
      throws Exception {
    Trace trace =
        trace(
            page("https://mayak.example/1", 0).source(source).build(),
            page("https://b.example/2", CLAIM + ", " + phrase + ". Подробности позже.", 20)
                .attributed()
                .build());
    assertThat(cited(trace, "https://b.example/2")).containsExactly("https://mayak.example/1");
  }

  @ParameterizedTest
  @CsvSource({
    "ИА «Маяк», передаёт «Маяк» со ссылкой на ТАСС",
    "Маяк, передаёт Mayak.example со ссылкой на ТАСС",
    "Зейский маяк, передаёт «Зейский маяк» со ссылкой на ТАСС",
    "Речной вестник, передаёт «Речной вестник» со ссылкой на ТАСС"
  })
  void anOutletIsNotItsOwnSource(String source, String phrase) throws Exception {
    Trace trace =
        trace(
            page("https://mayak.example/1", CLAIM + ", " + phrase + ".", 0)
                .source(source)
                .attributed()
                .build());
    assertThat(cited(trace, "https://mayak.example/1")).containsExactly("ТАСС");
  }

  @Test
  void aPartOfANameThatIsAnotherOutletIsThatOne() throws Exception {
    Trace trace =
        trace(
            page("https://crimea.example/1", CLAIM + ", сообщает РИА Новости.", 0)
                .source("РИА Новости Крым")
                .attributed()
                .build());
    assertThat(cited(trace, "https://crimea.example/1")).containsExactly("РИА Новости");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Its own sentence, whatever others say.
        "По данным «Интерфакса», в городе тепло. {}, сообщает ТАСС. РБК пишет о погоде. | ТАСС",
        // The next one points back.
        "{}. Об этом сообщает ТАСС. «Ведомости» пишут, что завод продают. | ТАСС",
        "{}. Его слова приводит ТАСС. | ТАСС",
        // What was named before holds on, up to the nearest outlet.
        "«Ведомости» пишут, что завод продают. Как сообщает ТАСС, был взрыв. {}. | ТАСС",
        "Как сообщает ТАСС, был взрыв. По данным МЧС, пожар потушен. {}. | МЧС, ТАСС",
        // What comes after, when nothing else is named.
        "{}. Как сообщает ТАСС, был и пожар. РБК пишет о погоде. | ТАСС",
        "Был взрыв, сообщает ТАСС. {}. По данным РБК, завод продают. | ТАСС",
        // What the text recalls is of another statement.
        "{}. Ранее РБК сообщал о пожаре на складе. | ''",
        "Ранее РБК сообщал о пожаре. {}, сообщает ТАСС. | ТАСС"
      })
  void aPhraseSpeaksOfThePassageThatItStandsBy(String body, String sources) throws Exception {
    Trace trace =
        trace(page("https://b.example/2", body.replace("{}", CLAIM), 0).attributed().build());
    assertThat(String.join(", ", cited(trace, "https://b.example/2"))).isEqualTo(sources);
  }

  @Test
  void theFirstOutletOfATextIsItsHeadlines() throws Exception {
    Trace trace =
        trace(
            new Page(
                    "https://b.example/2",
                    "На предприятии сообщили о беде. Об этом пишет ТАСС. РБК пишет о погоде.")
                .title(CLAIM)
                .attributed()
                .build());
    assertThat(cited(trace, "https://b.example/2")).containsExactly("ТАСС");
  }

  @Test
  void noCopyIsTakenFromOneThatNamesItsOutlet() throws Exception {
    Trace trace =
        trace(
            page("https://b.example/2", CLAIM + ", сообщает ТАСС." + OTHER, 0).attributed().build(),
            page("https://tass.ru/1", CLAIM + "." + OTHER, 10).source("ТАСС").build());
    assertThat(trace.edges())
        .noneMatch(edge -> edge.from().equals(DocumentId.of("https://tass.ru/1")));
    assertThat(trace.origin().orElseThrow().candidates())
        .containsExactly(DocumentId.of("https://tass.ru/1"));
    assertThat(trace.origin().orElseThrow().ground())
        .contains(Remark.of(Remark.Code.MAY_BE_AS_EARLY, "count", 1));
    assertThat(trace.origins()).isEqualTo(1);
  }

  @Test
  void twoThatNameOneOutsideSourceHaveItFromThereAndAreOneOrigin() throws Exception {
    Trace trace =
        trace(
            page("https://a.example/1", CLAIM + ", сообщает ТАСС." + OTHER, 0).attributed().build(),
            page("https://b.example/2", CLAIM + ", передаёт агентство ТАСС." + OTHER, 10)
                .attributed()
                .build());
    assertThat(trace.edges())
        .allMatch(edge -> edge.explicit() && edge.to().equals("ТАСС"))
        .hasSize(2);
    assertThat(trace.origins()).isEqualTo(1);
  }

  @Test
  void aWireThatSaysItLaterInOtherWordsIsOneOriginWithWhoeverNamesIt() throws Exception {
    String later =
        "Погибли в Белогорске, по словам губернатора, 12 горожан: на местном заводе случился"
            + " взрыв, сообщил Орлов Василий.";
    Document wire = page("https://tass.ru/1", later, 30).source("ТАСС").build();
    Page named = page("https://a.example/1", CLAIM + ", сообщает ТАСС.", 0);
    assertThat(trace(named.build(), wire).origins()).isEqualTo(2);
    assertThat(trace(named.attributed().build(), wire).origins()).isEqualTo(1);
  }

  @Test
  void whatOneOutletSaysTwiceOnItsSiteAndInItsChannelIsOneOrigin() throws Exception {
    String other =
        "Погибли в Белогорске, по словам губернатора, 12 горожан: на местном заводе случился"
            + " взрыв, сообщил Орлов Василий.";
    Trace trace =
        trace(
            page("https://vestnik.example/1", 0).source("Речной вестник").build(),
            page("https://t.me/vestnik/5", other, 10).source("«Речной вестник»").build());
    assertThat(trace.origins()).isEqualTo(1);
    Trace others =
        trace(
            page("https://vestnik.example/1", 0).source("Речной вестник").build(),
            page("https://t.me/vestnik/5", other, 10).source("Озёрный вестник").build());
    assertThat(others.origins()).isEqualTo(2);
  }

  @Test
  void pagesThatLinkInACircleStayNearTheirTimes() throws Exception {
    List<Document> pages = new ArrayList<>();
    pages.add(page("https://first.example/0", -5).build());
    pages.add(page("https://a.example/1", 0).links("https://b.example/2").build());
    pages.add(page("https://b.example/2", 60).links("https://c.example/3").build());
    pages.add(page("https://c.example/3", 120).links("https://a.example/1").build());
    for (int i = 0; i < 120; i++) {
      String url = "https://d.example/" + i;
      pages.add(page(url, 200 + i).links("https://a.example/1").build());
    }
    Trace trace = trace(pages.toArray(Document[]::new));
    assertThat(origin(trace)).isEqualTo("https://first.example/0");
    assertThat(trace.appearances())
        .filteredOn(one -> one.time().ground() == Appearance.Ground.LINKED)
        .extracting(one -> one.document().address().canonical())
        .containsExactly("https://c.example/3", "https://b.example/2");
  }

  @Test
  void whoHasAPartBeforeTheOriginIsNotPassedOver() throws Exception {
    String post =
        CLAIM
            + ". Ещё тридцать рабочих доставили в областную больницу вертолётами санитарной"
            + " авиации. Следователи изымают документы в кабинете директора, прокуратура проверяет"
            + " лицензию предприятия, а трёхдневный траур объявят со вторника.";
    Trace trace =
        trace(
            post,
            page("https://a.example/1", CLAIM + "." + OTHER, 0).build(),
            page("https://b.example/2", post, 20).build());
    assertThat(trace.appearances().getFirst().match()).isEqualTo(Match.MENTION);
    assertThat(origin(trace)).isEqualTo("https://b.example/2");
    assertThat(trace.origin().orElseThrow().ground())
        .extracting(Remark::code)
        .containsExactly(Remark.Code.EARLIEST_CLAIMED, Remark.Code.EARLIER_MENTIONS);
  }

  @Test
  void whatALinkedOneLinksToIsPutBeforeBoth() throws Exception {
    Trace trace =
        trace(
            page("https://a.example/1", "Пишут: " + CLAIM + ". Коротко.", 10)
                .links("https://b.example/2")
                .build(),
            page("https://b.example/2", "Пишут: " + CLAIM + ". Подробно.", 40)
                .links("https://c.example/3")
                .build(),
            page("https://c.example/3", CLAIM + "." + OTHER, 30).build());
    assertThat(origin(trace)).isEqualTo("https://c.example/3");
    assertThat(trace.appearances().getFirst().time().ground()).isEqualTo(Appearance.Ground.LINKED);
    assertThat(cited(trace, "https://a.example/1")).containsExactly("https://b.example/2");
    assertThat(cited(trace, "https://b.example/2")).containsExactly("https://c.example/3");
  }

  @Test
  void theSameMomentInTwoZonesIsOneMoment() throws Exception {
    Trace trace =
        trace(
            page("https://a.example/1", 0).zone(9).build(),
            page("https://b.example/1", 0).zone(-5).build());
    assertThat(trace.origin().orElseThrow().candidates()).hasSize(1);
    assertThat(trace.edges())
        .singleElement()
        .satisfies(edge -> assertThat(edge.confidence()).isLessThan(0.5));
  }

  @Test
  void aDayIsNotBeforeATimeOfThatDay() throws Exception {
    Trace trace =
        trace(
            page("https://day.example/1", 0).day().build(),
            page("https://a.example/1", 10).build());
    assertThat(origin(trace)).isEqualTo("https://a.example/1");
    assertThat(trace.origin().orElseThrow().candidates())
        .containsExactly(DocumentId.of("https://day.example/1"));
  }

  @Test
  void aForwardOfAPostThatIsNotHereStaysAName() throws Exception {
    Trace trace =
        trace(
            page("https://t.me/one/1", 0)
                .attributed(Attribution.How.FORWARD, "Посёлок", "https://t.me/poselok/9")
                .build(),
            page("https://t.me/two/1", 10)
                .attributed(Attribution.How.FORWARD, "Посёлок", "https://t.me/poselok/9")
                .build());
    assertThat(cited(trace, "https://t.me/one/1")).containsExactly("Посёлок");
    assertThat(trace.edges()).allMatch(Trace.Edge::explicit).hasSize(2);
    assertThat(trace.origins()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"REPLY, reply", "FORWARD, forward", "SOURCE, source"})
  void anAnswerAForwardAndASourceLineGoToThePostThatIsHere(Attribution.How how, String via)
      throws Exception {
    Trace trace =
        trace(
            page("https://t.me/poselok/9", 0).build(),
            page("https://t.me/one/1", 10)
                .attributed(how, "Посёлок", "https://t.me/s/poselok/9")
                .build());
    assertThat(trace.edges())
        .singleElement()
        .satisfies(
            edge -> {
              assertThat(edge.via()).isEqualTo(via);
              assertThat(edge.to()).isEqualTo(DocumentId.of("https://t.me/poselok/9"));
            });
  }

  @Test
  void aChainOfRepostsIsOneOriginAndEachPointsToTheOneThatItReposted() throws Exception {
    Trace trace =
        trace(
            page("https://vk.com/wall-1_5", 0).build(),
            page("https://vk.com/wall-2_7", "Смотрите. " + CLAIM + ".", 10)
                .attributed(Attribution.How.FORWARD, "Посёлок", "https://vk.com/wall-1_5")
                .build(),
            page("https://vk.com/wall-3_9", "И у нас. " + CLAIM + ".", 20)
                .attributed(Attribution.How.FORWARD, "Район", "https://vk.com/wall-2_7")
                .build());
    assertThat(cited(trace, "https://vk.com/wall-3_9")).containsExactly("https://vk.com/wall-2_7");
    assertThat(cited(trace, "https://vk.com/wall-2_7")).containsExactly("https://vk.com/wall-1_5");
    assertThat(trace.edges()).hasSize(2);
    assertThat(trace.origins()).isEqualTo(1);
  }

  @Test
  void aMinuteBetweenTheClaimsOfTwoOutletsTellsNothingAndTwoMinutesDo() throws Exception {
    Document first = page("https://a.example/1", 0).build();
    Trace minute = trace(first, page("https://b.example/1", 1).build());
    assertThat(minute.origin().orElseThrow().candidates())
        .containsExactly(DocumentId.of("https://b.example/1"));
    Trace later = trace(first, page("https://b.example/1", 2).build());
    assertThat(later.origin().orElseThrow().candidates()).isEmpty();
    Trace own = trace(first, page("https://a.example/2", 1).build());
    assertThat(own.origin().orElseThrow().candidates()).isEmpty();
  }

  @Test
  void wordingsAreComparedWithTheOriginsNotWithAnEarlierRetelling() throws Exception {
    Trace trace =
        trace(
            page(
                    "https://retold.example/1",
                    "Погибли в Белогорске, по словам губернатора, 12 горожан: на местном заводе"
                        + " случился взрыв, сообщил Орлов Василий.",
                    0)
                .build(),
            page("https://a.example/1", 20).build(),
            page("https://b.example/1", CLAIM.replace("12", "120") + "." + OTHER, 30).build());
    assertThat(trace.variants()).hasSize(3);
    assertThat(trace.variants().get(1).diff()).isEmpty();
    assertThat(trace.variants().getLast().changed())
        .containsExactly(new Change(Change.Kind.NUMBER, "12", "120"));
  }

  @Test
  void aPeriodInWhichNobodyLookedAtAnySourceIsSaidInOneSentence() throws Exception {
    Claim claim = new Claim(CLAIM, Rarity.unknown());
    Trace.Sight blind =
        new Trace.Sight(
            Optional.of(at(0)),
            Optional.of(at(60)),
            2,
            0,
            List.of(
                new Trace.Gap("a", "А", "not_covered", at(0), at(60)),
                new Trace.Gap("b", "Б", "not_covered", at(-10), at(90))));
    Trace trace = Assembly.of(claim, List.of(), NOW, Outlets.bundled(), List.of(), _ -> blind);
    assertThat(trace.caveats())
        .contains(Remark.of(Remark.Code.NO_SOURCE_WATCHED))
        .noneMatch(caveat -> caveat.code() == Remark.Code.SOURCES_NOT_WATCHED);
  }

  @Test
  void piecesThatAllPagesOfASiteHaveAreNoMentions() {
    Matcher matcher =
        new Matcher(new Claim(CLAIM + ". " + "Слово номер семь. ".repeat(5), Rarity.unknown()));
    List<Appearance> found = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Appearance one =
          Sighting.linked(page("https://a.example/" + i, 0).title("Подпишитесь на нас").build());
      found.add(one);
    }
    found.add(Sighting.linked(page("https://b.example/1", 0).title("Подпишитесь на нас").build()));
    found.add(
        Sighting.of(List.of(page("https://c.example/1", 0).build()), matcher)
            .orElseThrow()
            .appearance());
    assertThat(Furniture.without(found))
        .extracting(one -> one.document().address().canonical())
        .containsExactly("https://b.example/1", "https://c.example/1");
  }
}
