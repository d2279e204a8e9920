package letopis.crawl.look;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.crawl.page.EntryCodec;
import letopis.crawl.visit.PageVisits;
import letopis.document.Claimed;
import letopis.index.state.EntryState;
import letopis.index.state.EntryStates;
import letopis.index.state.SourceState;
import letopis.index.state.Validators;
import letopis.parse.Entry;
import letopis.sources.Access;
import letopis.sources.Source;
import letopis.url.CanonicalUrl;

/// The entries of one look, told apart: new ones, known ones that are listed with other words, and
/// those that are as they were.
final class Sorted {
  /// Stands for the hash of an entry that was missing at the last look.
  static final String MISSING = "missing";

  private final Source source;
  private final SourceState before;
  private final Listing listing;
  private final Map<String, Listing.Item> items = new LinkedHashMap<>();
  private final Map<String, String> hashes = new LinkedHashMap<>();
  private final Map<String, EntryState> known = new LinkedHashMap<>();
  private final Reach reach;

  Sorted(Source source, SourceState before, Listing listing) {
    this.source = source;
    this.before = before;
    this.listing = listing;
    for (Listing.Item item : listing.items()) {
      String key = EntryKey.of(item.entry());
      items.put(key, item);
      hashes.put(key, EntryCodec.hash(item.entry()));
    }
    this.reach = reach();
  }

  /// Asks the index for the entries that the look before does not vouch for: those that it listed
  /// with the same words are known, and due when they are due.
  ///
  /// @param all for those, too
  void lookUp(EntryStates entries, boolean all) throws IOException {
    Set<String> ids = new LinkedHashSet<>(items.keySet());
    ids.removeIf(id -> !all && hashes.get(id).equals(before.listed().get(id)));
    known.putAll(ids.isEmpty() ? Map.of() : entries.getAll(ids));
  }

  /// How many entries were never seen before.
  int fresh() {
    return (int) items.keySet().stream().filter(this::isFresh).count();
  }

  /// The states of the known entries, by id; of pages only.
  Map<String, EntryState> known() {
    Map<String, EntryState> pages = new LinkedHashMap<>();
    known.forEach(
        (id, state) -> {
          if (!items.get(id).entry().complete()) {
            pages.put(id, state);
          }
        });
    return pages;
  }

  /// Posts that are new or changed.
  List<PageVisits.Post> posts(PollJudge.Verdict verdict) {
    List<PageVisits.Post> posts = new ArrayList<>();
    items.forEach(
        (id, item) -> {
          if (item.entry().complete()) {
            state(id, item, verdict)
                .ifPresent(
                    state -> {
                      for (Listing.Item past : item.earlier()) {
                        EntryState then =
                            state.listed(EntryCodec.toJson(past.entry()), listing.at());
                        posts.add(new PageVisits.Post(then, past.capture(), true));
                      }
                      posts.add(new PageVisits.Post(state, item.capture(), false));
                    });
          }
        });
    return posts;
  }

  /// Pages that are new, or listed with other words.
  List<EntryState> pages(PollJudge.Verdict verdict) {
    List<EntryState> pages = new ArrayList<>();
    items.forEach(
        (id, item) -> {
          if (!item.entry().complete()) {
            state(id, item, verdict).ifPresent(pages::add);
          }
        });
    return pages;
  }

  /// What the next look compares with; a list that could not be read leaves the old one standing.
  Map<String, String> listed(Map<String, String> missing) {
    if (listing.result() != Listing.Result.OK) {
      return before.listed();
    }
    Map<String, String> listed = new LinkedHashMap<>(hashes);
    listed.putAll(missing);
    return listed;
  }

  /// Entries of the look before that are not listed now.
  Set<String> missed(SourceState state) {
    Set<String> missed = new LinkedHashSet<>(state.listed().keySet());
    missed.removeAll(items.keySet());
    return missed;
  }

  private boolean isFresh(String id) {
    return !known.containsKey(id) && !before.listed().containsKey(id);
  }

  private Optional<EntryState> state(String id, Listing.Item item, PollJudge.Verdict verdict) {
    EntryState state = known.get(id);
    boolean same = hashes.get(id).equals(before.listed().get(id));
    if (state == null) {
      return same ? Optional.empty() : Optional.of(fresh(id, item.entry(), absentAt(id, verdict)));
    }
    boolean returns = state.goneSince().isPresent();
    if (!returns && (same || !before.listed().containsKey(id) && sameEntry(state, item.entry()))) {
      return Optional.empty();
    }
    return Optional.of(state.listed(EntryCodec.toJson(item.entry()), listing.at()));
  }

  /// The last look without an entry, where it would have listed it.
  private Optional<Instant> absentAt(String id, PollJudge.Verdict verdict) {
    Optional<Instant> published = published(items.get(id));
    return verdict
        .absentAt()
        .filter(last -> !before.listed().containsKey(id) && reach.shows(id, published, last));
  }

  private Reach reach() {
    Set<String> last = new HashSet<>(before.listed().keySet());
    last.removeIf(id -> before.listed().get(id).equals(MISSING));
    List<String> ids = List.copyOf(items.keySet());
    if (last.isEmpty() || source.access() instanceof Access.Sitemap) {
      // Nothing stood behind the end of a list of nothing; a sitemap lists all.
      return Reach.ofList(ids, items.keySet());
    }
    return DuePosts.isChannel(source.access())
        ? Reach.ofChannel(
            ids.stream()
                .filter(last::contains)
                .flatMap(id -> published(items.get(id)).stream())
                .toList())
        : Reach.ofList(ids, last);
  }

  private static Optional<Instant> published(Listing.Item item) {
    return item.entry().published().map(Claimed::at);
  }

  private static boolean sameEntry(EntryState state, Entry entry) {
    return EntryCodec.hash(EntryCodec.entry(state)).equals(EntryCodec.hash(entry));
  }

  private EntryState fresh(String id, Entry entry, Optional<Instant> absentAt) {
    String url =
        entry
            .url()
            .flatMap(CanonicalUrl::parse)
            .map(address -> address.uri().toString())
            .orElse("");
    return new EntryState(
        id,
        source.id(),
        url,
        Optional.empty(),
        Validators.NONE,
        listing.at(),
        absentAt,
        Optional.empty(),
        listing.at(),
        Optional.of(listing.at()),
        List.of(),
        Optional.empty(),
        0,
        Map.of(),
        Optional.empty(),
        EntryCodec.toJson(entry));
  }
}
