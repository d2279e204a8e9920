package letopis.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.document.Claimed;
import letopis.document.Document;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.document.Times;
import letopis.query.ParseOutcome;
import letopis.query.QueryParser;
import letopis.search.SearchRequest.Listing;
import letopis.search.SearchRequest.Sort;
import letopis.sources.Configuration;
import org.junit.jupiter.api.Test;

/// Pages and exports of texts that are copies of each other.
class PagingTest {
  private final Archive archive = new Archive();
  private final DocumentSearch search =
      new DocumentSearch(archive.indices, Configuration.EMPTY, Clock.systemUTC());

  @Test
  void copiesOfOneTextAreReachedOnceEachInTheOrderOfRelevanceWhileOthersArrive() throws Exception {
    for (int i = 0; i < 35; i++) {
      archive.add(draft("copy" + i, "2026-02-01T10:00:00Z"));
    }
    archive.ready();
    List<String> seen = new ArrayList<>();
    Optional<Cursor> cursor = Optional.empty();
    do {
      SearchAnswer answer =
          search.search(request().with(new Listing(Sort.RELEVANCE, false, 10, cursor)));
      answer.hits().forEach(hit -> seen.add(hit.url()));
      cursor = answer.nextCursor().flatMap(Cursor::parse);
      // The word is less rare from page to page, so that all scores are others.
      for (int i = 0; i < 20; i++) {
        archive.add(
            Archive.document(
                draft("new" + seen.size() + "-" + i, "2026-02-01T10:00:00Z"),
                1,
                Instant.now(),
                "",
                Optional.empty()));
      }
      archive.ready();
    } while (cursor.isPresent());
    assertThat(seen).hasSize(35).doesNotHaveDuplicates();
  }

  @Test
  void anExportThatFoldsCopiesHasTheEarliestAsTheSearchDoes() throws Exception {
    archive
        .add(draft("origin", "2026-02-01T10:00:00Z"))
        .add(copy("reprint", "2026-02-02T10:00:00Z", "origin"))
        .add(copy("late", "2026-02-03T10:00:00Z", "origin"))
        .add(draft("other", "2026-02-02T12:00:00Z"))
        .ready();
    for (Sort sort : List.of(Sort.NEWEST, Sort.OLDEST)) {
      SearchRequest folded = request().with(new Listing(sort, true, 100, Optional.empty()));
      List<String> shown = search.search(folded).hits().stream().map(Hit::url).toList();
      assertThat(exported(folded))
          .containsExactlyInAnyOrderElementsOf(shown)
          .containsExactlyInAnyOrder(Archive.url("origin"), Archive.url("other"));
    }
  }

  @Test
  void aCopyThatNamesOnlyItsDayOrNoTimeStandsForItsTextNeitherInASearchNorInAnExport()
      throws Exception {
    archive
        .add(draft("origin", "2026-02-01T10:00:00Z"))
        .add(copy("day", "2026-02-01T00:00:00Z", "origin"))
        .add(copy("late", "2026-02-03T10:00:00Z", "origin"))
        .add(undated(copy("import", "2026-01-31T10:00:00Z", "origin")))
        // Of this text the original is in another archive.
        .add(undated(copy("import-2", "2026-02-02T05:00:00Z", "elsewhere")))
        .add(copy("dated-2", "2026-02-02T10:00:00Z", "elsewhere"))
        .ready();
    for (Sort sort : Sort.values()) {
      SearchRequest folded = request().with(new Listing(sort, true, 100, Optional.empty()));
      List<String> shown = search.search(folded).hits().stream().map(Hit::url).toList();
      assertThat(exported(folded))
          .containsExactlyInAnyOrderElementsOf(shown)
          .hasSize(2)
          .contains(Archive.url("origin"));
    }
  }

  private static Document undated(Document document) {
    Times times = document.times();
    return document.with(
        new Times(
            new Claimed(
                times.published().at(), PublishedFrom.GUESSED, Precision.SECOND, Optional.empty()),
            times.firstSeenAt(),
            times.absentAt(),
            times.modified(),
            times.removedAt(),
            times.backdated()));
  }

  @Test
  void anExportThatFoldsCopiesHasEachTextOnceAndAFeedReadsOnePage() throws Exception {
    for (int i = 0; i < 1_100; i++) {
      archive.add(draft("one" + i, "2026-02-02T10:00:00Z"));
    }
    archive
        .add(draft("origin", "2026-02-01T10:00:00Z"))
        .add(copy("late", "2026-02-03T10:00:00Z", "origin"))
        .ready();
    SearchRequest folded = request().with(new Listing(Sort.NEWEST, true, 100, Optional.empty()));
    assertThat(exported(folded))
        .hasSize(1_101)
        .doesNotHaveDuplicates()
        .endsWith(Archive.url("origin"));
    long before = queries();
    search.run(Conditions.object().put("size", 1), true);
    long one = queries() - before;
    new Export(search, Clock.systemUTC()).feed(folded, "", new ByteArrayOutputStream(), 10);
    assertThat(queries() - before - one)
        .as("of a feed, which needs the first page alone")
        .isBetween(1L, 2 * one);
  }

  private long queries() throws IOException {
    return archive
        .indices
        .elasticsearch()
        .request("GET", "/" + archive.indices.documents() + "/_stats/search")
        .orThrow()
        .json()
        .at("/_all/total/search/query_total")
        .asLong();
  }

  private List<String> exported(SearchRequest request) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Export(search, Clock.systemUTC()).write(request, Export.Format.CSV, "", out);
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split(",")[1])
        .toList();
  }

  private static SearchRequest request() {
    return SearchRequest.of(
        "паводок", ((ParseOutcome.Parsed) QueryParser.parse("паводок")).query());
  }

  private static Archive.Draft draft(String key, String at) {
    return new Archive.Draft(key, "amur", at, "Паводок", "Паводок на Амуре.");
  }

  private static Document copy(String key, String at, String original) {
    String id = Archive.id(original);
    return Archive.document(draft(key, at), 1, Archive.WRITTEN, id, Optional.of(id));
  }
}
