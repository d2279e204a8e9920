package letopis.crawl.copies;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import letopis.document.Claimed;
import letopis.document.Document;
import letopis.document.Lineage;
import letopis.document.Precision;
import letopis.document.PublishedFrom;

/// Joins a document to those that have its text already: the earliest of them is what it is a copy
/// of, and all share one cluster. Fingerprints say which texts are close to each other; how much of
/// one is in the other is then counted word for word. Pure; [KnownTexts] finds the candidates.
public final class CopyJoin {
  /// So much of the text must be found in a document of another source for it to be a copy of it.
  public static final double COPY = 0.5;

  /// The same within one source, whose texts share their background, templates and furniture.
  public static final double COPY_AT_HOME = 0.8;

  /// So many fingerprints in common are looked into: of two texts that share half their words, a
  /// sample of a few may show much less.
  static final double CLOSE = 0.2;

  /// Candidates that one document is compared with word for word.
  private static final int MOST_CLOSE = 20;

  private static final int SAMPLE = 8;

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

    /// The same when others stand elsewhere now.
    ///
    /// @param moved old id to new id
    Text following(Map<String, String> moved) {
      return moved.containsKey(cluster) || copyOf.filter(moved::containsKey).isPresent()
          ? new Text(
              id,
              source,
              moved.getOrDefault(cluster, cluster),
              copyOf.map(of -> moved.getOrDefault(of, of)),
              appearedAt,
              fingerprints)
          : this;
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

  /// The time that is believed of a document: its claim, unless the claim is a guess or contradicts
  /// our own looks.
  public static Instant appearedAt(Document document) {
    Claimed claim = document.times().published();
    boolean believed = claim.from() != PublishedFrom.GUESSED && !document.times().backdated();
    Instant seen = document.times().firstSeenAt();
    return believed ? appearedAt(claim.at(), claim.precision(), seen) : seen;
  }

  /// When a document of a believed claim appeared. One that names no more than its hour or day
  /// counts from the end of that, so that it is never the original of what is known to be of that
  /// hour or day; at latest it was there when we saw it.
  static Instant appearedAt(Instant claimed, Precision precision, Instant seen) {
    if (precision.compareTo(Precision.MINUTE) <= 0) {
      return claimed;
    }
    Instant end = claimed.plus(precision.width()).minusSeconds(1);
    return end.isAfter(seen) && !claimed.isAfter(seen) ? seen : end;
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
}
