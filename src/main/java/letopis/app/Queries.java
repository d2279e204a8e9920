package letopis.app;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import letopis.api.search.SearchForm;
import letopis.query.Fault;
import letopis.query.ParseOutcome;
import letopis.query.PlainText;
import letopis.query.Query;
import letopis.query.QueryParser;
import letopis.search.SearchRequest;
import letopis.search.SearchRequest.Filters;
import letopis.search.SourceLookup;

/// Reads a query that was typed in a terminal.
public final class Queries {
  private Queries() {}

  /// A search with everything that was asked beside the query.
  ///
  /// @param q the query
  /// @param form the other parameters of the search, read as the API reads them
  /// @throws CommandFailure with every mistake, a line each
  public static SearchRequest request(String q, SearchForm form) {
    return request(request(q), form);
  }

  /// A search for documents with the most of these words, with everything that was asked beside.
  public static SearchRequest most(String text, SearchForm form) {
    return request(SearchRequest.of(text, PlainText.query(text)), form);
  }

  private static SearchRequest request(SearchRequest typed, SearchForm form) {
    return switch (form) {
      case SearchForm.Read(SearchRequest rest) ->
          new SearchRequest(
              typed.q(),
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
  public static SearchRequest request(String q) {
    return SearchRequest.of(q, read(QueryParser.parse(q, ZoneId.systemDefault()), q));
  }

  /// The request with what sources are called understood.
  ///
  /// @throws CommandFailure where no source is known by a name
  public static SearchRequest known(SearchRequest request, SourceLookup sources)
      throws IOException {
    List<String> unknown = new ArrayList<>();
    Filters filters =
        sources.resolve(
            request.filters(),
            (of, fault) -> unknown.add(option(of) + ": " + fault.message(Locale.getDefault())));
    if (!unknown.isEmpty()) {
      throw CommandFailure.wrongUsage(String.join("\n", unknown));
    }
    Query query = read(sources.resolve(request.query()), request.q());
    return new SearchRequest(
        request.q(),
        query,
        filters,
        request.period(),
        request.listing(),
        request.breakdown(),
        request.show());
  }

  private static Query read(ParseOutcome outcome, String q) {
    return switch (outcome) {
      case ParseOutcome.Parsed(Query query) -> query;
      case ParseOutcome.Rejected(List<Fault> faults) ->
          throw CommandFailure.wrongUsage(
              faults.stream()
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
