package letopis.crawl.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The `X-Robots-Tag` headers of an answer: what robots meta elements say, for whatever is not a
/// page or does not say it there.
final class RobotsHeader {
  private static final Set<String> WITH_VALUES =
      Set.of("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview");

  private RobotsHeader() {}

  /// Whether they ask everyone, or `googlebot` as sites do that mean everyone, not to show saved
  /// copies.
  static boolean forbidsCopies(List<String> values) {
    return values.stream().anyMatch(RobotsHeader::forbids);
  }

  /// A name before a directive says whom it and those after it are for.
  private static boolean forbids(String value) {
    String agent = "";
    for (String part : value.toLowerCase(Locale.ROOT).split(",")) {
      String[] named = part.split(":", 2);
      boolean scoped = named.length == 2 && !WITH_VALUES.contains(named[0].strip());
      agent = scoped ? named[0].strip() : agent;
      String directive = (scoped ? named[1] : named[0]).strip();
      boolean ours = agent.isEmpty() || agent.equals("googlebot") || agent.equals("*");
      if (ours && (directive.equals("noarchive") || directive.equals("none"))) {
        return true;
      }
    }
    return false;
  }
}
