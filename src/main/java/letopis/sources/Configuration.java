package letopis.sources;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A whole configuration folder, checked.
///
/// @param sources in the order of file names and lines
public record Configuration(
    CrawlerSettings crawler, List<Source> sources, List<Topic> topics, List<Place> places) {
  /// Default settings and nothing configured.
  public static final Configuration EMPTY =
      new Configuration(CrawlerSettings.DEFAULTS, List.of(), List.of(), List.of());

  public Configuration {
    Objects.requireNonNull(crawler);
    sources = List.copyOf(sources);
    topics = List.copyOf(topics);
    places = List.copyOf(places);
  }

  /// Reads `crawler.yaml`, `topics.yaml`, `places.yaml` and `sources/*.yaml` of a folder. A file
  /// that does not exist counts as empty; a folder that does not exist is a problem.
  public static Loaded load(Path dir) {
    return new ConfigurationReader(dir).read();
  }

  /// The source with this id.
  public Optional<Source> source(String id) {
    return sources.stream().filter(source -> source.id().equals(id)).findFirst();
  }

  /// What loading gave.
  public sealed interface Loaded {}

  /// All files are right.
  public record Ready(Configuration configuration) implements Loaded {}

  /// At least one mistake: all of them, in the order of files and lines.
  public record Invalid(List<Problem> problems) implements Loaded {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }

  /// One mistake.
  ///
  /// @param file relative to the configuration folder
  /// @param line 1-based; 0 when the whole file is meant
  public record Problem(String file, int line, String message) {
    @Override
    public String toString() {
      return line > 0 ? file + ":" + line + ": " + message : file + ": " + message;
    }
  }
}
