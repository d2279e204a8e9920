package letopis.bench.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import letopis.bench.index.BulkBench;
import letopis.bench.index.GeneratedArchive;
import letopis.index.Indices;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

class GrowBenchTest {
  @Test
  void growsToTheSizeAskedForAndKeepsWhatWasAddedToMeasure() throws Exception {
    Indices indices = TestElasticsearch.freshIndices();
    GrowBench bench = new GrowBench(indices, Clock.systemUTC());
    bench.growTo(100);
    for (String index : new String[] {"documents", "addresses", "entries"}) {
      assertThat(count(indices, index)).as(index).isEqualTo(100);
    }
    GrowBench.Costs costs = bench.measure();
    assertThat(costs.documents()).isEqualTo(100);
    assertThat(costs.add()).isPositive();
    assertThat(costs.search()).isPositive();
    assertThat(costs.trace()).isPositive();
    assertThat(costs.lookup()).isPositive();
    assertThat(count(indices, "documents")).isEqualTo(1_100);
    assertThatThrownBy(() -> bench.growTo(1_000)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rawAndOursWriteTheSameBodiesAndLeaveNothingBehind() throws Exception {
    Indices indices = TestElasticsearch.freshIndices();
    new GeneratedArchive(43, 12).write(indices, 60);
    BulkBench bench = new BulkBench(indices, 50);
    assertThat(bench.size()).isEqualTo(50);
    assertThat(bench.raw().seconds()).isPositive();
    assertThat(bench.store().seconds()).isPositive();
    assertThat(count(indices, "documents")).isEqualTo(60);
    assertThat(
            indices
                .elasticsearch()
                .request("GET", "/_cat/indices/bench-raw-*,bench-store-*?format=json")
                .orThrow()
                .json())
        .isEmpty();
  }

  private static long count(Indices indices, String index) throws IOException {
    indices.refresh();
    return indices
        .elasticsearch()
        .request("GET", "/" + indices.alias(index) + "/_count")
        .orThrow()
        .json()
        .path("count")
        .asLong();
  }
}
