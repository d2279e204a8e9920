package letopis.text;

import static letopis.text.NameReader.Look.ACRONYM;
import static letopis.text.NameReader.Look.CAPITALS;
import static letopis.text.NameReader.Look.COMMON;
import static letopis.text.NameReader.Look.KNOWN;
import static letopis.text.NameReader.Look.LATIN;
import static letopis.text.NameReader.Look.ORGANISATION;
import static letopis.text.NameReader.Look.QUOTED;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells names of sources from names of places and persons that stand in the same words.
final class SourceNames {
  private static final Set<String> PLACES = words("PLACE");
  /// The first words of places of two, each with the second ones.
  private static final Map<String, Set<String>> LONG_PLACES =
      PLACES.stream()
          .filter(place -> place.contains("_"))
          .map(place -> place.split("_"))
          .collect(
              Collectors.groupingBy(
                  place -> place[0], Collectors.mapping(place -> place[1], Collectors.toSet())));

  private static final Set<String> TITLES = words("TITLE");
  private static final Set<String> OTHERS = words("WORD");
  private static final Set<String> ORGANISATIONS = words("ORG");
  /// What an office is called by when it was named before.
  private static final Set<String> OFFICES = words("OFFICE");
  private static final Set<String> GIVEN_NAMES =
      new HashSet<>(
          CueWords.lines("given-names.txt").stream()
              .flatMap(line -> List.of(line.split(" ")).stream())
              .toList());

  private static final Pattern SURNAME =
      Pattern.compile(
          "(?u)\\p{Lu}\\p{Ll}+(?:ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|ская|цкий|цкая|ский|ко|ук|юк|ич|ян|ых|ого|ову|еву|ину|овой|евой|иной)");

  /// A name of a people and so many words more is an institution's.
  private static final int LONG = 3;

  private SourceNames() {}

  private static Set<String> words(String kind) {
    Set<String> words = new HashSet<>();
    for (String line : CueWords.lines("not-sources.txt")) {
      List<String> parts = List.of(line.split(" "));
      if (parts.getFirst().equals(kind)) {
        words.addAll(parts.subList(1, parts.size()));
      }
    }
    return words;
  }

  /// Whether a word in capitals is a country, a union or a people.
  static boolean isPlace(String surface) {
    return PLACES.contains(surface);
  }

  /// How many words a name begins with that are a place: 2 for "United States map".
  private static int placeWords(String[] words) {
    boolean two = words.length > 1 && isPlace(words[0], words[1]);
    return two ? 2 : PLACES.contains(words[0]) ? 1 : 0;
  }

  /// Whether two words in capitals are a country or a town.
  static boolean isPlace(String first, String second) {
    Set<String> seconds = LONG_PLACES.get(first);
    return seconds != null && seconds.contains(second);
  }

  /// Whether a word is a given name that many people bear.
  static boolean isGivenName(String surface) {
    return GIVEN_NAMES.contains(surface);
  }

  /// Whether a word in capitals is neither a place nor a person.
  static boolean isSource(String surface) {
    return !isPlace(surface) && !GIVEN_NAMES.contains(surface) && !TITLES.contains(surface);
  }

  /// Whether a name ends with a word for an organisation: "Riverbank Health Commission".
  static boolean isOrganisation(String surface) {
    String last = surface.substring(surface.lastIndexOf(' ') + 1);
    return surface.length() > last.length() && ORGANISATIONS.contains(last);
  }

  /// Whether a word for an organisation is of a name: "River Panel on Bridges".
  static boolean namesOrganisation(String surface) {
    return nameOrganisation(surface.split("[ -]"));
  }

  private static boolean nameOrganisation(String[] words) {
    return Arrays.stream(words).skip(1).anyMatch(ORGANISATIONS::contains);
  }

  /// Whether a name, as it was read, may be the source that words of attribution speak of.
  ///
  /// @param looks what a name beside these words may look like
  static boolean accepts(Set<NameReader.Look> looks, NameReader.Name name, String text) {
    String surface = text.substring(name.start(), name.end());
    boolean described = name.described() && name.look() != ORGANISATION;
    if (!looks.contains(name.look()) && !described) {
      return false;
    }
    if (name.look() == COMMON) {
      return true;
    }
    if (name.look() == KNOWN || described) {
      // "One Riverbank news report"
      boolean first = name.look() != KNOWN && OTHERS.contains(surface.split(" ")[0]);
      return !PLACES.contains(surface) && !OTHERS.contains(surface) && !first;
    }
    if (name.look() == ORGANISATION) {
      return true;
    }
    if (name.look() == QUOTED && Character.isLowerCase(surface.codePointAt(0))) {
      return false;
    }
    if (name.look() == QUOTED) {
      return !OTHERS.contains(surface);
    }
    String[] words = (surface.startsWith("The ") ? surface.substring(4) : surface).split("[ -]");
    String last = words[words.length - 1];
    // "Justice Ministry"
    boolean title = TITLES.contains(words[0]) && !ORGANISATIONS.contains(last);
    if (title || OTHERS.contains(words[0])) {
      return false;
    }
    // «пишет The Washington Beacon»: in a Russian text the article is the name's.
    boolean titled = isTitled(text, name.start());
    boolean organisation = titled || nameOrganisation(words);
    // "South Korean Joint Chiefs of Staff"
    int ofPlace = placeWords(words);
    boolean place =
        ofPlace > 0
            && (name.look() != LATIN
                || words.length < LONG - 1 + ofPlace
                || Arrays.stream(words).anyMatch(OTHERS::contains));
    if (!organisation && (place || GIVEN_NAMES.contains(words[0]))) {
      return false;
    }
    if (name.look() == LATIN && (isBareOffice(words, text, name.end()) || isTitled(words))) {
      return false;
    }
    // "quoting Rs 7,618"
    if (name.look() == LATIN && surface.length() < 3) {
      return false;
    }
    // «юрист ФБК Иван Орлов сообщил»
    if (name.look() == ACRONYM
        && words.length == 3
        && (GIVEN_NAMES.contains(words[1]) || SURNAME.matcher(last).matches())) {
      return false;
    }
    if (name.look() == CAPITALS) {
      return !SURNAME.matcher(last).matches() && !SURNAME.matcher(words[0]).matches();
    }
    return true;
  }

  /// "the Ministry", "the Commission" point back to an office named before.
  private static boolean isBareOffice(String[] words, String text, int end) {
    return words.length == 1
        && OFFICES.contains(words[0])
        && !text.startsWith(" for ", end)
        && !text.startsWith(" of ", end);
  }

  /// "Riverbank Police Chief Ann Rivers": a person behind a title.
  private static boolean isTitled(String[] words) {
    for (int i = 1; i + 1 < words.length; i++) {
      if (TITLES.contains(words[i]) && Character.isUpperCase(words[i + 1].codePointAt(0))) {
        return true;
      }
    }
    return false;
  }

  /// Whether "The" stands before a name and a Russian word before that.
  private static boolean isTitled(String text, int start) {
    return start > 5
        && text.startsWith("The ", start - 4)
        && Character.UnicodeScript.of(text.codePointAt(start - 6))
            == Character.UnicodeScript.CYRILLIC;
  }
}
