package letopis.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import letopis.app.CommandFailure;

/// Reads the shared real data (`letopis.realdata`): gzipped JSON Lines, never copied into the
/// project.
public final class RealData {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  /// @param folder of the data; need not exist, see [#present]
  public RealData(Path folder) {
    this.folder = folder;
  }

  /// The folder that the system property names, or the one beside the project.
  public static RealData fromSystem() {
    return new RealData(Path.of(System.getProperty("letopis.realdata", "../shared/realdata")));
  }

  /// The same for a command, which cannot do without it.
  ///
  /// @throws CommandFailure when it is not there
  public static RealData required() {
    RealData data = fromSystem();
    if (!data.present()) {
      throw CommandFailure.failed(
          "The real data is not there; name its folder by"
              + " LETOPIS_JAVA_OPTS=-Dletopis.realdata=DIR.");
    }
    return data;
  }

  /// Whether it is there at all.
  public boolean present() {
    return Files.isDirectory(folder);
  }

  /// Where a file is.
  ///
  /// @param file relative
  public Path file(String file) {
    return folder.resolve(file);
  }

  /// The folder.
  public Path folder() {
    return folder;
  }

  /// Every record of one file, in order.
  ///
  /// @param file relative, such as `5-news-corpora/polit-ru-2022.jsonl.gz`
  public List<JsonNode> read(String file) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    for (String line : lines(file)) {
      records.add(JSON.readTree(line));
    }
    return records;
  }

  /// Every line of one file, in order.
  ///
  /// @param file relative; unpacked when it ends with `.gz`
  public List<String> lines(String file) throws IOException {
    try (InputStream raw = Files.newInputStream(folder.resolve(file));
        InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }
}
