package letopis.bench.lies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiesBenchIT {
  @Test
  void theCrawlerIsTakenInByNoneOfTheLies(@TempDir Path folder) throws Exception {
    StringWriter table = new StringWriter();
    boolean right =
        LiesBench.print(TestElasticsearch.freshIndices(), folder, new PrintWriter(table));
    assertThat(right).as(table.toString()).isTrue();
    assertThat(table.toString().lines()).hasSize(85);
  }
}
