package letopis.app;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of every command that works with the archive: add them with `@Mixin`.
public final class CommonOptions {
  private static final Path CONFIG = Path.of("crawler-config");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Folder of everything the archive keeps (default: ${DEFAULT-VALUE}).")
  Path data = Path.of("data");

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description =
          "Folder of sources and settings (default: the folder config in --data if it is there, as"
              + " the demo's is, else crawler-config).")
  @Nullable Path config;

  @Option(
      names = "--elasticsearch",
      paramLabel = "URL",
      description =
          "Use this Elasticsearch 9 instead of the local one. Credentials come from the"
              + " environment: LETOPIS_ES_API_KEY, or LETOPIS_ES_USER and LETOPIS_ES_PASSWORD;"
              + " LETOPIS_ES_CA names the file of its certificate authority (PEM).")
  @Nullable URI elasticsearch;

  @Option(names = "--json", description = "Print JSON for machines on stdout, all else on stderr.")
  boolean json;

  /// The data folder.
  public Path data() {
    return data;
  }

  /// The configuration folder: the one given, else the data folder's own, else `crawler-config`
  /// where it exists. The demo keeps its configuration with its data: without it a command beside
  /// the demo would not know the names by which its texts cite its sources.
  public Optional<Path> config() {
    Path own = data.resolve("config");
    return Optional.ofNullable(config)
        .or(() -> Files.isDirectory(own) ? Optional.of(own) : Optional.empty())
        .or(() -> Files.isDirectory(CONFIG) ? Optional.of(CONFIG) : Optional.empty());
  }

  /// The address of a cluster that is not ours, with `LETOPIS_ELASTICSEARCH` as its other place.
  public Optional<URI> elasticsearch() {
    return Optional.ofNullable(elasticsearch)
        .or(
            () ->
                Optional.ofNullable(System.getenv("LETOPIS_ELASTICSEARCH"))
                    .filter(url -> !url.isBlank())
                    .map(URI::create));
  }

  /// Whether to print for machines.
  public boolean json() {
    return json;
  }
}
