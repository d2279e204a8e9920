package letopis.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import letopis.elasticsearch.Elasticsearch;
import letopis.search.SearchRequest.Breakdown;
import letopis.search.SearchRequest.Interval;
import letopis.sources.Configuration;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Counts of more parts than Elasticsearch gives in one answer: 65,536 by itself, here fewer.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyBucketsTest {
  private static final int MOST = 1_000;
  private static final int TEXTS = 1_100;

  private DocumentSearch search;

  @BeforeAll
  void fill() throws Exception {
    Archive archive = new Archive();
    for (int i = 0; i < TEXTS; i++) {
      String at = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(i)).toString();
      String id = Archive.id("text" + i);
      archive.add(new Archive.Draft("text" + i, "amur", at, "Паводок " + i, "Вода"));
      archive.add(
          Archive.document(
              new Archive.Draft("copy" + i, "zeya", at, "Паводок " + i, "Вода"),
              1,
              Archive.WRITTEN,
              id,
              Optional.of(id)));
    }
    archive.ready();
    search = new DocumentSearch(archive.indices, Configuration.EMPTY, Clock.systemUTC());
    bound(IntNode.valueOf(MOST));
  }

  @AfterAll
  void release() throws IOException {
    bound(NullNode.getInstance());
  }

  private static void bound(JsonNode most) throws IOException {
    ObjectNode settings = Elasticsearch.JSON.createObjectNode();
    settings.putObject("persistent").set("search.max_buckets", most);
    TestElasticsearch.shared().request("PUT", "/_cluster/settings", settings).orThrow();
  }

  @Test
  void moreHoursThanCanBeCountedAreToldInDays() throws Exception {
    Breakdown hours =
        new Breakdown(List.of(), 20, Optional.of(Interval.HOUR), ZoneOffset.UTC, true);
    SearchAnswer answer = search.search(SearchRequest.everything().with(hours));
    assertThat(answer.timeline())
        .hasSize(46)
        .allSatisfy(
            bucket ->
                assertThat(Duration.between(bucket.from(), bucket.to()).toDays()).isEqualTo(1));
    assertThat(answer.timeline().stream().mapToLong(SearchAnswer.TimelineBucket::count).sum())
        .isEqualTo(2L * TEXTS);
  }

  @Test
  void copiesOfVeryManyTextsAreCounted() throws Exception {
    assertThat(new Analytics(search).citations(SearchRequest.everything(), 10))
        .extracting(Analytics.Cited::source, Analytics.Cited::documents, Analytics.Cited::copied)
        .contains(org.assertj.core.api.Assertions.tuple("amur", (long) TEXTS, (long) TEXTS));
  }
}
