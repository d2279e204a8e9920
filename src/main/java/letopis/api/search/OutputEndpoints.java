package letopis.api.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import letopis.api.http.Call;
import letopis.api.http.Fault;
import letopis.api.http.Params;
import letopis.api.http.Problem;
import letopis.api.http.Reply;
import letopis.search.Export;
import letopis.search.SearchRequest;
import letopis.search.SourceLookup;

/// Everything comes out: every row of a search as a file, the newest of one as a feed.
public final class OutputEndpoints {
  private static final int FEED = 50;
  private static final int MAX_FEED = 500;
  private static final List<String> FORMATS =
      Arrays.stream(Export.Format.values()).map(Export.Format::label).toList();

  private final Export export;
  private final SourceLookup sources;

  public OutputEndpoints(Export export, SourceLookup sources) {
    this.sources = sources;
    this.export = export;
  }

  public Reply export(Call call) throws IOException {
    Params params = call.params();
    SearchRequest request = SearchParams.rows(params, sources);
    String label = params.choice("format", FORMATS).orElse("csv");
    List<Fault> faults = params.finish();
    if (!faults.isEmpty()) {
      return Reply.refused(Problem.invalid(faults));
    }
    Export.Format format =
        Arrays.stream(Export.Format.values())
            .filter(one -> one.label().equals(label))
            .findFirst()
            .orElseThrow();
    return new Reply.Streamed(
        format.type(),
        Map.of("Content-Disposition", "attachment; filename=\"letopis." + label + "\""),
        out -> export.write(request, format, page(call, request), out));
  }

  private static String page(Call call, SearchRequest request) {
    return PageLink.of(call.origin(), request.q(), request.filters());
  }

  public Reply feed(Call call) throws IOException {
    Params params = call.params();
    SearchRequest request = SearchParams.selection(params, sources);
    int size = params.integer("size", FEED, 1, MAX_FEED);
    List<Fault> faults = params.finish();
    return faults.isEmpty()
        ? new Reply.Streamed(
            Export.Format.RSS.type(),
            Map.of(),
            out -> export.feed(request, page(call, request), out, size))
        : Reply.refused(Problem.invalid(faults));
  }
}
