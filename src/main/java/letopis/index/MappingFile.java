package letopis.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import letopis.elasticsearch.Elasticsearch;

/// One file of `index-mappings`: the only truth about the indices made from it.
///
/// @param name the file's name without `.json`
/// @param body as Elasticsearch takes it: `settings` and `mappings`
public record MappingFile(String name, JsonNode body) {
  private static final String FOLDER = "index-mappings";

  public MappingFile {
    Objects.requireNonNull(name);
    if (!body.at("/mappings/_meta/version").canConvertToInt()) {
      throw new IllegalArgumentException(name + ".json has no mappings._meta.version");
    }
  }

  /// The step of the mapping; an index belongs to one version for ever.
  public int version() {
    return body.at("/mappings/_meta/version").asInt();
  }

  /// The fields at the top.
  public ObjectNode properties() {
    return (ObjectNode) body.at("/mappings/properties");
  }

  /// The files that the program was built with, by name.
  public static List<MappingFile> bundled() {
    URL folder = MappingFile.class.getResource("/" + FOLDER + "/documents.json");
    if (folder == null) {
      throw new IllegalStateException("built without " + FOLDER);
    }
    try {
      URI uri = folder.toURI();
      if (!uri.getScheme().equals("jar")) {
        return in(Path.of(uri).getParent());
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return in(jar.getPath(FOLDER));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The files of a folder, by name.
  public static List<MappingFile> in(Path folder) throws IOException {
    List<MappingFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.sorted().toList()) {
        String name = path.getFileName().toString();
        if (name.endsWith(".json")) {
          try (InputStream bytes = Files.newInputStream(path)) {
            files.add(
                new MappingFile(
                    name.substring(0, name.length() - 5), Elasticsearch.JSON.readTree(bytes)));
          }
        }
      }
    }
    return files;
  }
}
