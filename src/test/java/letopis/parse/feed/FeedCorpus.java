package letopis.parse.feed;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import letopis.parse.FeedInput;
import letopis.support.TarGz;

/// The feed sets of the real data.
final class FeedCorpus {
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  static final URI BASE = URI.create("http://127.0.0.1:8097/tests/feed.xml");

  private FeedCorpus() {}

  static Path folder() {
    Path folder = Path.of(System.getProperty("letopis.realdata")).resolve("2-feeds");
    assumeTrue(Files.isDirectory(folder), "no real data at " + folder);
    return folder;
  }

  /// Sets by name, with all their files.
  static Map<String, List<TarGz.File>> sets() throws IOException {
    Map<String, List<TarGz.File>> sets = new LinkedHashMap<>();
    try (Stream<Path> archives = Files.list(folder())) {
      for (Path archive :
          archives.filter(f -> f.toString().endsWith(".tar.gz")).sorted().toList()) {
        sets.put(archive.getFileName().toString().replace(".tar.gz", ""), TarGz.read(archive));
      }
    }
    List<TarGz.File> russian = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder().resolve("ru-realworld"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (file.toString().endsWith(".tar.gz")) {
          sets.put("ru-polls", TarGz.read(file));
        } else {
          russian.add(new TarGz.File(file.getFileName().toString(), Files.readAllBytes(file)));
        }
      }
    }
    sets.put("ru-realworld", russian);
    return sets;
  }

  static FeedInput input(byte[] bytes) {
    return input(bytes, Optional.empty(), BASE);
  }

  static FeedInput input(byte[] bytes, Optional<String> contentType, URI base) {
    return new FeedInput(bytes, contentType, base, NOW, ZoneOffset.UTC);
  }
}
