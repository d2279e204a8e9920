package letopis.bench.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.document.Claimed;

/// Whether title, authors and date are right.
final class FieldScores {
  /// A number that is no day, or eight and more letters and digits that are no size.
  private static final Pattern PICTURE_NAME =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:(?!(?:19|20)\\d{6}(?!\\d))\\d{6,}|(?!\\d+x\\d+(?!\\p{L}))(?=\\p{L}*\\d)(?=\\d*\\p{L})[\\p{L}\\d]{8,})");

  private FieldScores() {}

  /// Letters and digits alone, in lower case.
  static String key(String text) {
    return text.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  static boolean sameTitle(String gold, String found) {
    return key(gold).equals(key(found));
  }

  /// Hits, false and missed names, as shares of their sum.
  static Scores.Match names(List<String> gold, List<String> found) {
    Set<String> right = keys(gold);
    Set<String> said = keys(found);
    Set<String> both = new HashSet<>(right);
    both.retainAll(said);
    double hit = both.size();
    return new Scores.Match(hit, said.size() - hit, right.size() - hit);
  }

  /// Whether an address is one of these, or of the same picture in another size: sites name
  /// pictures by long names or numbers that all sizes have in their addresses.
  static boolean samePicture(List<String> gold, String found) {
    Set<String> names = pictureNames(found);
    return gold.stream().anyMatch(address -> path(address).equals(path(found)))
        || gold.stream()
            .anyMatch(address -> pictureNames(address).stream().anyMatch(names::contains));
  }

  private static String path(String address) {
    return address
        .replaceFirst("[?#].*", "")
        .replaceFirst("^\\w+://[^/]*", "")
        .replaceAll("%[0-9A-Fa-f]{2}", "/");
  }

  private static Set<String> pictureNames(String address) {
    Set<String> names = new HashSet<>();
    Matcher matcher = PICTURE_NAME.matcher(path(address));
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }

  private static Set<String> keys(List<String> names) {
    Set<String> keys = new HashSet<>();
    names.forEach(name -> keys.add(key(name)));
    keys.remove("");
    return keys;
  }

  /// The same day: in the gold's zone when it has one, else in the zone that the page wrote.
  static boolean sameDay(String gold, Claimed found) {
    Optional<OffsetDateTime> time = time(gold);
    ZoneOffset offset =
        time.map(OffsetDateTime::getOffset).or(found::offset).orElse(ZoneOffset.UTC);
    LocalDate day = found.at().atOffset(offset).toLocalDate();
    LocalDate own = found.at().atOffset(found.offset().orElse(ZoneOffset.UTC)).toLocalDate();
    String wanted = gold.substring(0, Math.min(10, gold.length()));
    return day.toString().equals(wanted) || own.toString().equals(wanted);
  }

  /// The same minute, where the gold has a time of day and says in which zone.
  static Optional<Boolean> sameMinute(String gold, Optional<Claimed> found) {
    return time(gold)
        .map(OffsetDateTime::toInstant)
        .map(right -> found.map(Claimed::at).filter(at -> near(right, at)).isPresent());
  }

  private static boolean near(Instant a, Instant b) {
    return Math.abs(a.getEpochSecond() - b.getEpochSecond()) < 60;
  }

  private static Optional<OffsetDateTime> time(String gold) {
    try {
      return Optional.of(OffsetDateTime.parse(gold.replace(' ', 'T')));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
