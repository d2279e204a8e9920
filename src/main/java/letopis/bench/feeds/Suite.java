package letopis.bench.feeds;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One suite of other people's cases: how many are as it expects, and why the others are not.
final class Suite {
  private static final int MOST_LINES = 20;
  private static final String ROW = "%-26s %-34s %8s %8s %10s %12s%n";

  private final String name;
  private final String gold;
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final List<String> unexplained = new ArrayList<>();
  private int cases;
  private int equal;

  /// @param gold what the cases are compared with
  Suite(String name, String gold) {
    this.name = name;
    this.gold = gold;
  }

  void same() {
    cases++;
    equal++;
  }

  /// Counts a case that is otherwise than expected.
  ///
  /// @param why the reason for which that is right or known, if there is one
  void differs(String what, Optional<String> why) {
    cases++;
    if (why.isPresent()) {
      reasons.merge(why.get(), 1, Integer::sum);
    } else {
      unexplained.add(what);
    }
  }

  int cases() {
    return cases;
  }

  /// The cases that differ without a known reason.
  List<String> unexplained() {
    return unexplained;
  }

  static void print(PrintWriter out, List<Suite> suites) {
    out.printf(ROW, "suite", "compared with", "cases", "equal", "explained", "unexplained");
    for (Suite suite : suites) {
      int explained = suite.reasons.values().stream().mapToInt(Integer::intValue).sum();
      out.printf(
          ROW,
          suite.name,
          suite.gold,
          suite.cases,
          suite.equal,
          explained,
          suite.unexplained.size());
    }
    for (Suite suite : suites) {
      suite.reasons.forEach((why, n) -> out.printf("  %s, %d: %s%n", suite.name, n, why));
      suite.unexplained.stream()
          .limit(MOST_LINES)
          .forEach(what -> out.printf("  %s, unexplained: %s%n", suite.name, what));
    }
    out.println();
  }
}
