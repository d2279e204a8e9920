package letopis.crawl.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The file of what an import refused: a JSON line for each, `{"file","line","reason","record"}`.
/// It is made when the first is refused.
public final class Rejects implements AutoCloseable {
  /// So much of a refused record is kept, in characters.
  private static final int LONGEST = 10_000;

  private final Path file;
  private final Map<String, Long> byReason = new TreeMap<>();
  private @Nullable BufferedWriter writer;

  public Rejects(Path file) {
    this.file = file;
  }

  /// Notes a refused record.
  public synchronized void add(String name, long line, String reason, String record)
      throws IOException {
    if (writer == null) {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      writer = Files.newBufferedWriter(file);
    }
    String kept = record.length() <= LONGEST ? record : record.substring(0, LONGEST);
    writer.write(
        JsonNodeFactory.instance
            .objectNode()
            .put("file", name)
            .put("line", line)
            .put("reason", reason)
            .put("record", kept)
            .toString());
    writer.write("\n");
    byReason.merge(reason.replaceFirst(": .*", ""), 1L, Long::sum);
  }

  /// How many were refused for each reason, without its details.
  public synchronized Map<String, Long> byReason() {
    return Map.copyOf(byReason);
  }

  /// Where they are.
  public Path file() {
    return file;
  }

  @Override
  public synchronized void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
