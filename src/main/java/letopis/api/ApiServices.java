package letopis.api;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import letopis.sources.Configuration;

/// What the API serves from: made by the composition root, closed by it.
///
/// @param data the data folder; its free space is part of being ready
/// @param metrics the registry of the whole process, shown at `/metrics`
public record ApiServices(
    Clock clock, Path data, Configuration configuration, PrometheusMeterRegistry metrics) {
  public ApiServices {
    Objects.requireNonNull(clock);
    Objects.requireNonNull(data);
    Objects.requireNonNull(configuration);
    Objects.requireNonNull(metrics);
  }
}
