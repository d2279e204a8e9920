package letopis.bench.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import letopis.document.Document;
import letopis.text.Sentences;
import letopis.text.Span;
import letopis.text.StopWords;
import letopis.text.Word;
import letopis.text.Words;

/// Makes claims out of sentences of real articles and plants each in a later document between
/// sentences of another article. The same seed makes the same claims.
///
/// A sentence is taken when it has 10 to 35 words, of which at least 8 are no stop words. Kinds:
/// `verbatim` leaves it; `words` replaces one to three of its content words by content words of
/// other articles; `number` changes one number; `shortened` leaves out 30 to 45% of its words at
/// the end; `merged` joins it with the next sentence; `reordered` moves its first part, up to a
/// comma or the middle, to the end; `synonyms` replaces every word that is in a list of our own.
final class Planted {
  enum Kind {
    VERBATIM,
    WORDS,
    NUMBER,
    SHORTENED,
    MERGED,
    REORDERED,
    SYNONYMS
  }

  /// @param sentence as the original article has it
  /// @param claim as it is planted and asked for
  /// @param next the sentence merged with it; empty for other kinds
  record Claim(
      Kind kind, Document original, String sentence, String claim, String next, Document planted) {}

  private static final int LEAST_WORDS = 10;
  private static final int MOST_WORDS = 35;
  private static final int LEAST_CONTENT = 8;
  private static final Map<String, String> SYNONYMS = Synonyms.TABLE;

  private final Random random;
  private final List<Document> corpus;
  private final Set<String> used = new HashSet<>();
  private final List<String> strange = new ArrayList<>();

  Planted(List<Document> corpus, long seed) {
    this.random = new Random(seed);
    this.corpus = usable(corpus);
    for (int i = 0; i < 3000; i++) {
      List<Word> words = Words.of(any(this.corpus).content().body());
      Word word = any(words);
      if (!word.isNumber() && word.norm().length() > 4) {
        strange.add(word.norm());
      }
    }
  }

  /// Articles long enough, in a known language, with a time.
  static List<Document> usable(List<Document> corpus) {
    return corpus.stream()
        .filter(one -> Set.of("ru", "en").contains(one.content().lang()))
        .filter(one -> one.content().body().length() > 400)
        .filter(one -> one.times().published().from() != letopis.document.PublishedFrom.GUESSED)
        .toList();
  }

  /// So many claims of each kind.
  List<Claim> make(int each) {
    List<Claim> claims = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      int made = 0;
      for (int tries = 0; made < each && tries < 400 * each; tries++) {
        Optional<Claim> claim = plant(kind, any(corpus), claims.size());
        if (claim.isPresent() && used.add(claim.get().sentence())) {
          claims.add(claim.get());
          made++;
        }
      }
    }
    return claims;
  }

  private Optional<Claim> plant(Kind kind, Document original, int number) {
    String body = original.content().body();
    List<Span> sentences = Sentences.of(body);
    int at = random.nextInt(sentences.size());
    String sentence = sentences.get(at).of(body);
    if (!isFit(sentence)) {
      return Optional.empty();
    }
    String next = at + 1 < sentences.size() ? sentences.get(at + 1).of(body) : "";
    return change(kind, sentence, next)
        .map(
            claim ->
                new Claim(
                    kind,
                    original,
                    sentence,
                    claim,
                    kind == Kind.MERGED ? next : "",
                    planted(original, claim, number)));
  }

  /// Whether a sentence is long and rich enough to be a claim.
  static boolean isFit(String sentence) {
    List<Word> words = Words.of(sentence);
    long content = words.stream().filter(word -> !StopWords.has(word.norm())).count();
    return words.size() >= LEAST_WORDS
        && words.size() <= MOST_WORDS
        && content >= LEAST_CONTENT
        && !sentence.contains("http");
  }

  private Document planted(Document original, String claim, int number) {
    String lang = original.content().lang();
    Document other = any(corpus);
    while (!other.content().lang().equals(lang) || other.id().equals(original.id())) {
      other = any(corpus);
    }
    String filler = other.content().body();
    List<Span> sentences = Sentences.of(filler);
    int middle = sentences.size() / 2;
    int end = Math.min(sentences.size(), middle + 3);
    String before =
        filler.substring(
            sentences.get(Math.max(0, middle - 3)).start(), sentences.get(middle).start());
    String after = filler.substring(sentences.get(middle).start(), sentences.get(end - 1).end());
    Instant published =
        original.times().published().at().plus(Duration.ofHours(25 + random.nextInt(48)));
    return TraceCorpus.document(
        "https://planted-" + number % 50 + ".example/" + number,
        "Planted " + number % 50,
        "",
        before
            + (before.endsWith(" ") ? "" : " ")
            + claim
            + (claim.endsWith(".") ? " " : ". ")
            + after,
        lang,
        Optional.of(published.plusSeconds(1)),
        List.of());
  }

  private Optional<String> change(Kind kind, String sentence, String next) {
    return switch (kind) {
      case VERBATIM -> Optional.of(sentence);
      case WORDS -> Optional.of(words(sentence));
      case NUMBER -> number(sentence);
      case SHORTENED -> shortened(sentence);
      case MERGED -> merged(sentence, next);
      case REORDERED -> reordered(sentence);
      case SYNONYMS -> synonyms(sentence);
    };
  }

  private String words(String sentence) {
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
    return changed;
  }

  private Optional<String> number(String sentence) {
    List<Word> numbers =
        Words.of(sentence).stream().filter(word -> word.norm().matches("\\d{1,6}")).toList();
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    Word word = any(numbers);
    String other = Long.toString(Long.parseLong(word.norm()) * 10 + random.nextInt(7) + 1);
    return Optional.of(
        sentence.substring(0, word.start()) + other + sentence.substring(word.end()));
  }

  private Optional<String> shortened(String sentence) {
    List<Word> words = Words.of(sentence);
    if (words.size() < 14) {
      return Optional.empty();
    }
    int kept = (int) (words.size() * (0.55 + random.nextDouble() * 0.15));
    return Optional.of(sentence.substring(0, words.get(kept - 1).end()) + ".");
  }

  private static Optional<String> merged(String sentence, String next) {
    if (!isFit(next)) {
      return Optional.empty();
    }
    String first = sentence.replaceAll("[.!?…]+$", "");
    return Optional.of(
        first + ", " + next.substring(0, 1).toLowerCase(Locale.ROOT) + next.substring(1));
  }

  private static Optional<String> reordered(String sentence) {
    List<Word> words = Words.of(sentence);
    int cut = words.get(words.size() / 2).start();
    int comma = sentence.indexOf(", ");
    if (comma > sentence.length() / 4 && comma < sentence.length() * 3 / 4) {
      cut = comma + 2;
    }
    String first = sentence.substring(0, cut).strip().replaceAll("[,.]$", "");
    String last = sentence.substring(cut).strip().replaceAll("[.!?…]+$", "");
    return Optional.of(last + ", " + first + ".");
  }

  private static Optional<String> synonyms(String sentence) {
    StringBuilder changed = new StringBuilder();
    int reached = 0;
    int count = 0;
    for (Word word : Words.of(sentence)) {
      String other = SYNONYMS.get(word.norm());
      if (other != null) {
        changed.append(sentence, reached, word.start()).append(other);
        reached = word.end();
        count++;
      }
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(changed.append(sentence.substring(reached)).toString());
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
