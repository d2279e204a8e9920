package letopis.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Outlets and the names that texts cite them by, found in any case form: «ТАСС», «РИА Новости»,
/// «Амурской правды». Immutable.
public final class Outlets {
  /// A name of more words is not looked for.
  private static final int LONGEST = 6;

  private final Map<String, Outlet> byStems = new HashMap<>();

  /// Names that are common words as well.
  private final Map<String, Outlet> commonByStems = new HashMap<>();

  /// Accounts of social networks (`@account`, `vk.com/name`), which have one form.
  private final Map<String, Outlet> byHandle = new HashMap<>();

  private final Map<String, Outlet> byKey = new HashMap<>();

  /// The first stems of all names: most words begin none.
  private final Set<String> firsts = new HashSet<>();

  /// The same as letters that words begin with, made when names are first looked for: no stem is
  /// cut for most words.
  private volatile @Nullable CueWords begins;

  /// @param key what identifies it: a domain, or the id of a configured source
  /// @param name the name to show
  public record Outlet(String key, String name) {}

  private Outlets() {}

  /// The bundled list of media and agencies that are cited most.
  public static Outlets bundled() {
    Outlets outlets = new Outlets();
    for (String line : CueWords.lines("outlets.txt")) {
      String[] parts = line.split("\\s*\\|\\s*");
      outlets.add(parts[0].strip(), List.of(parts).subList(1, parts.length));
    }
    return outlets;
  }

  /// These and others; where two have the same name, the other wins.
  ///
  /// @param names key → its names, the first of them to show
  public Outlets with(Map<String, List<String>> names) {
    Outlets outlets = new Outlets();
    outlets.byStems.putAll(byStems);
    outlets.commonByStems.putAll(commonByStems);
    outlets.byHandle.putAll(byHandle);
    outlets.byKey.putAll(byKey);
    outlets.firsts.addAll(firsts);
    names.forEach(outlets::add);
    return outlets;
  }

  /// The outlet of exactly this name, in whatever form and quotation marks, or of this account.
  public Optional<Outlet> find(String name) {
    if (isHandle(name)) {
      return Optional.ofNullable(byHandle.get(name));
    }
    String stems = stems(Words.of(name));
    return Optional.ofNullable(byStems.getOrDefault(stems, commonByStems.get(stems)));
  }

  /// The outlet of a domain, or of a configured source's id.
  public Optional<Outlet> ofKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /// The outlet whose name begins at a word, and how many words it has; the longest there is.
  Optional<Map.Entry<Integer, Outlet>> at(WordList words, int index) {
    return at(words, index, words.size(), byStems);
  }

  /// The same of the words before `end` alone.
  Optional<Map.Entry<Integer, Outlet>> at(WordList words, int index, int end) {
    return at(words, index, end, byStems);
  }

  /// The same for names that are common words as well.
  Optional<Map.Entry<Integer, Outlet>> commonAt(WordList words, int index) {
    return at(words, index, words.size(), commonByStems);
  }

  private Optional<Map.Entry<Integer, Outlet>> at(
      WordList words, int index, int end, Map<String, Outlet> byStems) {
    if (words.isPlain(index) && begins().at(words.text(), words.start(index), words.end(index)) == 0
        || !firsts.contains(stem(words.get(index)))) {
      return Optional.empty();
    }
    int most = Math.min(LONGEST, end - index);
    for (int count = most; count > 0; count--) {
      Outlet outlet = byStems.get(stems(words.subList(index, index + count)));
      if (outlet != null) {
        return Optional.of(Map.entry(count, outlet));
      }
    }
    return Optional.empty();
  }

  private CueWords begins() {
    CueWords known = begins;
    if (known == null) {
      known =
          CueWords.of(
              firsts.stream()
                  .filter(stem -> CharKinds.isOfOneAlphabet(CharKinds.of(stem)))
                  .map(stem -> isLatin(stem) ? stem : stem + "*")
                  .toList());
      begins = known;
    }
    return known;
  }

  private void add(String key, List<String> names) {
    String shown = names.getFirst().replace("~", "");
    byKey.put(key, new Outlet(key, shown));
    for (String name : names) {
      if (isHandle(name)) {
        byHandle.put(name, new Outlet(key, shown));
        continue;
      }
      List<Word> words = Words.of(name);
      if (!words.isEmpty()) {
        firsts.add(stem(words.getFirst()));
        (name.startsWith("~") ? commonByStems : byStems).put(stems(words), new Outlet(key, shown));
      }
    }
  }

  private static boolean isHandle(String name) {
    int dot = name.indexOf('.');
    return name.startsWith("@") || dot > 0 && name.indexOf('/') > dot;
  }

  /// Names in Latin letters have no case forms but the possessive; what their stem is, another
  /// name may be ("CBS").
  private static String stem(Word word) {
    String norm = word.norm();
    if (!isLatin(norm)) {
      return word.stem();
    }
    return norm.endsWith("'s") ? norm.substring(0, norm.length() - 2) : norm;
  }

  private static boolean isLatin(String norm) {
    return norm.charAt(0) >= 'a' && norm.charAt(0) <= 'z';
  }

  private static String stems(List<Word> words) {
    List<String> stems = new ArrayList<>();
    words.forEach(word -> stems.add(stem(word)));
    return String.join(" ", stems);
  }
}
