package letopis.api.traces;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.api.http.Call;
import letopis.api.http.Fault;
import letopis.api.http.Params;
import letopis.api.http.Problem;
import letopis.api.http.Reply;
import letopis.api.http.Wording;
import letopis.index.documents.ClaimStore;
import letopis.search.ReviewSearch;

/// The known reviews of claims: found by words, reviewer, language and day; deleted one by one.
public final class FactCheckEndpoints {
  private static final int DEFAULT_SIZE = 20;
  private static final int MAX_SIZE = 100;

  private final ReviewSearch search;
  private final ClaimStore store;

  public FactCheckEndpoints(ReviewSearch search, ClaimStore store) {
    this.search = search;
    this.store = store;
  }

  /// `GET /fact-checks`.
  public Reply list(Call call) throws IOException {
    Params params = call.params();
    Optional<Instant> from = params.time("from", ZoneOffset.UTC, false);
    Optional<Instant> to = params.time("to", ZoneOffset.UTC, true);
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      params.fault("from", Wording.after("to"));
    }
    ReviewSearch.Question question =
        new ReviewSearch.Question(
            params.text("q").orElse(""),
            params.all("publisher"),
            params.all("lang"),
            from,
            to,
            params.text("document", 64));
    int size = params.integer("size", DEFAULT_SIZE, 1, MAX_SIZE);
    int offset = params.integer("offset", 0, 0, ReviewSearch.MOST_SHOWN - size);
    List<Fault> faults = params.finish();
    return faults.isEmpty()
        ? Reply.json(page(search.find(question, offset, size), offset + size, size))
        : Reply.refused(Problem.invalid(faults));
  }

  /// @param next offset of the page after this one, which is only named when it can be asked for
  static ObjectNode page(ReviewSearch.Page page, int next, int size) {
    ObjectNode body = Call.JSON.createObjectNode();
    body.putObject("total").put("value", page.total()).put("exact", true);
    ArrayNode list = body.putArray("fact_checks");
    page.reviews().forEach(known -> list.add(FactCheckView.of(known)));
    ArrayNode publishers = body.putArray("publishers");
    page.publishers()
        .forEach((name, count) -> publishers.addObject().put("value", name).put("count", count));
    if (next < page.total() && next + size <= ReviewSearch.MOST_SHOWN) {
      body.put("next_offset", next);
    }
    return body;
  }

  /// `DELETE /fact-checks/{id}`.
  public Reply delete(Call call) throws IOException, InterruptedException {
    List<Fault> faults = call.params().finish();
    if (!faults.isEmpty()) {
      return Reply.refused(Problem.invalid(faults));
    }
    return store.delete(call.path("id"))
        ? new Reply.Empty(Map.of())
        : Reply.refused(
            Problem.notFound(new Wording("there is no such fact-check", "такой проверки нет")));
  }
}
