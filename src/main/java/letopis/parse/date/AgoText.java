package letopis.parse.date;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.document.Precision;
import letopis.parse.pattern.DigitRuns;

/// Reads "5 minutes ago", "vor 3 Stunden", "2 часа назад", "3小时前" at the beginning of a text. Weeks
/// and months ago name no day.
final class AgoText {
  private static final Pattern AGO =
      Pattern.compile(
          "(vor |il y a |hace |há |przed |преди |för |for |før )?(?:(\\d{1,3}(?="
              + " ?\\p{L})|an?|one|eine[rmn]?|un|une|una|uma) ?)?"
              + "(min|minut\\p{L}*|минут\\p{L}*|мин|хвилин\\p{L}*|dakika|hours?|hrs?|час\\p{L}*|годин\\p{L}*|stunden?|heures?|horas?"
              + "|h|or[ae]|godz\\p{L}*|uur|uren|timm\\p{L}+|timer?|saat|d|days?|дн\\p{L}*|день|дні|tag\\p{L}*|jours?|días?|dias?|giorn[oi]|dni|dzień|dagen?|dagar|dage|gün)\\.?("
              + " ago| назад| тому| atrás| fa| temu| geleden| sedan| siden| önce)?(?!\\p{L})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// Without spaces: "3小时前", "3시간 전".
  private static final Pattern AGO_EAST =
      Pattern.compile("()(\\d{1,3}) ?(分|时|時|天|日|분|시|일)(?:钟|鐘|間|间|小?时|小?時|간)? ?(?:之?前|전)");

  private static final Pattern AGO_EAST_HOURS =
      Pattern.compile("()(\\d{1,3}) ?(?:小|个小|個小)(时|時)之?前");

  private static final List<String> MINUTES = List.of("min", "мин", "хв", "dak", "分", "분");
  private static final List<String> HOURS =
      List.of("h", "час", "год", "st", "or", "godz", "uur", "uren", "tim", "saat", "时", "時", "시");

  /// Units that need no number: "час назад".
  private static final List<String> ONE = List.of("минуту", "час", "день", "хвилину", "годину");

  /// What such a text can begin with, besides digits.
  private static final String FIRST = "vihaoeupfVIHAOEUPFчЧмМдДгГхХпП";

  private AgoText() {}

  /// @param length of the time that has passed
  record Ago(Duration length, Precision precision) {}

  static Optional<Ago> read(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || !mayBegin(stripped.charAt(0))) {
      return Optional.empty();
    }
    Matcher m = AGO.matcher(stripped);
    boolean west = m.lookingAt();
    if (west && !isWhole(m)) {
      return Optional.empty();
    }
    if (!west) {
      m = AGO_EAST.matcher(stripped);
      if (!m.lookingAt() && !(m = AGO_EAST_HOURS.matcher(stripped)).lookingAt()) {
        return Optional.empty();
      }
    }
    boolean counted = m.group(2) != null && DigitRuns.isDigit(m.group(2).charAt(0));
    long count = counted ? Long.parseLong(m.group(2)) : 1;
    String unit = m.group(3).toLowerCase(Locale.ROOT);
    if (m.group(2) == null && !ONE.contains(unit)) {
      return Optional.empty();
    }
    if (begins(unit, MINUTES)) {
      return Optional.of(new Ago(Duration.ofMinutes(count), Precision.MINUTE));
    }
    if (begins(unit, HOURS)) {
      return Optional.of(new Ago(Duration.ofHours(count), Precision.HOUR));
    }
    return Optional.of(new Ago(Duration.ofDays(count), Precision.DAY));
  }

  /// Whether a word before or behind says that the time has passed. Of "for 3 dager siden" the last
  /// one does: "for 3 days" has not.
  private static boolean isWhole(Matcher m) {
    String before = m.group(1);
    boolean says = before != null && Character.toLowerCase(before.charAt(0)) != 'f';
    return says || m.group(4) != null;
  }

  private static boolean begins(String unit, List<String> beginnings) {
    return beginnings.stream().anyMatch(unit::startsWith);
  }

  /// Whether such a text may begin with this character.
  static boolean mayBegin(char c) {
    return DigitRuns.isDigit(c) || FIRST.indexOf(c) >= 0 || c == 'ı' || c == 'İ';
  }
}
