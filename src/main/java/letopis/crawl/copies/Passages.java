package letopis.crawl.copies;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.text.SharedRuns;

/// How much of one text is in another, without the furniture of their sources: a rule for each kind
/// of text says from when on that makes a copy.
final class Passages {
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

  /// A passage in this many different texts of one source is its furniture: a channel's footer, a
  /// list of other news, a template. It says nothing about where a text comes from.
  private static final int FURNITURE = 5;

  /// Two texts with so much in common are one that is published again, and count once.
  private static final double AGAIN = 0.8;

  private final Map<String, Map<String, Integer>> bySource = new HashMap<>();
  private final Map<String, List<Set<String>>> counted = new HashMap<>();
  private final Map<String, Set<String>> own = new HashMap<>();
  private final Map<String, SharedRuns> runs = new HashMap<>();
  private final Collection<CopyJoin.Text> candidates;
  private final Map<String, String> bodies;

  Passages(CopyJoin.Text self, Collection<CopyJoin.Text> candidates, Map<String, String> bodies) {
    this.candidates = candidates;
    this.bodies = bodies;
    count(self);
    candidates.stream().filter(text -> !text.id().equals(self.id())).forEach(this::count);
  }

  private void count(CopyJoin.Text text) {
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

  private Set<String> of(CopyJoin.Text text) {
    return own.computeIfAbsent(text.id(), _ -> withoutFurniture(text));
  }

  private Set<String> withoutFurniture(CopyJoin.Text text) {
    Set<String> kept = new HashSet<>(text.fingerprints());
    kept.removeIf(fingerprint -> isFurniture(text, fingerprint));
    return kept;
  }

  private boolean isFurniture(CopyJoin.Text text, String fingerprint) {
    return bySource.getOrDefault(text.source(), Map.of()).getOrDefault(fingerprint, 0) >= FURNITURE;
  }

  /// The share of the fingerprints of one of two texts that the other has, whichever is more.
  double closeness(CopyJoin.Text one, CopyJoin.Text other) {
    return Math.max(common(of(one), of(other)), common(of(other), of(one)));
  }

  /// The share of one text that is found in another, if it is enough for a copy; else 0.
  double share(CopyJoin.Text text, CopyJoin.Text other) {
    double share = closeness(text, other) < CopyJoin.CLOSE ? 0 : found(text, other);
    return share >= (text.source().equals(other.source()) ? CopyJoin.COPY_AT_HOME : CopyJoin.COPY)
        ? share
        : 0;
  }

  private double found(CopyJoin.Text text, CopyJoin.Text other) {
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

  private static boolean isAtOnce(CopyJoin.Text one, CopyJoin.Text other) {
    return !one.source().equals(other.source())
        && Duration.between(one.appearedAt(), other.appearedAt()).abs().compareTo(AT_ONCE) <= 0;
  }

  /// Whether a text was published long before or after, too, by whomever: so the next event of
  /// its kind will be told in the same words.
  private boolean isFormula(CopyJoin.Text text) {
    return candidates.stream()
        .filter(
            other ->
                Duration.between(text.appearedAt(), other.appearedAt()).abs().compareTo(AT_ONCE)
                    > 0)
        .anyMatch(other -> common(of(text), of(other)) >= COPY_OF_SENTENCE);
  }

  private Optional<SharedRuns> runs(CopyJoin.Text text) {
    return Optional.ofNullable(
        runs.computeIfAbsent(
            text.id(),
            id -> {
              String body = bodies.get(id);
              return body == null ? null : SharedRuns.of(body, furniture(text));
            }));
  }

  private Set<String> furniture(CopyJoin.Text text) {
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
