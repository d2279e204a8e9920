package letopis.trace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import letopis.text.Word;

/// Finds for a Russian stem the one of a claim that it is derived with: «испытают» and «испытания»,
/// «открыли» and «открытие». Snowball's stems of English go so far by themselves.
final class Roots {
  /// So much of the longer stem may be a suffix.
  private static final int SUFFIX = 3;

  private static final int LEAST = 5;
  private static final int SHORTEST = 4;

  /// What makes nouns and participles of verbs with the shortest stems.
  private static final Set<String> OF_VERBS =
      Set.of("н", "т", "ен", "ан", "ыт", "лен", "ден", "ова");

  /// What makes another thing of a noun, mostly a person: «любовь» and «любовница».
  private static final Set<String> OF_PERSONS = Set.of("ник", "ниц", "щик", "щиц", "чик", "ист");

  private final Set<String> own = new HashSet<>();
  private final Map<String, String> byBegin = new HashMap<>();

  /// @param words of the claim
  Roots(List<Word> words) {
    for (Word word : words) {
      own.add(word.stem());
      if (isRussian(word.stem())) {
        byBegin.putIfAbsent(word.stem().substring(0, SHORTEST), word.stem());
      }
    }
  }

  private static boolean isRussian(String stem) {
    return stem.length() >= SHORTEST && stem.charAt(0) >= 'а' && stem.charAt(0) <= 'я';
  }

  /// The claim's stem of the same root, or the stem.
  String of(String stem) {
    if (!isRussian(stem) || own.contains(stem)) {
      return stem;
    }
    String other = byBegin.get(stem.substring(0, SHORTEST));
    return other != null && areDerived(stem, other) ? other : stem;
  }

  private static boolean areDerived(String one, String other) {
    String longer = one.length() > other.length() ? one : other;
    String shorter = one.length() > other.length() ? other : one;
    if (!longer.startsWith(shorter)) {
      return false;
    }
    String suffix = longer.substring(shorter.length());
    return OF_VERBS.contains(suffix)
        || shorter.length() >= LEAST && suffix.length() <= SUFFIX && !OF_PERSONS.contains(suffix);
  }
}
