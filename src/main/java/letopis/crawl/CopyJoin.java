package letopis.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import letopis.document.Document;
import letopis.document.Lineage;
import letopis.document.PublishedFrom;
import letopis.text.SharedRuns;

/// Joins a document to those that have its text already: the earliest of them is what it is a copy
/// of, and all share one cluster. Fingerprints say which texts are close to each other; how much of
/// one is in the other is then counted word for word. Pure; [KnownTexts] finds the candidates.
public final class CopyJoin {
  /// So much of the text must be found in a document of another source for it to be a copy of it.
  public static final double COPY = 0.5;

  /// The same within one source, whose texts share their background, templates and furniture.
  public static final double COPY_AT_HOME = 0.8;

  /// Fewer runs of words than this are a sentence or two, which may be said of another event: such
  /// a text is a copy of what another source published at once, nearly word for word, with the same
  /// numbers.
  private static final int FEWEST = 15;

  /// Fewer are a phrase, and nobody's copy.
  private static final int SENTENCE = 5;

  private static final double COPY_OF_SENTENCE = 0.75;

  /// A sentence is taken over at once, or told again of another event.
  private static final Duration AT_ONCE = Duration.ofHours(6);

  /// More than a sentence has, where the text itself is not at hand.
  private static final int FEWEST_FINGERPRINTS = 12;

  /// So many fingerprints in common are looked into: of two texts that share half their words, a
  /// sample of a few may show much less.
  private static final double CLOSE = 0.2;

  /// Candidates that one document is compared with word for word.
  private static final int MOST_CLOSE = 20;

  private static final int SAMPLE = 8;

  /// A passage in this many different texts of one source is its furniture: a channel's footer, a
  /// list of other news, a template. It says nothing about where a text comes from.
  private static final int FURNITURE = 5;

  /// Two texts with so much in common are one that is published again, and count once.
  private static final double AGAIN = 0.8;

  private CopyJoin() {}

  /// What must be known of a document to compare texts with it.
  ///
  /// @param appearedAt the earliest time that is believed of it
  public record Text(
      String id,
      String source,
      String cluster,
      Optional<String> copyOf,
      Instant appearedAt,
      List<String> fingerprints) {
    /// The same of a whole document.
    public static Text of(Document document) {
      Lineage lineage = document.lineage();
      return new Text(
          document.id(),
          document.publisher().id(),
          lineage.cluster(),
          lineage.copyOf(),
          CopyJoin.appearedAt(document),
          lineage.fingerprints());
    }
  }

  /// How a new document stands to the known ones.
  ///
  /// @param lineage of the new document
  /// @param later known documents that turn out to be copies of it, with their lineage changed
  public record Joined(Lineage lineage, List<Later> later) {}

  /// A known document with text of an earlier one that came in later.
  public record Later(String id, String copyOf, double share, String cluster) {}

  /// The fingerprints to look for: the least ones, so that two texts with half of their passages in
  /// common miss each other once in 256 times (bottom-k sketch; Broder, 1997).
  ///
  /// @param furniture known to be in many texts of the same source: passed over, unless the whole
  ///     text is such
  public static List<String> sample(List<String> fingerprints, Predicate<String> furniture) {
    List<String> own = fingerprints.stream().filter(furniture.negate()).toList();
    return (own.isEmpty() ? fingerprints : own).stream().sorted().limit(SAMPLE).toList();
  }

  /// The candidates, by id, whose words are wanted to compare a document with.
  public static Set<String> close(Document document, Collection<Text> candidates) {
    if (candidates.isEmpty()) {
      return Set.of();
    }
    Text self = Text.of(document);
    Passages passages = new Passages(self, candidates, Map.of());
    record Near(String id, double closeness) {}
    return candidates.stream()
        .filter(other -> !other.id().equals(self.id()))
        .map(other -> new Near(other.id(), passages.closeness(self, other)))
        .filter(near -> near.closeness() >= CLOSE)
        .sorted(Comparator.comparingDouble(Near::closeness).reversed())
        .limit(MOST_CLOSE)
        .map(Near::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Compares a document with candidates that have some of its fingerprints.
  ///
  /// @param bodies of the document and of those that are close to it, by id; of the others the
  ///     fingerprints must do
  public static Joined join(
      Document document, Collection<Text> candidates, Map<String, String> bodies) {
    Text self = Text.of(document);
    Passages passages = new Passages(self, candidates, bodies);
    Optional<Text> origin =
        candidates.stream()
            .filter(other -> !other.id().equals(self.id()))
            .filter(other -> before(other, self) && passages.share(self, other) > 0)
            .min(Comparator.comparing(Text::appearedAt).thenComparing(Text::id));
    List<Text> copies =
        candidates.stream()
            .filter(other -> !other.id().equals(self.id()))
            .filter(other -> before(self, other) && passages.share(other, self) > 0)
            .toList();
    String cluster =
        origin
            .map(Text::cluster)
            .or(() -> copies.stream().map(Text::cluster).min(Comparator.naturalOrder()))
            .orElse(self.cluster());
    double share = origin.map(text -> passages.share(self, text)).orElse(0.0);
    return new Joined(
        lineage(document.lineage(), cluster, origin, share),
        copies.stream()
            .filter(copy -> origin.isEmpty() || copy.copyOf().isEmpty())
            .map(
                copy ->
                    new Later(
                        copy.id(), origin.orElse(self).id(), passages.share(copy, self), cluster))
            .toList());
  }

  /// All of these candidates that a document is a copy of, not only the earliest.
  public static List<String> origins(
      Document document, Collection<Text> candidates, Map<String, String> bodies) {
    Text self = Text.of(document);
    Passages passages = new Passages(self, candidates, bodies);
    return candidates.stream()
        .filter(other -> before(other, self) && passages.share(self, other) > 0)
        .map(Text::id)
        .toList();
  }

  /// The earliest time that is believed of a document: its claim, unless the claim is a guess or
  /// contradicts our own looks.
  static Instant appearedAt(Document document) {
    boolean believed =
        document.times().published().from() != PublishedFrom.GUESSED
            && !document.times().backdated();
    return believed ? document.times().published().at() : document.times().firstSeenAt();
  }

  private static boolean before(Text one, Text other) {
    int order = one.appearedAt().compareTo(other.appearedAt());
    return order < 0 || (order == 0 && one.id().compareTo(other.id()) < 0);
  }

  private static Lineage lineage(
      Lineage before, String cluster, Optional<Text> origin, double share) {
    return new Lineage(
        before.revision(),
        before.validFrom(),
        before.validTo(),
        cluster,
        origin.map(Text::id),
        share,
        before.fingerprints());
  }

  /// Some texts without the furniture of their sources.
  private static final class Passages {
    private final Map<String, Map<String, Integer>> bySource = new HashMap<>();
    private final Map<String, List<Set<String>>> counted = new HashMap<>();
    private final Map<String, Set<String>> own = new HashMap<>();
    private final Map<String, SharedRuns> runs = new HashMap<>();
    private final Collection<Text> candidates;
    private final Map<String, String> bodies;

    Passages(Text self, Collection<Text> candidates, Map<String, String> bodies) {
      this.candidates = candidates;
      this.bodies = bodies;
      count(self);
      candidates.stream().filter(text -> !text.id().equals(self.id())).forEach(this::count);
    }

    private void count(Text text) {
      Set<String> fingerprints = new HashSet<>(text.fingerprints());
      List<Set<String>> before = counted.computeIfAbsent(text.source(), _ -> new ArrayList<>());
      if (before.stream().limit(FURNITURE).anyMatch(other -> isAgain(fingerprints, other))) {
        return;
      }
      before.add(fingerprints);
      Map<String, Integer> counts = bySource.computeIfAbsent(text.source(), _ -> new HashMap<>());
      fingerprints.forEach(f -> counts.merge(f, 1, Integer::sum));
    }

    private static boolean isAgain(Set<String> one, Set<String> other) {
      long common = one.stream().filter(other::contains).count();
      return common >= AGAIN * (one.size() + other.size() - common);
    }

    private Set<String> of(Text text) {
      return own.computeIfAbsent(text.id(), _ -> withoutFurniture(text));
    }

    private Set<String> withoutFurniture(Text text) {
      Set<String> kept = new HashSet<>(text.fingerprints());
      kept.removeIf(fingerprint -> isFurniture(text, fingerprint));
      return kept;
    }

    private boolean isFurniture(Text text, String fingerprint) {
      return bySource.getOrDefault(text.source(), Map.of()).getOrDefault(fingerprint, 0)
          >= FURNITURE;
    }

    /// The share of the fingerprints of one of two texts that the other has, whichever is more.
    double closeness(Text one, Text other) {
      return Math.max(common(of(one), of(other)), common(of(other), of(one)));
    }

    /// The share of one text that is found in another, if it is enough for a copy; else 0.
    double share(Text text, Text other) {
      double share = closeness(text, other) < CLOSE ? 0 : found(text, other);
      return share >= (text.source().equals(other.source()) ? COPY_AT_HOME : COPY) ? share : 0;
    }

    private double found(Text text, Text other) {
      Optional<SharedRuns> words = runs(text);
      Optional<SharedRuns> others = runs(other);
      if (words.isEmpty() || others.isEmpty()) {
        boolean isText =
            words.map(own -> own.size() >= FEWEST).orElse(of(text).size() >= FEWEST_FINGERPRINTS);
        return isText ? common(of(text), of(other)) : 0;
      }
      double share = words.get().shareIn(others.get());
      boolean copy =
          words.get().size() >= FEWEST
              || (words.get().size() >= SENTENCE
                  && share >= COPY_OF_SENTENCE
                  && others.get().hasNumbersOf(words.get())
                  && isAtOnce(text, other)
                  && !isFormula(text));
      return copy ? share : 0;
    }

    private static boolean isAtOnce(Text one, Text other) {
      return !one.source().equals(other.source())
          && Duration.between(one.appearedAt(), other.appearedAt()).abs().compareTo(AT_ONCE) <= 0;
    }

    /// Whether a text was published long before or after, too, by whomever: so the next event of
    /// its kind will be told in the same words.
    private boolean isFormula(Text text) {
      return candidates.stream()
          .filter(
              other ->
                  Duration.between(text.appearedAt(), other.appearedAt()).abs().compareTo(AT_ONCE)
                      > 0)
          .anyMatch(other -> common(of(text), of(other)) >= COPY_OF_SENTENCE);
    }

    private Optional<SharedRuns> runs(Text text) {
      return Optional.ofNullable(
          runs.computeIfAbsent(
              text.id(),
              id -> {
                String body = bodies.get(id);
                return body == null ? null : SharedRuns.of(body, furniture(text));
              }));
    }

    private Set<String> furniture(Text text) {
      Set<String> furniture = new HashSet<>(text.fingerprints());
      furniture.removeAll(of(text));
      return furniture;
    }

    private static double common(Set<String> passages, Set<String> others) {
      return passages.isEmpty()
          ? 0
          : (double) passages.stream().filter(others::contains).count() / passages.size();
    }
  }
}
