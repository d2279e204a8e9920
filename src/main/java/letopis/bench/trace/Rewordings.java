package letopis.bench.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import letopis.document.Document;
import letopis.text.StopWords;
import letopis.text.Word;
import letopis.text.Words;
import letopis.trace.Change;

/// Takes over a sentence with other words, fewer, more or in another order.
///
/// `words` replaces one to three of its content words by content words of other articles; `number`
/// changes one number; `shortened` leaves out 30 to 45% of its words at the end; `merged` joins it
/// with the next sentence; `reordered` moves its first part, up to a comma or the middle, to the
/// end; `synonyms` replaces every word that is in a list of our own. Not for several threads.
final class Rewordings {
  private final Random random;
  private final List<String> strange = new ArrayList<>();

  /// @param corpus where other words are taken from
  Rewordings(List<Document> corpus, Random random) {
    this.random = random;
    for (int i = 0; i < 3000; i++) {
      List<Word> words = Words.of(any(corpus).content().body());
      Word word = any(words);
      if (!word.isNumber() && word.norm().length() > 4) {
        strange.add(word.norm());
      }
    }
  }

  Altered words(String sentence) {
    String changed = sentence;
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      List<Word> content =
          Words.of(changed).stream()
              .filter(word -> !StopWords.has(word.norm()) && !word.isNumber())
              .toList();
      Word word = any(content);
      changed = changed.substring(0, word.start()) + any(strange) + changed.substring(word.end());
    }
    return Altered.of(changed);
  }

  Optional<Altered> number(String sentence) {
    List<Word> numbers =
        Words.of(sentence).stream().filter(word -> word.norm().matches("\\d{1,6}")).toList();
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    Word word = any(numbers);
    String other = Long.toString(Long.parseLong(word.norm()) * 10 + random.nextInt(7) + 1);
    return Optional.of(
        new Altered(
            sentence.substring(0, word.start()) + other + sentence.substring(word.end()),
            Optional.of(
                new Altered.Other(
                    Dates.isDay(word, sentence) ? Change.Kind.DATE : Change.Kind.NUMBER,
                    other,
                    sentence.substring(word.start(), word.end())))));
  }

  Optional<Altered> shortened(String sentence) {
    List<Word> words = Words.of(sentence);
    if (words.size() < 14) {
      return Optional.empty();
    }
    int kept = (int) (words.size() * (0.55 + random.nextDouble() * 0.15));
    return Optional.of(Altered.of(sentence.substring(0, words.get(kept - 1).end()) + "."));
  }

  static Optional<Altered> merged(String sentence, String next) {
    if (!Planted.isFit(next)) {
      return Optional.empty();
    }
    String first = sentence.replaceAll("[.!?…]+$", "");
    return Optional.of(
        Altered.of(
            first + ", " + next.substring(0, 1).toLowerCase(Locale.ROOT) + next.substring(1)));
  }

  static Optional<Altered> reordered(String sentence) {
    List<Word> words = Words.of(sentence);
    int cut = words.get(words.size() / 2).start();
    int comma = sentence.indexOf(", ");
    if (comma > sentence.length() / 4 && comma < sentence.length() * 3 / 4) {
      cut = comma + 2;
    }
    String first = sentence.substring(0, cut).strip().replaceAll("[,.]$", "");
    String last = sentence.substring(cut).strip().replaceAll("[.!?…]+$", "");
    return Optional.of(Altered.of(last + ", " + first + "."));
  }

  static Optional<Altered> synonyms(String sentence) {
    StringBuilder changed = new StringBuilder();
    int reached = 0;
    int count = 0;
    for (Word word : Words.of(sentence)) {
      String other = Synonyms.TABLE.get(word.norm());
      if (other != null) {
        changed.append(sentence, reached, word.start()).append(other);
        reached = word.end();
        count++;
      }
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(Altered.of(changed.append(sentence.substring(reached)).toString()));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
