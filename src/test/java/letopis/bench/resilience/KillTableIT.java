package letopis.bench.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import letopis.bench.resilience.KillTable.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The kill table of `bench resilience`, with few kills.
class KillTableIT {
  @TempDir Path folder;

  @Test
  void aCrawlerKilledAtRandomLosesNothingAndKeepsNothingTwice() throws Exception {
    try (OwnNode node = OwnNode.start(folder.resolve("node"))) {
      Result result =
          new KillTable(folder.resolve("data"), System.nanoTime())
              .killCrawler(3, node.connection(), node.credentials());
      assertThat(result.killed()).containsEntry("crawler", 3);
      assertThat(result.pages()).isGreaterThan(50);
      assertThat(result.differences()).isEmpty();
    }
  }
}
