package letopis.bench.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
/// sentences of another article. The same seed makes the same claims of the same kinds.
///
/// A sentence is taken when it has 10 to 35 words, of which at least 8 are no stop words. Kind
/// `verbatim` leaves it; [Rewordings] makes those of [Kind#REWORDED], [Alterations] the others but
/// `short`, which is a run of four to six words of it, and `headline`, which is the headline.
final class Planted {
  enum Kind {
    VERBATIM,
    WORDS,
    NUMBER,
    SHORTENED,
    MERGED,
    REORDERED,
    SYNONYMS,
    FIGURE,
    NAME,
    DATE,
    NEGATION,
    SWAP,
    TYPO,
    FORMS,
    DRESSED,
    SHORT,
    HEADLINE;

    /// In lower case.
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Who takes over a sentence words it so.
    static final Set<Kind> REWORDED = EnumSet.range(VERBATIM, SYNONYMS);

    /// Small changes that matter, and what is asked for besides sentences.
    static final Set<Kind> ALTERED = EnumSet.range(FIGURE, HEADLINE);
  }

  /// @param sentence as the original article has it
  /// @param claim as it is planted and asked for
  /// @param next the sentence merged with it; empty for other kinds
  record Claim(
      Kind kind,
      Document original,
      String sentence,
      Altered claim,
      String next,
      Document planted) {}

  private static final int LEAST_WORDS = 10;
  private static final int MOST_WORDS = 35;
  private static final int LEAST_CONTENT = 8;
  private static final int LEAST_SHORT = 4;
  private static final int MOST_SHORT = 6;

  private final Random random;

  /// Draws by itself what replaces a filler, so that the claims stay the same.
  private final Random fillers;

  private final List<Document> corpus;
  private final Set<String> used = new HashSet<>();
  private final Rewordings rewordings;
  private final Alterations alterations;

  Planted(List<Document> corpus, long seed) {
    this.random = new Random(seed);
    this.fillers = new Random(seed);
    this.corpus = usable(corpus);
    this.rewordings = new Rewordings(this.corpus, random);
    this.alterations = new Alterations(this.corpus, random);
  }

  /// Articles long enough, in a known language, with a time.
  static List<Document> usable(List<Document> corpus) {
    return corpus.stream()
        .filter(one -> Set.of("ru", "en").contains(one.content().lang()))
        .filter(one -> one.content().body().length() > 400)
        .filter(one -> one.times().published().from() != letopis.document.PublishedFrom.GUESSED)
        .toList();
  }

  /// So many claims of each of these kinds.
  List<Claim> make(Set<Kind> kinds, int each) {
    List<Claim> claims = new ArrayList<>();
    for (Kind kind : kinds) {
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
    Optional<String> taken = taken(kind, sentence, original.content().title());
    return taken
        .flatMap(words -> change(kind, words, next, original.content().lang()))
        .map(
            claim ->
                new Claim(
                    kind,
                    original,
                    taken.orElseThrow(),
                    claim,
                    kind == Kind.MERGED ? next : "",
                    planted(kind, original, claim.text(), number)));
  }

  /// The words of the original that the claim is made of.
  private Optional<String> taken(Kind kind, String sentence, String title) {
    return switch (kind) {
      case SHORT -> run(sentence);
      case HEADLINE -> Optional.of(title).filter(Planted::isTelling);
      default -> Optional.of(sentence);
    };
  }

  private Optional<String> run(String sentence) {
    List<Word> words = Words.of(sentence);
    int length = LEAST_SHORT + random.nextInt(MOST_SHORT - LEAST_SHORT + 1);
    int from = random.nextInt(words.size() - length);
    return Optional.of(
            sentence.substring(words.get(from).start(), words.get(from + length - 1).end()))
        .filter(Planted::isTelling);
  }

  /// Whether a few words have three that not every text has.
  private static boolean isTelling(String words) {
    return Words.of(words).stream().filter(word -> !StopWords.has(word.norm())).count() >= 3;
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

  private Document planted(Kind kind, Document original, String claim, int number) {
    String lang = original.content().lang();
    Document other = any(corpus);
    while (!other.content().lang().equals(lang) || other.id().equals(original.id())) {
      other = any(corpus);
    }
    Instant published =
        original.times().published().at().plus(Duration.ofHours(25 + random.nextInt(48)));
    String filler = notLater(other, published).content().body();
    List<Span> sentences = Sentences.of(filler);
    int middle = sentences.size() / 2;
    int end = Math.min(sentences.size(), middle + 3);
    String before =
        filler.substring(
            sentences.get(Math.max(0, middle - 3)).start(), sentences.get(middle).start());
    String after = filler.substring(sentences.get(middle).start(), sentences.get(end - 1).end());
    return TraceCorpus.document(
        "https://planted-" + number % 50 + ".example/" + kind.label() + "/" + number,
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

  /// An article to plant between the sentences of: with sentences of a later one, a document would
  /// be before their own source.
  private Document notLater(Document article, Instant time) {
    Document other = article;
    for (int tries = 0; other.times().published().at().isAfter(time) && tries < 100; tries++) {
      Document next = corpus.get(fillers.nextInt(corpus.size()));
      other = next.content().lang().equals(article.content().lang()) ? next : other;
    }
    return other;
  }

  private Optional<Altered> change(Kind kind, String sentence, String next, String lang) {
    return switch (kind) {
      case VERBATIM, SHORT, HEADLINE -> Optional.of(Altered.of(sentence));
      case WORDS -> Optional.of(rewordings.words(sentence));
      case NUMBER -> rewordings.number(sentence);
      case SHORTENED -> rewordings.shortened(sentence);
      case MERGED -> Rewordings.merged(sentence, next);
      case REORDERED -> Rewordings.reordered(sentence);
      case SYNONYMS -> Rewordings.synonyms(sentence);
      case FIGURE -> alterations.figure(sentence);
      case NAME -> alterations.name(sentence, lang);
      case DATE -> alterations.date(sentence);
      case NEGATION -> Alterations.negation(sentence, lang);
      case SWAP -> Alterations.swap(sentence);
      case TYPO -> alterations.typo(sentence);
      case FORMS -> alterations.forms(sentence);
      case DRESSED -> alterations.dressed(sentence);
    };
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
