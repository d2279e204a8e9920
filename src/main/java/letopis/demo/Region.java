package letopis.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that will be published in the invented Zalesye oblast in the weeks before a last day.
/// Immutable; the same last day gives the same region.
final class Region {
  static final ZoneId ZONE = ZoneId.of("Asia/Yekaterinburg");

  /// How far back the region's publications reach.
  static final int DAYS = 24;

  private static final int CIVIC = 240;
  private static final long SEED = 1893;

  private final Map<String, Story> byId = new HashMap<>();
  private final Map<String, Story> byUrl = new HashMap<>();
  private final Map<Outlet, List<Story>> byOutlet = new EnumMap<>(Outlet.class);

  Region(LocalDate lastDay) {
    List<Story> all =
        new ArrayList<>(new StoryFile(lastDay, ZONE).read(resource("/demo/stories.txt")));
    all.addAll(
        new CivicNews(resource("/demo/civic.txt"), SEED)
            .write(start(lastDay), end(lastDay), CIVIC));
    all.sort(Comparator.comparing(Story::at).thenComparing(Story::id));
    for (Story story : all) {
      List<Story> own = byOutlet.computeIfAbsent(story.outlet(), _ -> new ArrayList<>());
      Story numbered = story.numbered(1001 + own.size());
      own.add(numbered);
      byId.put(numbered.id(), numbered);
      byUrl.put(numbered.url(), numbered);
    }
  }

  static Instant start(LocalDate lastDay) {
    return lastDay.minusDays(DAYS).atStartOfDay(ZONE).toInstant();
  }

  static Instant end(LocalDate lastDay) {
    return lastDay.atStartOfDay(ZONE).toInstant();
  }

  Optional<Story> story(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Story> at(String url) {
    return Optional.ofNullable(byUrl.get(url));
  }

  int size() {
    return byId.size();
  }

  /// What an outlet shows at an instant, newest first.
  List<Story> shown(Outlet outlet, Instant now, int most) {
    return byOutlet.getOrDefault(outlet, List.of()).reversed().stream()
        .filter(story -> story.isOut(now))
        .limit(most)
        .toList();
  }

  static String resource(String path) {
    try (InputStream in = Region.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
