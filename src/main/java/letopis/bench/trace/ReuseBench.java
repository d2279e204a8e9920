package letopis.bench.trace;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import letopis.document.Content;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.text.StopWords;
import letopis.text.Word;
import letopis.text.Words;
import letopis.trace.Appearance;
import letopis.trace.Change;
import letopis.trace.Match;
import letopis.trace.Trace;
import letopis.trace.TraceRequest;
import letopis.trace.TraceResult;
import letopis.trace.Tracer;
import letopis.url.CanonicalUrl;

/// Traces planted claims and compares the answers with what was planted.
///
/// Right are the original article, the planted document, and any document that by an independent
/// check ([#says]: bags of words, no order, no weights, none of the tracer's own parts but its
/// stems) has close together 60% of the content words of the original sentence, of the claim asked
/// for, or, of two merged sentences, of the second. The right origin is the earliest document that
/// has the original sentence word for word in its text or headline, or what that one links to, if
/// it has the sentence too (a link shows that its target was there, whatever time it claims), or
/// one at least as early that has 75% of the content words of the sentence or of the claim close
/// together, or 60% of the sentence's words in one unbroken run: real corpora hold earlier
/// publications of what was taken for an original.
final class ReuseBench {
  /// Share of a claim's content words that makes a passage tell it.
  static final double MOST_WORDS = 0.6;

  /// Changes that make another claim of it.
  private static final Set<Change.Kind> SERIOUS =
      Set.of(Change.Kind.NUMBER, Change.Kind.NEGATION, Change.Kind.DATE, Change.Kind.NAME);

  private static final double SAME = 0.75;
  private static final double RUN = 0.6;
  private static final int WINDOW = 3;

  private final Tracer tracer;
  private final PrintStream out;
  private final List<Document> corpus;
  private final Map<String, List<Integer>> byWord = new HashMap<>();
  private final List<String> errors = new ArrayList<>();

  ReuseBench(Tracer tracer, List<Document> corpus, PrintStream out) {
    this.tracer = tracer;
    this.corpus = corpus;
    this.out = out;
    for (int i = 0; i < corpus.size(); i++) {
      Set<String> words = new HashSet<>();
      Content content = corpus.get(i).content();
      for (Word word : Words.of(content.title() + "\n" + content.body())) {
        if (words.add(word.norm())) {
          byWord.computeIfAbsent(word.norm(), _ -> new ArrayList<>()).add(i);
        }
      }
    }
  }

  private static final class Counts {
    int claims;
    int expected;
    int found;
    int shown;
    int right;
    int origins;
    int taken;
    int takenRight;
    int altered;
    int named;
    int misnamed;
  }

  /// Prints a line for each kind of change. Precision is that of all answers but mentions, and
  /// beside it (`taken`) that of the `verbatim` and `edited` ones alone. `named`: of the claims in
  /// which a number, name, date or negation was changed, the share with which the original shows
  /// just that change, of its kind; `misnamed`: the share of all claims with which the original
  /// shows another change of one of these kinds.
  void run(List<Planted.Claim> claims) throws IOException {
    Map<Planted.Kind, Counts> counts = new EnumMap<>(Planted.Kind.class);
    for (Planted.Claim claim : claims) {
      judge(claim, counts.computeIfAbsent(claim.kind(), _ -> new Counts()));
    }
    out.printf(
        "%-10s %7s %8s %10s %8s %8s %12s %7s %9s%n",
        "kind",
        "claims",
        "recall",
        "precision",
        "taken",
        "origin",
        "appearances",
        "named",
        "misnamed");
    counts.forEach(
        (kind, one) ->
            out.printf(
                "%-10s %7d %8.3f %10.3f %8.3f %8.3f %12d %7s %9.3f%n",
                kind.label(),
                one.claims,
                (double) one.found / one.expected,
                one.shown == 0 ? 1 : (double) one.right / one.shown,
                one.taken == 0 ? 1 : (double) one.takenRight / one.taken,
                (double) one.origins / one.claims,
                one.shown,
                one.altered == 0 ? "-" : "%.3f".formatted((double) one.named / one.altered),
                (double) one.misnamed / one.claims));
  }

  /// What went wrong, a line each.
  List<String> errors() {
    return errors;
  }

  private void judge(Planted.Claim claim, Counts counts) throws IOException {
    Trace trace =
        switch (tracer.trace(TraceRequest.ofText(claim.claim().text()))) {
          case TraceResult.Traced(Trace traced) -> traced;
          case TraceResult.Unknown(String subject) -> throw new IOException("unknown " + subject);
          case TraceResult.Rejected(String reason, _) -> throw new IOException(reason);
        };
    Map<String, Appearance> shown =
        trace.appearances().stream()
            .collect(Collectors.toMap(one -> one.document().id(), one -> one));
    counts.claims++;
    for (Document expected : List.of(claim.original(), claim.planted())) {
      counts.expected++;
      if (shown.containsKey(expected.id())) {
        counts.found++;
      } else {
        error("missed " + (expected == claim.planted() ? "planted" : "original"), claim, "");
      }
    }
    for (Appearance one : trace.appearances()) {
      if (one.match() != Match.MENTION) {
        boolean taken = one.match() != Match.PARAPHRASE;
        counts.shown++;
        counts.taken += taken ? 1 : 0;
        if (isRight(claim, one.document())) {
          counts.right++;
          counts.takenRight += taken ? 1 : 0;
        } else {
          error(
              "wrong " + one.match().label() + " %.2f".formatted(one.score()),
              claim,
              one.passage().text());
        }
      }
    }
    Appearance original = shown.get(claim.original().id());
    if (original != null) {
      naming(claim, original, counts);
    }
    counts.altered += claim.claim().other().isPresent() ? 1 : 0;
    String right = earliest(claim).id();
    String origin = trace.origin().map(one -> one.appearance().document().id()).orElse("none");
    boolean asEarly =
        trace.origin().stream()
            .map(one -> one.appearance().document())
            .anyMatch(
                one ->
                    !time(one).isAfter(time(earliest(claim))) && isSame(claim, one)
                        || isLinked(earliest(claim), one) && has(one, norm(claim.sentence())));
    if (origin.equals(right) || asEarly) {
      counts.origins++;
    } else {
      error(
          "origin",
          claim,
          shown.containsKey(origin)
              ? shown.get(origin).passage().text()
                  + " @"
                  + shown.get(origin).time().best()
                  + " instead of @"
                  + earliest(claim).times().published().at()
              : "none");
    }
  }

  /// Whether the changes that are shown are the one that was made.
  private void naming(Planted.Claim claim, Appearance original, Counts counts) {
    Optional<Altered.Other> made = claim.claim().other();
    boolean named = original.changed().stream().anyMatch(change -> isMade(made, change));
    boolean misnamed =
        original.changed().stream()
            .anyMatch(
                change ->
                    SERIOUS.contains(change.kind())
                        && !isMade(made, change)
                        && !isMade(made.map(Altered.Other::back), change));
    counts.named += named ? 1 : 0;
    counts.misnamed += misnamed ? 1 : 0;
    if (made.isPresent() && !named || misnamed) {
      error(named || made.isEmpty() ? "misnamed" : "unnamed", claim, original.changed().toString());
    }
  }

  private static boolean isMade(Optional<Altered.Other> made, Change change) {
    return made.stream().anyMatch(other -> other.is(change));
  }

  private void error(String what, Planted.Claim claim, String passage) {
    errors.add(
        claim.kind()
            + " "
            + what
            + "\n    claim: "
            + claim.claim().text()
            + "\n    sentence: "
            + claim.sentence()
            + "\n    shown: "
            + passage.replace('\n', ' '));
  }

  private boolean isRight(Planted.Claim claim, Document document) {
    return document.id().equals(claim.original().id())
        || document.id().equals(claim.planted().id())
        || says(document, claim.sentence(), MOST_WORDS)
        || says(document, claim.claim().text(), MOST_WORDS)
        || !claim.next().isEmpty() && says(document, claim.next(), MOST_WORDS);
  }

  private static boolean isSame(Planted.Claim claim, Document document) {
    return says(document, claim.sentence(), SAME)
        || says(document, claim.claim().text(), SAME)
        || hasRun(document, claim.sentence());
  }

  /// Whether a document has 60% of a sentence's words one after the other.
  private static boolean hasRun(Document document, String sentence) {
    List<String> words = Words.of(sentence).stream().map(Word::norm).toList();
    int length = (int) Math.ceil(RUN * words.size());
    String text = norm(document.content().title() + "\n" + document.content().body());
    for (int from = 0; from + length <= words.size(); from++) {
      String run = " " + String.join(" ", words.subList(from, from + length)) + " ";
      if (text.contains(run)) {
        return true;
      }
    }
    return false;
  }

  /// Whether three neighbouring sentences (by length) of a document have most content words of
  /// one.
  static boolean says(Document document, String sentence, double share) {
    Set<String> content = new HashSet<>();
    List<Word> of = Words.of(sentence);
    of.stream()
        .filter(word -> !StopWords.has(word.norm()))
        .forEach(word -> content.add(word.stem()));
    List<Word> words = Words.of(document.content().title() + "\n" + document.content().body());
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

  /// The earliest document of the corpus with the sentence word for word.
  private Document earliest(Planted.Claim claim) {
    List<Word> words = Words.of(claim.sentence());
    List<Integer> rarest = List.of();
    for (Word word : words) {
      List<Integer> places = byWord.getOrDefault(word.norm(), List.of());
      rarest = rarest.isEmpty() || places.size() < rarest.size() ? places : rarest;
    }
    String sentence = norm(claim.sentence());
    return rarest.stream()
        .map(corpus::get)
        .filter(document -> has(document, sentence))
        .min(Comparator.comparing(ReuseBench::time))
        .orElse(claim.original());
  }

  private static boolean isLinked(Document from, Document to) {
    return from.content().links().stream()
        .flatMap(link -> CanonicalUrl.parse(link.url()).stream())
        .anyMatch(url -> DocumentId.of(url.value()).equals(to.id()));
  }

  private static boolean has(Document document, String sentence) {
    return norm(document.content().body()).contains(sentence)
        || norm(document.content().title()).contains(sentence);
  }

  private static Instant time(Document document) {
    return document.times().published().at().plus(document.times().published().precision().width());
  }

  private static String norm(String text) {
    StringBuilder norm = new StringBuilder(" ");
    Words.of(text).forEach(word -> norm.append(word.norm()).append(' '));
    return norm.toString();
  }
}
