package letopis.parse.date;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import letopis.parse.pattern.Letters;

/// Reads "сегодня, 14:05", "yesterday", "heute": a word for a day at the begin of a text, also
/// behind a label: "Опубликовано: сегодня", "Publié hier".
final class RelativeDay {
  private static final Map<String, Integer> DAYS_BACK = new HashMap<>();

  static {
    add(
        0,
        "сегодня сьогодні today heute aujourd'hui aujourd’hui hoy hoje oggi dziś dzisiaj bugün dnes"
            + " idag vandaag днес сёння бүгін tänään 今天 今日 오늘");
    add(
        1,
        "вчера вчора учора кеше gisteren igår eilen včera 昨天 昨日 어제 yesterday gestern hier ayer"
            + " ontem ieri wczoraj dün");
    add(2, "позавчера vorgestern");
  }

  /// What these words begin with.
  private static final Set<Character> FIRST_LETTERS =
      DAYS_BACK.keySet().stream().map(word -> word.charAt(0)).collect(Collectors.toSet());

  /// Words that a day stands behind without a colon. Whole ones: "Republicans today" has none.
  private static final Set<String> SAYS =
      Set.of(
          ("опубликовано опубликована опубликован размещено добавлено обновлено обновлена обновлён"
               + " обновлен изменено опубліковано оновлено published posted updated modified edited"
               + " created written added erstellt veröffentlicht publiziert aktualisiert geändert"
               + " publié publiée posté modifié publicado publicada actualizado atualizado"
               + " pubblicato aggiornato opublikowano dodano zaktualizowano geplaatst gepubliceerd"
               + " bijgewerkt")
              .split(" "));

  private static final int LONGEST_WORD = 11;
  private static final int LONGEST_LABEL = 30;

  private RelativeDay() {}

  private static void add(int daysBack, String words) {
    for (String word : words.split(" ")) {
      DAYS_BACK.put(word, daysBack);
    }
  }

  /// Whether such a word may begin with this letter.
  static boolean mayBegin(char first) {
    return FIRST_LETTERS.contains(Letters.lower(first));
  }

  /// @param here the day of the capture
  static Optional<DayText.Found> find(String text, LocalDate here) {
    Optional<DayText.Found> first = at(0, text, here);
    if (first.isPresent()) {
      return first;
    }
    int label = text.indexOf(": ");
    if (label >= 0 && label <= LONGEST_LABEL) {
      return at(label + 2, text, here);
    }
    int word = text.indexOf(' ');
    boolean says =
        word > 0
            && word <= LONGEST_LABEL
            && SAYS.contains(text.substring(0, word).toLowerCase(Locale.ROOT));
    return says ? at(word + 1, text, here) : first;
  }

  private static Optional<DayText.Found> at(int start, String text, LocalDate here) {
    if (start >= text.length() || !mayBegin(text.charAt(start))) {
      return Optional.empty();
    }
    int end = start;
    while (end < text.length() && end - start <= LONGEST_WORD && isOfWord(text.charAt(end))) {
      end++;
    }
    Integer back = DAYS_BACK.get(text.substring(start, end).toLowerCase(Locale.ROOT));
    return back == null
        ? Optional.empty()
        : Optional.of(new DayText.Found(here.minusDays(back), start, end, false));
  }

  private static boolean isOfWord(char c) {
    return Character.isLetter(c) || c == '\'' || c == '’';
  }
}
