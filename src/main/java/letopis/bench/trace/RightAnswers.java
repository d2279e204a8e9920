package letopis.bench.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import letopis.document.Content;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.text.StopWords;
import letopis.text.Word;
import letopis.text.Words;
import letopis.url.CanonicalUrl;

/// Which answers to a planted claim are right, by a rule that has none of the tracer's own parts
/// but its stems: bags of words, no order, no weights.
///
/// Right are the original article, the planted document, and any document that has close together
/// 60% of the content words of the original sentence, of the claim asked for, or, of two merged
/// sentences, of the second. The right origin is the earliest document that has the original
/// sentence word for word in its text or headline, or what that one links to, if it has the
/// sentence too (a link shows that its target was there, whatever time it claims), or one at least
/// as early that has 75% of the content words of the sentence or of the claim close together, or
/// 60% of the sentence's words in one unbroken run: real corpora hold earlier publications of what
/// was taken for an original.
final class RightAnswers {
  /// Share of a claim's content words that makes a passage tell it.
  static final double MOST_WORDS = 0.6;

  private static final double SAME = 0.75;
  private static final double RUN = 0.6;
  private static final int WINDOW = 3;

  private final List<Document> corpus;
  private final Map<String, List<Integer>> byWord = new HashMap<>();

  RightAnswers(List<Document> corpus) {
    this.corpus = corpus;
    for (int i = 0; i < corpus.size(); i++) {
      Set<String> words = new HashSet<>();
      for (Word word : Words.of(text(corpus.get(i)))) {
        if (words.add(word.norm())) {
          byWord.computeIfAbsent(word.norm(), _ -> new ArrayList<>()).add(i);
        }
      }
    }
  }

  /// Whether a document tells a claim.
  static boolean tells(Document document, Planted.Claim claim) {
    return document.id().equals(claim.original().id())
        || document.id().equals(claim.planted().id())
        || says(document, claim.sentence(), MOST_WORDS)
        || says(document, claim.claim().text(), MOST_WORDS)
        || !claim.next().isEmpty() && says(document, claim.next(), MOST_WORDS);
  }

  /// Whether a document may be called the origin of a claim.
  boolean isOrigin(Document document, Planted.Claim claim) {
    Document earliest = earliest(claim);
    return document.id().equals(earliest.id())
        || !time(document).isAfter(time(earliest)) && isSame(document, claim)
        || isLinked(earliest, document) && has(document, Words.norms(claim.sentence()));
  }

  /// The earliest document of the corpus with the sentence word for word.
  Document earliest(Planted.Claim claim) {
    List<Integer> rarest = List.of();
    for (Word word : Words.of(claim.sentence())) {
      List<Integer> places = byWord.getOrDefault(word.norm(), List.of());
      rarest = rarest.isEmpty() || places.size() < rarest.size() ? places : rarest;
    }
    String sentence = Words.norms(claim.sentence());
    return rarest.stream()
        .map(corpus::get)
        .filter(document -> has(document, sentence))
        .min(Comparator.comparing(RightAnswers::time))
        .orElse(claim.original());
  }

  /// Whether three neighbouring sentences (by length) of a document have so much of the content
  /// words of one.
  static boolean says(Document document, String sentence, double share) {
    Set<String> content = new HashSet<>();
    List<Word> of = Words.of(sentence);
    of.stream()
        .filter(word -> !StopWords.has(word.norm()))
        .forEach(word -> content.add(word.stem()));
    List<Word> words = Words.of(text(document));
    int width = Math.max(20, of.size() * WINDOW / 2);
    for (int from = 0; from < words.size(); from += 3) {
      Set<String> left = new HashSet<>(content);
      words
          .subList(from, Math.min(words.size(), from + width))
          .forEach(word -> left.remove(word.stem()));
      if (content.size() - left.size() >= share * content.size()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(Document document, Planted.Claim claim) {
    return says(document, claim.sentence(), SAME)
        || says(document, claim.claim().text(), SAME)
        || hasRun(document, claim.sentence());
  }

  /// Whether a document has 60% of a sentence's words one after the other.
  private static boolean hasRun(Document document, String sentence) {
    List<String> words = Words.of(sentence).stream().map(Word::norm).toList();
    int length = (int) Math.ceil(RUN * words.size());
    String text = " " + Words.norms(text(document));
    for (int from = 0; from + length <= words.size(); from++) {
      String run = " " + String.join(" ", words.subList(from, from + length)) + " ";
      if (text.contains(run)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLinked(Document from, Document to) {
    return from.content().links().stream()
        .flatMap(link -> CanonicalUrl.parse(link.url()).stream())
        .anyMatch(url -> DocumentId.of(url.value()).equals(to.id()));
  }

  /// @param norms what `Words#norms` makes of a sentence
  private static boolean has(Document document, String norms) {
    Content content = document.content();
    return List.of(content.body(), content.title()).stream()
        .anyMatch(text -> (" " + Words.norms(text)).contains(" " + norms));
  }

  private static String text(Document document) {
    return document.content().title() + "\n" + document.content().body();
  }

  private static Instant time(Document document) {
    return document.times().published().at().plus(document.times().published().precision().width());
  }
}
