package letopis.bench.resilience;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The configuration of a crawler of a [MovingWeb] and the folder of its data.
///
/// @param agent version in its User-Agent, which tells several crawlers apart in the web's log
/// @param delay between requests to one host, as in `crawler.yaml`
record CrawlFolder(Path folder, String agent, String delay, String spool) {
  Path data() {
    return folder.resolve("data");
  }

  /// Writes the configuration; every source is looked at once a minute.
  ///
  /// @return the arguments of `crawl`
  List<String> arguments(List<URI> feeds, URI elasticsearch) throws IOException {
    Path sources = folder.resolve("config").resolve("sources");
    Files.createDirectories(sources);
    Files.createDirectories(data());
    Files.writeString(
        sources.resolveSibling("crawler.yaml"),
        """
        agent: {name: Letopis, version: "%s"}
        politeness: {delay: %s, parallel: 1}
        schedule: {first: 1m, shortest: 1m, longest: 1m}
        storage: {spool: %s}
        allow_private: ["*"]
        """
            .formatted(agent, delay, spool));
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < feeds.size(); i++) {
      list.append(
          "- {id: outlet-%1$d, name: Outlet %1$d, rss: \"%2$s\", every: 1m}\n"
              .formatted(i + 1, feeds.get(i)));
    }
    Files.writeString(sources.resolve("outlets.yaml"), list);
    return List.of(
        "crawl",
        "--config",
        sources.getParent().toString(),
        "--data",
        data().toString(),
        "--elasticsearch",
        elasticsearch.toString());
  }

  Path log() {
    return folder.resolve("crawler.log");
  }

  /// Bytes of the files in a folder of the data; 0 while it is not there.
  long bytes(String name) throws IOException {
    long bytes = 0;
    if (!Files.isDirectory(data().resolve(name))) {
      return bytes;
    }
    try (Stream<Path> files = Files.list(data().resolve(name))) {
      for (Path file : files.toList()) {
        // A file may end between the two.
        bytes += Files.exists(file) ? Files.size(file) : 0;
      }
    }
    return bytes;
  }
}
