package letopis.cli;

import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import letopis.api.SearchForm;
import letopis.query.ParseOutcome;
import letopis.query.QueryParser;
import letopis.search.SearchRequest;

/// Reads a query that was typed in a terminal.
final class Queries {
  private Queries() {}

  /// A search with everything that was asked beside the query.
  ///
  /// @param q the query
  /// @param form the other parameters of the search, read as the API reads them
  /// @throws CommandFailure with every mistake, a line each
  static SearchRequest request(String q, SearchForm form) {
    SearchRequest typed = request(q);
    return switch (form) {
      case SearchForm.Read(SearchRequest rest) ->
          new SearchRequest(
              q,
              typed.query(),
              rest.filters(),
              rest.period(),
              rest.listing(),
              rest.breakdown(),
              rest.show());
      case SearchForm.Faulty faulty ->
          throw CommandFailure.wrongUsage(
              faulty.faults().stream()
                  .map(fault -> option(fault.getKey()) + ": " + fault.getValue())
                  .collect(Collectors.joining("\n")));
    };
  }

  private static String option(String parameter) {
    return parameter.startsWith("not.")
        ? "--not " + parameter.substring("not.".length())
        : "--" + parameter.replace('_', '-');
  }

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
