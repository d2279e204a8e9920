package letopis.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import letopis.query.Fault;
import letopis.query.ParseOutcome;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Filters;
import letopis.sources.Access;
import letopis.sources.Configuration;
import letopis.sources.Place;
import letopis.sources.Source;
import letopis.sources.SourceKind;
import letopis.sources.Topic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `source:` by everything that a source is called.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceNamesTest {
  private static final Configuration CONFIGURED =
      new Configuration(
          Configuration.EMPTY.crawler(),
          List.of(source("amur", "Амурская правда", List.of("АП", "ampravda"))),
          List.of(new Topic("by-name", "По имени", "source:\"Источник zeya\"")),
          List.of(new Place("tynda", "Тында", List.of(), 55, 124, Optional.empty())));
  private final Archive archive = new Archive();
  private DocumentSearch search;

  private static Source source(String id, String name, List<String> aliases) {
    return new Source(
        id,
        name,
        aliases,
        SourceKind.NEWS,
        Optional.empty(),
        Optional.empty(),
        ZoneOffset.UTC,
        new Access.Rss(URI.create("https://amur.example/rss")),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        "sources/amur.yaml");
  }

  @BeforeAll
  void index() throws IOException, InterruptedException {
    archive.add(draft("a", "amur")).add(draft("z", "zeya")).add(draft("y", "Ёлка-ТВ")).ready();
    search = new DocumentSearch(archive.indices, CONFIGURED, Clock.systemUTC());
  }

  private static Archive.Draft draft(String key, String source) {
    return new Archive.Draft(key, source, "2026-02-01T10:00:00Z", "Мост", "Мост открыт.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          source:amur                      | a
          source:AMUR                      | a
          source:"Амурская правда"         | a
          source:«АМУРСКАЯ ПРАВДА»         | a
          source:АП                        | a
          source:ampravda                  | a
          source:"Источник zeya"           | z
          source:"источник ЗЕЯ"            | !
          source:(АП OR zeya)              | a z
          source:"Источник елка-тв"        | y
          source:example.org               | a y z
          source:https://www.example.org/  | a y z
          source:ze*                       | z
          source:источник*                 | a y z
          source:амур*                     | a
          мост -source:АП                  | y z
          source:Вести                     | !
          source:(АП OR Вести)             | !
          -source:Вести                    | !
          source:вест*                     | !
          source:nowhere.example           | !
          source:зея*                      | !
          """)
  void findsSourcesByAnyOfTheirNamesAndRefusesUnknownOnes(String q, String keys)
      throws IOException {
    assertThat(found(q)).as(q).isEqualTo(keys);
  }

  private String found(String q) throws IOException {
    return switch (search.sources().read(q, ZoneOffset.UTC)) {
      case ParseOutcome.Rejected _ -> "!";
      case ParseOutcome.Parsed parsed -> {
        TreeSet<String> found = new TreeSet<>();
        search
            .search(SearchRequest.of(q, parsed.query()))
            .hits()
            .forEach(hit -> found.add(hit.url().substring("https://example.org/".length())));
        yield String.join(" ", found);
      }
    };
  }

  @Test
  void anUnknownSourceIsNamedWithItsPlaceAndTheNearestName() throws IOException {
    assertThat(faults("мост source:\"Амурская правла\""))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.position()).isEqualTo("мост source:".length());
              assertThat(fault.length()).isEqualTo("\"Амурская правла\"".length());
              assertThat(fault.english()).endsWith("did you mean source:\"амурская правда\"?");
            });
    assertThat(faults("source:правда").getFirst().russian()).contains("source:\"амурская правда\"");
    assertThat(faults("source:один OR source:два")).hasSize(2);
  }

  private List<Fault> faults(String q) throws IOException {
    return ((ParseOutcome.Rejected) search.sources().read(q, ZoneOffset.UTC)).faults();
  }

  @Test
  void aSourceThatAppearsLaterIsKnownWithoutARestart() throws Exception {
    Archive growing = new Archive();
    growing.add(draft("first", "amur")).ready();
    DocumentSearch over = new DocumentSearch(growing.indices, CONFIGURED, Clock.systemUTC());
    String q = "source:\"Источник новый\"";
    assertThat(over.sources().read(q, ZoneOffset.UTC)).isInstanceOf(ParseOutcome.Rejected.class);
    growing.add(draft("second", "новый")).ready();
    ParseOutcome.Parsed parsed = (ParseOutcome.Parsed) over.sources().read(q, ZoneOffset.UTC);
    assertThat(over.search(SearchRequest.of(q, parsed.query())).total().value()).isEqualTo(1);
  }

  @Test
  void filtersTakeNamesAndRefuseUnknownOnes() throws IOException {
    List<String> unknown = new ArrayList<>();
    Filters typed =
        new Filters(
            Map.of(Dimension.SOURCE, Set.of("Амурская правда", "zeya")),
            Map.of(Dimension.SOURCE, Set.of("Вести")),
            Optional.empty(),
            Optional.empty());
    Filters known =
        search.sources().resolve(typed, (name, fault) -> unknown.add(name + " " + fault.english()));
    assertThat(known.only()).containsEntry(Dimension.SOURCE, Set.of("amur", "zeya"));
    assertThat(unknown)
        .singleElement()
        .asString()
        .startsWith("not.source no source is known by “Вести”");
  }

  @Test
  void filtersByTopicAndPlaceTakeNamesAndRefuseUnknownOnesWithTheNearest() throws IOException {
    List<String> unknown = new ArrayList<>();
    Filters typed =
        new Filters(
            Map.of(
                Dimension.TOPIC,
                Set.of("по имени"),
                Dimension.PLACE,
                Set.of("Тынды"),
                Dimension.TAG,
                Set.of("what ever")),
            Map.of(Dimension.TOPIC, Set.of("flood")),
            Optional.empty(),
            Optional.empty());
    Filters known =
        search.sources().resolve(typed, (name, fault) -> unknown.add(name + " " + fault.english()));
    assertThat(known.only())
        .containsEntry(Dimension.TOPIC, Set.of("by-name"))
        .containsEntry(Dimension.TAG, Set.of("what ever"));
    assertThat(unknown)
        .containsExactlyInAnyOrder(
            "place no place “Тынды” is configured; did you mean tynda?",
            "not.topic no topic “flood” is configured; /topics lists them");
  }

  @Test
  void aTopicMayNameASourceByItsName() throws IOException {
    Filters topic =
        new Filters(
            Map.of(Dimension.TOPIC, Set.of("by-name")),
            Map.of(),
            Optional.empty(),
            Optional.empty());
    assertThat(search.search(SearchRequest.everything().with(topic)).total().value()).isEqualTo(1);
  }
}
