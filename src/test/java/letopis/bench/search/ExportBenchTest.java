package letopis.bench.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import letopis.bench.index.GeneratedArchive;
import letopis.index.Indices;
import letopis.search.DocumentSearch;
import letopis.search.Export;
import letopis.sources.Configuration;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

class ExportBenchTest {
  @Test
  void everyRowComesOutOnceWhileDocumentsArriveAndTheSameBytesTwice() throws Exception {
    Indices indices = TestElasticsearch.freshIndices();
    new GeneratedArchive(47, 12).write(indices, 5_000);
    Clock clock = Clock.systemUTC();
    Export export = new Export(new DocumentSearch(indices, Configuration.EMPTY, clock), clock);
    List<ExportBench.Result> results =
        new ExportBench(indices, export, clock).run(5_000, new GeneratedArchive(48, 12));
    assertThat(results).hasSize(2).allMatch(ExportBench.Result::whole);
    assertThat(results).allSatisfy(result -> assertThat(result.rows()).isEqualTo(5_000));
    assertThat(results.getFirst().sha256()).isEqualTo(results.getLast().sha256());
    assertThat(results.getLast().arrived()).isPositive();
  }
}
