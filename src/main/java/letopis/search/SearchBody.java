package letopis.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.query.Query;
import letopis.query.QueryCompiler;
import letopis.query.Undated;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Interval;
import letopis.search.SearchRequest.Listing;
import letopis.search.SearchRequest.Show;
import letopis.search.SearchRequest.Sort;

/// Writes the one request to Elasticsearch that answers a [SearchRequest].
final class SearchBody {
  static final List<String> HIT_FIELDS =
      List.of(
          "url",
          "title",
          "source",
          "source_name",
          "kind",
          "published_at",
          "first_seen_at",
          "published_precision",
          "published_from",
          "absent_at",
          "removed_at",
          "backdated",
          "cluster",
          "lang",
          "authors",
          "revision");

  private static final int SNIPPET = 240;

  /// Elasticsearch numbers no more hits than these; groups of copies are reached by number alone.
  static final int LAST_NUMBER = 10_000;

  private final QueryCompiler compiler;
  private final Conditions conditions;
  private final BreakdownBody breakdowns;

  SearchBody(QueryCompiler compiler, NamedQueries named) {
    this.compiler = compiler;
    this.conditions = new Conditions(named);
    this.breakdowns = new BreakdownBody(named);
  }

  /// The request.
  ///
  /// @param asOf the archive as it was then
  /// @param after sort values of the last hit before; where [#isNumbered], behind their number
  ObjectNode write(SearchRequest request, Optional<Instant> asOf, Optional<ArrayNode> after) {
    Map<Dimension, ObjectNode> only = conditions.only(request.filters());
    List<ObjectNode> always = conditions.fixed(request.filters(), request.period(), asOf);
    Map<Dimension, ObjectNode> later = new LinkedHashMap<>();
    only.forEach(
        (dimension, condition) -> {
          // A facet shows what else could be chosen, so its own filter comes after counting.
          if (request.breakdown().facets().contains(dimension)) {
            later.put(dimension, condition);
          } else {
            always.add(condition);
          }
        });
    ObjectNode body = Conditions.object();
    body.put("track_total_hits", true);
    body.set("query", query(request, always));
    if (!later.isEmpty()) {
      body.set("post_filter", Conditions.bool("filter", List.copyOf(later.values())));
    }
    page(body, request.listing(), after);
    body.set("_source", strings(HIT_FIELDS));
    if (request.listing().size() > 0) {
      highlight(body, request.show());
    }
    ObjectNode aggregations = breakdowns.write(request, always, later);
    if (!aggregations.isEmpty()) {
      body.set("aggs", aggregations);
    }
    return body;
  }

  /// The whole condition of a request, without ranking.
  ObjectNode condition(SearchRequest request, Optional<Instant> asOf) {
    List<ObjectNode> always = conditions.fixed(request.filters(), request.period(), asOf);
    always.addAll(conditions.only(request.filters()).values());
    if (!(request.query() instanceof Query.Everything)) {
      always.add(compiler.condition(request.query()));
    }
    return Conditions.bool("filter", always);
  }

  private ObjectNode query(SearchRequest request, List<ObjectNode> always) {
    boolean ranked = request.listing().sort() == Sort.RELEVANCE;
    ObjectNode bool = Conditions.object();
    ArrayNode filter = bool.putArray("filter");
    if (!(request.query() instanceof Query.Everything)) {
      if (ranked) {
        bool.putArray("must").add(compiler.ranked(request.query()));
      } else {
        filter.add(compiler.condition(request.query()));
      }
    }
    always.forEach(filter::add);
    if (!ranked) {
      undatedLast(bool);
    }
    return Conditions.object().set("bool", bool);
  }

  /// Gives documents that nobody knows the time of a score, which orders by time begin with: their
  /// `published_at` is the moment of an import, and would put all of it before the news.
  private static void undatedLast(ObjectNode bool) {
    ObjectNode undated = Conditions.object();
    undated.putObject("constant_score").set("filter", Undated.condition());
    bool.putArray("should").add(undated);
    if (bool.withArray("filter").isEmpty()) {
      // Without another clause one of these would be required.
      bool.withArray("filter").addObject().putObject("match_all");
    }
  }

  private static void page(ObjectNode body, Listing listing, Optional<ArrayNode> after) {
    body.put("size", listing.size());
    ArrayNode sort = body.putArray("sort");
    // By time, only undated documents have a score, see #undatedLast.
    sort.addObject().put("_score", listing.sort() == Sort.RELEVANCE ? "desc" : "asc");
    sort.addObject().put("published_at", listing.sort() == Sort.OLDEST ? "asc" : "desc");
    sort.addObject().put("id", "asc");
    after.ifPresent(values -> after(body, listing, values));
    if (!listing.groupCopies()) {
      return;
    }
    ObjectNode collapse = body.putObject("collapse").put("field", "cluster");
    ObjectNode earliest = collapse.putObject("inner_hits").put("name", "earliest").put("size", 1);
    originalFirst(earliest.putArray("sort"));
    earliest.set("_source", strings(HIT_FIELDS));
    earliest.set("highlight", highlighting(false, false));
  }

  /// The order within a group of copies: what copies none goes before its copies, of which one that
  /// names only its day, or no time, would seem to be earlier.
  static void originalFirst(ArrayNode sort) {
    sort.addObject().putObject("copy_of").put("order", "asc").put("missing", "_first");
    sort.addObject().put("published_at", "asc");
    sort.addObject().put("id", "asc");
  }

  /// Scores move a little with each document that arrives, and texts that are copies of each other
  /// have the same: after a score, all of them could be missed or come again, after a number hardly
  /// one.
  private static void after(ObjectNode body, Listing listing, ArrayNode values) {
    if (!isNumbered(listing)) {
      body.set("search_after", values);
      return;
    }
    int number = values.get(0).asInt();
    if (listing.groupCopies() || number + listing.size() <= LAST_NUMBER) {
      body.put("from", number);
      return;
    }
    ArrayNode sort = body.putArray("search_after");
    values.valueStream().skip(1).forEach(sort::add);
  }

  /// Whether pages begin after so many hits, rather than after the last one.
  static boolean isNumbered(Listing listing) {
    return listing.groupCopies() || listing.sort() == Sort.RELEVANCE;
  }

  private static void highlight(ObjectNode body, Show show) {
    body.set("highlight", highlighting(show.highlight(), show.explain()));
  }

  /// Without marks too: the snippet is then the beginning of the text.
  private static ObjectNode highlighting(boolean marks, boolean everything) {
    ObjectNode highlight = Conditions.object();
    highlight.put("encoder", "html").put("order", "score");
    highlight.putArray("pre_tags").add("<mark>");
    highlight.putArray("post_tags").add("</mark>");
    if (!marks && !everything) {
      highlight.putObject("highlight_query").putObject("match_none");
    }
    ObjectNode fields = highlight.putObject("fields");
    field(fields, "body", everything ? 20 : 1).put("no_match_size", SNIPPET);
    field(fields, "lead", everything ? 20 : 1);
    if (everything) {
      field(fields, "title", 0);
      fields.putObject(Why.ADDRESS).put("number_of_fragments", 0);
    }
    return highlight;
  }

  private static ObjectNode field(ObjectNode fields, String name, int fragments) {
    ObjectNode field = fields.putObject(name);
    field.put("number_of_fragments", fragments).put("fragment_size", SNIPPET);
    field.putArray("matched_fields").add(name).add(name + ".exact");
    return field;
  }

  static Timeline timeline(SearchRequest request) {
    return new Timeline(
        request.breakdown().timeline().orElse(Interval.AUTO),
        request.breakdown().zone(),
        request.period());
  }

  static ArrayNode strings(List<String> values) {
    ArrayNode array = Conditions.object().arrayNode();
    values.forEach(array::add);
    return array;
  }
}
