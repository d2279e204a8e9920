package letopis.bench;

import java.nio.file.*;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

class ScratchTest {
  @Test
  void run() throws Exception {
    long t = System.nanoTime();
    TraceBench bench =
        new TraceBench(TestElasticsearch.freshIndices(), RealData.fromSystem(), System.out);
    var errors = bench.reuse(Integer.getInteger("each", 30));
    Files.write(Path.of("/tmp/trace/errors.txt"), errors);
    System.out.println("ERRORS " + errors.size() + " seconds " + (System.nanoTime() - t) / 1e9);
  }
}
