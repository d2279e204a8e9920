package letopis.crawl.look;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.index.state.EntryState;
import letopis.index.state.EntryStates;
import letopis.index.state.SourceState;
import letopis.sources.Access;
import letopis.sources.Source;

/// Posts of a channel of which another look is due. A post has no page of its own: its channel is
/// read back until the oldest of them, and shows which are as they were, which read otherwise, and
/// which are gone.
///
/// @param posts by id; none of a source that is no channel
/// @param all there are no more of them
public record DuePosts(Map<String, EntryState> posts, boolean all) {
  static final DuePosts NONE = new DuePosts(Map.of(), true);

  private static final int MOST = 1000;

  /// What is due of a source now; some seconds behind.
  static DuePosts of(Source source, SourceState state, EntryStates entries, Instant now)
      throws IOException {
    if (!isChannel(source.access())) {
      return NONE;
    }
    Instant passed = state.lookedUntil(now).orElse(Instant.EPOCH);
    List<String> ids = entries.due(source.id(), passed, now, MOST);
    Map<String, EntryState> due = new LinkedHashMap<>(entries.getAll(ids));
    due.values().removeIf(entry -> !entry.isDue(passed, now));
    return new DuePosts(due, ids.size() < MOST);
  }

  /// Whether a source lists posts, whole and without holes between them.
  public static boolean isChannel(Access access) {
    return switch (access) {
      case Access.Telegram _, Access.Vk _, Access.Mastodon _, Access.Bluesky _ -> true;
      // The order of a playlist is not that of time.
      case Access.Youtube videos -> videos.isChannel();
      case Access.Rss _, Access.Sitemap _, Access.Html _ -> false;
    };
  }

  /// Whether none is due.
  public boolean isEmpty() {
    return posts.isEmpty();
  }

  /// How far back the channel is to be read.
  Optional<Instant> since() {
    return posts.values().stream()
        .flatMap(state -> Vanished.published(state).stream())
        .min(Comparator.naturalOrder());
  }

  /// Those of which a look said nothing new. Where the channel was not read back as far as that,
  /// there was no look; the next may reach them.
  List<EntryState> without(Set<String> changed, Set<String> missing) {
    return posts.values().stream()
        .filter(state -> !changed.contains(state.id()) && !missing.contains(state.id()))
        .toList();
  }
}
