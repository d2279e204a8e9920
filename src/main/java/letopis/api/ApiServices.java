package letopis.api;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import letopis.api.sources.CoverageBoard;
import letopis.archive.WarcArchive;
import letopis.index.Indices;
import letopis.index.state.Coverage;
import letopis.search.DocumentSearch;
import letopis.sources.Configuration;
import letopis.sources.Source;
import letopis.text.Outlets;
import letopis.trace.SightSource;
import letopis.trace.Tracer;
import letopis.watch.Watches;

/// What the API serves from: opened and closed by the composition root.
///
/// @param data the data folder; its free space is part of being ready
/// @param indices the archive's indices, on an open connection
/// @param archive the saved captures
/// @param metrics the registry of the whole process, shown at `/metrics`
public record ApiServices(
    Clock clock,
    Path data,
    Configuration configuration,
    Indices indices,
    WarcArchive archive,
    PrometheusMeterRegistry metrics) {
  public ApiServices {
    Objects.requireNonNull(clock);
    Objects.requireNonNull(data);
    Objects.requireNonNull(configuration);
    Objects.requireNonNull(indices);
    Objects.requireNonNull(archive);
    Objects.requireNonNull(metrics);
  }

  /// Search with the topics, places and source names of the configuration.
  DocumentSearch search() {
    return new DocumentSearch(indices, configuration, clock);
  }

  /// The saved searches; somebody must check them, see [letopis.watch.WatchRunner].
  public Watches watches() {
    return new Watches(indices, search(), clock, configuration.crawler()::mayBePrivate);
  }

  /// What could be seen when.
  SightSource sight() {
    return sight(indices, configuration, clock);
  }

  /// Traces through this archive.
  Tracer tracer() {
    return tracer(indices, configuration, clock);
  }

  /// Traces through an archive, with the names of the configured sources.
  public static Tracer tracer(Indices indices, Configuration configuration, Clock clock) {
    Map<String, List<String>> names =
        configuration.sources().stream().collect(Collectors.toMap(Source::id, Source::names));
    SightSource sight = sight(indices, configuration, clock);
    return new Tracer(indices, Outlets.bundled().with(names), sight, clock);
  }

  private static SightSource sight(Indices indices, Configuration configuration, Clock clock) {
    return new CoverageBoard(new Coverage(indices), configuration, clock);
  }
}
