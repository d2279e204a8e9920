package letopis.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

/// Whether the service lives, whether it can work, and its figures.
final class StatusEndpoints {
  private static final long LEAST_FREE_BYTES = 512L << 20;

  private final ApiServices services;

  StatusEndpoints(ApiServices services) {
    this.services = services;
  }

  /// The process answers; says nothing of what it needs.
  Reply live(Call call) {
    return Reply.json(JsonNodeFactory.instance.objectNode().put("status", "live"));
  }

  /// 200 when everything it needs is there, else 503 with each check's finding.
  Reply ready(Call call) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode checks = body.putObject("checks");
    long free = Files.getFileStore(services.data()).getUsableSpace();
    boolean disk = free >= LEAST_FREE_BYTES;
    checks.putObject("disk").put("ok", disk).put("free_bytes", free);
    body.put("status", disk ? "ready" : "not-ready");
    return new Reply.Json(disk ? 200 : 503, body, Optional.empty(), Map.of());
  }

  /// Prometheus text format 0.0.4.
  Reply metrics(Call call) {
    return new Reply.Bytes(
        200,
        "text/plain; version=0.0.4; charset=utf-8",
        services.metrics().scrape().getBytes(StandardCharsets.UTF_8),
        Optional.empty(),
        Map.of());
  }
}
