package letopis.bench.feeds;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import letopis.parse.FeedResult;
import letopis.parse.source.SourceReader;

/// What becomes of every file of some sets, a line for each set: read, with entries, refused.
final class FeedTable {
  private static final int MOST_ENTRIES = 2000;

  private final SourceReader reader = new SourceReader(MOST_ENTRIES);
  private final Map<String, Row> rows = new TreeMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final List<String> refusals = new ArrayList<>();

  /// What became of one set.
  ///
  /// @param filled with entries, or with parts that hold them
  /// @param empty feeds that list nothing
  /// @param slowest milliseconds for one file
  record Row(
      int files, int filled, int empty, int refused, int crashed, long entries, long slowest) {
    static final Row NONE = new Row(0, 0, 0, 0, 0, 0, 0);

    Row plus(Row other) {
      return new Row(
          files + other.files,
          filled + other.filled,
          empty + other.empty,
          refused + other.refused,
          crashed + other.crashed,
          entries + other.entries,
          Math.max(slowest, other.slowest));
    }
  }

  /// Reads every file of a set but those with expectations.
  void add(String set, Map<String, byte[]> files) {
    files.forEach(
        (name, bytes) -> {
          if (!FeedSuites.isExpectation(name, files)) {
            rows.merge(set, read(set, name, bytes), Row::plus);
          }
        });
  }

  /// All sets together.
  Row all() {
    return rows.values().stream().reduce(Row.NONE, Row::plus);
  }

  /// Each refused or crashed file with the reason.
  List<String> refusals() {
    return refusals;
  }

  void print(PrintWriter out) {
    String line = "%-24s %6s %8s %6s %8s %8s %8s %8s%n";
    out.printf(
        line, "set", "files", "filled", "empty", "refused", "crashed", "entries", "slowest ms");
    rows.forEach((set, row) -> print(out, line, set, row));
    print(out, line, "all", all());
    out.printf("%nrefused, and why%n");
    reasons.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(reason -> out.printf("%6d  %s%n", reason.getValue(), reason.getKey()));
  }

  private static void print(PrintWriter out, String line, String set, Row row) {
    out.printf(
        Locale.ROOT,
        line,
        set,
        row.files(),
        row.filled(),
        row.empty(),
        row.refused(),
        row.crashed(),
        row.entries(),
        row.slowest());
  }

  private Row read(String set, String name, byte[] bytes) {
    long begin = System.nanoTime();
    FeedResult result;
    try {
      result = reader.read(FeedSuites.input(bytes, Optional.empty(), FeedSuites.BASE));
    } catch (RuntimeException | StackOverflowError e) {
      refuse(set, name, "crashed: " + e);
      return new Row(1, 0, 0, 0, 1, 0, 0);
    }
    long millis = (System.nanoTime() - begin) / 1_000_000;
    return switch (result) {
      case FeedResult.Feed feed -> {
        int filled = feed.entries().isEmpty() && feed.parts().isEmpty() ? 0 : 1;
        yield new Row(1, filled, 1 - filled, 0, 0, feed.entries().size(), millis);
      }
      case FeedResult.NotAFeed other -> {
        refuse(set, name, other.reason());
        yield new Row(1, 0, 0, 1, 0, 0, millis);
      }
    };
  }

  private void refuse(String set, String name, String reason) {
    refusals.add(set + "/" + name + ": " + reason);
    reasons.merge(reason.replaceAll("http\\S+|\"[^\"]*\"|\\d+", "…"), 1, Integer::sum);
  }
}
