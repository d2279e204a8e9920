package letopis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import letopis.document.Attribution;
import letopis.document.Content;
import letopis.document.Document;
import letopis.query.ParseOutcome;
import letopis.query.QueryParser;
import letopis.sources.Access;
import letopis.sources.Configuration;
import letopis.sources.Source;
import letopis.sources.SourceKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Analytics of a random archive, beside what a few loops over its documents count.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalyticsTest {
  private static final List<String> SOURCES = List.of("amur", "zeya", "bureya", "tynda");
  private static final List<String> WORDS =
      List.of("мост", "снег", "река", "поезд", "школа", "завод", "театр", "лес", "озеро", "дорога");

  /// How the sources are written in texts; of all but one there are two spellings.
  private static final List<List<String>> SPELLINGS =
      List.of(
          List.of("amur", "Амур"),
          List.of("zeya", "«Зея»"),
          List.of("bureya"),
          List.of("tynda", "Источник tynda"));

  private final Random random = new Random(20261124);
  private final List<Document> documents = new ArrayList<>();
  private Analytics analytics;
  private DocumentSearch search;

  @BeforeAll
  void randomArchive() throws Exception {
    Archive archive = new Archive();
    for (int i = 0; i < 400; i++) {
      Optional<String> copied =
          i > 20 && random.nextInt(3) == 0
              ? Optional.of(documents.get(random.nextInt(20)).id())
              : Optional.empty();
      documents.add(document(i, copied));
      archive.add(documents.getLast());
    }
    archive.ready();
    Configuration configuration =
        new Configuration(
            Configuration.EMPTY.crawler(),
            // The last is known only by its documents, as imported sources are.
            IntStream.range(0, SOURCES.size() - 1).mapToObj(AnalyticsTest::source).toList(),
            List.of(),
            List.of());
    search = new DocumentSearch(archive.indices, configuration, Clock.systemUTC());
    analytics = new Analytics(search);
  }

  private Document document(int number, Optional<String> copied) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      // Each word comes with a number of its own, so that no two texts share a stretch.
      body.append(WORDS.get(random.nextInt(WORDS.size()))).append(" к").append(number).append("э");
      body.append(i).append(' ');
    }
    String source = SOURCES.get(random.nextInt(SOURCES.size()));
    Document plain =
        Archive.document(
            new Archive.Draft("n" + number, source, "2026-02-01T10:00:00Z", "Т", body.toString()),
            1,
            Archive.WRITTEN,
            copied.orElse(""),
            copied);
    List<Attribution> names = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      List<String> spellings = SPELLINGS.get(random.nextInt(SPELLINGS.size()));
      String name = spellings.get(random.nextInt(spellings.size()));
      names.add(new Attribution(Attribution.How.PHRASE, name, Optional.empty(), -1, -1));
    }
    Content c = plain.content();
    Content content =
        new Content(
            c.title(),
            c.lead(),
            c.body(),
            c.lang(),
            c.authors(),
            c.section(),
            c.tags(),
            c.images(),
            c.links(),
            names);
    return new Document(
        plain.id(),
        plain.address(),
        plain.publisher(),
        content,
        plain.times(),
        plain.lineage(),
        plain.capture(),
        false,
        plain.extra());
  }

  private static Source source(int at) {
    return new Source(
        SOURCES.get(at),
        SOURCES.get(at),
        SPELLINGS.get(at),
        SourceKind.NEWS,
        Optional.empty(),
        Optional.empty(),
        ZoneOffset.UTC,
        new Access.Rss(URI.create("https://" + SOURCES.get(at) + ".example/rss")),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        true,
        "");
  }

  @Test
  void citationsCountDocumentsWhateverTheSpelling() throws Exception {
    Map<String, Document> byId = new HashMap<>();
    documents.forEach(document -> byId.put(document.id(), document));
    for (Analytics.Cited cited : analytics.citations(SearchRequest.everything(), 100)) {
      int at = SOURCES.indexOf(cited.source());
      Set<String> by = new HashSet<>();
      long citations = 0;
      long copied = 0;
      long own = 0;
      for (Document document : documents) {
        String source = document.publisher().id();
        boolean foreign = !source.equals(cited.source());
        boolean names =
            document.content().attributions().stream()
                .anyMatch(one -> SPELLINGS.get(at).contains(one.name()));
        boolean copies =
            document
                .lineage()
                .copyOf()
                .filter(id -> byId.get(id).publisher().id().equals(cited.source()))
                .isPresent();
        own += foreign ? 0 : 1;
        citations += foreign && names ? 1 : 0;
        copied += foreign && copies ? 1 : 0;
        if (foreign && (names || copies)) {
          by.add(source);
        }
      }
      assertThat(cited.documents()).isEqualTo(own);
      assertThat(cited.citations()).as(cited.source()).isEqualTo(citations);
      assertThat(cited.copied()).isEqualTo(copied);
      assertThat(cited.citedBy()).isEqualTo(by.size());
      assertThat(cited.score())
          .isCloseTo(by.size() * Math.log(1 + citations + copied), within(1e-9));
    }
  }

  @Test
  void comparedSharesAndFoldedCountsAreThoseOfTheDocuments() throws Exception {
    List<Analytics.Compared> compared =
        analytics.compare(WORDS.stream().map(AnalyticsTest::request).toList());
    for (int i = 0; i < WORDS.size(); i++) {
      String word = WORDS.get(i);
      List<Document> having =
          documents.stream().filter(d -> d.content().body().contains(word)).toList();
      long stories = having.stream().map(d -> d.lineage().cluster()).distinct().count();
      assertThat(compared.get(i).answer().total().value()).as(word).isEqualTo(having.size());
      assertThat(compared.get(i).folded().value()).as(word).isEqualTo(stories);
      assertThat(compared.get(i).share())
          .isCloseTo((double) having.size() / documents.size(), within(1e-9));
    }
  }

  @Test
  void distinctiveTermsHaveTheCountsOfTheDocuments() throws Exception {
    List<Analytics.Term> terms = analytics.terms(request("мост"), 20);
    assertThat(terms).isNotEmpty();
    assertThat(terms.getFirst().term()).isEqualTo("мост");
    for (Analytics.Term term : terms) {
      long all = documents.stream().filter(d -> d.content().body().contains(term.term())).count();
      long both =
          documents.stream()
              .filter(d -> d.content().body().contains("мост"))
              .filter(d -> d.content().body().contains(term.term()))
              .count();
      assertThat(term.background()).as(term.term()).isEqualTo(all);
      assertThat(term.count()).as(term.term()).isEqualTo(both);
      double inside =
          (double) both
              / documents.stream().filter(d -> d.content().body().contains("мост")).count();
      double outside = (double) all / documents.size();
      assertThat(term.score()).isCloseTo((inside - outside) * (inside / outside), within(1e-6));
    }
  }

  private static SearchRequest request(String q) {
    return SearchRequest.of(q, ((ParseOutcome.Parsed) QueryParser.parse(q)).query());
  }
}
