package letopis.cli.stages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import letopis.document.Attribution;
import letopis.document.Claimed;
import letopis.document.Image;
import letopis.document.Precision;
import letopis.parse.Entry;

/// The JSON of one entry as `feed` prints it.
final class EntryJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EntryJson() {}

  static ObjectNode error(String file, String message) {
    return JSON.createObjectNode().put("file", file).put("error", message);
  }

  /// @param zone of times written without an offset
  static ObjectNode line(String file, Entry entry, ZoneId zone) {
    ObjectNode line = JSON.createObjectNode().put("file", file);
    line.put("id", orNull(entry.id()));
    line.put("url", entry.url().orElse(null));
    line.put("title", orNull(entry.title()));
    line.put("summary", orNull(entry.summary()));
    line.put("content", orNull(entry.content()));
    line.put("published", entry.published().map(claim -> published(claim, zone)).orElse(null));
    line.put("updated", entry.updated().map(at -> updated(at, entry.published())).orElse(null));
    entry.authors().forEach(line.putArray("authors")::add);
    entry.categories().forEach(line.putArray("categories")::add);
    ArrayNode enclosures = line.putArray("enclosures");
    for (Entry.Enclosure enclosure : entry.enclosures()) {
      ObjectNode node = enclosures.addObject().put("url", enclosure.url());
      node.put("type", enclosure.type().orElse(null));
      node.put("length", enclosure.length() < 0 ? null : enclosure.length());
    }
    ArrayNode images = line.putArray("images");
    for (Image image : entry.images()) {
      images.addObject().put("url", image.url()).put("caption", image.caption().orElse(null));
    }
    ArrayNode attributions = line.putArray("attributions");
    for (Attribution attribution : entry.attributions()) {
      attributions
          .addObject()
          .put("how", attribution.how().label())
          .put("name", attribution.name())
          .put("url", attribution.url().orElse(null));
    }
    line.put("lang", entry.lang().orElse(null));
    line.put("views", entry.views() < 0 ? null : entry.views());
    ArrayNode marks = line.putArray("marks");
    entry.marks().stream().map(Entry.Mark::label).sorted().forEach(marks::add);
    return line;
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /// With the offset that was written; a date when only the day is known.
  private static String published(Claimed claim, ZoneId zone) {
    ZoneOffset offset = claim.offset().orElseGet(() -> zone.getRules().getOffset(claim.at()));
    return claim.precision() == Precision.DAY
        ? claim.at().atOffset(offset).toLocalDate().toString()
        : claim.at().atOffset(offset).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private static String updated(Instant at, Optional<Claimed> published) {
    ZoneOffset offset = published.flatMap(Claimed::offset).orElse(ZoneOffset.UTC);
    return at.atOffset(offset).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }
}
