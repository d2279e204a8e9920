package letopis.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    return peakMemory("self");
  }

  /// The same of Elasticsearch; 0, too, where it does not run beside us.
  public static long peakMemory(Elasticsearch elasticsearch) throws IOException {
    if (!InetAddress.getByName(elasticsearch.address().getHost()).isLoopbackAddress()) {
      return 0;
    }
    JsonNode nodes =
        elasticsearch
            .request("GET", "/_nodes/process?filter_path=nodes.*.process.id")
            .orThrow()
            .json()
            .path("nodes");
    long peak = 0;
    for (JsonNode node : nodes) {
      peak += peakMemory(node.at("/process/id").asText());
    }
    return peak;
  }

  private static long peakMemory(String process) throws IOException {
    Path status = Path.of("/proc", process, "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    List<String> lines = Files.readAllLines(status);
    // In a container it has another number here, which may be somebody else's.
    if (!lines.contains("Name:\tjava")) {
      return 0;
    }
    return lines.stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
