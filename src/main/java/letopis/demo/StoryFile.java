package letopis.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `demo/stories.txt`; its head describes the format.
///
/// @param lastDay the day that the file counts back from
record StoryFile(LocalDate lastDay, ZoneId zone) {
  private static final String EDITED = "-- edited";

  List<Story> read(String file) {
    List<Story> stories = new ArrayList<>();
    for (String block : file.split("(?m)^== ")) {
      if (!block.startsWith("#")) {
        stories.add(story(block.strip().lines().toList()));
      }
    }
    return stories;
  }

  private Story story(List<String> lines) {
    int blank = lines.indexOf("");
    Map<String, String> head = head(lines.subList(1, blank));
    List<String> text = lines.subList(blank + 1, lines.size());
    Instant at = instant(head.get("at"));
    List<Story.Text> texts = new ArrayList<>();
    int edit = text.indexOf(EDITED);
    texts.add(wording(at, edit < 0 ? text : text.subList(0, edit)));
    if (edit >= 0) {
      texts.add(wording(instant(head.get("edited")), text.subList(edit + 1, text.size())));
    }
    return new Story(
        lines.getFirst().strip(),
        0,
        Outlet.of(head.get("outlet")),
        at,
        optional(head, "claims").map(this::instant).orElse(at),
        new Story.Labels(
            optional(head, "section"),
            optional(head, "tags").map(tags -> List.of(tags.split(" "))).orElse(List.of()),
            optional(head, "author")),
        new Story.Relations(
            optional(head, "link"),
            optional(head, "forward"),
            optional(head, "review").map(rating -> new Story.Review(head.get("claim"), rating))),
        texts,
        optional(head, "removed").map(this::instant));
  }

  private static Map<String, String> head(List<String> lines) {
    Map<String, String> head = new HashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(": ");
      head.put(line.substring(0, colon), line.substring(colon + 2).strip());
    }
    return head;
  }

  private static Story.Text wording(Instant from, List<String> lines) {
    return new Story.Text(from, lines.getFirst(), lines.subList(1, lines.size()));
  }

  private Instant instant(String daysAndTime) {
    String[] parts = daysAndTime.split(" ");
    return lastDay
        .minusDays(Long.parseLong(parts[0]))
        .atTime(LocalTime.parse(parts[1]))
        .atZone(zone)
        .toInstant();
  }

  private static Optional<String> optional(Map<String, String> head, String key) {
    return Optional.ofNullable(head.get(key));
  }
}
