package letopis.trace;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import letopis.document.Document;

/// All versions of one document that the archive has, and which of them say the claim.
///
/// @param versions by revision, rising
/// @param found for each version, where it says the claim
record Sighting(List<Document> versions, List<Optional<Matcher.Found>> found) {
  Sighting {
    versions = List.copyOf(versions);
    found = List.copyOf(found);
  }

  /// Reads every version; empty when none says the claim.
  static Optional<Sighting> of(List<Document> versions, Matcher matcher) {
    List<Document> ordered =
        versions.stream()
            .sorted(Comparator.comparingInt(version -> version.lineage().revision()))
            .toList();
    List<Optional<Matcher.Found>> found =
        ordered.stream()
            .map(version -> matcher.find(version.content().title(), version.content().body()))
            .toList();
    return found.stream().anyMatch(Optional::isPresent)
        ? Optional.of(new Sighting(ordered, found))
        : Optional.empty();
  }

  /// The index of the earliest version that says the claim.
  int first() {
    int index = 0;
    while (found.get(index).isEmpty()) {
      index++;
    }
    return index;
  }

  /// The appearance as far as the document itself tells; whom it has it from is found later.
  Appearance appearance() {
    int first = first();
    Document document = versions.get(first);
    Matcher.Found place = found.get(first).orElseThrow();
    List<Integer> revisions =
        IntStream.range(0, versions.size())
            .filter(i -> found.get(i).isPresent())
            .mapToObj(i -> versions.get(i).lineage().revision())
            .toList();
    Document last = versions.getLast();
    boolean current =
        found.getLast().isPresent()
            && last.lineage().validTo().isEmpty()
            && last.times().removedAt().isEmpty();
    Optional<Document> before =
        first == 0 ? Optional.empty() : Optional.of(versions.get(first - 1));
    return new Appearance(
        document,
        passage(document, place),
        place.match(),
        place.score(),
        place.aligned().changed(),
        Timings.of(document, before),
        new Appearance.Presence(revisions, current, last.times().removedAt()),
        List.of());
  }

  /// A document that the traced one links to, without a passage of its own found.
  static Appearance linked(Document document) {
    String title = document.content().title();
    return new Appearance(
        document,
        new Appearance.Passage("title", title, 0, title.length(), false),
        Match.MENTION,
        0,
        List.of(),
        Timings.of(document, Optional.empty()),
        new Appearance.Presence(
            List.of(document.lineage().revision()),
            document.times().removedAt().isEmpty(),
            document.times().removedAt()),
        List.of());
  }

  private static Appearance.Passage passage(Document document, Matcher.Found place) {
    String text =
        place.field().equals("title") ? document.content().title() : document.content().body();
    Aligned aligned = place.aligned();
    return new Appearance.Passage(
        place.field(),
        text.substring(aligned.start(), aligned.end()),
        aligned.start(),
        aligned.end(),
        place.refuted());
  }
}
