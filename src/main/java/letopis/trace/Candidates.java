package letopis.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import letopis.document.Document;

/// One search for the versions that say a claim. Of a short one the best are brought at once and
/// read in steps, each only while the last one ended with versions that say it: bringing one costs
/// a thirtieth of a millisecond, reading it five times as much, and asking again as much as a
/// whole search.
final class Candidates {
  private static final int BEST = 150;
  private static final int STEP = 30;

  /// What a step ends with, in versions.
  private static final int END = 10;

  /// When so many go on saying it, the oldest of all are asked for.
  private static final int MANY = 90;

  private static final int OLDEST = 100;
  private static final int LONG_PAGE = 60;

  private final Retrieval retrieval;
  private final Optional<String> lang;
  private final Matcher matcher;

  /// The same for another thread.
  private final Matcher second;

  private final ExecutorService beside;
  private final Map<String, Map<Integer, Document>> versions = new LinkedHashMap<>();
  private final Map<String, Sighting> sightings = new LinkedHashMap<>();
  private boolean limited;

  /// @param beside runs what can be done meanwhile
  Candidates(Retrieval retrieval, Optional<String> lang, Matcher matcher, ExecutorService beside) {
    this.retrieval = retrieval;
    this.lang = lang;
    this.matcher = matcher;
    this.second = new Matcher(matcher.claim());
    this.beside = beside;
  }

  /// The best candidates of a short claim; none of a long one. Which words are searched for does
  /// not depend on how rare they are, so that this can be asked while that is.
  static Retrieval.Page best(Retrieval retrieval, Optional<String> lang, String text)
      throws IOException {
    Claim claim = new Claim(text, Rarity.unknown());
    if (claim.isLong()) {
      return Retrieval.Page.EMPTY;
    }
    ObjectNode search = Queries.words(claim, share(claim), BEST);
    return retrieval.ask(List.of(Retrieval.withLang(search, lang))).getFirst();
  }

  /// Of the content words, in percent, that a first candidate must have.
  private static int share(Claim claim) {
    return claim.isSeveral() ? 25 : 40;
  }

  /// @param best what [#best] brought
  void run(Retrieval.Page best) throws IOException {
    Claim claim = matcher.claim();
    if (claim.isLong()) {
      for (Retrieval.Page page :
          ask(List.of(Queries.passages(claim, LONG_PAGE), Queries.topic(claim, LONG_PAGE / 2)))) {
        add(page.versions());
      }
      return;
    }
    Optional<Future<List<Retrieval.Page>>> oldest = Optional.empty();
    boolean on = true;
    for (int from = 0; on && from < best.size(); from += STEP) {
      if (from == MANY) {
        oldest = Optional.of(beside.submit(() -> ask(List.of(Queries.oldest(claim, 80, OLDEST)))));
      }
      List<Document> step = best.versions(from, from + STEP);
      add(step);
      on = step.size() == STEP && stillSaying(step);
    }
    limited = on && best.size() == BEST;
    if (oldest.isPresent()) {
      add(Tracer.got(oldest.get()).getFirst().versions());
    }
    if (sightings.isEmpty()) {
      hidden(claim);
    }
  }

  /// Asked for only when nothing says the claim: its words stand in the index as they are written.
  private void hidden(Claim claim) throws IOException {
    Optional<ObjectNode> disguised = Queries.disguised(claim, share(claim), STEP);
    if (disguised.isPresent()) {
      add(ask(List.of(disguised.get())).getFirst().versions());
    }
  }

  /// Whether a step ends with versions that say the claim.
  private boolean stillSaying(List<Document> step) {
    return step.subList(STEP - END, STEP).stream()
        .anyMatch(version -> sightings.containsKey(version.id()));
  }

  private List<Retrieval.Page> ask(List<ObjectNode> searches) throws IOException {
    return retrieval.ask(searches.stream().map(one -> Retrieval.withLang(one, lang)).toList());
  }

  /// Reads versions that have not been read yet, one half of the documents beside the other.
  void add(List<Document> found) throws IOException {
    Map<String, List<Document>> open = new LinkedHashMap<>();
    for (Document version : found) {
      Map<Integer, Document> known =
          versions.computeIfAbsent(version.id(), _ -> new LinkedHashMap<>());
      if (known.putIfAbsent(version.lineage().revision(), version) == null) {
        open.put(version.id(), List.copyOf(known.values()));
      }
    }
    List<List<Document>> documents = List.copyOf(open.values());
    List<List<Document>> half = documents.subList(0, documents.size() / 2);
    List<List<Document>> others = documents.subList(half.size(), documents.size());
    Future<List<Sighting>> read = beside.submit(() -> sightings(half, second));
    List<Sighting> rest = sightings(others, matcher);
    Tracer.got(read).forEach(this::put);
    rest.forEach(this::put);
  }

  private static List<Sighting> sightings(List<List<Document>> documents, Matcher matcher) {
    return documents.stream().flatMap(all -> Sighting.of(all, matcher).stream()).toList();
  }

  private void put(Sighting sighting) {
    sightings.put(sighting.versions().getFirst().id(), sighting);
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
    add(retrieval.versions(changed).values().stream().flatMap(List::stream).toList());
  }

  List<Appearance> appearances() {
    return sightings.values().stream().map(Sighting::appearance).toList();
  }

  /// More say it than were looked at.
  boolean limited() {
    return limited;
  }
}
