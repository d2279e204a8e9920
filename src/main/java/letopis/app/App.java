package letopis.app;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import letopis.archive.WarcArchive;
import letopis.elasticsearch.Elasticsearch;
import letopis.elasticsearch.LocalElasticsearch;
import letopis.elasticsearch.LocalElasticsearch.Use;
import letopis.elasticsearch.NodeFailure;
import letopis.elasticsearch.NodeSettings;
import letopis.index.Difference;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.sources.Configuration;
import letopis.sources.CrawlerSettings;
import org.jspecify.annotations.Nullable;

/// The composition root: makes each part with `new` when it is first asked for, in flow order, and
/// closes what was opened in reverse order. Used by one command on one thread.
public final class App implements AutoCloseable {
  private static final String PREFIX = "letopis";

  /// Longer than any answer that a crawler asks for takes, but for a sick Elasticsearch.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// A start takes 5 to 10 seconds where the machine is free.
  private static final Duration NOTICE = Duration.ofSeconds(30);

  private final CommonOptions options;
  private final Use use;
  private final Clock clock;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private @Nullable Configuration configuration;
  private @Nullable Elasticsearch elasticsearch;
  private boolean checked;
  private @Nullable Indices indices;
  private @Nullable Indices crawlIndices;
  private @Nullable DocumentStore documents;
  private @Nullable WarcArchive archive;
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private boolean closed;

  private App(CommonOptions options, Use use, Clock clock) {
    this.options = Objects.requireNonNull(options);
    this.use = use;
    this.clock = clock;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
  }

  /// For a command that does some work. Nothing is opened yet.
  public static App of(CommonOptions options) {
    return new App(options, Use.WORK, Clock.systemUTC());
  }

  /// For the service, which has its data folder for itself. Nothing is opened yet.
  public static App service(CommonOptions options) {
    return new App(options, Use.SERVICE, Clock.systemUTC());
  }

  /// The service with a configuration and a clock of its own: the demo.
  public static App service(CommonOptions options, Configuration configuration, Clock clock) {
    App app = new App(options, Use.SERVICE, clock);
    app.configuration = configuration;
    return app;
  }

  /// Our clock.
  public Clock clock() {
    return clock;
  }

  /// The data folder.
  public Path data() {
    return options.data();
  }

  /// The checked configuration.
  ///
  /// @throws CommandFailure with every mistake in it
  public Configuration configuration() {
    if (configuration == null) {
      configuration = options.config().map(App::load).orElse(Configuration.EMPTY);
    }
    return configuration;
  }

  private static Configuration load(Path folder) {
    return switch (Configuration.load(folder)) {
      case Configuration.Ready ready -> ready.configuration();
      case Configuration.Invalid invalid ->
          throw CommandFailure.failed(
              invalid.problems().stream()
                  .map(problem -> folder.resolve(problem.file()) + line(problem))
                  .collect(Collectors.joining("\n")));
    };
  }

  private static String line(Configuration.Problem problem) {
    return (problem.line() > 0 ? ":" + problem.line() : "") + ": " + problem.message();
  }

  /// The open Elasticsearch: the one given, else that of the data folder, started when needed.
  ///
  /// @throws CommandFailure when it cannot be had
  public synchronized Elasticsearch elasticsearch() {
    Elasticsearch open = connection();
    if (!checked) {
      try {
        RemoteElasticsearch.check(open);
        checked = true;
      } catch (IOException e) {
        throw CommandFailure.failed(
            "Elasticsearch at " + open.address() + " does not answer: " + e);
      }
    }
    return open;
  }

  /// The connection, whether or not a given Elasticsearch answers.
  private Elasticsearch connection() {
    if (elasticsearch == null) {
      Optional<URI> given = options.elasticsearch();
      elasticsearch =
          given.isPresent()
              ? keep(RemoteElasticsearch.connect(given.get(), System.getenv()))
              : local();
      checked = given.isEmpty();
    }
    return elasticsearch;
  }

  /// The indices for a crawler, which goes on without Elasticsearch: nothing waits long for an
  /// answer, and the first one is followed by the checks of [#indices].
  public synchronized Indices crawlIndices() {
    if (crawlIndices == null) {
      crawlIndices = new Indices(connection().impatient(PATIENCE, this::welcome), PREFIX, clock);
    }
    return crawlIndices;
  }

  private synchronized void welcome() throws IOException {
    try {
      if (!checked) {
        RemoteElasticsearch.check(connection());
        checked = true;
      }
      indices();
    } catch (CommandFailure e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /// Whether Elasticsearch answers, asked with little patience.
  ///
  /// @throws CommandFailure when it does, and cannot be used
  public boolean met() {
    try {
      crawlIndices().elasticsearch().request("GET", "/_nodes/_local/_none");
      return true;
    } catch (IOException e) {
      if (e.getCause() instanceof CommandFailure unfit) {
        throw unfit;
      }
      return false;
    }
  }

  private Elasticsearch local() {
    NodeSettings settings =
        NodeSettings.in(
            options.data(), DistributionFile.find(), configuration().crawler().storage().heap());
    try (StillWaiting _ = StillWaiting.say("Elasticsearch is still starting", NOTICE, System.err)) {
      LocalElasticsearch local = keep(LocalElasticsearch.open(settings, use));
      return local.connection();
    } catch (NodeFailure e) {
      throw CommandFailure.failed(describe(e, settings));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("interrupted while Elasticsearch was starting");
    }
  }

  private static String describe(NodeFailure failure, NodeSettings settings) {
    List<String> log = failure.log();
    return "Elasticsearch cannot be used: "
        + failure.getMessage()
        + (log.isEmpty()
            ? ""
            : "\nIts last lines (more in "
                + settings.data().resolve("elasticsearch/logs")
                + "):\n  "
                + String.join("\n  ", log));
  }

  /// The indices of the archive, created where they are missing and checked against
  /// `index-mappings`.
  ///
  /// @throws CommandFailure when a live index differs from its file
  public synchronized Indices indices() throws IOException {
    if (indices == null) {
      Indices all = uncheckedIndices();
      List<Difference> differences = all.verify();
      if (!differences.isEmpty()) {
        throw CommandFailure.failed(
            "the indices are not as index-mappings says:\n"
                + differences.stream()
                    .map(difference -> "  " + difference)
                    .collect(Collectors.joining("\n")));
      }
      all.init();
      indices = all;
    }
    return indices;
  }

  /// The indices as they are, neither checked nor created.
  public Indices uncheckedIndices() {
    return new Indices(elasticsearch(), PREFIX, clock);
  }

  /// The documents of the archive.
  public DocumentStore documents() throws IOException {
    if (documents == null) {
      documents = new DocumentStore(indices());
    }
    return documents;
  }

  /// The saved captures, in `<data>/archive`: one for all parts of a process.
  public WarcArchive archive() throws IOException {
    if (archive == null) {
      CrawlerSettings settings = configuration().crawler();
      archive =
          keep(
              WarcArchive.open(
                  archiveFolder(),
                  new WarcArchive.Rules(
                      settings.storage().warcFile(),
                      settings.agent().userAgent(),
                      settings.storage().keep()),
                  clock));
    }
    return archive;
  }

  /// Where the WARC files are.
  Path archiveFolder() {
    return data().resolve("archive");
  }

  /// The figures of this process.
  public PrometheusMeterRegistry metrics() {
    return metrics;
  }

  /// Keeps something to be closed with this, before everything opened earlier.
  public <T extends AutoCloseable> T keep(T part) {
    opened.push(part);
    return part;
  }

  /// Closes everything, the last opened first. Safe to call twice and from a shutdown hook.
  @Override
  public void close() {
    synchronized (opened) {
      if (closed) {
        return;
      }
      closed = true;
      while (!opened.isEmpty()) {
        AutoCloseable part = opened.pop();
        try {
          part.close();
        } catch (Exception e) {
          // The rest must still be closed; there is nobody left who could act on this.
          System.err.println("letopis: closing " + part.getClass().getSimpleName() + ": " + e);
        }
      }
    }
  }
}
