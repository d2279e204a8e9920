package letopis.sources;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values with units as people write them. Each method throws [IllegalArgumentException] with a
/// message that says what is allowed.
public final class Quantities {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(ms|s|m|h|d)");
  private static final Pattern BYTES =
      Pattern.compile("(\\d{1,12})\\s*(b|kb?|kib|mb?|mib|gb?|gib)?", Pattern.CASE_INSENSITIVE);

  private Quantities() {}

  /// `500ms`, `30s`, `15m`, `6h`, `30d`, or ISO 8601 (`PT15M`).
  public static Duration duration(String text, Duration shortest) {
    Matcher matcher = DURATION.matcher(text);
    Duration duration;
    if (matcher.matches()) {
      long amount = Long.parseLong(matcher.group(1));
      duration =
          switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> throw new IllegalStateException("the pattern has no other unit");
          };
    } else {
      try {
        duration = Duration.parse(text);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(
            "\"" + text + "\" is not a duration such as 500ms, 30s, 15m, 6h or 30d", e);
      }
    }
    if (duration.compareTo(shortest) < 0) {
      throw new IllegalArgumentException("\"" + text + "\" is shorter than " + text(shortest));
    }
    return duration;
  }

  /// Writes a duration as [#duration] reads it.
  static String text(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 1000 != 0 || millis == 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  /// `512`, `64k`, `10m`, `1g`: multiples of 1024.
  static long bytes(String text) {
    Matcher matcher = BYTES.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is not a size such as 512k, 10m or 1g");
    }
    String unit = matcher.group(2) == null ? "b" : matcher.group(2).toLowerCase(Locale.ROOT);
    int shift =
        switch (unit.charAt(0)) {
          case 'k' -> 10;
          case 'm' -> 20;
          case 'g' -> 30;
          default -> 0;
        };
    long amount = Long.parseLong(matcher.group(1));
    if (amount == 0 || amount > (1L << 50) >> shift) {
      throw new IllegalArgumentException("\"" + text + "\" is beyond 1 byte to 1 PiB");
    }
    return amount << shift;
  }

  static int integer(String text, int least, int most) {
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "\"" + text + "\" is not a whole number from " + least + " to " + most);
  }

  static double number(String text, double least, double most) {
    try {
      double value = Double.parseDouble(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "\"" + text + "\" is not a number from " + least + " to " + most);
  }

  static boolean bool(String text) {
    return switch (text) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw new IllegalArgumentException("\"" + text + "\" is neither true nor false");
    };
  }
}
