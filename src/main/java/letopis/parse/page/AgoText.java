package letopis.parse.page;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.document.Precision;

/// Reads "5 minutes ago", "vor 3 Stunden", "2 часа назад" at the beginning of a text.
final class AgoText {
  private static final Pattern AGO =
      Pattern.compile(
          "(vor |il y a |hace |há )?(\\d{1,3}|an?|one|einer|eine|un|une|una|uma) "
              + "(min|minut\\p{L}*|минут\\p{L}*|мин|хвилин\\p{L}*|hours?|hrs?|час\\p{L}*|годин\\p{L}*|stunden?|heures?|horas?|h|days?|дн\\p{L}*|день|дні|tag\\p{L}*|jours?|días?|dias?|weeks?|недел\\p{L}*|wochen?)\\.?("
              + " ago| назад| тому| atrás)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// What such a text can begin with, besides digits.
  private static final String FIRST = "vihaoeuVIHAOEU";

  private AgoText() {}

  /// @param length of the time that has passed
  record Ago(Duration length, Precision precision) {}

  static Optional<Ago> read(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || !mayBegin(stripped.charAt(0))) {
      return Optional.empty();
    }
    Matcher m = AGO.matcher(stripped);
    if (!m.lookingAt() || m.group(1) == null && m.group(4) == null) {
      return Optional.empty();
    }
    long count = Character.isDigit(m.group(2).charAt(0)) ? Long.parseLong(m.group(2)) : 1;
    String unit = m.group(3).toLowerCase(Locale.ROOT);
    if (unit.startsWith("min") || unit.startsWith("мин") || unit.startsWith("хв")) {
      return Optional.of(new Ago(Duration.ofMinutes(count), Precision.MINUTE));
    }
    if (unit.startsWith("h")
        || unit.startsWith("час")
        || unit.startsWith("год")
        || unit.startsWith("st")) {
      return Optional.of(new Ago(Duration.ofHours(count), Precision.HOUR));
    }
    boolean weeks = unit.startsWith("w") || unit.startsWith("нед");
    return Optional.of(new Ago(Duration.ofDays(weeks ? count * 7 : count), Precision.DAY));
  }

  /// Whether such a text may begin with this character.
  static boolean mayBegin(char c) {
    return DigitRuns.isDigit(c) || FIRST.indexOf(c) >= 0 || c == 'ı' || c == 'İ';
  }
}
