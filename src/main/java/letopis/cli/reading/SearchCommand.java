package letopis.cli.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import letopis.api.search.SearchForm;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.app.Queries;
import letopis.search.DocumentSearch;
import letopis.search.Hit;
import letopis.search.SearchAnswer;
import letopis.search.SearchRequest;
import org.jspecify.annotations.Nullable;
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
    description = "Searches the archive; the query language is in docs/query-language.md.")
public final class SearchCommand implements Callable<Integer> {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description = "What to look for (default: everything).")
  private List<String> words = List.of();

  @Mixin private FilterOptions filters = new FilterOptions();

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "10",
      description = "Hits to show, 0 to 100 (default: ${DEFAULT-VALUE}).")
  private String size = "10";

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      defaultValue = "relevance",
      description = "relevance, newest or oldest (default: ${DEFAULT-VALUE}).")
  private String sort = "relevance";

  @Option(
      names = "--most",
      description =
          "For a pasted headline: rank by how many of the words match instead of requiring all;"
              + " operators are plain words.")
  private boolean most;

  @Option(names = "--group-copies", description = "Fold reprints under the original.")
  private boolean group;

  @Option(
      names = "--facets",
      paramLabel = "NAMES",
      defaultValue = "source",
      description =
          "What to count: source, kind, lang, region, section, tag, author, domain, topic, place"
              + " (with commas; default: ${DEFAULT-VALUE}).")
  private String facets = "source";

  @Option(
      names = "--facet-size",
      paramLabel = "N",
      defaultValue = "5",
      description = "Values to show of each facet, 1 to 1000 (default: ${DEFAULT-VALUE}).")
  private String facetSize = "5";

  @Option(
      names = "--timeline",
      paramLabel = "STEP",
      description = "Also count by hour, day, week, month or auto.")
  private @Nullable String timeline;

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description = "Continue there: next_cursor of the --json of the page before.")
  private @Nullable String cursor;

  @Override
  public Integer call() throws IOException {
    String typed = String.join(" ", words);
    SearchForm form = SearchForm.search(parameters(), Instant.now(), Locale.getDefault());
    SearchRequest request = most ? Queries.most(typed, form) : Queries.request(typed, form);
    if (!DocumentSearch.fits(request)) {
      throw CommandFailure.wrongUsage("--cursor belongs to a search with other parameters");
    }
    try (App app = App.of(options)) {
      DocumentSearch search = new DocumentSearch(app.indices(), app.configuration(), app.clock());
      SearchAnswer answer = search.search(Queries.known(request, search.sources()));
      PrintWriter out = spec.commandLine().getOut();
      if (options.json()) {
        out.println(JSON.writeValueAsString(answer));
      } else {
        print(answer, out);
      }
      out.flush();
      if (answer.total().value() == 0) {
        EmptyArchive.hint(app, spec);
      }
      return 0;
    }
  }

  private Map<String, List<String>> parameters() {
    Map<String, List<String>> all = filters.parameters();
    all.put("size", List.of(size));
    all.put("sort", List.of(sort));
    all.put("facets", List.of(facets));
    all.put("facet_size", List.of(facetSize));
    if (group) {
      all.put("group", List.of("copies"));
    }
    if (most) {
      all.put("match", List.of("most"));
    }
    if (timeline != null) {
      all.put("timeline", List.of(timeline));
    }
    if (cursor != null) {
      all.put("cursor", List.of(cursor));
    }
    return all;
  }

  private void print(SearchAnswer answer, PrintWriter out) {
    out.printf(
        "%s%d %s%n",
        answer.total().exact() ? "" : "about ",
        answer.total().value(),
        group ? "texts (copies folded)" : "documents");
    answer.hits().forEach(hit -> print(hit, out));
    answer.relaxed().ifPresent(relaxed -> print(relaxed, out));
    answer
        .suggestions()
        .forEach(offer -> out.println("Did you mean (" + offer.why() + "): " + offer.query()));
    answer.facets().forEach((name, values) -> print(name, values, out));
    if (!answer.timeline().isEmpty()) {
      out.printf("%ntimeline%n");
      answer.timeline().forEach(bucket -> out.printf("%8d  %s%n", bucket.count(), bucket.from()));
    }
    answer
        .undated()
        .filter(count -> count > 0)
        .ifPresent(
            count -> out.printf("%8d  undated: nobody knows when they were published%n", count));
  }

  private static void print(Hit hit, PrintWriter out) {
    String published = hit.evidence().undated() ? "no date" : hit.publishedAt().replace('T', ' ');
    out.printf("%n%s  %s%n", published, hit.source().name());
    out.println(hit.title() + (hit.copies() > 0 ? "  (+" + hit.copies() + " copies)" : ""));
    out.println(plain(hit.snippet()));
    out.println(hit.url());
  }

  private static void print(SearchAnswer.Relaxed relaxed, PrintWriter out) {
    out.printf(
        "%n%d others have some of the words (--most counts them):%n", relaxed.total().value());
    relaxed.hits().forEach(hit -> print(hit, out));
  }

  private static void print(String name, List<SearchAnswer.Facet> values, PrintWriter out) {
    if (!values.isEmpty()) {
      out.printf("%n%s%n", name);
      values.forEach(facet -> out.printf("%8d  %s%n", facet.count(), facet.label()));
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
