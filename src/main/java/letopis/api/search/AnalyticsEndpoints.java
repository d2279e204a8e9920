package letopis.api.search;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.api.http.Call;
import letopis.api.http.Fault;
import letopis.api.http.Params;
import letopis.api.http.Problem;
import letopis.api.http.Reply;
import letopis.api.http.Wording;
import letopis.search.Analytics;
import letopis.search.SearchAnswer;
import letopis.search.SearchRequest;
import letopis.search.SourceLookup;

/// What a set of documents is about, how sets compare, who is first and who is quoted.
public final class AnalyticsEndpoints {
  private static final int MOST_QUERIES = 10;

  private final Analytics analytics;
  private final SourceLookup sources;

  public AnalyticsEndpoints(Analytics analytics, SourceLookup sources) {
    this.sources = sources;
    this.analytics = analytics;
  }

  private record Terms(List<Analytics.Term> terms) {}

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  private record Source(
      String source,
      String label,
      long documents,
      long citedBy,
      long citations,
      long copied,
      double score) {}

  private record Sources(List<Source> sources) {}

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  private record Compared(
      String q,
      SearchAnswer.Total total,
      SearchAnswer.Total folded,
      double share,
      Map<String, List<SearchAnswer.Facet>> facets,
      List<SearchAnswer.TimelineBucket> timeline,
      Optional<Long> undated,
      Map<String, Long> facetErrors) {}

  private record Comparison(List<Compared> queries) {}

  public Reply terms(Call call) throws IOException {
    SearchRequest request = SearchParams.selection(call.params(), sources);
    int size = call.params().integer("size", 30, 1, 200);
    List<Fault> faults = call.params().finish();
    return faults.isEmpty()
        ? Reply.json(new Terms(analytics.terms(request, size)))
        : Reply.refused(Problem.invalid(faults));
  }

  public Reply citations(Call call) throws IOException {
    SearchRequest request = SearchParams.selection(call.params(), sources);
    int size = call.params().integer("size", 30, 1, 1_000);
    List<Fault> faults = call.params().finish();
    if (!faults.isEmpty()) {
      return Reply.refused(Problem.invalid(faults));
    }
    return Reply.json(
        new Sources(
            analytics.citations(request, size).stream()
                .map(
                    one ->
                        new Source(
                            one.source(),
                            one.label(),
                            one.documents(),
                            one.citedBy(),
                            one.citations(),
                            one.copied(),
                            one.score()))
                .toList()));
  }

  /// `q` given once for each search; all share the filters, the period and the breakdown.
  public Reply compare(Call call) throws IOException {
    Params params = call.params();
    List<String> queries = params.all("q");
    if (queries.isEmpty() || queries.size() > MOST_QUERIES) {
      params.fault(
          "q",
          new Wording(
              "give it from 1 to " + MOST_QUERIES + " times",
              "укажите от 1 до " + MOST_QUERIES + " раз"));
    }
    SearchRequest common = SearchParams.counted(params, sources);
    List<SearchRequest> requests = new ArrayList<>();
    for (String q : queries) {
      requests.add(
          new SearchRequest(
              q,
              SearchParams.query(params, q, sources, common.breakdown().zone()),
              common.filters(),
              common.period(),
              common.listing(),
              common.breakdown(),
              common.show()));
    }
    List<Fault> faults = params.finish();
    if (!faults.isEmpty()) {
      return Reply.refused(Problem.invalid(faults));
    }
    return Reply.json(
        new Comparison(
            analytics.compare(requests).stream().map(AnalyticsEndpoints::compared).toList()));
  }

  private static Compared compared(Analytics.Compared one) {
    SearchAnswer answer = one.answer();
    return new Compared(
        answer.query(),
        answer.total(),
        one.folded(),
        one.share(),
        answer.facets(),
        answer.timeline(),
        answer.undated(),
        answer.facetErrors());
  }
}
