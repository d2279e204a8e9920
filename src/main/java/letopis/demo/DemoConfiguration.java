package letopis.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import letopis.sources.Configuration;
import letopis.sources.CrawlerSettings;

/// The configuration of the demo: ordinary files, written into a folder where a reader can look at
/// them, and read from there like any other configuration.
public final class DemoConfiguration {
  private static final List<String> FILES =
      List.of("crawler.yaml", "topics.yaml", "places.yaml", "sources/zalesye.yaml");

  private DemoConfiguration() {}

  /// Writes the files and reads them; the crawler's proxy is the demo's gateway.
  ///
  /// @param folder made when missing; files of these names are overwritten
  public static Configuration load(Path folder, DemoWeb web) throws IOException {
    for (String file : FILES) {
      Path target = folder.resolve(file);
      Files.createDirectories(target.getParent());
      Files.writeString(target, Region.resource("/demo/config/" + file));
    }
    return switch (Configuration.load(folder)) {
      case Configuration.Ready ready -> throughGateway(ready.configuration(), web);
      case Configuration.Invalid invalid ->
          throw new IllegalStateException(
              invalid.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
    };
  }

  private static Configuration throughGateway(Configuration configuration, DemoWeb web) {
    CrawlerSettings given = configuration.crawler();
    CrawlerSettings settings =
        new CrawlerSettings(
            given.agent(),
            given.politeness(),
            given.limits(),
            given.schedule(),
            given.storage(),
            given.hosts(),
            given.hostMap(),
            given.allowPrivate(),
            Optional.of(web.gateway()));
    return new Configuration(
        settings, configuration.sources(), configuration.topics(), configuration.places());
  }
}
