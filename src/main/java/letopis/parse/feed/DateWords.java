package letopis.parse.feed;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words in dates: months, days, zones.
final class DateWords {
  /// Month names by their first letters, in the order of the year; the longest that fits wins.
  private static final String[][] MONTHS = {
    {"jan", "янв", "січ", "gen", "ene", "jän", "janv", "sty", "led", "ocak", "ιαν"},
    {"feb", "фев", "лют", "fév", "fev", "fév", "lut", "úno", "şub", "φεβ"},
    {"mar", "мар", "бер", "mär", "mrz", "maa", "bře", "mart", "μαρ", "märz"},
    {"apr", "апр", "кві", "avr", "abr", "kwi", "dub", "nis", "απρ"},
    {"may", "май", "мая", "тра", "mai", "mag", "mei", "maj", "kvě", "máj", "μαϊ", "μαι"},
    {"jun", "июн", "чер", "juin", "giu", "cze", "čer", "haz", "ιουν"},
    {"jul", "июл", "лип", "juil", "lug", "lip", "čvc", "červenc", "tem", "ιουλ"},
    {"aug", "авг", "сер", "aoû", "aou", "ago", "sie", "srp", "ağu", "αυγ"},
    {"sep", "сен", "вер", "set", "wrz", "zář", "eyl", "σεπ", "szep"},
    {"oct", "окт", "жов", "okt", "ott", "out", "paź", "říj", "eki", "οκτ"},
    {"nov", "ноя", "лис", "lis", "kas", "νοε"},
    {"dec", "дек", "гру", "déc", "dez", "dic", "gru", "pro", "ara", "δεκ"},
  };

  private static final Map<String, Integer> MONTH = new HashMap<>();
  private static final Map<String, String> ZONES = new HashMap<>();

  private static final Pattern NUMERIC_ZONE =
      Pattern.compile("(?:gmt|utc|ut)?\\s*([+-])\\s*(\\d{1,2})(?::?(\\d{2}))?(?!\\d)");
  private static final Pattern NAMED_ZONE = Pattern.compile("\\(?\\b(\\p{L}{1,5})\\b");
  private static final Pattern DAY =
      Pattern.compile("(сегодня|позавчера|вчера|today|yesterday|сьогодні|вчора)");

  static {
    for (int month = 0; month < MONTHS.length; month++) {
      for (String prefix : MONTHS[month]) {
        MONTH.put(prefix, month + 1);
      }
    }
    String table =
        "z +00:00 ut +00:00 utc +00:00 gmt +00:00 wet +00:00 bst +01:00 cet +01:00 west +01:00"
            + " cest +02:00 met +01:00 mest +02:00 eet +02:00 eest +03:00 msk +03:00 мск +03:00"
            + " msd +04:00 samt +04:00 yekt +05:00 omst +06:00 novt +07:00 krat +07:00 irkt +08:00"
            + " yakt +09:00 vlat +10:00 magt +11:00 sakt +11:00 pett +12:00 jst +09:00 kst +09:00"
            + " hkt +08:00 sgt +08:00 awst +08:00 aest +10:00 aedt +11:00 nzst +12:00 nzdt +13:00"
            + " est -05:00 edt -04:00 et -05:00 cst -06:00 cdt -05:00 mst -07:00 mdt -06:00"
            + " pst -08:00 pdt -07:00 akst -09:00 hst -10:00";
    String[] words = table.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      ZONES.put(words[i], words[i + 1]);
    }
  }

  private DateWords() {}

  /// 1 to 12, or 0 when the word is no month.
  static int month(String word) {
    for (int length = Math.min(word.length(), 7); length >= 3; length--) {
      Integer month = MONTH.get(word.substring(0, length));
      if (month != null) {
        return month;
      }
    }
    return 0;
  }

  /// The offset that stands after a time: `+0300`, `GMT+3`, `Z`, `MSK`, `(UTC)`.
  static Optional<ZoneOffset> offset(String after) {
    String text = after.strip();
    Matcher numeric = NUMERIC_ZONE.matcher(text);
    if (numeric.lookingAt()) {
      return numericOffset(numeric);
    }
    Matcher named = NAMED_ZONE.matcher(text);
    if (!named.lookingAt()) {
      return Optional.empty();
    }
    String zone = ZONES.get(named.group(1));
    if (zone == null) {
      return Optional.empty();
    }
    // "GMT+03:00" is numeric; "GMT" alone, or followed by a year, is named.
    return Optional.of(ZoneOffset.of(zone));
  }

  private static Optional<ZoneOffset> numericOffset(Matcher numeric) {
    int hours = Integer.parseInt(numeric.group(2));
    int minutes = numeric.group(3) == null ? 0 : Integer.parseInt(numeric.group(3));
    int sign = numeric.group(1).equals("-") ? -1 : 1;
    try {
      return Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// 0 for "today", 1 for "yesterday".
  static Optional<Integer> daysBefore(String text) {
    Matcher matcher = DAY.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (matcher.group(1)) {
          case "сегодня", "today", "сьогодні" -> 0;
          case "позавчера" -> 2;
          default -> 1;
        });
  }
}
