package letopis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import letopis.document.Document;
import letopis.query.ParseOutcome;
import letopis.query.PlainText;
import letopis.query.Query;
import letopis.query.QueryParser;
import letopis.search.SearchRequest.Breakdown;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Filters;
import letopis.search.SearchRequest.Interval;
import letopis.search.SearchRequest.Listing;
import letopis.search.SearchRequest.Period;
import letopis.search.SearchRequest.Show;
import letopis.search.SearchRequest.Sort;
import letopis.sources.Configuration;
import letopis.sources.Place;
import letopis.sources.Topic;
import org.junit.jupiter.api.Test;

class DocumentSearchTest {
  private static final Configuration CONFIGURED =
      new Configuration(
          Configuration.EMPTY.crawler(),
          List.of(),
          List.of(new Topic("flood", "Паводок", "паводок OR наводнение")),
          List.of(
              new Place("blag", "Благовещенск", List.of(), 50, 127, Optional.empty()),
              new Place("ges", "Зейская ГЭС", List.of(), 53, 127, Optional.empty())));

  @Test
  void facetsTimelineAndTopicsAreCountedInTheSameRoundTrip() throws Exception {
    Archive archive = new Archive();
    archive
        .add(draft("a", "one", "2026-01-01T23:30:00Z", "Паводок в Благовещенске"))
        .add(draft("b", "one", "2026-01-03T10:00:00Z", "Наводнения у Зейской ГЭС"))
        .add(draft("c", "two", "2026-01-03T11:00:00Z", "Дорога до Благовещенска"))
        .ready();
    SearchAnswer answer =
        search(archive)
            .search(
                SearchRequest.everything()
                    .with(
                        new Breakdown(
                            List.of(Dimension.SOURCE, Dimension.TOPIC, Dimension.PLACE),
                            10,
                            Optional.of(Interval.DAY),
                            ZoneOffset.ofHours(9),
                            true)));
    assertThat(answer.total()).isEqualTo(new SearchAnswer.Total(3, true));
    assertThat(answer.facets().get("source"))
        .containsExactly(
            new SearchAnswer.Facet("one", "Источник one", 2),
            new SearchAnswer.Facet("two", "Источник two", 1));
    assertThat(answer.facets().get("topic"))
        .containsExactly(new SearchAnswer.Facet("flood", "Паводок", 2));
    assertThat(answer.facets().get("place"))
        .containsExactly(
            new SearchAnswer.Facet("blag", "Благовещенск", 2),
            new SearchAnswer.Facet("ges", "Зейская ГЭС", 1));
    // 23:30 UTC is the second of January in the zone.
    assertThat(answer.timeline())
        .extracting(bucket -> bucket.from() + " " + bucket.count() + " " + bucket.share())
        .containsExactly(
            "2026-01-01T15:00:00Z 1 Optional[1.0]", "2026-01-02T15:00:00Z 2 Optional[1.0]");
    assertThat(answer.facetErrors()).isEmpty();
  }

  @Test
  void aPlaceThatIsAnOrdinaryWordIsMeantOnlyWhereOtherWordsSaySo() throws Exception {
    Archive archive = new Archive();
    archive
        .add(draft("a", "one", "2026-01-01T10:00:00Z", "Свободные выборы прошли, прогресс виден"))
        .add(draft("b", "one", "2026-01-02T10:00:00Z", "В городе Свободном строят завод"))
        .add(draft("c", "one", "2026-01-03T10:00:00Z", "Поезд из Свободного ждут в Тынде"))
        .ready();
    Configuration configuration =
        new Configuration(
            Configuration.EMPTY.crawler(),
            List.of(),
            List.of(),
            List.of(
                new Place("svobodny", "Свободный", List.of(), 51, 128, Optional.of("region")),
                new Place("progress", "Прогресс", List.of(), 49, 129, Optional.of("region")),
                new Place("tynda", "Тында", List.of(), 55, 124, Optional.of("region"))));
    DocumentSearch search = new DocumentSearch(archive.indices, configuration, Clock.systemUTC());

    SearchAnswer answer =
        search.search(
            SearchRequest.everything()
                .with(
                    new Breakdown(
                        List.of(Dimension.PLACE), 10, Optional.empty(), ZoneOffset.UTC, false)));

    assertThat(answer.facets().get("place"))
        .containsExactly(
            new SearchAnswer.Facet("svobodny", "Свободный", 2),
            new SearchAnswer.Facet("tynda", "Тында", 1));
  }

  @Test
  void aFacetsOwnFilterDoesNotEmptyIt() throws Exception {
    Archive archive = new Archive();
    archive
        .add(draft("a", "one", "2026-01-01T10:00:00Z", "Паводок"))
        .add(draft("b", "two", "2026-01-04T10:00:00Z", "Паводок"))
        .ready();
    Filters onlyOne =
        new Filters(
            Map.of(Dimension.SOURCE, Set.of("one")), Map.of(), Optional.empty(), Optional.empty());
    SearchAnswer answer =
        search(archive)
            .search(
                SearchRequest.everything()
                    .with(onlyOne)
                    .with(
                        new Breakdown(
                            List.of(Dimension.SOURCE, Dimension.KIND),
                            10,
                            Optional.of(Interval.DAY),
                            ZoneOffset.UTC,
                            false)));
    assertThat(answer.total().value()).isEqualTo(1);
    assertThat(answer.hits()).hasSize(1);
    assertThat(answer.facets().get("source")).hasSize(2);
    assertThat(answer.facets().get("kind").getFirst().count()).isEqualTo(1);
    assertThat(answer.timeline()).hasSize(1);
  }

  @Test
  void aHeadlineOfWhichADocumentLacksAWordIsOfferedApartFromTheHits() throws Exception {
    Archive archive = new Archive();
    archive
        .add("all", "Мост через Зею закроют до весны", "Мост через Зею закроют до весны.")
        .add("most", "Мост через Зею закрыт", "Переправа через Зею и мост закроют.")
        .add("other", "Дорога", "Ничего общего.")
        .ready();
    DocumentSearch search = search(archive);
    SearchAnswer answer = search.search(request("Мост через Зею закроют до весны"));
    assertThat(answer.total().value()).isEqualTo(1);
    assertThat(answer.hits()).extracting(Hit::url).containsExactly(Archive.url("all"));
    SearchAnswer.Relaxed relaxed = answer.relaxed().orElseThrow();
    assertThat(relaxed.total().value()).isEqualTo(1);
    assertThat(relaxed.hits()).extracting(Hit::url).containsExactly(Archive.url("most"));
    assertThat(search.search(request("мост зея весна")).relaxed()).isEmpty();
    assertThat(search.search(request("мост зея весна закроют -дорога")).relaxed()).isEmpty();
  }

  @Test
  void theWordsOfAnAddressRaiseADocumentInWhateverLettersTheyAreWritten() throws Exception {
    Archive archive = new Archive();
    for (String key : List.of("1", "shtorm-na-chukotke", "2")) {
      archive.add(key, "", "Шторм и ветер на Чукотке.");
    }
    archive.ready();
    SearchAnswer answer = search(archive).search(request("шторм Чукотка"));
    assertThat(answer.total().value()).isEqualTo(3);
    assertThat(answer.hits().getFirst().url()).isEqualTo(Archive.url("shtorm-na-chukotke"));
    assertThat(search(archive).search(request("shtorm")).total().value()).isZero();
  }

  @Test
  void anAddressIsFoundHoweverItsEscapesAreWritten() throws Exception {
    Archive archive = new Archive();
    String written = "%d0%bc%d0%be%d1%81%d1%82-%d1%87%d0%b5%d1%80%d0%b5%d0%b7-%d0%b7%d0%b5%d1%8e";
    archive.add(written, "", "Открыли.").add("1", "", "Открыли.").ready();
    DocumentSearch search = search(archive);
    for (String typed : List.of(written, written.toUpperCase(Locale.ROOT), "мост-через-зею")) {
      assertThat(search.search(request("url:" + Archive.url(typed))).total().value())
          .as(typed)
          .isEqualTo(1);
    }
    SearchRequest words = SearchRequest.of("Мост через Зею", PlainText.query("Мост через Зею"));
    assertThat(search.search(words).total().value()).isEqualTo(1);
  }

  @Test
  void ofAHeadlineTheWordsOfAnAddressCountAsHad() throws Exception {
    Archive archive = new Archive();
    archive.add("shtorm-na-chukotke", "", "Ветер до 30 метров.").add("1", "", "Снег.").ready();
    Query most = PlainText.query("Шторм на Чукотке сорвал крыши с пяти домов Анадыря");
    SearchRequest request = SearchRequest.of("Шторм на Чукотке сорвал крыши", most);
    SearchAnswer answer = search(archive).search(request.with(new Show(true, true)));
    assertThat(answer.hits())
        .extracting(Hit::url)
        .containsExactly(Archive.url("shtorm-na-chukotke"));
    assertThat(answer.hits().getFirst().why())
        .extracting(Hit.Why::field, Hit.Why::part)
        .containsExactly(tuple("url", "shtorm"), tuple("url", "chukotke"));
  }

  @Test
  void aSentenceWithoutSpacesFindsWhatHasMostOfItsCharacters() throws Exception {
    Archive archive = new Archive();
    archive.add("flood", "", "阿穆尔河发生洪水，桥梁关闭。").add("road", "", "新道路开通。").ready();
    Query most = PlainText.query("阿穆尔河的桥梁何时关闭");
    SearchAnswer answer = search(archive).search(SearchRequest.of("阿穆尔河的桥梁何时关闭", most));
    assertThat(answer.hits()).extracting(Hit::url).containsExactly(Archive.url("flood"));
    assertThat(((Query.Best) PlainText.query("洪 水")).words()).hasSize(2);
  }

  @Test
  void aSentenceWithoutSpacesNeedsAQuarterOfItsWordsNotOfItsPairs() throws Exception {
    Archive archive = new Archive();
    archive.add("flood", "", "当年洪水很大。").add("road", "", "新道路开通。").ready();
    Query most = PlainText.query("第50届会议谈到的洪水有多少");
    assertThat(((Query.Best) most).required()).isEqualTo(1);
    SearchAnswer answer = search(archive).search(SearchRequest.of("第50届会议谈到的洪水有多少", most));
    assertThat(answer.hits()).extracting(Hit::url).containsExactly(Archive.url("flood"));
  }

  @Test
  void ofTextsWithTheSameWordTheOneWithMoreOfTheCharactersIsFirst() throws Exception {
    Archive archive = new Archive();
    archive.add("other", "", "今天洪水很大，道路开通。").add("same", "", "今天洪水很大，关了一桥。").ready();
    Query most = PlainText.query("洪水桥梁关闭");
    SearchAnswer answer = search(archive).search(SearchRequest.of("洪水桥梁关闭", most));
    assertThat(answer.hits())
        .extracting(Hit::url)
        .containsExactly(Archive.url("same"), Archive.url("other"));
  }

  @Test
  void copiesFoldUnderTheEarliest() throws Exception {
    Archive archive = new Archive();
    String first = Archive.id("first");
    archive
        .add(draft("first", "one", "2026-01-01T10:00:00Z", "Паводок первый"))
        .add(
            Archive.document(
                draft("copy", "two", "2026-01-02T10:00:00Z", "Паводок паводок"),
                1,
                Archive.WRITTEN,
                first,
                Optional.of(first)))
        .add(draft("other", "two", "2026-01-03T10:00:00Z", "Паводок другой"))
        .ready();
    SearchAnswer answer =
        search(archive)
            .search(
                request("паводок").with(new Listing(Sort.RELEVANCE, true, 10, Optional.empty())));
    assertThat(answer.total()).isEqualTo(new SearchAnswer.Total(2, true));
    assertThat(answer.hits()).extracting(Hit::url).doesNotContain(Archive.url("copy"));
    assertThat(answer.hits())
        .filteredOn(hit -> hit.url().equals(Archive.url("first")))
        .extracting(Hit::copies)
        .containsExactly(1L);
  }

  @Test
  void snippetsCarryNothingButMarks() throws Exception {
    Archive archive = new Archive();
    archive
        .add("x", "Взлом", "<script>alert('паводок')</script> & <mark>паводок</mark> \"тут\"")
        .ready();
    String snippet = search(archive).search(request("паводок")).hits().getFirst().snippet();
    assertThat(snippet).contains("<mark>паводок</mark>").contains("&lt;script&gt;");
    assertThat(snippet.replace("<mark>", "").replace("</mark>", "")).doesNotContain("<");
  }

  @Test
  void aSurnameIsFoundInEveryCaseAndTheFirstNameItIsMadeOfIsNot() throws Exception {
    Archive archive = new Archive();
    archive
        .add("surname", "", "Приехал Иванов.")
        .add("case", "", "Встреча с Ивановым.")
        .add("name", "", "Приехал Иван.")
        .ready();
    DocumentSearch search = search(archive);
    SearchAnswer answer = search.search(request("ивановым").with(new Show(true, true)));
    assertThat(answer.hits())
        .extracting(Hit::url)
        .containsExactlyInAnyOrder(Archive.url("surname"), Archive.url("case"));
    assertThat(answer.understood().getFirst().stems()).contains("=иванов");
    assertThat(answer.understood().getFirst().forms())
        .containsExactlyInAnyOrder("иванов", "ивановым");
    assertThat(search.search(request("приехать NEAR/2 ивановым")).total().value()).isEqualTo(1);
  }

  @Test
  void explainingNamesTheFormsThatMatched() throws Exception {
    Archive archive = new Archive();
    archive.add("x", "Паводки", "Угроза паводка миновала.").ready();
    SearchAnswer answer = search(archive).search(request("паводок").with(new Show(true, true)));
    assertThat(answer.understood()).hasSize(1);
    assertThat(answer.understood().getFirst().forms())
        .containsExactlyInAnyOrder("паводки", "паводка");
    assertThat(answer.hits().getFirst().why())
        .contains(new Hit.Why("паводок", "body", List.of("паводка")));
  }

  @Test
  void anotherLayoutATypoAndLatinLettersAreOfferedNotApplied() throws Exception {
    Archive archive = new Archive();
    archive.add("x", "Город", "Губернатор приехал в город. Паводок.").ready();
    DocumentSearch search = search(archive);
    assertThat(search.search(request("ujhjl")).suggestions())
        .contains(new SearchAnswer.Suggestion("layout", "город"));
    assertThat(search.search(request("губренатор")).suggestions())
        .contains(new SearchAnswer.Suggestion("typo", "губернатор"));
    assertThat(search.search(request("gorod")).suggestions())
        .contains(new SearchAnswer.Suggestion("transliteration", "город"));
    assertThat(search.search(request("ujhjl")).total().value()).isZero();
  }

  @Test
  void operatorsOfAnotherSystemAreOfferedInOursWhateverWasFound() throws Exception {
    Archive archive = new Archive();
    archive.add("near", "", "Мост через реку Зея.").add("five", "", "Мост 5, Зея 5.").ready();
    SearchAnswer answer = search(archive).search(request("мост /5 зея"));
    assertThat(answer.total().value()).isEqualTo(1);
    assertThat(answer.suggestions())
        .containsExactly(new SearchAnswer.Suggestion("operators", "мост NEAR/5 зея"));
  }

  @Test
  void operatorsOfAnotherSystemAreNoWordsToLookForOneByOne() throws Exception {
    Archive archive = new Archive();
    archive.add("near", "", "Мост через реку Зея.").ready();
    SearchAnswer answer = search(archive).search(request("мост W/5 зея"));
    assertThat(answer.total().value()).isZero();
    assertThat(answer.suggestions())
        .containsExactly(new SearchAnswer.Suggestion("operators", "мост NEAR/5 зея"));
  }

  @Test
  void pagingSeesEachRowOnceWhileDocumentsArriveAndChange() throws Exception {
    Archive archive = new Archive();
    for (int i = 0; i < 57; i++) {
      archive.add(draft("p" + i, "one", "2026-01-01T10:00:00Z", "Паводок " + i));
    }
    archive.ready();
    DocumentSearch search = search(archive);
    List<String> seen = new ArrayList<>();
    Optional<Cursor> cursor = Optional.empty();
    int page = 0;
    do {
      SearchRequest request = request("паводок").with(new Listing(Sort.NEWEST, false, 10, cursor));
      assertThat(DocumentSearch.fits(request)).isTrue();
      SearchAnswer answer = search.search(request);
      answer.hits().forEach(hit -> seen.add(hit.url()));
      cursor = answer.nextCursor().flatMap(Cursor::parse);
      // A newcomer and a new version of a row on a later page.
      Instant now = Instant.now();
      archive.add(
          Archive.document(
              draft("new" + page, "one", "2026-01-01T10:00:00Z", "Паводок"),
              1,
              now,
              "",
              Optional.empty()));
      archive.add(
          Archive.document(
              draft("p" + (50 - page), "one", "2026-01-01T10:00:00Z", "Засуха"),
              2,
              now,
              "",
              Optional.empty()));
      archive.ready();
      page++;
    } while (cursor.isPresent() && page < 20);
    assertThat(seen).hasSize(57).doesNotHaveDuplicates();
  }

  @Test
  void aCursorOfAnotherRequestOrOfNobodyIsNotTaken() throws Exception {
    assertThat(Cursor.parse("")).isEmpty();
    assertThat(Cursor.parse("AAAA")).isEmpty();
    assertThat(Cursor.parse("not base64!")).isEmpty();
    Archive archive = new Archive();
    archive.add("a", "Паводок", "Паводок").add("b", "Паводок", "Паводок").ready();
    SearchAnswer answer =
        search(archive)
            .search(request("паводок").with(new Listing(Sort.NEWEST, false, 1, Optional.empty())));
    Optional<Cursor> cursor = answer.nextCursor().flatMap(Cursor::parse);
    assertThat(cursor).isPresent();
    assertThat(
            DocumentSearch.fits(request("другое").with(new Listing(Sort.NEWEST, false, 1, cursor))))
        .isFalse();
  }

  @Test
  void anExportOfTheSameInstantGivesTheSameBytesAndNoFormula() throws Exception {
    Archive archive = new Archive();
    archive
        .add("a", "=HYPERLINK(\"http://x\")", "Паводок, \"сильный\"")
        .add("b", "Обычный; заголовок", "Паводок")
        .ready();
    DocumentSearch search = search(archive);
    Export export = new Export(search, Clock.systemUTC());
    Period then =
        new Period(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Archive.WRITTEN.plusSeconds(1)));
    String first = text(export, request("паводок").with(then), Export.Format.CSV);
    archive
        .add(
            Archive.document(
                draft("a", "one", "2026-02-01T10:00:00Z", "Другое"),
                2,
                Archive.WRITTEN.plusSeconds(100),
                "",
                Optional.empty()))
        .add("c", "Новый", "Паводок");
    archive.store.write(
        List.of(
            Archive.document(
                draft("d", "one", "2026-02-01T10:00:00Z", "Паводок"),
                1,
                Archive.WRITTEN.plusSeconds(100),
                "",
                Optional.empty()),
            Archive.document(
                draft("a", "one", "2026-02-01T10:00:00Z", "Другое"),
                2,
                Archive.WRITTEN.plusSeconds(100),
                "",
                Optional.empty())));
    archive.store.refresh();
    assertThat(text(export, request("паводок").with(then), Export.Format.CSV)).isEqualTo(first);
    assertThat(first).startsWith("\uFEFFid,url,title");
    assertThat(first).contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
    assertThat(text(export, request("паводок").with(then), Export.Format.NDJSON).lines())
        .hasSize(2);
    assertThat(text(export, request("паводок").with(then), Export.Format.RSS))
        .contains("=HYPERLINK(&quot;http://x&quot;)");
  }

  @Test
  void versionsDifferWordByWord() throws Exception {
    Archive archive = new Archive();
    Archive.Draft one = draft("v", "one", "2026-01-01T10:00:00Z", "Погибли 12 человек");
    archive.add(one).ready();
    Document second =
        Archive.document(
            draft("v", "one", "2026-01-01T10:00:00Z", "Погибли 120 человек"),
            2,
            Archive.WRITTEN.plusSeconds(60),
            "",
            Optional.empty());
    archive.add(second).ready();
    DocumentLookup lookup = new DocumentLookup(archive.indices, archive.store, search(archive));
    assertThat(lookup.revisions(Archive.id("v"))).hasSize(2);
    assertThat(lookup.diff(Archive.id("v"), 1, 2).orElseThrow().title())
        .containsExactly(
            new Difference.Part(Difference.Kind.SAME, "Погибли "),
            new Difference.Part(Difference.Kind.REMOVED, "12"),
            new Difference.Part(Difference.Kind.ADDED, "120"),
            new Difference.Part(Difference.Kind.SAME, " человек"));
    assertThat(lookup.diff(Archive.id("v"), 1, 3)).isEmpty();
    assertThat(lookup.find(Archive.url("v"))).isPresent();
    assertThat(lookup.find(Archive.url("v").replace("https://", "http://www.") + "/")).isPresent();
  }

  @Test
  void versionsBeyondAPageAreReachedByItsCursorAndCompared() throws Exception {
    Archive archive = new Archive();
    Archive.Draft draft = draft("v", "one", "2026-01-01T10:00:00Z", "Погибли 12 человек");
    archive.add(draft);
    for (int revision = 2; revision <= 103; revision++) {
      archive.add(
          Archive.document(
              draft("v", "one", "2026-01-01T10:00:00Z", "Погибли " + revision + " человек"),
              revision,
              Archive.WRITTEN.plusSeconds(60 * revision),
              "",
              Optional.empty()));
    }
    archive.ready();
    DocumentLookup lookup = new DocumentLookup(archive.indices, archive.store, search(archive));
    assertThat(lookup.revisions(Archive.id("v")))
        .extracting(version -> version.lineage().revision())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 103).boxed().toList());
    DocumentLookup.Versions last = lookup.revisions(Archive.id("v"), 100, 100);
    assertThat(last.versions()).hasSize(3);
    assertThat(last.next()).isEmpty();
    assertThat(lookup.revisions(Archive.id("v"), 0, 100).next()).contains(100);
    assertThat(lookup.diff(Archive.id("v"), 50, 103)).isPresent();
  }

  @Test
  void aBatchAnswersEachQuestionAndNamesTheWrongOnes() throws Exception {
    Archive archive = new Archive();
    archive.add("a", "Паводок", "Паводок").add("b", "Паводок", "Вода").ready();
    List<Batch.Result> results =
        new Batch(search(archive))
            .answer(
                List.of(
                    new Batch.Question("1", "паводок"),
                    new Batch.Question("2", "\"незакрыто"),
                    new Batch.Question("3", "засуха")),
                SearchRequest.everything());
    assertThat(((Batch.Answered) results.get(0)).count()).isEqualTo(2);
    assertThat(((Batch.Wrong) results.get(1)).faults().getFirst().position()).isZero();
    assertThat(((Batch.Answered) results.get(2)).count()).isZero();
  }

  @Test
  void aWordThatSomePartitionHasIsNoTypoAndOffersAreWithinTheFilters() throws Exception {
    Archive archive = new Archive();
    archive
        .add(draft("a", "one", "2025-01-03T10:00:00Z", "Губернаторы области"))
        .add(draft("b", "two", "2026-01-03T10:00:00Z", "Губернатора области"))
        .ready();
    DocumentSearch search = search(archive);
    SearchRequest nowhere =
        request("губернаторы")
            .with(
                new Filters(
                    Map.of(Dimension.TAG, Set.of("none")),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty()));
    assertThat(search.search(nowhere).suggestions()).isEmpty();
    SearchRequest typo =
        request("губернатооы")
            .with(
                new Filters(
                    Map.of(Dimension.SOURCE, Set.of("one")),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty()));
    assertThat(search.search(typo).suggestions())
        .contains(new SearchAnswer.Suggestion("typo", "губернаторы"));
    assertThat(search.search(typo.with(nowhere.filters())).suggestions()).isEmpty();
  }

  private static String text(Export export, SearchRequest request, Export.Format format)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.write(request, format, "", out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Archive.Draft draft(String key, String source, String at, String title) {
    return new Archive.Draft(key, source, at, title, title + ". Текст о жизни области.");
  }

  private static DocumentSearch search(Archive archive) {
    return new DocumentSearch(archive.indices, CONFIGURED, Clock.systemUTC());
  }

  private static SearchRequest request(String q) {
    return SearchRequest.of(q, ((ParseOutcome.Parsed) QueryParser.parse(q)).query());
  }
}
