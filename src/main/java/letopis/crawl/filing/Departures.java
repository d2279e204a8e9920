package letopis.crawl.filing;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import letopis.crawl.report.CrawlOutcome;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.index.state.EntryState;
import letopis.index.state.EntryStates;

/// Files that pages are gone: a document is removed when none of the addresses at which it was seen
/// leads to it any more.
final class Departures {
  private final EntryStates entries;

  Departures(EntryStates entries) {
    this.entries = entries;
  }

  /// Files one: removes the document of its batch when the absence is confirmed and no other
  /// address of the document is there.
  Filed file(Finding.Gone gone, IntakeBatch batch) throws IOException {
    // An address that was another's once may stand for a document of its own by now.
    Optional<Document> known =
        gone.document()
            .map(batch.known::get)
            .filter(document -> leads(gone, document))
            .or(
                () ->
                    gone.addresses().stream()
                        .map(batch.known::get)
                        .filter(Objects::nonNull)
                        .findFirst());
    if (known.isPresent() && gone.confirmed() && known.get().times().removedAt().isEmpty()) {
      List<EntryState> others = others(known.get(), gone);
      if (others.stream().anyMatch(Departures::isThere)) {
        String how = gone.how() + ", there at another address";
        return new Filed(CrawlOutcome.GONE, how, gone.document(), false);
      }
      Instant last =
          Stream.concat(
                  Stream.of(gone.since()), others.stream().flatMap(o -> o.goneSince().stream()))
              .max(Comparator.naturalOrder())
              .orElseThrow();
      Document removed = Merge.removed(known.get(), last);
      batch.current.put(removed.id(), removed);
    }
    String look = gone.confirmed() ? "confirmed" : "first look";
    return new Filed(CrawlOutcome.GONE, gone.how() + ", " + look, gone.document(), false);
  }

  private static boolean leads(Finding.Gone gone, Document document) {
    return gone.addresses().isEmpty()
        || !Collections.disjoint(Intake.addresses(document), gone.addresses());
  }

  /// What is known of the other addresses of a document, each of which the site may list.
  private List<EntryState> others(Document document, Finding.Gone gone) throws IOException {
    if (gone.addresses().isEmpty()) {
      return List.of();
    }
    Set<String> addresses = Intake.addresses(document);
    addresses.removeAll(gone.addresses());
    List<String> ids = addresses.stream().map(DocumentId::of).toList();
    return entries.getAll(ids).values().stream()
        .filter(state -> state.document().equals(Optional.of(document.id())))
        .toList();
  }

  /// Whether an address is looked at again and again, and was there when it was last looked at.
  private static boolean isThere(EntryState state) {
    return state.goneSince().isEmpty() && state.failures() == 0 && !state.looks().isEmpty();
  }
}
