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
        default -> title(record);
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
      BitSet stems = stems(word);
      return new Probe(word, r -> has(r.titleStems(), stems) || has(r.bodyStems(), stems));
    }

    private BitSet stems(String word) throws IOException {
      BitSet stems = new BitSet();
      stems.set(files.stems(word)[0]);
      for (String form : RussianDictionary.shared().of(word)) {
        stems.set(files.stems(form)[0]);
      }
      return stems;
    }

    private BitSet one(String word) {
      BitSet one = new BitSet();
      one.set(files.number(word));
      return one;
    }

    private static boolean has(int[] words, BitSet wanted) {
      for (int word : words) {
        if (word >= 0 && wanted.get(word)) {
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
          List<BitSet> parts = new ArrayList<>();
          for (String text : texts) {
            parts.add(exactly ? one(text) : stems(text));
          }
          String quoted = "\"" + String.join(" ", texts) + "\"";
          return exactly
              ? new Probe(
                  "=" + quoted, r -> runs(r.titleExact(), parts) || runs(r.bodyExact(), parts))
              : new Probe(quoted, r -> runs(r.titleStems(), parts) || runs(r.bodyStems(), parts));
        }
      }
      return word(record);
    }

    private static boolean runs(int[] words, List<BitSet> parts) {
      for (int at = 0; at + parts.size() <= words.length; at++) {
        int i = 0;
        while (i < parts.size() && words[at + i] >= 0 && parts.get(i).get(words[at + i])) {
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
      BitSet ones = stems(one);
      BitSet others = stems(other);
      return new Probe(
          one + " NEAR/" + most + " " + other,
          r -> near(r.titleStems(), ones, others, most) || near(r.bodyStems(), ones, others, most));
    }

    private static boolean near(int[] words, BitSet ones, BitSet others, int most) {
      for (int i = 0; i < words.length; i++) {
        if (words[i] >= 0 && ones.get(words[i])) {
          for (int j = Math.max(0, i - most - 1);
              j <= Math.min(words.length - 1, i + most + 1);
              j++) {
            if (j != i && words[j] >= 0 && others.get(words[j])) {
              return true;
            }
          }
        }
      }
      return false;
    }

    private Probe exact(Counted record) {
      String word = plain(record.bodyExact());
      BitSet wanted = one(word);
      return new Probe("=" + word, r -> has(r.titleExact(), wanted) || has(r.bodyExact(), wanted));
    }

    private Probe beginning(Counted record) {
      String word = plain(record.bodyExact());
      String start = word.substring(0, 3 + random.nextInt(word.length() - 2));
      BitSet wanted = files.beginning(start);
      return new Probe(start + "*", r -> has(r.titleExact(), wanted) || has(r.bodyExact(), wanted));
    }

    private Probe title(Counted record) throws IOException {
      if (Arrays.stream(record.titleExact()).noneMatch(this::isPlain)) {
        return word(record);
      }
      String word = plain(record.titleExact());
      BitSet stems = stems(word);
      return new Probe("title:" + word.toUpperCase(Locale.ROOT), r -> has(r.titleStems(), stems));
    }
  }
}
