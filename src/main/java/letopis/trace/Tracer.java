package letopis.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import letopis.document.Document;
import letopis.document.Link;
import letopis.index.DocumentStore;
import letopis.index.Indices;
import letopis.text.Outlets;
import letopis.text.Words;
import letopis.url.CanonicalUrl;

/// Answers where a claim first appeared in this archive, how it spread and what became of it.
/// Thread-safe.
public final class Tracer {
  /// Claims of fewer words say nothing of their own.
  public static final int LEAST_WORDS = 3;

  /// Longer claims are refused, in UTF-16 units.
  public static final int LONGEST = 200_000;

  private static final int FIRST_PAGE = 60;
  private static final int NEXT_PAGE = 300;
  private static final int LINKS = 120;
  private static final Duration BEFORE_ORIGIN = Duration.ofDays(1);

  private final Indices indices;
  private final DocumentStore store;
  private final Retrieval retrieval;
  private final Frequencies frequencies;
  private final FactChecks factChecks;
  private final Outlets outlets;
  private final SightSource sight;
  private final Clock clock;

  /// @param outlets names that citations are resolved by: the bundled ones and the configured
  ///     sources'
  public Tracer(Indices indices, Outlets outlets, SightSource sight, Clock clock) {
    this.indices = Objects.requireNonNull(indices);
    this.store = new DocumentStore(indices);
    this.retrieval = new Retrieval(indices);
    this.frequencies = new Frequencies(indices);
    this.factChecks = new FactChecks(indices);
    this.outlets = Objects.requireNonNull(outlets);
    this.sight = Objects.requireNonNull(sight);
    this.clock = Objects.requireNonNull(clock);
  }

  /// Traces a claim.
  ///
  /// @throws IOException when Elasticsearch does not answer
  public TraceResult trace(TraceRequest request) throws IOException {
    return switch (request.subject()) {
      case TraceRequest.Subject.Text(String text) -> text(request, text.strip());
      case TraceRequest.Subject.Url(String url) -> {
        Optional<Document> document =
            CanonicalUrl.parse(url).isEmpty()
                ? Optional.empty()
                : store.find(CanonicalUrl.parse(url).orElseThrow().value());
        yield document.isEmpty() ? new TraceResult.Unknown(url) : document(request, document.get());
      }
      case TraceRequest.Subject.OfDocument(String id) -> {
        Optional<Document> document = store.get(id);
        yield document.isEmpty() ? new TraceResult.Unknown(id) : document(request, document.get());
      }
    };
  }

  private TraceResult document(TraceRequest request, Document document) throws IOException {
    String body = document.content().body();
    String text = body.isBlank() ? document.content().title() : body;
    Optional<String> refusal = refusal(text);
    return refusal.isPresent()
        ? new TraceResult.Rejected(refusal.get())
        : new TraceResult.Traced(traced(request, text, Optional.of(document)));
  }

  private TraceResult text(TraceRequest request, String text) throws IOException {
    Optional<String> refusal = refusal(text);
    return refusal.isPresent()
        ? new TraceResult.Rejected(refusal.get())
        : new TraceResult.Traced(traced(request, text, Optional.empty()));
  }

  private static Optional<String> refusal(String text) {
    if (text.length() > LONGEST) {
      return Optional.of("A claim may have at most " + LONGEST + " characters.");
    }
    boolean few = Words.of(text).size() < LEAST_WORDS;
    return few
        ? Optional.of("A claim needs at least " + LEAST_WORDS + " words.")
        : Optional.empty();
  }

  private Trace traced(TraceRequest request, String text, Optional<Document> subject)
      throws IOException {
    Claim claim = new Claim(text, frequencies.of(text));
    Matcher matcher = new Matcher(claim);
    Search search = new Search(request, matcher);
    search.run();
    subject.ifPresent(document -> search.add(List.of(document)));
    search.complete();
    List<Appearance> appearances = new ArrayList<>(search.appearances());
    if (subject.isPresent()) {
      addLinked(appearances, subject.get(), matcher);
    }
    appearances.removeIf(one -> outside(request, one.time().best()));
    return Assembly.of(
        claim, appearances, search.limited, outlets, factChecks.matching(claim), this::sightOf);
  }

  private static boolean outside(TraceRequest request, Instant at) {
    return request.from().filter(at::isBefore).isPresent()
        || request.to().filter(to -> !at.isBefore(to)).isPresent();
  }

  /// What a document links to is named even when its words are others.
  private void addLinked(List<Appearance> appearances, Document subject, Matcher matcher)
      throws IOException {
    Set<String> present = new LinkedHashSet<>();
    appearances.forEach(one -> present.add(one.document().id()));
    Set<String> addresses = new LinkedHashSet<>();
    for (Link link : subject.content().links()) {
      CanonicalUrl.parse(link.url()).map(CanonicalUrl::value).ifPresent(addresses::add);
    }
    List<String> asked = addresses.stream().limit(LINKS).toList();
    for (Document linked : store.findAll(asked).values()) {
      if (present.add(linked.id())) {
        Optional<Appearance> found =
            Sighting.of(List.of(linked), matcher).map(Sighting::appearance);
        appearances.add(found.orElseGet(() -> Sighting.linked(linked)));
      }
    }
  }

  /// Looks where an earlier appearance would have been seen: a day before the origin, or, without
  /// one, the last thirty days.
  private Trace.Sight sightOf(Optional<Appearance> origin) throws IOException {
    Instant now = clock.instant();
    Instant to = origin.map(one -> one.time().before()).orElse(now);
    Instant from =
        origin
            .map(one -> one.time().best().minus(BEFORE_ORIGIN))
            .orElse(now.minus(Duration.ofDays(30)));
    return sight.between(from.isBefore(to) ? from : to.minus(BEFORE_ORIGIN), to);
  }

  /// One search for candidates, page after page while they go on saying the claim.
  private final class Search {
    private final TraceRequest request;
    private final Matcher matcher;
    private final Map<String, Map<Integer, Document>> versions = new LinkedHashMap<>();
    private final Map<String, Sighting> sightings = new LinkedHashMap<>();
    private boolean limited;

    Search(TraceRequest request, Matcher matcher) {
      this.request = request;
      this.matcher = matcher;
    }

    void run() throws IOException {
      Claim claim = matcher.claim();
      if (claim.isLong()) {
        ask(List.of(Queries.passages(claim, FIRST_PAGE), Queries.topic(claim, FIRST_PAGE / 2)));
      } else {
        Retrieval.Page first = ask(List.of(Queries.words(claim, 40, FIRST_PAGE))).getFirst();
        if (stillSaying(first)) {
          more(claim);
        }
      }
    }

    /// More candidates than the first page say it: many more, and the oldest of all.
    private void more(Claim claim) throws IOException {
      ObjectNode next = Queries.words(claim, 55, NEXT_PAGE);
      next.put("from", FIRST_PAGE / 2);
      List<Retrieval.Page> pages = ask(List.of(next, Queries.oldest(claim, 80, NEXT_PAGE / 2)));
      limited = pages.getFirst().total() > NEXT_PAGE && stillSaying(pages.getFirst());
    }

    /// Whether a full page ends with versions that say the claim.
    private boolean stillSaying(Retrieval.Page page) {
      int size = page.versions().size();
      if (size < FIRST_PAGE) {
        return false;
      }
      return page.versions().subList(size - size / 4, size).stream()
          .anyMatch(version -> sightings.containsKey(version.id()));
    }

    private List<Retrieval.Page> ask(List<ObjectNode> searches) throws IOException {
      List<ObjectNode> filtered =
          searches.stream().map(one -> Retrieval.withLang(one, request.lang())).toList();
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
  }

  /// The archive that is traced in.
  public Indices indices() {
    return indices;
  }
}
