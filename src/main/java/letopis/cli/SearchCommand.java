package letopis.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import letopis.search.DocumentSearch;
import letopis.search.Hit;
import letopis.search.SearchAnswer;
import letopis.search.SearchRequest;
import letopis.search.SearchRequest.Breakdown;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Listing;
import letopis.search.SearchRequest.Sort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `search`: the archive in a terminal.
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = "Searches the archive; docs/query-language.md tells what a query may have.")
public final class SearchCommand implements Callable<Integer> {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  private static final int MOST = 100;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(paramLabel = "QUERY", arity = "0..*", description = "Nothing: everything.")
  private List<String> words = List.of();

  @Option(
      names = "--size",
      defaultValue = "10",
      description = "Hits to show, 0 to 100 (default: ${DEFAULT-VALUE}).")
  private int size;

  @Option(
      names = "--sort",
      defaultValue = "RELEVANCE",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Sort sort = Sort.RELEVANCE;

  @Option(names = "--group-copies", description = "Fold reprints under the earliest.")
  private boolean group;

  @Override
  public Integer call() throws IOException {
    if (size < 0 || size > MOST) {
      throw CommandFailure.wrongUsage("--size must be from 0 to " + MOST);
    }
    SearchRequest request = Queries.request(String.join(" ", words));
    try (App app = App.of(options)) {
      DocumentSearch search = new DocumentSearch(app.indices(), app.configuration(), app.clock());
      Breakdown sources =
          new Breakdown(
              List.of(Dimension.SOURCE), 5, Optional.empty(), java.time.ZoneOffset.UTC, false);
      SearchAnswer answer =
          search.search(
              request.with(sources).with(new Listing(sort, group, size, Optional.empty())));
      PrintWriter out = spec.commandLine().getOut();
      if (options.json()) {
        out.println(JSON.writeValueAsString(answer));
      } else {
        print(answer, out);
      }
      out.flush();
      return 0;
    }
  }

  private void print(SearchAnswer answer, PrintWriter out) {
    out.printf(
        "%s%d %s%n",
        answer.total().exact() ? "" : "about ",
        answer.total().value(),
        group ? "texts (copies folded)" : "documents");
    for (Hit hit : answer.hits()) {
      out.printf("%n%s  %s%n", hit.publishedAt().replace('T', ' '), hit.source().name());
      out.println(hit.title() + (hit.copies() > 0 ? "  (+" + hit.copies() + " copies)" : ""));
      out.println(plain(hit.snippet()));
      out.println(hit.url());
    }
    answer
        .suggestions()
        .forEach(offer -> out.println("Did you mean (" + offer.why() + "): " + offer.query()));
    if (!answer.facets().getOrDefault("source", List.of()).isEmpty()) {
      out.println();
      answer
          .facets()
          .get("source")
          .forEach(facet -> out.printf("%8d  %s%n", facet.count(), facet.label()));
    }
  }

  /// The snippet without its HTML.
  private static String plain(String snippet) {
    return snippet
        .replaceAll("</?mark>", "")
        .replaceAll("\\s+", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#x2F;", "/")
        .replace("&amp;", "&");
  }
}
