package letopis.parse.page;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.document.Precision;

/// Reads "5 minutes ago", "vor 3 Stunden", "2 часа назад" at the beginning of a text.
final class AgoText {
  private static final Pattern AGO =
      Pattern.compile(
          "(vor |il y a |hace |há |przed )?(\\d{1,3}|an?|one|einer|eine|un|une|una|uma)"
              + " (min|minut\\p{L}*|минут\\p{L}*|мин|хвилин\\p{L}*|dakika|hours?|hrs?|час\\p{L}*|годин\\p{L}*|stunden?|heures?|horas?"
              + "|h|or[ae]|godzin\\p{L}*|uur|uren|timm\\p{L}+|timer?|saat|days?|дн\\p{L}*|день|дні|tag\\p{L}*|jours?|días?|dias?|giorn[oi]"
              + "|dni|dzień|dagen?|dagar|dage|gün|weeks?|недел\\p{L}*|тиж\\p{L}*|wochen?|semain\\p{L}+|semanas?|settiman\\p{L}+)\\.?("
              + " ago| назад| тому| atrás| fa| temu| geleden| sedan| siden| önce)?(?!\\p{L})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final List<String> MINUTES = List.of("min", "мин", "хв", "dak");
  private static final List<String> HOURS =
      List.of("h", "час", "год", "st", "or", "godz", "uur", "uren", "tim", "saat");
  private static final List<String> WEEKS = List.of("w", "нед", "тиж", "sem", "sett");

  /// What such a text can begin with, besides digits.
  private static final String FIRST = "vihaoeupVIHAOEUP";

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
    if (begins(unit, MINUTES)) {
      return Optional.of(new Ago(Duration.ofMinutes(count), Precision.MINUTE));
    }
    if (begins(unit, HOURS)) {
      return Optional.of(new Ago(Duration.ofHours(count), Precision.HOUR));
    }
    long days = begins(unit, WEEKS) ? count * 7 : count;
    return Optional.of(new Ago(Duration.ofDays(days), Precision.DAY));
  }

  private static boolean begins(String unit, List<String> beginnings) {
    return beginnings.stream().anyMatch(unit::startsWith);
  }

  /// Whether such a text may begin with this character.
  static boolean mayBegin(char c) {
    return DigitRuns.isDigit(c) || FIRST.indexOf(c) >= 0 || c == 'ı' || c == 'İ';
  }
}
