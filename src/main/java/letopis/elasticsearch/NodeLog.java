package letopis.elasticsearch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import letopis.elasticsearch.NodeFailure.Reason;

/// Reads what a node that failed had to say.
final class NodeLog {
  private static final int LINES = 15;
  private static final int TAIL = 256 << 10;

  /// What Elasticsearch writes → what it means, the first match wins.
  private static final List<Map.Entry<String, Reason>> SIGNS =
      List.of(
          Map.entry("cannot downgrade a node", Reason.DATA_TOO_NEW),
          Map.entry("Could not load codec", Reason.DATA_TOO_NEW),
          Map.entry("failed to obtain node lock", Reason.DATA_LOCKED),
          Map.entry("Address already in use", Reason.PORT_TAKEN),
          Map.entry("BindHttpException", Reason.PORT_TAKEN),
          Map.entry("No space left on device", Reason.DISK_FULL),
          Map.entry("Disk quota exceeded", Reason.DISK_FULL),
          Map.entry("Could not reserve enough space", Reason.NO_MEMORY),
          Map.entry("Cannot allocate memory", Reason.NO_MEMORY),
          Map.entry("insufficient memory", Reason.NO_MEMORY),
          Map.entry("java.lang.OutOfMemoryError", Reason.NO_MEMORY),
          Map.entry("UnsupportedClassVersionError", Reason.NO_JAVA),
          Map.entry("the minimum required Java version", Reason.NO_JAVA));

  private NodeLog() {}

  static NodeFailure explain(NodeSettings settings, Reason otherwise, String what) {
    String console = tail(settings.logs().resolve("console.log"));
    String log = tail(settings.logs().resolve("elasticsearch.log"));
    String all = console + "\n" + log;
    Reason reason =
        SIGNS.stream()
            .filter(sign -> all.contains(sign.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(otherwise);
    return new NodeFailure(
        reason, message(reason, settings, what), lastLines(log.isBlank() ? console : log));
  }

  private static String message(Reason reason, NodeSettings settings, String what) {
    return switch (reason) {
      case DATA_TOO_NEW ->
          "the data in %s was written by a newer Elasticsearch than %s; use the newer Letopis with it"
              .formatted(settings.indices(), NodeSettings.VERSION);
      case DATA_LOCKED ->
          "another Elasticsearch is using %s; end it first".formatted(settings.indices());
      case PORT_TAKEN ->
          "port %d of 127.0.0.1 is taken by another program".formatted(settings.port());
      case DISK_FULL -> "the disk of %s is full".formatted(settings.root());
      case NO_MEMORY ->
          "there is not enough memory for a heap of %d MB (storage.heap in crawler.yaml)"
              .formatted(settings.heap() >> 20);
      case NO_JAVA -> "the Java in %s cannot run it; install JDK 25".formatted(settings.javaHome());
      case IN_USE, NO_DISTRIBUTION, NO_UNPRIVILEGED_USER, DIED, TIMEOUT, FILES -> what;
    };
  }

  private static String tail(Path file) {
    if (!Files.exists(file)) {
      return "";
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(Math.max(0, bytes.length() - TAIL));
      byte[] last = new byte[(int) (bytes.length() - bytes.getFilePointer())];
      bytes.readFully(last);
      return new String(last, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(cannot read " + file + ": " + e.getMessage() + ")";
    }
  }

  /// Without the frames of stack traces: people look for the sentence.
  private static List<String> lastLines(String text) {
    List<String> lines =
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("\tat ")).toList();
    return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
  }
}
