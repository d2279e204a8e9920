package letopis.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Outlets and the names that texts cite them by, found in any case form: «ТАСС», «РИА Новости»,
/// «Амурской правды». Immutable.
public final class Outlets {
  /// A name of more words is not looked for.
  private static final int LONGEST = 6;

  private final Map<String, Outlet> byStems = new HashMap<>();

  /// The first stems of all names: most words begin none.
  private final Set<String> firsts = new HashSet<>();

  /// @param key what identifies it: a domain, or the id of a configured source
  /// @param name the name to show
  public record Outlet(String key, String name) {}

  private Outlets() {}

  /// The bundled list of media and agencies that are cited most.
  public static Outlets bundled() {
    Outlets outlets = new Outlets();
    try (InputStream in = Outlets.class.getResourceAsStream("outlets.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.split("\\s*\\|\\s*");
          outlets.add(parts[0].strip(), List.of(parts).subList(1, parts.length));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return outlets;
  }

  /// These and others; where two have the same name, the other wins.
  ///
  /// @param names key → its names, the first of them to show
  public Outlets with(Map<String, List<String>> names) {
    Outlets outlets = new Outlets();
    outlets.byStems.putAll(byStems);
    outlets.firsts.addAll(firsts);
    names.forEach(outlets::add);
    return outlets;
  }

  /// The outlet of exactly this name, in whatever form and quotation marks.
  public Optional<Outlet> find(String name) {
    return Optional.ofNullable(byStems.get(stems(Words.of(name))));
  }

  /// The outlet whose name begins at a word, and how many words it has; the longest there is.
  Optional<Map.Entry<Integer, Outlet>> at(List<Word> words, int index) {
    if (!firsts.contains(words.get(index).stem())) {
      return Optional.empty();
    }
    int most = Math.min(LONGEST, words.size() - index);
    for (int count = most; count > 0; count--) {
      Outlet outlet = byStems.get(stems(words.subList(index, index + count)));
      if (outlet != null) {
        return Optional.of(Map.entry(count, outlet));
      }
    }
    return Optional.empty();
  }

  private void add(String key, List<String> names) {
    for (String name : names) {
      List<Word> words = Words.of(name);
      if (!words.isEmpty()) {
        firsts.add(words.getFirst().stem());
        byStems.put(stems(words), new Outlet(key, names.getFirst()));
      }
    }
  }

  private static String stems(List<Word> words) {
    List<String> stems = new ArrayList<>();
    words.forEach(word -> stems.add(word.stem()));
    return String.join(" ", stems);
  }
}
