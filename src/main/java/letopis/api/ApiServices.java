package letopis.api;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import letopis.index.Indices;
import letopis.sources.Configuration;

/// What the API serves from: made by the composition root, closed by it.
///
/// @param data the data folder; its free space is part of being ready
/// @param indices the archive's indices, on an open connection
/// @param metrics the registry of the whole process, shown at `/metrics`
public record ApiServices(
    Clock clock,
    Path data,
    Configuration configuration,
    Indices indices,
    PrometheusMeterRegistry metrics) {
  public ApiServices {
    Objects.requireNonNull(clock);
    Objects.requireNonNull(data);
    Objects.requireNonNull(configuration);
    Objects.requireNonNull(indices);
    Objects.requireNonNull(metrics);
  }
}
