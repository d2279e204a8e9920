package letopis.trace;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import letopis.document.Document;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.text.Outlets;
import letopis.text.StopWords;
import letopis.text.Word;
import letopis.text.Words;
import letopis.url.SameAddress;

/// Answers where a claim first appeared in this archive, how it spread and what became of it.
/// Thread-safe.
public final class Tracer {
  /// Claims of fewer words say nothing of their own.
  public static final int LEAST_WORDS = 3;

  /// Longer claims are refused, in UTF-16 units.
  public static final int LONGEST = 200_000;

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
    this.frequencies = new Frequencies(indices, clock);
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
      case TraceRequest.Subject.Text(String text) ->
          Pasted.isAddress(text) ? url(request, text.strip()) : text(request, text.strip());
      case TraceRequest.Subject.Url(String url) -> url(request, url);
      case TraceRequest.Subject.OfDocument(String id) -> document(request, id, store.get(id));
    };
  }

  private TraceResult url(TraceRequest request, String url) throws IOException {
    return document(request, url, store.findWritten(url));
  }

  private TraceResult document(TraceRequest request, String asked, Optional<Document> current)
      throws IOException {
    List<Document> known = known(current.stream().toList(), past(request));
    return known.isEmpty() ? new TraceResult.Unknown(asked) : document(request, known.getFirst());
  }

  /// These documents as they were then; those that came later are left out.
  private List<Document> known(Collection<Document> current, Optional<Past> past)
      throws IOException {
    List<String> ids = current.stream().map(Document::id).toList();
    return List.copyOf(past.isEmpty() ? current : retrieval.in(past).latest(ids).values());
  }

  /// An instant that is still to come freezes nothing.
  private Optional<Past> past(TraceRequest request) {
    return request.asOf().filter(clock.instant()::isAfter).map(Past::new);
  }

  private TraceResult document(TraceRequest request, Document document) throws IOException {
    String body = document.content().body();
    String text = body.isBlank() ? document.content().title() : body;
    Optional<TraceResult.Rejected> refusal = refusal(text);
    return refusal.isPresent()
        ? refusal.get()
        : new TraceResult.Traced(traced(request, text, Optional.of(document)));
  }

  private TraceResult text(TraceRequest request, String text) throws IOException {
    String claim = text.length() > LONGEST ? text : Pasted.claim(text);
    Optional<TraceResult.Rejected> refusal = refusal(claim);
    return refusal.isPresent()
        ? refusal.get()
        : new TraceResult.Traced(traced(request, claim, Optional.empty()));
  }

  private static Optional<TraceResult.Rejected> refusal(String text) {
    if (text.length() > LONGEST) {
      return Optional.of(
          new TraceResult.Rejected(
              "A claim may have at most " + LONGEST + " characters.",
              "В утверждении может быть не больше " + LONGEST + " знаков."));
    }
    List<Word> words = Words.of(text);
    if (words.size() < LEAST_WORDS) {
      return Optional.of(
          new TraceResult.Rejected(
              "A claim needs at least " + LEAST_WORDS + " words.",
              "В утверждении должно быть не меньше " + LEAST_WORDS + " слов."));
    }
    // "and or bridge" would be said by every text on a bridge.
    long telling = words.stream().filter(word -> !StopWords.has(word.norm())).limit(2).count();
    return telling < 2
        ? Optional.of(
            new TraceResult.Rejected(
                "A claim needs at least two words that not every text has.",
                "В утверждении должно быть хотя бы два слова, которые есть не в каждом тексте."))
        : Optional.empty();
  }

  private Trace traced(TraceRequest request, String text, Optional<Document> subject)
      throws IOException {
    try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      Optional<Past> past = past(request);
      Future<List<Trace.FactCheck>> checks = beside.submit(() -> factChecks.matching(text, past));
      Future<Retrieval.Page> best =
          beside.submit(() -> Candidates.best(retrieval.in(past), request.lang(), text));
      Claim claim = new Claim(text, frequencies.of(text, past));
      return traced(request, subject, claim, new Beside(beside, now, past, best, checks));
    }
  }

  /// What is asked for while the rarity of words is.
  ///
  /// @param threads what runs it
  /// @param now when that began
  /// @param past when the answer is to be of then
  private record Beside(
      ExecutorService threads,
      Instant now,
      Optional<Past> past,
      Future<Retrieval.Page> best,
      Future<List<Trace.FactCheck>> checks) {
    Instant asOf() {
      return past.map(Past::at).orElse(now);
    }
  }

  /// What was asked for meanwhile.
  static <T> T got(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a claim was traced", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException lost -> throw lost;
        // A fault of ours, and not an Elasticsearch that is away.
        case RuntimeException ours -> throw ours;
        default -> throw new IOException(e.getCause());
      }
    }
  }

  private Trace traced(TraceRequest request, Optional<Document> subject, Claim claim, Beside beside)
      throws IOException {
    Matcher matcher = new Matcher(claim);
    Candidates search =
        new Candidates(retrieval.in(beside.past()), request.lang(), matcher, beside.threads());
    search.run(got(beside.best()));
    search.add(subject.stream().toList());
    search.complete();
    List<Appearance> found = search.appearances();
    List<Appearance> appearances =
        new ArrayList<>(
            claim.isLong() ? Furniture.without(found) : OtherDays.without(claim, found));
    if (subject.isPresent()) {
      addLinked(appearances, subject.get(), beside.past(), matcher);
    }
    appearances.removeIf(one -> outside(request, one.time().best()));
    long removed = beside.past().isEmpty() ? 0 : beside.past().get().removedSince(indices);
    return Assembly.of(
        claim,
        appearances,
        new Assembly.State(beside.asOf(), removed, search.limited()),
        outlets,
        got(beside.checks()),
        origin -> sightOf(origin, beside.asOf()));
  }

  private static boolean outside(TraceRequest request, Instant at) {
    return request.from().filter(at::isBefore).isPresent()
        || request.to().filter(to -> !at.isBefore(to)).isPresent();
  }

  /// What a document links to is named even when its words are others.
  private void addLinked(
      List<Appearance> appearances, Document subject, Optional<Past> past, Matcher matcher)
      throws IOException {
    Set<String> present = new LinkedHashSet<>();
    appearances.forEach(one -> present.add(one.document().id()));
    Set<String> addresses = new LinkedHashSet<>();
    subject.content().links().stream()
        .limit(LINKS)
        .flatMap(link -> SameAddress.meant(link.url()).stream())
        .forEach(address -> addresses.addAll(SameAddress.spellings(address)));
    List<String> asked = List.copyOf(addresses);
    for (Document linked : known(store.findAll(asked).values(), past)) {
      if (present.add(linked.id())) {
        Optional<Appearance> found =
            Sighting.of(List.of(linked), matcher).map(Sighting::appearance);
        appearances.add(found.orElseGet(() -> Sighting.linked(linked)));
      }
    }
  }

  /// Looks where an earlier appearance would have been seen: a day before the origin, or, without
  /// one, the last thirty days.
  private Trace.Sight sightOf(Optional<Appearance> origin, Instant now) throws IOException {
    Instant to = origin.map(Tracer::decided).orElse(now);
    Instant from =
        origin
            .map(one -> one.time().best().minus(BEFORE_ORIGIN))
            .orElse(now.minus(Duration.ofDays(30)));
    return sight.between(from.isBefore(to) ? from : to.minus(BEFORE_ORIGIN), to);
  }

  /// Until when an earlier appearance would have been seen: our first look with the origin, or,
  /// when nothing but its claim dates it (an imported one was first seen years later), what it
  /// claims.
  private static Instant decided(Appearance origin) {
    Appearance.Timing time = origin.time();
    boolean byClaim = time.ground() == Appearance.Ground.CLAIMED && time.after().isEmpty();
    return byClaim ? time.best() : time.before();
  }
}
