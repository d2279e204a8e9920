package letopis.crawl;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import letopis.document.Document;
import letopis.document.Lineage;
import letopis.document.PublishedFrom;

/// Joins a document to those that have its text already: the earliest of them is what it is a copy
/// of, and all share one cluster. Pure; [KnownTexts] finds the candidates.
public final class CopyJoin {
  /// So much of the text must be found in another document for it to be a copy of it.
  public static final double COPY = 0.5;

  /// Fewer fingerprints than this are a sentence or two, which many texts share by chance.
  private static final int FEWEST = 3;

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
  public static List<String> sample(List<String> fingerprints) {
    return fingerprints.size() < FEWEST
        ? List.of()
        : fingerprints.stream().sorted().limit(SAMPLE).toList();
  }

  /// Compares a document with candidates that have some of its fingerprints.
  public static Joined join(Document document, Collection<Text> candidates) {
    Text self = Text.of(document);
    Set<String> own = new HashSet<>(self.fingerprints());
    Optional<Text> origin =
        candidates.stream()
            .filter(other -> !other.id().equals(self.id()))
            .filter(other -> before(other, self) && share(own, other) >= COPY)
            .min(Comparator.comparing(Text::appearedAt).thenComparing(Text::id));
    List<Text> copies =
        candidates.stream()
            .filter(other -> !other.id().equals(self.id()))
            .filter(other -> before(self, other) && shareOf(other, own) >= COPY)
            .toList();
    String cluster =
        origin
            .map(Text::cluster)
            .or(() -> copies.stream().map(Text::cluster).min(Comparator.naturalOrder()))
            .orElse(self.cluster());
    return new Joined(
        lineage(document.lineage(), cluster, origin, own),
        copies.stream()
            .filter(copy -> origin.isEmpty() || copy.copyOf().isEmpty())
            .map(copy -> later(copy, origin.orElse(self), own, cluster))
            .toList());
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
      Lineage before, String cluster, Optional<Text> origin, Set<String> own) {
    return new Lineage(
        before.revision(),
        before.validFrom(),
        before.validTo(),
        cluster,
        origin.map(Text::id),
        origin.map(text -> share(own, text)).orElse(0.0),
        before.fingerprints());
  }

  private static Later later(Text copy, Text origin, Set<String> own, String cluster) {
    return new Later(copy.id(), origin.id(), shareOf(copy, own), cluster);
  }

  /// The share of the text with these fingerprints that is found in another.
  private static double share(Set<String> own, Text other) {
    if (own.size() < FEWEST) {
      return 0;
    }
    long common = other.fingerprints().stream().distinct().filter(own::contains).count();
    return (double) common / own.size();
  }

  /// The share of another text that is found in the one with these fingerprints.
  private static double shareOf(Text other, Set<String> own) {
    Set<String> theirs = new HashSet<>(other.fingerprints());
    if (theirs.size() < FEWEST) {
      return 0;
    }
    return (double) theirs.stream().filter(own::contains).count() / theirs.size();
  }
}
