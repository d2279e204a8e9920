package letopis.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import letopis.api.http.Call;
import letopis.api.http.Reply;
import letopis.elasticsearch.Answer;
import letopis.elasticsearch.Elasticsearch;

/// Whether the service lives, whether it can work, and its figures.
final class StatusEndpoints {
  private static final long LEAST_FREE_BYTES = 512L << 20;

  private final ApiServices services;
  private final ArchiveGauges gauges;

  StatusEndpoints(ApiServices services) {
    this.services = services;
    this.gauges = new ArchiveGauges(services);
  }

  /// The process answers; says nothing of what it needs.
  Reply live(Call call) {
    return Reply.json(JsonNodeFactory.instance.objectNode().put("status", "live"));
  }

  /// 200 when everything it needs is there, else 503 with each check's finding.
  Reply ready(Call call) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode checks = JsonNodeFactory.instance.objectNode();
    long free = Files.getFileStore(services.data()).getUsableSpace();
    checks.putObject("disk").put("ok", free >= LEAST_FREE_BYTES).put("free_bytes", free);
    checks.set("elasticsearch", elasticsearch());
    boolean ready = true;
    for (JsonNode check : checks) {
      ready &= check.path("ok").asBoolean();
    }
    body.put("status", ready ? "ready" : "not-ready");
    body.set("checks", checks);
    return new Reply.Json(ready ? 200 : 503, body, Optional.empty(), Map.of());
  }

  /// Reachable, and every index of ours can be read.
  private ObjectNode elasticsearch() {
    ObjectNode check = JsonNodeFactory.instance.objectNode();
    String path =
        "/_cluster/health/" + services.indices().prefix() + "-*?timeout=2s&filter_path=status";
    Elasticsearch elasticsearch = services.indices().elasticsearch();
    try {
      Answer answer = elasticsearch.request("GET", path);
      String status = answer.json().path("status").asText("unknown");
      boolean readable = answer.ok() && !status.equals("red");
      return check.put("ok", readable).put("detail", answer.ok() ? status : answer.reason());
    } catch (IOException e) {
      String why = elasticsearch.absence().map(reason -> ": " + reason).orElse("");
      return check.put("ok", false).put("detail", "not reachable" + why);
    }
  }

  /// Prometheus text format 0.0.4.
  Reply metrics(Call call) throws InterruptedException {
    gauges.refresh();
    return new Reply.Bytes(
        200,
        "text/plain; version=0.0.4; charset=utf-8",
        services.metrics().scrape().getBytes(StandardCharsets.UTF_8),
        Optional.empty(),
        Map.of());
  }
}
