package letopis.crawl.look;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import letopis.crawl.page.EntryCodec;
import letopis.document.Claimed;
import letopis.index.state.EntryState;
import letopis.index.state.EntryStates;
import letopis.index.state.SourceState;
import letopis.sources.Source;

/// Finds posts that a channel does not show any more. A list shows the latest posts without holes:
/// one that is missing between two that are there has been deleted; one older than the list has
/// only moved down.
final class Vanished {
  private Vanished() {}

  /// The entries of the look before that have vanished.
  ///
  /// @param due those that this look was for are missed, too
  static List<EntryState> of(
      Source source, SourceState before, Listing listing, EntryStates entries, DuePosts due)
      throws IOException {
    if (!DuePosts.isChannel(source.access()) || listing.result() != Listing.Result.OK) {
      return List.of();
    }
    Optional<Instant> oldest = oldest(listing);
    Set<String> missing = new LinkedHashSet<>(before.listed().keySet());
    missing.addAll(due.posts().keySet());
    listing.items().forEach(item -> missing.remove(EntryKey.of(item.entry())));
    if (oldest.isEmpty() || missing.isEmpty()) {
      return List.of();
    }
    return entries.getAll(missing).values().stream()
        .filter(state -> published(state).filter(at -> at.isAfter(oldest.get())).isPresent())
        .toList();
  }

  /// Where the list begins: the second oldest post, since one old post may be pinned on top.
  private static Optional<Instant> oldest(Listing listing) {
    List<Instant> times = new ArrayList<>();
    listing
        .items()
        .forEach(item -> item.entry().published().map(Claimed::at).ifPresent(times::add));
    return times.stream().sorted().skip(1).findFirst();
  }

  static Optional<Instant> published(EntryState state) {
    return EntryCodec.entry(state).published().map(Claimed::at);
  }
}
