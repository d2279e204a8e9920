package letopis.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.api.ApiServices;
import letopis.document.DocumentId;
import letopis.index.Indices;
import letopis.sources.Configuration;
import letopis.sources.CrawlerSettings;
import letopis.sources.Source;
import letopis.support.LyingWeb;
import letopis.support.MovableClock;
import letopis.support.TestElasticsearch;
import letopis.trace.Appearance;
import letopis.trace.Change;
import letopis.trace.Match;
import letopis.trace.Quality;
import letopis.trace.Remark;
import letopis.trace.Trace;
import letopis.trace.TraceRequest;
import letopis.trace.TraceResult;
import letopis.trace.Tracer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three hours of a region, crawled every ten minutes and then traced: what the answers say of time
/// is what our looks can bear out.
class TracedCrawlIT {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final String WATER =
      "В посёлке Озёрный 12 детей попали в больницу после того, как попили воды из-под крана";
  private static final String BRIDGE =
      "Мост через реку Зею закроют на ремонт с пятого апреля до конца июня, сообщила дирекция"
          + " дорог";
  private static final String FERRY =
      "Паром «Капитан Седов» сел на мель у острова Заячий с сорока тремя пассажирами на борту";
  private static final String REST =
      """
      .
      Подробности редакция уточняет, звонки жителей принимают по обычным телефонам весь день.
      В районной администрации собрали совещание, на котором были врачи, спасатели и связисты.
      Погода в районе тихая, дороги расчищены, автобусы идут по расписанию, школы работают.\
      """;

  @TempDir static Path folder;

  private static final MovableClock CLOCK = new MovableClock(START);
  private static final Map<String, LyingWeb> WEBS = new LinkedHashMap<>();
  private static final Map<String, Source> SOURCES = new LinkedHashMap<>();
  private static CrawlRig rig;
  private static Tracer tracer;

  @BeforeAll
  static void crawl() throws Exception {
    for (String name :
        List.of("первый", "вторая", "третий", "сбойный", "задний", "Речное агентство")) {
      LyingWeb web = new LyingWeb();
      web.publish("/old", "Старая новость", "Сквер открыли после ремонта." + REST, at(-600));
      WEBS.put(name, web);
      SOURCES.put(name, source("s" + web.server().port(), name, web));
    }
    Indices indices = TestElasticsearch.freshIndices();
    List<Source> sources = List.copyOf(SOURCES.values());
    rig = new CrawlRig(folder, CLOCK, sources, indices);
    tracer =
        ApiServices.tracer(
            indices,
            new Configuration(CrawlerSettings.DEFAULTS, sources, List.of(), List.of()),
            CLOCK);
    look();
    web("сбойный").feedAnswers("500 Internal Server Error", "text/plain", "беда");
    publish("первый", "/water", "Отравились водой", WATER, 8);
    pass(10);
    // One press release in five feeds within a minute.
    int second = 0;
    for (String name : List.of("первый", "вторая", "третий", "задний", "Речное агентство")) {
      web(name).publish("/bridge", "Мост закроют", BRIDGE + REST, at(15).plusSeconds(second += 10));
    }
    publish("вторая", "/water", "Дети в больнице", "Соцсети: " + WATER, 18);
    publish("третий", "/ferry", "Паром на мели", FERRY + ", сообщает «Речное агентство»", 19);
    pass(20);
    pass(30);
    web("сбойный").publishFeed();
    publish("сбойный", "/water", "Вода", WATER, 12);
    publish("Речное агентство", "/ferry", "Паром на мели", FERRY, 38);
    pass(40);
    publish("задний", "/water", "Мы первые", WATER, -120);
    pass(50);
    publish("третий", "/water", "Уже больше", WATER.replace("12", "21"), 95);
    for (int minute = 60; minute <= 100; minute += 10) {
      pass(minute);
    }
    web("третий").editSilently("/water", "Уточнение", "В посёлке Озёрный всё спокойно" + REST);
    web("первый").delete("/water", "404 Not Found");
    for (int minute = 110; minute <= 180; minute += 10) {
      pass(minute);
    }
  }

  @AfterAll
  static void close() throws Exception {
    rig.close();
    for (LyingWeb web : WEBS.values()) {
      web.close();
    }
  }

  private static Source source(String id, String name, LyingWeb web) {
    Source plain = CrawlRig.rss(id, web.feed());
    return new Source(
        id,
        name,
        List.of(),
        plain.kind(),
        Optional.empty(),
        Optional.of("ru"),
        plain.zone(),
        plain.access(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        true,
        "test");
  }

  private static Instant at(int minutes) {
    return START.plusSeconds(60L * minutes);
  }

  private static LyingWeb web(String name) {
    return WEBS.get(name);
  }

  private static void publish(String name, String path, String title, String text, int minutes) {
    web(name).publish(path, title, text + REST, at(minutes));
  }

  private static void look() throws Exception {
    for (Source source : SOURCES.values()) {
      rig.crawl(source);
    }
  }

  private static void pass(int minute) throws Exception {
    CLOCK.forward(Duration.between(CLOCK.instant(), at(minute)));
    look();
  }

  private static Trace trace(String claim) throws Exception {
    return switch (tracer.trace(TraceRequest.ofText(claim))) {
      case TraceResult.Traced(Trace trace) -> trace;
      case TraceResult.Unknown _, TraceResult.Rejected _ -> throw new AssertionError(claim);
    };
  }

  private static List<String> names(Trace trace) {
    return trace.appearances().stream().map(one -> one.document().publisher().name()).toList();
  }

  private static Appearance of(Trace trace, String name) {
    return trace.appearances().stream()
        .filter(one -> one.document().publisher().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Remark.Code> codes(List<Remark> remarks) {
    return remarks.stream().map(Remark::code).toList();
  }

  private static String id(String name, String path) {
    return DocumentId.of(web(name).url(path).toString());
  }

  @Test
  void aRumourIsToldInTheOrderOfOurLooksAndNotOfWhatPagesClaim() throws Exception {
    Trace trace = trace(WATER);
    assertThat(names(trace)).containsExactly("первый", "сбойный", "вторая", "задний", "третий");
    Trace.Origin origin = trace.origin().orElseThrow();
    assertThat(origin.appearance().document().id()).isEqualTo(id("первый", "/water"));
    assertThat(codes(origin.ground()))
        .containsExactly(Remark.Code.EARLIEST_CLAIMED_BETWEEN_LOOKS, Remark.Code.OTHERS_LATER);
    assertThat(origin.candidates()).isEmpty();
    Appearance.Timing first = origin.appearance().time();
    assertThat(first.after()).contains(at(0));
    assertThat(first.before()).isEqualTo(at(10));
    assertThat(first.best()).isEqualTo(at(8));
    assertThat(first.quality()).isEqualTo(Quality.A);
  }

  @Test
  void aBackdatedPageStandsWhereWeSawItAndIsSaidToContradictUs() throws Exception {
    Trace trace = trace(WATER);
    Appearance late = of(trace, "задний");
    assertThat(late.time().ground()).isEqualTo(Appearance.Ground.OBSERVED);
    assertThat(late.time().after()).contains(at(40));
    assertThat(late.time().best()).isEqualTo(at(50));
    assertThat(trace.caveats())
        .contains(new Remark(Remark.Code.CONTRADICTED_TIMES, Map.of("count", 1L)));
  }

  @Test
  void aRemovedOriginAndAnEditedCopyAreThereWithWhatBecameOfThem() throws Exception {
    Trace trace = trace(WATER);
    Appearance removed = of(trace, "первый");
    assertThat(removed.presence().current()).isFalse();
    assertThat(removed.presence().removedAt())
        .hasValueSatisfying(gone -> assertThat(gone).isBetween(at(110), at(180)));
    Appearance edited = of(trace, "третий");
    assertThat(edited.presence().revisions()).containsExactly(1);
    assertThat(edited.presence().current()).isFalse();
    assertThat(edited.presence().removedAt()).isEmpty();
    assertThat(edited.match()).isEqualTo(Match.EDITED);
    assertThat(edited.changed()).containsExactly(new Change(Change.Kind.NUMBER, "12", "21"));
  }

  @Test
  void whoWasDownWhenItBeganIsNamed() throws Exception {
    Trace trace = trace(WATER);
    assertThat(trace.coverage().sources()).isEqualTo(6);
    assertThat(trace.coverage().gaps())
        .filteredOn(Trace.Gap::failed)
        .extracting(Trace.Gap::name)
        .containsOnly("сбойный");
    assertThat(trace.caveats())
        .filteredOn(caveat -> caveat.code() == Remark.Code.SOURCES_FAILED)
        .singleElement()
        .satisfies(
            caveat ->
                assertThat(caveat.parameters())
                    .containsEntry("count", 1)
                    .containsEntry("names", "сбойный"));
  }

  @Test
  void copiesAreFoldedIntoOneOriginAndPointBack() throws Exception {
    Trace trace = trace(WATER);
    assertThat(trace.origins()).isEqualTo(1);
    List<String> ids = trace.appearances().stream().map(one -> one.document().id()).toList();
    assertThat(trace.edges()).hasSize(4).noneMatch(Trace.Edge::explicit);
    assertThat(trace.edges())
        .allSatisfy(
            edge -> assertThat(ids.indexOf(edge.to())).isLessThan(ids.indexOf(edge.from())));
    assertThat(trace.variants().getFirst().count()).isEqualTo(4);
    assertThat(trace.variants().getLast().changed())
        .containsExactly(new Change(Change.Kind.NUMBER, "12", "21"));
  }

  @Test
  void onePressReleaseInFiveFeedsWithinAMinuteHasNoFirst() throws Exception {
    Trace trace = trace(BRIDGE);
    assertThat(trace.appearances()).hasSize(5);
    Trace.Origin origin = trace.origin().orElseThrow();
    assertThat(origin.candidates()).hasSize(4);
    assertThat(origin.ground())
        .contains(new Remark(Remark.Code.MAY_BE_AS_EARLY, Map.of("count", 4)));
    assertThat(trace.origins()).isEqualTo(1);
    assertThat(trace.edges()).allSatisfy(edge -> assertThat(edge.confidence()).isLessThan(0.5));
  }

  @Test
  void aWireThatIsCopiedBeforeItsOwnPageIsNamedAndNoCopyOfItsCopy() throws Exception {
    Trace trace = trace(FERRY);
    assertThat(names(trace)).containsExactly("третий", "Речное агентство");
    Appearance copy = trace.appearances().getFirst();
    assertThat(copy.cites())
        .singleElement()
        .satisfies(
            cite -> {
              assertThat(cite.name()).contains("Речное агентство");
              assertThat(cite.explicit()).isTrue();
              assertThat(cite.document()).isEmpty();
            });
    assertThat(trace.edges()).hasSize(1);
    assertThat(trace.origin().orElseThrow().candidates())
        .containsExactly(id("Речное агентство", "/ferry"));
    assertThat(trace.caveats())
        .contains(
            new Remark(
                Remark.Code.ORIGIN_NAMES_OUTSIDE_SOURCE, Map.of("name", "Речное агентство")));
    assertThat(trace.origins()).isEqualTo(1);
  }

  @Test
  void whatNobodySaidHasNoOriginAndSaysWhoCouldNotBeSeen() throws Exception {
    Trace trace = trace("Аэропорт Озёрного принял первый рейс с туристами из Сингапура");
    assertThat(trace.appearances()).isEmpty();
    assertThat(trace.origins()).isZero();
    assertThat(trace.coverage().sources()).isEqualTo(6);
    assertThat(codes(trace.caveats()))
        .contains(Remark.Code.NOTHING_FOUND, Remark.Code.SOURCES_NOT_WATCHED);
  }
}
