package letopis.bench.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import letopis.bench.TarGz;
import letopis.parse.FeedInput;

/// The sets of the real data that hold feeds, captures of posts, sitemaps and robots files.
final class FeedSuites {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  /// The address that the expectations of several sets resolve relative links with.
  static final URI BASE = URI.create("http://127.0.0.1:8097/tests/feed.xml");

  private final Path folder;

  /// @param folder of the real data
  FeedSuites(Path folder) {
    this.folder = folder;
  }

  /// The feeds: by the name of their set, the files by their names.
  Map<String, Map<String, byte[]>> feeds() throws IOException {
    Map<String, Map<String, byte[]>> sets = new TreeMap<>();
    Path feeds = folder.resolve("2-feeds");
    for (Path archive : files(feeds, 1)) {
      sets.put(name(archive), TarGz.read(archive));
    }
    Map<String, byte[]> russian = new LinkedHashMap<>();
    for (Path file : files(feeds.resolve("ru-realworld"), 9)) {
      if (file.toString().endsWith(".tar.gz")) {
        sets.put(name(file), TarGz.read(file));
      } else {
        russian.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    sets.put("ru-realworld", russian);
    return sets;
  }

  /// Whether a file says what is expected of another.
  static boolean isExpectation(String name, Map<String, byte[]> set) {
    String stem = name.replaceFirst("(\\.serde)?\\.json$", "");
    return name.contains("/output/") || !stem.equals(name) && set.containsKey(stem + ".xml");
  }

  /// Captures of Telegram, VK and Mastodon, by platform.
  Map<String, Map<String, byte[]>> posts() throws IOException {
    Map<String, Map<String, byte[]>> sets = new TreeMap<>();
    for (Path file : files(folder.resolve("3-social"), 2)) {
      sets.computeIfAbsent(
              String.valueOf(file.getParent().getFileName()), _ -> new LinkedHashMap<>())
          .put(file.getFileName().toString(), unwrapped(Files.readAllBytes(file)));
    }
    return sets;
  }

  /// Some captures are kept with their request around them.
  private static byte[] unwrapped(byte[] bytes) throws IOException {
    JsonNode response = bytes[0] == '{' ? JSON.readTree(bytes).path("response") : JSON.nullNode();
    return response.isArray() || response.has("id") || response.has("descendants")
        ? JSON.writeValueAsBytes(response)
        : bytes;
  }

  /// Real robots.txt files.
  Map<String, byte[]> robots() throws IOException {
    return cases("protego-realworld-robots");
  }

  /// Sitemaps, and feeds that stand for them, of other people's tests.
  Map<String, byte[]> sitemaps() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>(cases("crawler-commons"));
    files.putAll(cases("stormcrawler"));
    files.keySet().removeIf(name -> !name.matches(".*(?:sitemap[s.]|Sitemap|rss/|atom).*"));
    files.keySet().removeIf(name -> name.contains("/robots/"));
    return files;
  }

  /// What a reader is given of a file.
  static FeedInput input(byte[] bytes, Optional<String> contentType, URI base) {
    return new FeedInput(bytes, contentType, base, NOW, ZoneOffset.UTC);
  }

  /// Robots files, sitemaps or texts of one set; none when it is not there.
  Map<String, byte[]> cases(String set) throws IOException {
    Path archive = folder.resolve("4-robots-sitemaps-charset").resolve(set + ".tar.gz");
    return Files.exists(archive) ? TarGz.read(archive) : Map.of();
  }

  private static List<Path> files(Path folder, int depth) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String name(Path archive) {
    return archive.getFileName().toString().replace(".tar.gz", "");
  }
}
