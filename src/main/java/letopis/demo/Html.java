package letopis.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Writing marked-up text.
final class Html {
  private static final DateTimeFormatter RUSSIAN =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.of("ru"));

  private Html() {}

  /// Text for an element or a quoted attribute, of HTML or XML.
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String json(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("<", "\\u003c") + '"';
  }

  /// RFC 3339 with the zone's offset.
  static String time(Instant at, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }

  /// "23 ноября 2026, 14:05", as clocks of the region show it.
  static String russianTime(Instant at) {
    return RUSSIAN.format(at.atZone(Region.ZONE));
  }
}
