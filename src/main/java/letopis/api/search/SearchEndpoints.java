package letopis.api.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import letopis.api.http.Call;
import letopis.api.http.Fault;
import letopis.api.http.Problem;
import letopis.api.http.Reply;
import letopis.api.http.Wording;
import letopis.api.traces.TraceJson;
import letopis.search.DocumentSearch;
import letopis.search.SearchAnswer;
import letopis.search.SearchRequest;
import letopis.trace.SightSource;

/// Finding and counting.
public final class SearchEndpoints {
  /// The period whose coverage is told when neither the request nor the answer has one.
  private static final Duration RECENT = Duration.ofDays(30);

  private final DocumentSearch search;
  private final SightSource coverage;

  public SearchEndpoints(DocumentSearch search, SightSource coverage) {
    this.search = search;
    this.coverage = coverage;
  }

  /// The answer as the search gives it, and what could not be seen. Written straight from the
  /// records: a tree in between would be the dearest part of the route.
  private record Answer(@JsonUnwrapped SearchAnswer found, ObjectNode coverage) {}

  public Reply search(Call call) throws IOException {
    SearchRequest request = SearchParams.whole(call.params(), search.sources());
    if (!DocumentSearch.fits(request)) {
      call.params()
          .fault(
              "cursor",
              new Wording(
                  "belongs to a search with other parameters", "от поиска с другими параметрами"));
    }
    List<Fault> faults = call.params().finish();
    if (!faults.isEmpty()) {
      return Reply.refused(Problem.invalid(faults));
    }
    SearchAnswer found = search.search(request);
    return Reply.json(new Answer(found, coverage(request, found, call.at())));
  }

  private ObjectNode coverage(SearchRequest request, SearchAnswer found, Instant now)
      throws IOException {
    List<SearchAnswer.TimelineBucket> buckets = found.timeline();
    Instant first = buckets.isEmpty() ? now.minus(RECENT) : buckets.getFirst().from();
    Instant last = buckets.isEmpty() ? now : buckets.getLast().to();
    return TraceJson.coverage(
        coverage.between(
            request.period().from().orElse(first), request.period().to().orElse(last)));
  }
}
