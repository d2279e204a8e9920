package letopis.search;

import java.io.IOException;
import java.time.ZoneId;
import java.util.function.BiConsumer;
import letopis.query.Fault;
import letopis.query.ParseOutcome;
import letopis.query.Query;
import letopis.query.QueryParser;
import letopis.search.SearchRequest.Filters;

/// Puts what is meant in place of what sources are called in queries and filters, and topics and
/// places in filters.
public interface SourceLookup {
  /// Leaves everything as it was typed, for readers that have no archive yet.
  SourceLookup NONE =
      new SourceLookup() {
        @Override
        public ParseOutcome resolve(Query query) {
          return new ParseOutcome.Parsed(query);
        }

        @Override
        public Filters resolve(Filters filters, BiConsumer<String, Fault> unknown) {
          return filters;
        }
      };

  /// The query with its `source:` understood; a fault for each that no source is known by.
  ///
  /// @throws IOException when the archive must be asked and does not answer
  ParseOutcome resolve(Query query) throws IOException;

  /// The filters with ids in place of names.
  ///
  /// @param unknown takes the parameter (`source`, `not.place`) and what is wrong with a value of
  ///     it, where nothing is known by it
  /// @throws IOException when the archive must be asked and does not answer
  Filters resolve(Filters filters, BiConsumer<String, Fault> unknown) throws IOException;

  /// Reads a query and understands its sources.
  ///
  /// @param zone where days begin
  default ParseOutcome read(String q, ZoneId zone) throws IOException {
    return switch (QueryParser.parse(q, zone)) {
      case ParseOutcome.Parsed parsed -> resolve(parsed.query());
      case ParseOutcome.Rejected rejected -> rejected;
    };
  }
}
