package letopis.api.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import letopis.api.http.Call;

/// Who changed what through the API, one JSON object a line, only ever appended to. Safe for many
/// threads.
public final class AuditLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final ReentrantLock lock = new ReentrantLock();

  public AuditLog(Path file) {
    this.file = file;
  }

  /// Gives one line to the operating system: it outlives this process.
  ///
  /// @param status of the answer: changes that we refuse to a known caller are written too
  public void write(Call call, String method, String path, int status) throws IOException {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("at", call.at().toString());
    line.put("caller", call.caller().name());
    line.put("role", call.caller().role().label());
    line.put("method", method);
    line.put("path", path);
    line.put("status", status);
    line.put("from", call.from());
    line.put("request_id", call.id());
    byte[] bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    lock.lock();
    try {
      Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } finally {
      lock.unlock();
    }
  }
}
