package letopis.app;

import java.net.URISyntaxException;
import java.nio.file.Path;
import letopis.elasticsearch.NodeSettings;

/// Finds the server that the build put beside our jar.
public final class DistributionFile {
  private DistributionFile() {}

  /// The one that is named, or the one beside the jar; whether it is there is for the node to say.
  public static Path find() {
    String given = System.getProperty("letopis.elasticsearch.zip", "");
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    try {
      Path ours =
          Path.of(
              DistributionFile.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      // target/letopis.jar and target/classes alike.
      return ours.resolveSibling("elasticsearch")
          .resolve("elasticsearch-" + NodeSettings.VERSION + ".zip");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
