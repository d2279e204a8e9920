package letopis.bench.extract;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import letopis.parse.page.PageExtractor;

/// Where the time of extraction goes: samples of running work, told apart by the class that the
/// extractor has called. Costs the extractor nothing when nobody asks.
final class StageProfile {
  private static final String SAMPLE = "jdk.ExecutionSample";
  private static final Duration PERIOD = Duration.ofMillis(2);
  private static final String EXTRACTOR = PageExtractor.class.getName();

  private final Map<String, Integer> samples = new HashMap<>();

  private StageProfile() {}

  /// Runs extraction and watches it.
  static StageProfile of(Runnable work) throws IOException {
    Path file = Files.createTempFile("letopis-stages", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable(SAMPLE).withPeriod(PERIOD);
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
      StageProfile profile = new StageProfile();
      for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
        if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
          profile.add(event.getStackTrace().getFrames());
        }
      }
      return profile;
    } finally {
      Files.delete(file);
    }
  }

  /// @param frames innermost first
  private void add(List<RecordedFrame> frames) {
    boolean extracting = false;
    for (RecordedFrame frame : frames.reversed()) {
      String type = frame.getMethod().getType().getName();
      boolean extractor = type.startsWith(EXTRACTOR);
      extracting |= extractor;
      boolean jsoup = type.startsWith("org.jsoup.");
      if (extracting && !extractor && (jsoup || type.startsWith("letopis."))) {
        samples.merge(jsoup ? "jsoup" : simpleName(type), 1, Integer::sum);
        return;
      }
    }
  }

  private static String simpleName(String type) {
    return type.substring(type.lastIndexOf('.') + 1).replaceAll("\\$.*", "");
  }

  /// Prints the stages, the dearest first, with their shares.
  ///
  /// @param millis of CPU that a page costs in all
  void print(PrintWriter out, double millis) {
    int all = Math.max(1, samples.values().stream().mapToInt(n -> n).sum());
    out.printf(Locale.ROOT, "stages of a page, %d samples%n", all);
    List<Map.Entry<String, Integer>> stages = new ArrayList<>(samples.entrySet());
    stages.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    for (Map.Entry<String, Integer> stage : stages) {
      double share = (double) stage.getValue() / all;
      out.printf(
          Locale.ROOT, "  %-20s %5.1f %% %6.3f ms%n", stage.getKey(), share * 100, share * millis);
    }
  }
}
