package letopis.crawl.look;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How far back the list of the last look went, as far as the list of this look tells. Lists show
/// the latest entries: when one of them is deleted, or more are shown than before, old ones that no
/// look has seen come to stand at the end. That the last look did not list them says nothing.
final class Reach {
  private final Set<String> within;
  private final Optional<Instant> end;

  private Reach(Set<String> within, Optional<Instant> end) {
    this.within = within;
    this.end = end;
  }

  /// Of a list that is in some order.
  ///
  /// @param ids of this look, in order
  /// @param before ids of the last look
  static Reach ofList(List<String> ids, Set<String> before) {
    int size = ids.size();
    while (size > 0 && !before.contains(ids.get(size - 1))) {
      size--;
    }
    return new Reach(Set.copyOf(ids.subList(0, size)), Optional.empty());
  }

  /// Of a channel, whose platform dates the posts.
  ///
  /// @param again when the posts were published that both looks list; the oldest may be pinned
  static Reach ofChannel(List<Instant> again) {
    return new Reach(Set.of(), again.stream().sorted().skip(1).findFirst());
  }

  /// Whether the last look would have listed an entry, had it been there.
  ///
  /// @param published what it claims
  /// @param last when that look was
  boolean shows(String id, Optional<Instant> published, Instant last) {
    return published.filter(at -> !at.isBefore(last)).isPresent()
        || within.contains(id)
        || end.isPresent() && published.filter(at -> !at.isBefore(end.get())).isPresent();
  }
}
