package letopis.bench.search;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import letopis.api.ApiServer;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.app.Queries;
import letopis.app.Serving;
import letopis.bench.index.GeneratedArchive;
import letopis.bench.search.LoadBench.Load;
import letopis.search.DocumentSearch;
import letopis.search.SearchRequest;
import letopis.search.SearchRequest.Listing;
import letopis.search.SearchRequest.Sort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench search`: the API beside raw Elasticsearch with the same compiled queries, in turns.
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "Compares searches over the API with the same queries asked of " + "Elasticsearch.",
      "Fills an empty data folder with generated documents (one that an earlier "
          + "run filled is used again), then asks for hits, 3 facets, timeline and "
          + "highlights in one round trip, at 1, 8 and 32 clients. The clients run in "
          + "the process of the API. \"own ms\" is the processor time that this "
          + "process, clients included, used for a request, \"server ms\" that of "
          + "Elasticsearch. Use a --data folder of its own."
    })
public final class SearchBenchCommand implements Callable<Integer> {
  private static final int QUERIES = 500;
  private static final int HITS = 10;
  private static final String PARTS =
      "&facets=source,section,author&facet_size=10&timeline=month&size=" + HITS;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--documents",
      paramLabel = "N",
      defaultValue = "200000",
      description = "Documents to generate (default: ${DEFAULT-VALUE}).")
  private int documents;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "15",
      description = "Length of each run (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Runs of each kind, in turns; medians are shown (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--clients",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,8,32",
      description = "How many clients send at the same time (default: ${DEFAULT-VALUE}).")
  private List<Integer> clients = List.of();

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "90",
      description = {
        "Seconds of the API, and a quarter of it of Elasticsearch, before measuring, with 8"
            + " clients",
        "and rare words, which are answered soon: what runs once a request is compiled in full"
            + " after",
        "ten thousand of them (default: ${DEFAULT-VALUE})."
      })
  private int warmUp;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (App app = App.service(options)) {
      GeneratedArchive archive = new GeneratedArchive(43);
      DocumentSearch search = new DocumentSearch(app.indices(), app.configuration(), app.clock());
      long there = search.search(SearchRequest.everything()).total().value();
      if (there == 0) {
        spec.commandLine().getErr().println("Generating " + documents + " documents ...");
        archive.write(app.indices(), documents);
      } else if (there != documents) {
        throw CommandFailure.failed(
            "the archive has " + there + " documents already; use a --data folder of its own");
      }
      ApiServer server = Serving.start(app, Serving.settings(app, "127.0.0.1", 0, List.of()));
      LoadBench bench = new LoadBench(app.elasticsearch());
      List<String> rare = new GeneratedArchive(43).rareWords(QUERIES);
      bench.run(raw(app, search, rare), 8, Duration.ofSeconds(warmUp / 4));
      bench.run(api(server.address(), rare), 8, Duration.ofSeconds(warmUp));
      List<String> queries = new GeneratedArchive(43).queries(QUERIES);
      measure(
          bench,
          api(server.address(), queries),
          raw(app, search, queries),
          spec.commandLine().getOut());
      return 0;
    }
  }

  private static List<HttpRequest> api(URI server, List<String> queries) {
    return queries.stream()
        .map(q -> "/api/v1/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + PARTS)
        .map(path -> HttpRequest.newBuilder(server.resolve(path)).build())
        .toList();
  }

  private static List<HttpRequest> raw(App app, DocumentSearch search, List<String> queries)
      throws IOException {
    Listing listing = new Listing(Sort.RELEVANCE, false, HITS, Optional.empty());
    URI target =
        app.elasticsearch().address().resolve("/" + app.indices().documents() + "/_search");
    List<HttpRequest> requests = new ArrayList<>();
    for (String q : queries) {
      byte[] body =
          search
              .compiled(Queries.request(q).with(GeneratedArchive.BREAKDOWN).with(listing))
              .toString()
              .getBytes(StandardCharsets.UTF_8);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(target)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body));
      app.elasticsearch()
          .authorization()
          .ifPresent(value -> request.header("Authorization", value));
      requests.add(request.build());
    }
    return requests;
  }

  private void measure(
      LoadBench bench, List<HttpRequest> api, List<HttpRequest> raw, PrintWriter out)
      throws IOException, InterruptedException {
    Duration time = Duration.ofSeconds(seconds);
    bench.run(raw, 8, time);
    bench.run(api, 8, time);
    out.printf(
        "%-8s %-6s %9s %9s %9s %9s %9s %7s%n",
        "clients", "what", "req/s", "p50 ms", "p99 ms", "own ms", "server ms", "errors");
    for (int sending : clients) {
      List<Load> raws = new ArrayList<>();
      List<Load> apis = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        raws.add(bench.run(raw, sending, time));
        apis.add(bench.run(api, sending, time));
      }
      Load one = median(raws);
      Load other = median(apis);
      row(out, sending, "raw", one);
      row(out, sending, "api", other);
      out.printf(
          Locale.ROOT,
          "%-8d %-6s %9.2f %9.2f %9.2f%n",
          sending,
          "ratio",
          other.rate() / one.rate(),
          other.p50() / one.p50(),
          other.p99() / one.p99());
      out.flush();
    }
  }

  private static void row(PrintWriter out, int sending, String what, Load load) {
    out.printf(
        Locale.ROOT,
        "%-8d %-6s %9.1f %9.2f %9.2f %9.2f %9.2f %7d%n",
        sending,
        what,
        load.rate(),
        load.p50(),
        load.p99(),
        load.own(),
        load.server(),
        load.errors());
  }

  private static Load median(List<Load> loads) {
    return new Load(
        middle(loads.stream().mapToDouble(Load::rate).sorted().toArray()),
        middle(loads.stream().mapToDouble(Load::p50).sorted().toArray()),
        middle(loads.stream().mapToDouble(Load::p99).sorted().toArray()),
        middle(loads.stream().mapToDouble(Load::own).sorted().toArray()),
        middle(loads.stream().mapToDouble(Load::server).sorted().toArray()),
        loads.stream().mapToLong(Load::errors).sum());
  }

  private static double middle(double[] sorted) {
    return sorted[sorted.length / 2];
  }
}
