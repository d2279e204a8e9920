package letopis.query;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import letopis.text.Words;
import org.apache.lucene.analysis.hunspell.AffixedWord;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.analysis.hunspell.TimeoutPolicy;
import org.apache.lucene.analysis.hunspell.WordFormGenerator;
import org.apache.lucene.store.ByteBuffersDirectory;

/// The forms of Russian words, from the spelling dictionary that travels with the program; of words
/// that it does not know, the forms that they may have ([Guesses]). Loaded once, at first use.
public final class RussianDictionary implements Inflections {
  private static final String FOLDER = "/dictionary/ru_RU";
  private static final int CACHED = 50_000;

  /// As many forms are looked for one by one; of more, their stem.
  private static final int FEW = 4;

  /// Longer words are no words of the dictionary, and slow to take apart.
  private static final int LONGEST = 40;

  private final Map<String, List<Form>> cache = new ConcurrentHashMap<>();
  private final Hunspell hunspell;
  private final WordFormGenerator generator;

  private RussianDictionary() {
    try (InputStream affixes = open(".aff.gz");
        InputStream words = open(".dic.gz")) {
      Dictionary dictionary = new Dictionary(new ByteBuffersDirectory(), "ru", affixes, words);
      this.hunspell = new Hunspell(dictionary, TimeoutPolicy.NO_TIMEOUT, () -> {});
      this.generator = new WordFormGenerator(dictionary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The dictionary.
  public static RussianDictionary shared() {
    return Holder.SHARED;
  }

  /// One of the files, with `е` for every `ё`, as words arrive here.
  private static InputStream open(String ending) throws IOException {
    try (InputStream file = RussianDictionary.class.getResourceAsStream(FOLDER + ending);
        InputStream plain = new GZIPInputStream(file)) {
      String text = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
      String folded = text.replace('ё', 'е').replace('Ё', 'Е');
      return new ByteArrayInputStream(folded.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public List<Form> of(String word) {
    if (word.length() < 2 || word.length() > LONGEST) {
      return List.of();
    }
    if (!isRussian(word)) {
      return GroupedNumber.of(word);
    }
    List<Form> known = cache.get(word);
    if (known == null) {
      known = find(word);
      if (cache.size() < CACHED) {
        cache.put(word, known);
      }
    }
    return known;
  }

  @Override
  public boolean isOrdinary(String word) {
    if (word.length() > LONGEST || !isRussian(word)) {
      return false;
    }
    synchronized (hunspell) {
      return hunspell.spell(word);
    }
  }

  private static boolean isRussian(String word) {
    return word.chars().allMatch(c -> c >= 'а' && c <= 'я');
  }

  private List<Form> find(String word) {
    Map<String, List<String>> byStem = new HashMap<>();
    for (String form : forms(word)) {
      byStem.computeIfAbsent(Words.stem(form), _ -> new ArrayList<>()).add(form);
    }
    byStem.remove(Words.stem(word));
    List<List<String>> groups = new ArrayList<>(byStem.values());
    groups.forEach(forms -> forms.sort(null));
    groups.sort(
        Comparator.<List<String>>comparingInt(List::size).reversed().thenComparing(List::getFirst));
    List<Form> found = new ArrayList<>();
    for (List<String> forms : groups) {
      if (forms.size() <= Math.min(FEW, MOST - found.size())) {
        forms.forEach(form -> found.add(new Form(form, true)));
      } else if (found.size() < MOST) {
        found.add(new Form(forms.getFirst(), false));
      }
    }
    return List.copyOf(found);
  }

  /// As the dictionary knows them, of a name as well; guessed where it knows nothing.
  private Set<String> forms(String word) {
    Set<String> forms = new HashSet<>();
    String name = Character.toUpperCase(word.charAt(0)) + word.substring(1);
    synchronized (hunspell) {
      for (String spelling : List.of(word, name)) {
        for (String root : hunspell.getRoots(spelling)) {
          for (AffixedWord form : generator.getAllWordForms(root, () -> {})) {
            forms.add(Words.normalize(form.getWord()));
          }
        }
      }
    }
    return forms.isEmpty() ? Guesses.of(word) : forms;
  }

  private static final class Holder {
    static final RussianDictionary SHARED = new RussianDictionary();
  }
}
