package letopis.cli;

import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import letopis.query.ParseOutcome;
import letopis.query.QueryParser;
import letopis.search.SearchRequest;

/// Reads a query that was typed in a terminal.
final class Queries {
  private Queries() {}

  /// The request for a query.
  ///
  /// @throws CommandFailure with every mistake, a line each and a mark under its place
  static SearchRequest request(String q) {
    return switch (QueryParser.parse(q, ZoneId.systemDefault())) {
      case ParseOutcome.Parsed parsed -> SearchRequest.of(q, parsed.query());
      case ParseOutcome.Rejected rejected ->
          throw CommandFailure.wrongUsage(
              rejected.faults().stream()
                  .map(
                      fault ->
                          fault.message(Locale.getDefault())
                              + "\n  "
                              + q.replaceAll("\\s", " ")
                              + "\n  "
                              + " ".repeat(fault.position())
                              + "^".repeat(Math.max(1, fault.length())))
                  .collect(Collectors.joining("\n")));
    };
  }
}
