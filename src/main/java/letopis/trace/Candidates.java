package letopis.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.document.Document;

/// One search for the versions that say a claim, page after page while they go on saying it.
final class Candidates {
  private static final int FIRST_PAGE = 30;
  private static final int LONG_PAGE = 60;
  private static final int NEXT_PAGE = 120;
  private static final int OLDEST = 100;

  private final Retrieval retrieval;
  private final Optional<String> lang;
  private final Matcher matcher;
  private final Map<String, Map<Integer, Document>> versions = new LinkedHashMap<>();
  private final Map<String, Sighting> sightings = new LinkedHashMap<>();
  private boolean limited;

  Candidates(Retrieval retrieval, Optional<String> lang, Matcher matcher) {
    this.retrieval = retrieval;
    this.lang = lang;
    this.matcher = matcher;
  }

  /// The first candidates of a short claim; none of a long one. Which words are searched for does
  /// not depend on how rare they are, so that this can be asked while that is.
  static Retrieval.Page first(Retrieval retrieval, Optional<String> lang, String text)
      throws IOException {
    Claim claim = new Claim(text, Rarity.unknown());
    if (claim.isLong()) {
      return new Retrieval.Page(List.of());
    }
    ObjectNode search = Queries.words(claim, claim.isSeveral() ? 25 : 40, FIRST_PAGE);
    return retrieval.ask(List.of(Retrieval.withLang(search, lang))).getFirst();
  }

  /// @param first what [#first] brought
  void run(Retrieval.Page first) throws IOException {
    Claim claim = matcher.claim();
    if (claim.isLong()) {
      ask(List.of(Queries.passages(claim, LONG_PAGE), Queries.topic(claim, LONG_PAGE / 2)));
    } else {
      add(first.versions());
      if (stillSaying(first, FIRST_PAGE)) {
        more(claim);
      }
    }
  }

  /// More candidates than the first page say it: the next ones, and the oldest of all.
  private void more(Claim claim) throws IOException {
    ObjectNode next = Queries.words(claim, 55, NEXT_PAGE);
    next.put("from", FIRST_PAGE / 2);
    ObjectNode oldest = Queries.oldest(claim, 80, OLDEST);
    limited = stillSaying(ask(List.of(next, oldest)).getFirst(), NEXT_PAGE);
  }

  /// Whether a full page ends with versions that say the claim.
  private boolean stillSaying(Retrieval.Page page, int full) {
    int size = page.versions().size();
    if (size < full) {
      return false;
    }
    return page.versions().subList(size - size / 4, size).stream()
        .anyMatch(version -> sightings.containsKey(version.id()));
  }

  private List<Retrieval.Page> ask(List<ObjectNode> searches) throws IOException {
    List<ObjectNode> filtered =
        searches.stream().map(one -> Retrieval.withLang(one, lang)).toList();
    List<Retrieval.Page> pages = retrieval.ask(filtered);
    pages.forEach(page -> add(page.versions()));
    return pages;
  }

  void add(List<Document> found) {
    for (Document version : found) {
      Map<Integer, Document> known =
          versions.computeIfAbsent(version.id(), _ -> new LinkedHashMap<>());
      if (known.putIfAbsent(version.lineage().revision(), version) == null) {
        Sighting.of(List.copyOf(known.values()), matcher)
            .ifPresent(sighting -> sightings.put(version.id(), sighting));
      }
    }
  }

  /// Brings the other versions of what was found, where there are any.
  void complete() throws IOException {
    List<String> changed =
        sightings.values().stream()
            .filter(
                one ->
                    one.versions().stream()
                        .anyMatch(
                            version ->
                                version.lineage().revision() > 1
                                    || version.lineage().validTo().isPresent()))
            .map(one -> one.versions().getFirst().id())
            .toList();
    retrieval.versions(changed).values().forEach(this::add);
  }

  List<Appearance> appearances() {
    return sightings.values().stream().map(Sighting::appearance).toList();
  }

  /// More say it than were looked at.
  boolean limited() {
    return limited;
  }
}
