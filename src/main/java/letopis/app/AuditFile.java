package letopis.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import letopis.elasticsearch.Elasticsearch;

/// The audit log of a data folder, for what commands change.
public final class AuditFile {
  private AuditFile() {}

  /// Appends a line: when, who, what was done and what came of it.
  public static void append(App app, String action, ObjectNode details) throws IOException {
    ObjectNode line = Elasticsearch.JSON.createObjectNode();
    line.put("at", app.clock().instant().toString());
    line.put("caller", System.getProperty("user.name", "?"));
    line.put("action", action);
    line.setAll(details);
    Files.createDirectories(app.data());
    Files.writeString(
        app.data().resolve("audit.jsonl"),
        line + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
