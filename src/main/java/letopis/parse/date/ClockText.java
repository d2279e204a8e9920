package letopis.parse.date;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.parse.pattern.DigitRuns;

/// Finds the time of day that stands beside a day, and the zone that stands behind it.
final class ClockText {
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![.:])([01]?\\d|2[0-3]) ?(?::|h|\\.(?=\\d\\d"
              + " ?(?:uhr|Uhr|GMT|BST|CES?T)))([0-5]\\d)(?::([0-5]\\d)(?:[.,]\\d{1,9})?)?"
              + " ?([aApP]\\.?[mM]\\.?)?(?!\\d)");
  private static final Pattern ZONE =
      Pattern.compile(
          " ?(?:\\()?(Z\\b|(?:UTC|GMT)?"
              + " ?[+\\-−]\\d\\d?:?(?:\\d\\d)?\\b|UTC|GMT|MSK|МСК|мск|EST|EDT|CST|CDT|PST|PDT|CET|CEST"
              + "|MEZ|MESZ|BST|IST|JST|ET|PT)");
  private static final Pattern NAMED_OFFSET = Pattern.compile("^(?:UTC|GMT)(?=.)");
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("MSK", "+03:00"),
          Map.entry("МСК", "+03:00"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("CST", "-06:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("MEZ", "+01:00"),
          Map.entry("CEST", "+02:00"),
          Map.entry("MESZ", "+02:00"),
          Map.entry("BST", "+01:00"),
          Map.entry("JST", "+09:00"),
          Map.entry("ET", "America/New_York"),
          Map.entry("PT", "America/Los_Angeles"));

  /// A time may stand so far behind its day, or so far before it.
  private static final int BEHIND = 25;

  private static final int BEFORE = 12;

  private ClockText() {}

  /// @param seconds whether it says them
  /// @param zone as written behind it
  record Clock(LocalTime time, boolean seconds, Optional<ZoneId> zone) {}

  /// The time behind a day, else the time before it.
  static Optional<Clock> beside(String text, DayText.Found day) {
    return first(text, day.end())
        .filter(behind -> behind.start() - day.end() < BEHIND)
        .or(
            () ->
                first(text.substring(0, day.start()), 0)
                    .filter(before -> day.start() - before.end() < BEFORE))
        .map(found -> clock(text, found));
  }

  private static Optional<Matcher> first(String text, int from) {
    DigitRuns runs = new DigitRuns(text);
    runs.skipTo(from);
    for (int at = runs.next(); at >= 0; at = runs.next()) {
      if (runs.length() <= 2 && ":h.".indexOf(runs.after()) >= 0) {
        Matcher m = runs.matcher(TIME);
        if (m.lookingAt()) {
          return Optional.of(m);
        }
      }
    }
    return Optional.empty();
  }

  private static Clock clock(String text, Matcher m) {
    int hour = Integer.parseInt(m.group(1));
    String half = m.group(4);
    if (half != null && hour <= 12) {
      boolean afternoon = half.charAt(0) == 'p' || half.charAt(0) == 'P';
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    boolean seconds = m.group(3) != null;
    LocalTime time =
        LocalTime.of(
            hour, Integer.parseInt(m.group(2)), seconds ? Integer.parseInt(m.group(3)) : 0);
    return new Clock(time, seconds, zone(text, m.end()));
  }

  private static Optional<ZoneId> zone(String text, int after) {
    if (after == text.length()) {
      return Optional.empty();
    }
    Matcher m = ZONE.matcher(text).region(after, text.length());
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    String name = m.group(1).replace('−', '-').replace(" ", "");
    String known = ZONES.get(name.toUpperCase(Locale.ROOT));
    try {
      if (known != null) {
        return Optional.of(ZoneId.of(known));
      }
      String offset = NAMED_OFFSET.matcher(name).replaceFirst("");
      return Optional.of(
          switch (offset) {
            case "Z", "UTC", "GMT" -> ZoneOffset.UTC;
            default -> ZoneOffset.of(offset);
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
