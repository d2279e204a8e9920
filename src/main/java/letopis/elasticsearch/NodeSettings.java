package letopis.elasticsearch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// How to run the managed node.
///
/// @param data the data folder of Letopis; the node keeps to its `elasticsearch` folder
/// @param zip the official minimal distribution
/// @param heap bytes, at least 128 MiB
/// @param port to listen on; 0 for any free one
/// @param javaHome of the Java that runs it, 25 or newer (our plugin is compiled for it)
/// @param patience how long it may take to answer
public record NodeSettings(
    Path data, Path zip, long heap, int port, Path javaHome, Duration patience) {
  /// Version of the distribution that the build brings.
  public static final String VERSION = "9.5.3";

  public NodeSettings {
    data = data.toAbsolutePath().normalize();
    Objects.requireNonNull(zip);
    Objects.requireNonNull(javaHome);
    Objects.requireNonNull(patience);
    if (heap < 128L << 20) {
      throw new IllegalArgumentException("a heap of " + heap + " bytes is too small");
    }
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port " + port);
    }
  }

  /// The usual node: any free port, our own Java, a quarter of an hour, since a busy machine with a
  /// slow disk may need minutes for the first start.
  public static NodeSettings in(Path data, Path zip, long heap) {
    return new NodeSettings(
        data, zip, heap, 0, Path.of(System.getProperty("java.home")), Duration.ofMinutes(15));
  }

  /// The same with a port to listen on.
  public NodeSettings withPort(int other) {
    return new NodeSettings(data, zip, heap, other, javaHome, patience);
  }

  Path root() {
    return data.resolve("elasticsearch");
  }

  Path home() {
    return root().resolve("elasticsearch-" + VERSION);
  }

  Path config() {
    return root().resolve("config");
  }

  Path logs() {
    return root().resolve("logs");
  }

  Path tmp() {
    return root().resolve("tmp");
  }

  Path indices() {
    return root().resolve("data");
  }

  /// All folders that the node writes to.
  List<Path> folders() {
    return List.of(config(), logs(), tmp(), indices(), snapshots());
  }

  /// Where snapshots may be written: the only `path.repo` of the node.
  public Path snapshots() {
    return root().resolve("snapshots");
  }
}
