package letopis.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.TreeSet;
import letopis.query.ParseOutcome;
import letopis.query.QueryParser;
import letopis.search.SearchRequest.Listing;
import letopis.search.SearchRequest.Sort;
import letopis.sources.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each operator finds in a real index.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuerySemanticsTest {
  private final Archive archive = new Archive();
  private DocumentSearch search;

  @BeforeAll
  void index() throws IOException, InterruptedException {
    archive
        .add(
            "flood",
            "Паводок на Амуре",
            "Уровень воды в реке растёт. Жители готовятся к эвакуации.")
        .add("level", "Сводка", "Вода прибывает, её уровень измеряют дважды в день.")
        .add("tree", "Ёлка на площади", "На площади поставили елку. Город готовится к празднику.")
        .add("cities", "Выборы", "Кандидаты приехали в города. Избиратель спросил кандидата.")
        .add("dash", "Северо-восточный ветер", "Ветер с северо-востока, covid-19 отступил.")
        .add("english", "Flood waters recede", "The cities along the river were flooded.")
        .add("chinese", "阿穆尔河洪水", "黑龙江水位上涨，居民撤离。")
        .add("ukrainian", "Повінь на річці", "Мешканці міста готуються до евакуації.")
        .add("kazakh", "Су тасқыны", "Өзендегі су деңгейі көтерілді.")
        .add("abbr", "Дорога", "Ремонт на ул. Ленина в г. Благовещенск начал А. С. Пушкин.")
        .add("said", "Сходка", "Каждого дня ждали помощи. Потом ушли. Кто виноват? Никто.")
        .add(
            "apostrophes",
            "Kyiv’s mayor",
            "Сім’я Gerry O’Brien. Комп\u02BCютер, п`ять, об'єкт. Ukraine's steel")
        .add("marks", "Прави\u00ADтельство", "За\u0301мок стоит, и\u0306од")
        .add("spaced", "Смета", "Потрачено 12\u00A0500 рублей.")
        .add("plain", "Учёт", "Сосчитано 12500 машин, 500 автобусов и 12 трамваев.")
        .add("comma", "Budget", "It took $12,500.")
        .ready();
    search = new DocumentSearch(archive.indices, Configuration.EMPTY, Clock.systemUTC());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          паводок                       | flood
          ПАВОДКУ                       | flood
          кандидат                      | cities
          кандидатами                   | cities
          =кандидаты                    | cities
          =кандидат                     |
          =Кандидата                    | cities
          елка                          | tree
          ёлку                          | tree
          ЁЛКЕ                          | tree
          =ёлку                         | tree
          город                         | tree cities
          =город                        | tree
          горо*                         | tree cities
          ёлк*                          | tree
          уровень вода                  | flood level
          "уровень воды"                | flood
          "вода уровень"                |
          "вода уровень"~2              | level
          "уровень вода"~5              | flood
          вода NEAR/2 уровень           | flood level
          вода NEAR/0 уровень           | flood
          вода NEAR/S жители            |
          вода NEAR/S уровень           | flood level
          вода NEAR/50 жители           | flood
          кандидат NEAR/S избиратель    | cities
          кандидат NEAR/S город         | cities
          город NEAR/S спросил          |
          (вода OR река) NEAR/S уровень | flood level
          паводок OR ёлка               | flood tree
          готовится -праздник           | flood
          готовятся NOT эвакуация       | tree
          title:паводок                 | flood
          title:вода                    |
          body:паводок                  |
          title:(паводок OR ёлка)       | flood tree
          северо-восточный              | dash
          северо-восток                 | dash
          северо-вост*                  | dash
          "северо-восточный ветер"      | dash
          covid-19                      | dash
          19-covid                      |
          flood                         | english
          flooding city                 | english
          city NEAR/3 river             | english
          洪水                          | chinese
          水位                          | chinese
          撤离                          | chinese
          水                            | chinese
          洪                            | chinese
          离                            | chinese
          body:离                       | chinese
          title:离                      |
          猫                            |
          洪撤                          |
          黑位                          |
          居民撤离                      | chinese
          повінь                        | ukrainian
          міста                         | ukrainian
          тасқыны                       | kazakh
          су деңгейі                    | kazakh
          "ул. Ленина"                  | abbr
          "г. Благовещенск"             | abbr
          ремонт NEAR/S Ленина          | abbr
          ремонт NEAR/S Благовещенск    | abbr
          "ждали помощи. Потом ушли"    | said
          ="помощи. Потом"              | said
          "ждали помощи Потом"          |
          "кто виноват? Никто"          | said
          "каждый день, ждали"          | said
          "«ремонт» на ул. Ленина, в"   | abbr
          author:Петров -паводок -город | level dash english chinese ukrainian kazakh abbr said apostrophes marks spaced plain comma
          published:9999                |
          kyiv                          | apostrophes
          "Kyiv's mayor"                | apostrophes
          =kyiv's                       | apostrophes
          =kyiv                         |
          ukraine                       | apostrophes
          Ukraine’s steel               | apostrophes
          O'Brien                       | apostrophes
          o'br*                         | apostrophes
          сім'я                         | apostrophes
          комп'ютер п’ять об’єкт        | apostrophes
          правительства замка йод       | marks
          правит*                       | marks
          published:[9999-12-31 TO *]   |
          published:0000                |
          author:петров кандидат        | cities
          tag:паводок ёлка              | tree
          source:amur ёлка              | tree
          source:zeya                   |
          url:example.org/flood         | flood
          url:example.org/fl*           | flood
          domain:example.org ёлка       | tree
          published:2026-02-01 ёлка     | tree
          published:2026-01             |
          kind:news lang:ru ёлка        | tree
          12500                         | spaced plain comma
          12 500                        | spaced plain comma
          12,500                        | spaced plain comma
          =12500                        | plain
          "12500 рублей"                | spaced
          "12 500 машин"                | plain
          12500 NEAR/1 рубль            | spaced
          12 500 рублей                 | spaced
          500 12                        | spaced plain
          """)
  void findsWhatTheOperatorSays(String q, String keys) throws IOException {
    TreeSet<String> expected = new TreeSet<>();
    if (keys != null) {
      Arrays.stream(keys.split(" ")).forEach(expected::add);
    }
    TreeSet<String> found = new TreeSet<>();
    search
        .search(request(q).with(new Listing(Sort.RELEVANCE, false, 50, java.util.Optional.empty())))
        .hits()
        .forEach(hit -> found.add(hit.url().substring("https://example.org/".length())));
    assertThat(found).as(q).isEqualTo(expected);
  }

  private static SearchRequest request(String q) {
    return SearchRequest.of(q, ((ParseOutcome.Parsed) QueryParser.parse(q)).query());
  }
}
