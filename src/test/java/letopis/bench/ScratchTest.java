package letopis.bench;

import java.io.*;
import java.nio.file.*;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

class ScratchTest {
  @Test
  void run() throws Exception {
    long t = System.nanoTime();
    PrintStream out = new PrintStream(new FileOutputStream("/tmp/trace/bench.txt"), true);
    TraceBench bench = new TraceBench(TestElasticsearch.freshIndices(), RealData.fromSystem(), out);
    var errors = bench.run(Integer.getInteger("each", 150), Integer.getInteger("docs", 0));
    Files.write(Path.of("/tmp/trace/errors.txt"), errors);
    out.println("ERRORS " + errors.size() + " seconds " + (System.nanoTime() - t) / 1e9);
  }
}
