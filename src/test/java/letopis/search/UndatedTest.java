package letopis.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.document.Claimed;
import letopis.document.Document;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.document.Times;
import letopis.elasticsearch.Elasticsearch;
import letopis.query.ParseOutcome;
import letopis.query.QueryParser;
import letopis.search.SearchRequest.Breakdown;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Interval;
import letopis.search.SearchRequest.Listing;
import letopis.search.SearchRequest.Period;
import letopis.search.SearchRequest.Sort;
import letopis.sources.Configuration;
import letopis.support.MovableClock;
import org.junit.jupiter.api.Test;

/// Documents of which nobody knows when they were published make no spike of the day of their
/// import.
class UndatedTest {
  private static final Instant IMPORT = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void undatedDocumentsAreInNoBucketAndNoPeriodAndAreCountedApart() throws Exception {
    Archive archive = new Archive();
    archive
        .add(new Archive.Draft("dated", "one", "2026-03-01T10:00:00Z", "Мост", "Мост открыт."))
        .add(undated("import-1", Optional.empty()))
        .add(undated("import-2", Optional.empty()))
        .add(undated("watched", Optional.of(IMPORT.minusSeconds(600))))
        .ready();
    DocumentSearch search =
        new DocumentSearch(archive.indices, Configuration.EMPTY, new MovableClock(IMPORT));
    SearchRequest byDay =
        SearchRequest.everything()
            .with(
                new Breakdown(
                    List.of(Dimension.SOURCE),
                    10,
                    Optional.of(Interval.DAY),
                    ZoneOffset.UTC,
                    true));

    SearchAnswer answer = search.search(byDay);
    // The one that we had looked for ten minutes before it was there is known to be of that day.
    assertThat(answer.timeline())
        .extracting(SearchAnswer.TimelineBucket::count)
        .containsExactly(2L);
    assertThat(answer.timeline().getFirst().share()).contains(1.0);
    assertThat(answer.undated()).contains(2L);
    assertThat(answer.total().value()).isEqualTo(4);

    Period thatDay =
        new Period(
            Optional.of(Instant.parse("2026-03-01T00:00:00Z")),
            Optional.of(Instant.parse("2026-03-01T23:59:59Z")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    SearchAnswer ofDay = search.search(byDay.with(thatDay));
    assertThat(ofDay.total().value()).isEqualTo(2);
    assertThat(ofDay.facets().get("source").stream().mapToLong(SearchAnswer.Facet::count).sum())
        .isEqualTo(2);
    assertThat(ofDay.undated()).contains(0L);

    // The query language means the same by a day as the parameters and the timeline do.
    assertThat(count(search, "published:2026-03-01")).isEqualTo(2);
    assertThat(count(search, "published:[* TO *]")).isEqualTo(2);
    assertThat(count(search, "NOT published:[* TO *]")).isEqualTo(2);

    Period seenThen =
        new Period(
            Optional.empty(),
            Optional.empty(),
            Optional.of(IMPORT),
            Optional.of(IMPORT.plusSeconds(1)),
            Optional.empty());
    assertThat(search.search(byDay.with(seenThen)).total().value()).isEqualTo(3);
    assertThat(search.search(SearchRequest.everything()).undated()).isEmpty();
  }

  @Test
  void ordersByTimeEndWithUndatedDocumentsAndPagesReachEachOnce() throws Exception {
    Archive archive = new Archive();
    archive
        .add(new Archive.Draft("old", "one", "2026-02-01T10:00:00Z", "Мост", "Мост открыт."))
        .add(new Archive.Draft("new", "one", "2026-02-03T10:00:00Z", "Мост", "Мост закрыт."))
        .add(undated("undated-1", Optional.empty()))
        .add(undated("undated-2", Optional.empty()))
        .add(undated("watched", Optional.of(IMPORT.minusSeconds(600))))
        .ready();
    DocumentSearch search =
        new DocumentSearch(
            archive.indices, Configuration.EMPTY, new MovableClock(IMPORT.plusSeconds(60)));
    assertThat(search.search(request("мост")).hits())
        .filteredOn(hit -> hit.evidence().undated())
        .extracting(hit -> key(hit.url()))
        .containsExactlyInAnyOrder("undated-1", "undated-2");
    for (String q : List.of("", "мост")) {
      assertThat(walked(search, q, Sort.NEWEST)).startsWith("watched", "new", "old");
      assertThat(walked(search, q, Sort.OLDEST)).startsWith("old", "new", "watched");
      for (Sort sort : List.of(Sort.NEWEST, Sort.OLDEST)) {
        assertThat(walked(search, q, sort))
            .hasSize(5)
            .contains("undated-1", "undated-2")
            .isEqualTo(exported(search, q, sort));
      }
    }
  }

  private static List<String> walked(DocumentSearch search, String q, Sort sort)
      throws IOException {
    List<String> keys = new ArrayList<>();
    Optional<Cursor> cursor = Optional.empty();
    do {
      SearchAnswer answer = search.search(request(q).with(new Listing(sort, false, 1, cursor)));
      answer.hits().forEach(hit -> keys.add(key(hit.url())));
      cursor = answer.nextCursor().flatMap(Cursor::parse);
    } while (cursor.isPresent() && keys.size() < 20);
    return keys;
  }

  private static List<String> exported(DocumentSearch search, String q, Sort sort)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Export(search, new MovableClock(IMPORT.plusSeconds(60)))
        .write(
            request(q).with(new Listing(sort, false, 1, Optional.empty())),
            Export.Format.NDJSON,
            "",
            out);
    List<String> keys = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      keys.add(key(Elasticsearch.JSON.readTree(line).path("url").asText()));
    }
    return keys;
  }

  private static String key(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static SearchRequest request(String q) {
    return q.isEmpty()
        ? SearchRequest.everything()
        : SearchRequest.of(q, ((ParseOutcome.Parsed) QueryParser.parse(q)).query());
  }

  private static Document undated(String key, Optional<Instant> absentAt) {
    Document draft =
        Archive.document(
            new Archive.Draft(key, "two", IMPORT.toString(), "Мост " + key, "Мост закрыт."),
            1,
            IMPORT,
            "",
            Optional.empty());
    return draft.with(
        new Times(
            new Claimed(IMPORT, PublishedFrom.GUESSED, Precision.SECOND, Optional.empty()),
            IMPORT,
            absentAt,
            Optional.empty(),
            Optional.empty(),
            false));
  }

  private static long count(DocumentSearch search, String q) throws IOException {
    return search
        .search(SearchRequest.of(q, ((ParseOutcome.Parsed) QueryParser.parse(q)).query()))
        .total()
        .value();
  }
}
