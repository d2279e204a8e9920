package letopis.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.documents.DocumentStore;
import letopis.index.documents.Outcome;
import letopis.support.TestDocuments;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

class IndicesTest {
  @Test
  void freshIndicesAreAsTheirFilesSayAndInitChangesNothing() throws Exception {
    Indices indices = TestElasticsearch.freshIndices();
    assertThat(indices.verify()).isEmpty();
    Set<String> before = names(indices);
    new Indices(TestElasticsearch.shared(), indices.prefix()).init();
    assertThat(names(indices)).isEqualTo(before);
    assertThat(indices.verify()).isEmpty();
  }

  @Test
  void aFieldThatIsNotInTheFileIsNamed() throws Exception {
    Indices indices = TestElasticsearch.freshIndices();
    JsonNode stray =
        Elasticsearch.JSON.readTree("{\"properties\":{\"stray\":{\"type\":\"keyword\"}}}");
    TestElasticsearch.shared()
        .request("PUT", "/" + indices.addresses() + "/_mapping", stray)
        .orThrow();
    assertThat(indices.verify())
        .extracting(Difference::path)
        .containsExactly("properties.stray.type");
  }

  @Test
  void aChangedMappingWithoutAVersionStepIsAnError() throws Exception {
    Indices indices = TestElasticsearch.freshIndices();
    Indices changed = with(indices, changed(false));
    assertThat(changed.verify())
        .extracting(Difference::path)
        .contains("properties.reason.ignore_above", "index.analysis.analyzer.loud.type");
  }

  @Test
  void changedOperationalSettingsAreNoDifference() throws Exception {
    Indices indices = TestElasticsearch.freshIndices();
    TestElasticsearch.shared()
        .request(
            "PUT",
            "/" + indices.documents() + "/_settings",
            Elasticsearch.JSON.readTree("{\"index\":{\"refresh_interval\":\"30s\"}}"))
        .orThrow();
    assertThat(indices.verify()).isEmpty();
  }

  @Test
  void migrationMovesEveryEntryWhileWritersWait() throws Exception {
    Indices old = TestElasticsearch.freshIndices();
    DocumentStore store = new DocumentStore(old);
    store.write(TestDocuments.several(1200));
    store.refresh();
    Indices next = with(old, changed(true));
    assertThat(next.verify()).extracting(Difference::problem).anyMatch(p -> p.contains("migrate"));
    List<Outcome> written;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Outcome>> writer = threads.submit(() -> writeMore(store));
      assertThat(new Migration(next).run(_ -> {})).containsExactly(old.prefix() + "-addresses-v2");
      written = writer.get();
    }
    assertThat(written).allMatch(Outcome.Added.class::isInstance);
    assertThat(next.verify()).isEmpty();
    assertThat(names(next)).doesNotContain(old.prefix() + "-addresses-v1");
    next.refresh();
    // Each document has an entry for itself and one for its alias.
    assertThat(count(next.addresses())).isEqualTo(2 * (1200 + written.size()));
    assertThat(new Migration(next).run(_ -> {})).isEmpty();
  }

  @Test
  void whatAnOlderCrawlerWritesAfterAMigrationIsMovedIntoTheNewIndexAndDeletesNothing()
      throws Exception {
    Indices old = TestElasticsearch.freshIndices();
    new DocumentStore(old).write(TestDocuments.several(3));
    String late = old.prefix() + "-addresses-v1";
    JsonNode kept = entry(late, DocumentId.of("https://example.org/0"));
    Indices next = with(old, changed(true));
    new Migration(next).run(_ -> {});
    // It still runs, and Elasticsearch makes the index of its name again.
    put(late, DocumentId.of("https://example.org/late"), kept);
    put(late, DocumentId.of("https://example.org/0"), Elasticsearch.JSON.createObjectNode());

    new Migration(next).run(_ -> {});

    next.refresh();
    assertThat(names(next)).doesNotContain(late);
    assertThat(count(next.addresses())).isEqualTo(2 * 3 + 1);
    assertThat(entry(next.addresses(), DocumentId.of("https://example.org/0"))).isEqualTo(kept);
  }

  private static void put(String index, String id, JsonNode entry) throws IOException {
    TestElasticsearch.shared().request("PUT", "/" + index + "/_doc/" + id, entry).orThrow();
  }

  private static JsonNode entry(String index, String id) throws IOException {
    return TestElasticsearch.shared()
        .request("GET", "/" + index + "/_doc/" + id)
        .orThrow()
        .json()
        .required("_source");
  }

  @Test
  void aMigrationThatAnEntryDoesNotFitLeavesTheOldIndexInPlace() throws Exception {
    Indices old = TestElasticsearch.freshIndices();
    new DocumentStore(old).write(TestDocuments.several(3));
    old.refresh();
    List<MappingFile> files = new ArrayList<>();
    for (MappingFile file : MappingFile.bundled()) {
      if (file.name().equals("addresses")) {
        ObjectNode body = file.body().deepCopy();
        ((ObjectNode) body.at("/mappings/_meta")).put("version", 2);
        ((ObjectNode) body.at("/mappings/properties")).remove("partition");
        files.add(new MappingFile("addresses", body));
      } else {
        files.add(file);
      }
    }
    Indices next = with(old, files);
    assertThatThrownBy(() -> new Migration(next).run(_ -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not fit version 2");
    assertThat(new DocumentStore(old).write(TestDocuments.several(4)))
        .last()
        .isInstanceOf(Outcome.Added.class);
  }

  @Test
  void yearsThatPagesClaimMakeABoundedNumberOfPartitions() throws Exception {
    Indices indices = TestElasticsearch.freshIndices();
    List<Document> odd = new ArrayList<>();
    for (String at :
        List.of("0001-01-01T00:00:00Z", "1812-09-07T00:00:00Z", "9998-01-01T00:00:00Z")) {
      odd.add(TestDocuments.published("https://example.org/" + at.substring(0, 4), at));
    }
    assertThat(new DocumentStore(indices).write(odd)).allMatch(Outcome.Added.class::isInstance);
    assertThat(names(indices))
        .contains(indices.partitionName(1990))
        .noneMatch(name -> name.endsWith("-0001") || name.endsWith("-9998"));
  }

  private static List<Outcome> writeMore(DocumentStore store)
      throws IOException, InterruptedException {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      outcomes.addAll(
          store.write(
              List.of(
                  TestDocuments.published(
                      "https://example.com/late/" + i, "2026-01-01T00:00:00Z"))));
    }
    return outcomes;
  }

  private static Indices with(Indices indices, List<MappingFile> files) {
    return new Indices(TestElasticsearch.shared(), indices.prefix(), files, Clock.systemUTC());
  }

  private static List<MappingFile> changed(boolean step) {
    List<MappingFile> files = new ArrayList<>();
    for (MappingFile file : MappingFile.bundled()) {
      if (!file.name().equals("addresses")) {
        files.add(file);
        continue;
      }
      ObjectNode body = file.body().deepCopy();
      ((ObjectNode) body.at("/mappings/properties/reason")).put("ignore_above", 300);
      ((ObjectNode) body.at("/settings/index"))
          .putObject("analysis")
          .putObject("analyzer")
          .putObject("loud")
          .put("type", "standard");
      if (step) {
        ((ObjectNode) body.at("/mappings/_meta")).put("version", file.version() + 1);
      }
      files.add(new MappingFile("addresses", body));
    }
    return files;
  }

  private static Set<String> names(Indices indices) throws IOException {
    Set<String> names = new TreeSet<>();
    TestElasticsearch.shared()
        .request("GET", "/" + indices.prefix() + "-*/_alias")
        .json()
        .fieldNames()
        .forEachRemaining(names::add);
    return names;
  }

  private static long count(String index) throws IOException {
    return TestElasticsearch.shared()
        .request("GET", "/" + index + "/_count")
        .orThrow()
        .json()
        .path("count")
        .asLong();
  }
}
