package letopis.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import letopis.elasticsearch.Elasticsearch;

/// What has been used up to one moment; the difference of two is what was used between them.
///
/// @param nanos of the wall clock
/// @param cpu of this process, nanoseconds
/// @param serverCpu of Elasticsearch, nanoseconds; 0 when it was not asked
public record Usage(long nanos, long cpu, long serverCpu) {
  /// Now, without Elasticsearch.
  public static Usage now() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Usage(System.nanoTime(), system.getProcessCpuTime(), 0);
  }

  /// Now, with what all nodes of Elasticsearch have used.
  public static Usage now(Elasticsearch elasticsearch) throws IOException {
    long millis = 0;
    JsonNode nodes =
        elasticsearch
            .request("GET", "/_nodes/stats/process?filter_path=nodes.*.process.cpu")
            .orThrow()
            .json()
            .path("nodes");
    for (JsonNode node : nodes) {
      millis += node.at("/process/cpu/total_in_millis").asLong();
    }
    Usage own = now();
    return new Usage(own.nanos, own.cpu, millis * 1_000_000);
  }

  /// What was used since.
  public Usage since(Usage begin) {
    return new Usage(nanos - begin.nanos, cpu - begin.cpu, serverCpu - begin.serverCpu);
  }

  /// Wall time.
  public double seconds() {
    return nanos / 1e9;
  }

  /// The most memory that this process has had in use so far, in megabytes; 0 where the system does
  /// not tell.
  public static long peakMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D+", "")) / 1024;
      }
    }
    return 0;
  }
}
