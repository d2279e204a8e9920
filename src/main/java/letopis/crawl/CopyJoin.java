package letopis.crawl;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  /// A passage in this many texts of one source is its furniture: a channel's footer, a list of
  /// other news, a template. It says nothing about where a text comes from.
  private static final int FURNITURE = 5;

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
    Passages passages = new Passages(self, candidates);
    Optional<Text> origin =
        candidates.stream()
            .filter(other -> !other.id().equals(self.id()))
            .filter(other -> before(other, self) && passages.share(self, other) >= COPY)
            .min(Comparator.comparing(Text::appearedAt).thenComparing(Text::id));
    List<Text> copies =
        candidates.stream()
            .filter(other -> !other.id().equals(self.id()))
            .filter(other -> before(self, other) && passages.share(other, self) >= COPY)
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
  public static List<String> origins(Document document, Collection<Text> candidates) {
    Text self = Text.of(document);
    Passages passages = new Passages(self, candidates);
    return candidates.stream()
        .filter(other -> before(other, self) && passages.share(self, other) >= COPY)
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

  /// The passages of some texts without the furniture of their sources.
  private static final class Passages {
    private final Map<String, Map<String, Integer>> bySource = new HashMap<>();
    private final Map<String, Set<String>> own = new HashMap<>();

    Passages(Text self, Collection<Text> candidates) {
      count(self);
      candidates.stream().filter(text -> !text.id().equals(self.id())).forEach(this::count);
    }

    private void count(Text text) {
      Map<String, Integer> counts = bySource.computeIfAbsent(text.source(), _ -> new HashMap<>());
      new HashSet<>(text.fingerprints()).forEach(f -> counts.merge(f, 1, Integer::sum));
    }

    private Set<String> of(Text text) {
      return own.computeIfAbsent(text.id(), _ -> withoutFurniture(text));
    }

    private Set<String> withoutFurniture(Text text) {
      Map<String, Integer> counts = bySource.getOrDefault(text.source(), Map.of());
      Set<String> kept = new HashSet<>(text.fingerprints());
      kept.removeIf(fingerprint -> counts.getOrDefault(fingerprint, 0) >= FURNITURE);
      return kept;
    }

    /// The share of one text that is found in another.
    double share(Text text, Text other) {
      Set<String> passages = of(text);
      if (passages.size() < FEWEST) {
        return 0;
      }
      Set<String> others = of(other);
      return (double) passages.stream().filter(others::contains).count() / passages.size();
    }
  }
}
