package letopis.trace.cases;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import letopis.document.Document;
import letopis.index.Indices;
import letopis.search.DocumentLookup;
import letopis.trace.Appearance;

/// The cases of one archive. Thread-safe.
public final class Cases {
  /// Appearances of one case.
  public static final int MOST_APPEARANCES = 200;

  /// Cases that one list shows.
  public static final int MOST_LISTED = 1_000;

  private static final int ID_BYTES = 12;

  private final CaseStore store;
  private final DocumentLookup documents;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public Cases(Indices indices, DocumentLookup documents, Clock clock) {
    this.store = new CaseStore(indices);
    this.documents = Objects.requireNonNull(documents);
    this.clock = Objects.requireNonNull(clock);
  }

  /// The place of an appearance of a trace, to be chosen as evidence.
  public static Case.Chosen place(Appearance appearance, String note) {
    Appearance.Passage passage = appearance.passage();
    return new Case.Chosen(
        appearance.document().id(),
        appearance.document().lineage().revision(),
        passage.field(),
        passage.start(),
        passage.end(),
        note);
  }

  /// Keeps a new case.
  public Saved create(Case.Draft written) throws IOException {
    Case.Draft draft = pinned(written);
    List<Saved.Wrong> wrong = wrong(draft.appearances(), List.of());
    if (!wrong.isEmpty()) {
      return new Saved.Refused(wrong);
    }
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    Instant now = now();
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    return new Saved.Done(store.create(of(text, draft, now, now)));
  }

  /// Changes the version of a case that the caller saw.
  public Saved replace(String id, String version, Case.Draft written) throws IOException {
    Optional<Kept> current = get(id);
    if (current.isEmpty()) {
      return new Saved.Missing();
    }
    if (!current.get().version().equals(version)) {
      return new Saved.Conflict(current.get());
    }
    Case before = current.get().value();
    Case.Draft draft = pinned(written);
    List<Saved.Wrong> wrong = wrong(draft.appearances(), before.appearances());
    if (!wrong.isEmpty()) {
      return new Saved.Refused(wrong);
    }
    Optional<Kept> done = store.replace(of(id, draft, before.createdAt(), now()), version);
    return done.isPresent() ? new Saved.Done(done.get()) : overtaken(id);
  }

  /// Deletes the version of a case that the caller saw.
  public Saved delete(String id, String version) throws IOException {
    Optional<Kept> current = get(id);
    if (current.isEmpty()) {
      return new Saved.Missing();
    }
    if (!current.get().version().equals(version)) {
      return new Saved.Conflict(current.get());
    }
    return store.delete(id, version) ? new Saved.Done(current.get()) : overtaken(id);
  }

  private Saved overtaken(String id) throws IOException {
    Optional<Kept> now = get(id);
    return now.isPresent() ? new Saved.Conflict(now.get()) : new Saved.Missing();
  }

  /// One case; empty when there is none, or the id is none of ours.
  public Optional<Kept> get(String id) throws IOException {
    return isId(id) ? store.get(id) : Optional.empty();
  }

  /// Cases, the last changed first.
  ///
  /// @param words of the claim, all of them; empty for any
  /// @param document that is chosen in it
  /// @param size 1..1000
  public List<Kept> find(String words, Optional<String> document, int size) throws IOException {
    return store.find(words, document, size);
  }

  /// What the archive has of everything chosen, in the order of the case.
  public List<Evidence> evidence(Case value) throws IOException {
    Map<String, List<Document>> read = new HashMap<>();
    List<Evidence> evidence = new ArrayList<>();
    for (Case.Chosen chosen : value.appearances()) {
      List<Document> versions = read.get(chosen.document());
      if (versions == null) {
        versions = versions(chosen.document());
        read.put(chosen.document(), versions);
      }
      evidence.add(new Evidence(chosen, versions));
    }
    return evidence;
  }

  /// Past versions count only while there is a current one: a document is taken down with all.
  private List<Document> versions(String id) throws IOException {
    return current(id).isPresent() ? documents.revisions(id) : List.of();
  }

  private Optional<Document> current(String id) throws IOException {
    return isId(id) ? documents.get(id) : Optional.empty();
  }

  private static boolean isId(String text) {
    return text.matches("[A-Za-z0-9_-]{1,64}");
  }

  /// The same with a version for each place that names none: a later change must not move it.
  private Case.Draft pinned(Case.Draft draft) throws IOException {
    List<Case.Chosen> places = new ArrayList<>();
    for (Case.Chosen one : draft.appearances()) {
      Optional<Document> current =
          one.revision() == Case.Chosen.CURRENT ? current(one.document()) : Optional.empty();
      places.add(current.map(document -> one.of(document.lineage().revision())).orElse(one));
    }
    return draft.choosing(places);
  }

  /// What is chosen must be there, unless it was chosen before and is gone since.
  private List<Saved.Wrong> wrong(List<Case.Chosen> chosen, List<Case.Chosen> before)
      throws IOException {
    List<Saved.Wrong> wrong = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      Case.Chosen one = chosen.get(i);
      if (before.stream().noneMatch(one::isSamePlace)) {
        check("/appearances/" + i, new Evidence(one, versions(one.document())), wrong);
      }
    }
    return wrong;
  }

  private static void check(String at, Evidence evidence, List<Saved.Wrong> wrong) {
    Optional<Document> version = evidence.version();
    if (evidence.versions().isEmpty()) {
      wrong.add(
          new Saved.Wrong(
              at + "/document",
              "the archive has no such document",
              "в архиве нет такого документа"));
    } else if (version.isEmpty()) {
      wrong.add(
          new Saved.Wrong(
              at + "/revision", "the document has no such revision", "такой редакции нет"));
    } else {
      Case.Chosen place = evidence.chosen();
      int length = Evidence.field(version.get(), place.field()).length();
      if (place.start() > place.end() || place.end() > length) {
        wrong.add(
            new Saved.Wrong(
                at + "/end",
                "the passage must lie within the text, which has " + length + " characters",
                "место должно лежать внутри текста, в нём знаков: " + length));
      }
    }
  }

  private static Case of(String id, Case.Draft draft, Instant created, Instant updated) {
    return new Case(
        id,
        draft.claim(),
        draft.lang(),
        draft.appearances(),
        draft.notes(),
        draft.verdict(),
        draft.review(),
        created,
        updated);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
