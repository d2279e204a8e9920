package letopis.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import letopis.query.Inflections;
import letopis.query.RussianDictionary;
import letopis.search.CountedFiles.Counted;

/// A random query and, independently of the program, which records it means. Which other forms a
/// Russian word has is taken from the dictionary as it is: it is data, not counting.
record Probe(String query, Predicate<Counted> means) {
  /// Makes random queries of words that records have.
  static final class Maker {
    private final CountedFiles files;
    private final List<Counted> records;
    private final Random random;

    Maker(CountedFiles files, List<Counted> records, Random random) {
      this.files = files;
      this.records = records;
      this.random = random;
    }

    Probe any() throws IOException {
      Counted record = record();
      return switch (random.nextInt(10)) {
        case 0, 1 -> word(record);
        case 2 -> both(word(record), word(record));
        case 3 -> either(word(record), word(record()));
        case 4 -> without(word(record), word(record));
        case 5 -> phrase(record, random.nextBoolean());
        case 6 -> near(record);
        case 7 -> exact(record);
        case 8 -> beginning(record);
        default -> inTitle(record);
      };
    }

    private Counted record() {
      while (true) {
        Counted record = records.get(random.nextInt(records.size()));
        long plain = Arrays.stream(record.bodyExact()).limit(200).filter(this::isPlain).count();
        if (plain > 20) {
          return record;
        }
      }
    }

    /// A word that is one token however it is read.
    private String plain(int[] words) {
      while (true) {
        int number = words[random.nextInt(words.length)];
        if (isPlain(number)) {
          return files.word(number);
        }
      }
    }

    private boolean isPlain(int number) {
      String word = number < 0 ? "" : files.word(number);
      boolean latin = word.chars().allMatch(c -> c >= 'a' && c <= 'z');
      boolean russian = word.chars().allMatch(c -> c >= 'а' && c <= 'я');
      return (latin || russian)
          && word.length() > 2
          && word.length() < 30
          && !word.equals("xsentx")
          && !Set.of("and", "or", "not").contains(word);
    }

    private Probe word(Counted record) throws IOException {
      String word = plain(record.bodyExact());
      Forms forms = forms(word);
      return new Probe(word, r -> has(title(r), forms) || has(body(r), forms));
    }

    private Forms forms(String word) throws IOException {
      Forms forms = new Forms(new BitSet(), new BitSet());
      forms.stems().set(files.stems(word)[0]);
      for (Inflections.Form form : RussianDictionary.shared().of(word)) {
        if (form.exact()) {
          forms.exact().set(files.number(form.text()));
        } else {
          forms.stems().set(files.stems(form.text())[0]);
        }
      }
      return forms;
    }

    private Forms one(String word) {
      BitSet one = new BitSet();
      one.set(files.number(word));
      return new Forms(new BitSet(), one);
    }

    private static Text title(Counted record) {
      return new Text(record.titleStems(), record.titleExact());
    }

    private static Text body(Counted record) {
      return new Text(record.bodyStems(), record.bodyExact());
    }

    private static boolean has(Text text, Forms wanted) {
      for (int i = 0; i < text.length(); i++) {
        if (wanted.areAt(text, i)) {
          return true;
        }
      }
      return false;
    }

    private static Probe both(Probe a, Probe b) {
      return new Probe(a.query + " " + b.query, a.means.and(b.means));
    }

    private static Probe either(Probe a, Probe b) {
      return new Probe(a.query + " OR " + b.query, a.means.or(b.means));
    }

    private static Probe without(Probe a, Probe b) {
      return new Probe(a.query + " -" + b.query, a.means.and(b.means.negate()));
    }

    /// Two or three words that stand together in the record.
    private Probe phrase(Counted record, boolean exactly) throws IOException {
      int[] words = record.bodyExact();
      int length = 2 + random.nextInt(2);
      for (int tries = 0; tries < 200; tries++) {
        int at = random.nextInt(words.length - length);
        List<String> texts = new ArrayList<>();
        for (int i = at; i < at + length && isPlain(words[i]); i++) {
          texts.add(files.word(words[i]));
        }
        if (texts.size() == length) {
          List<Forms> parts = new ArrayList<>();
          for (String text : texts) {
            parts.add(exactly ? one(text) : forms(text));
          }
          String quoted = (exactly ? "=\"" : "\"") + String.join(" ", texts) + "\"";
          return new Probe(quoted, r -> runs(title(r), parts) || runs(body(r), parts));
        }
      }
      return word(record);
    }

    private static boolean runs(Text text, List<Forms> parts) {
      for (int at = 0; at + parts.size() <= text.length(); at++) {
        int i = 0;
        while (i < parts.size() && parts.get(i).areAt(text, at + i)) {
          i++;
        }
        if (i == parts.size()) {
          return true;
        }
      }
      return false;
    }

    private Probe near(Counted record) throws IOException {
      String one = plain(record.bodyExact());
      String other = plain(record.bodyExact());
      int most = random.nextInt(15);
      Forms ones = forms(one);
      Forms others = forms(other);
      return new Probe(
          one + " NEAR/" + most + " " + other,
          r -> near(title(r), ones, others, most) || near(body(r), ones, others, most));
    }

    private static boolean near(Text text, Forms ones, Forms others, int most) {
      for (int i = 0; i < text.length(); i++) {
        if (ones.areAt(text, i)) {
          for (int j = Math.max(0, i - most - 1);
              j <= Math.min(text.length() - 1, i + most + 1);
              j++) {
            if (j != i && others.areAt(text, j)) {
              return true;
            }
          }
        }
      }
      return false;
    }

    private Probe exact(Counted record) {
      String word = plain(record.bodyExact());
      Forms wanted = one(word);
      return new Probe("=" + word, r -> has(title(r), wanted) || has(body(r), wanted));
    }

    private Probe beginning(Counted record) {
      String word = plain(record.bodyExact());
      String start = word.substring(0, 3 + random.nextInt(word.length() - 2));
      Forms wanted = new Forms(new BitSet(), files.beginning(start));
      return new Probe(start + "*", r -> has(title(r), wanted) || has(body(r), wanted));
    }

    private Probe inTitle(Counted record) throws IOException {
      if (Arrays.stream(record.titleExact()).noneMatch(this::isPlain)) {
        return word(record);
      }
      String word = plain(record.titleExact());
      Forms forms = forms(word);
      return new Probe("title:" + word.toUpperCase(Locale.ROOT), r -> has(title(r), forms));
    }
  }

  /// A text twice: its stems and its words, at the same places.
  private record Text(int[] stems, int[] exact) {
    int length() {
      return stems.length;
    }
  }

  /// What a word is looked for by.
  private record Forms(BitSet stems, BitSet exact) {
    boolean areAt(Text text, int place) {
      int word = text.exact()[place];
      return word >= 0 && (stems.get(text.stems()[place]) || exact.get(word));
    }
  }
}
