package letopis.cli.stages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.app.CommandFailure;

/// Reads the list of saved pages that `extract --manifest` takes: JSON Lines
/// `{"file","url","captured"}`.
final class Manifest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Manifest() {}

  /// One page of the list.
  ///
  /// @param file as written; the empty string where the line has none
  /// @param problem what is wrong with the line, naming it
  record Page(
      String file, Optional<URI> url, Optional<Instant> captured, Optional<String> problem) {
    static Page of(String file) {
      return new Page(file, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /// Every line that is not blank, in order. One bad line of thousands is that line's error.
  static List<Page> read(Path manifest) throws IOException {
    if (!Files.isReadable(manifest) || Files.isDirectory(manifest)) {
      throw CommandFailure.failed("cannot read " + manifest);
    }
    List<Page> pages = new ArrayList<>();
    int number = 0;
    String text = new String(Files.readAllBytes(manifest), StandardCharsets.UTF_8);
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      String json = line.startsWith("\ufeff") ? line.substring(1) : line;
      if (!json.isBlank()) {
        pages.add(page(json, manifest + ":" + number + ": "));
      }
    }
    return pages;
  }

  private static Page page(String line, String place) {
    String file = "";
    try {
      JsonNode node = JSON.readTree(line);
      file = node.path("file").asText("");
      if (file.isEmpty()) {
        return bad(file, place + "no \"file\"");
      }
      String address = node.path("url").asText("");
      Optional<URI> url = address.isEmpty() ? Optional.empty() : PageJobs.uri(address);
      String captured = node.path("captured").asText("");
      return new Page(
          file,
          url,
          captured.isEmpty() ? Optional.empty() : Optional.of(instant(captured)),
          Optional.empty());
    } catch (JsonProcessingException | DateTimeParseException e) {
      return bad(file, place + firstLine(e.getMessage()));
    }
  }

  private static Page bad(String file, String problem) {
    return new Page(file, Optional.empty(), Optional.empty(), Optional.of(problem));
  }

  /// A time without a zone is taken for UTC.
  private static Instant instant(String text) {
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    String time = text.strip().replace(' ', 'T');
    boolean zoned = time.matches(".*(?:Z|z|[+-]\\d\\d:?\\d\\d|[+-]\\d\\d)$");
    return OffsetDateTime.parse(zoned ? time : time + "Z").toInstant();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("unreadable");
  }
}
