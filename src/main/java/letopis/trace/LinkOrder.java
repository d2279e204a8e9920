package letopis.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.document.Precision;
import letopis.trace.Order.Contradiction;
import org.jspecify.annotations.Nullable;

/// Corrects claimed times by links: what somebody links to, forwards or answers was there before.
final class LinkOrder {
  /// Claimed times are wrong by another zone or by the time of the last change of a day's news; a
  /// page that claims to be later than this was linked to by an addition.
  private static final Duration MISDATED = Duration.ofDays(1);

  private final Map<String, Appearance> byId = new HashMap<>();
  private final List<Contradiction> links = new ArrayList<>();
  private final Set<Pair> pairs = new HashSet<>();
  private final List<Contradiction> contradictions = new ArrayList<>();

  /// Who linked to each that was put earlier.
  private final Map<String, String> movedBy = new HashMap<>();

  /// Ids of a link's two ends.
  private record Pair(String from, String to) {}

  /// @param claimed in the order of the claimed times
  LinkOrder(List<Appearance> claimed, Outward outward) {
    claimed.forEach(one -> byId.put(id(one), one));
    Citations citations = new Citations(claimed, outward);
    for (Appearance from : claimed) {
      for (Appearance.Citation citation : citations.of(from)) {
        Appearance to = citation.document().map(byId::get).orElse(null);
        if (to != null && !citation.via().equals("phrase")) {
          links.add(new Contradiction(from, to));
          pairs.add(new Pair(id(from), id(to)));
        }
      }
    }
    links.stream()
        .filter(link -> Order.claimedLater(link.to(), link.from()))
        .forEach(contradictions::add);
  }

  /// The links that the claimed times contradict.
  List<Contradiction> contradictions() {
    return List.copyOf(contradictions);
  }

  /// All appearances with their corrected times, in no order.
  List<Appearance> moved() {
    Map<String, Instant> cited = new HashMap<>();
    for (Contradiction link : links) {
      cited.merge(id(link.to()), link.from().time().best(), (a, b) -> a.isBefore(b) ? a : b);
    }
    byId.replaceAll((id, one) -> bounded(one, cited.get(id)));
    Set<Contradiction> movable = Collections.newSetFromMap(new IdentityHashMap<>());
    movable.addAll(contradictions);
    // What is put earlier may itself link to something: once for each link at most.
    boolean moved = !contradictions.isEmpty();
    for (int round = 0; moved && round < links.size(); round++) {
      moved = false;
      for (Contradiction link : links) {
        moved |= (movable.contains(link) || isDrawnAlong(link)) && putBefore(link);
      }
    }
    return List.copyOf(byId.values());
  }

  /// What links was itself put earlier, and only claims say when the other was.
  private boolean isDrawnAlong(Contradiction link) {
    return movedBy.containsKey(id(link.from())) && Order.byClaims(link.from(), link.to());
  }

  /// Puts what is linked to before the link, unless it links back, was itself the reason to move
  /// what links, or claims to be so much later that the link was rather added in a later version.
  private boolean putBefore(Contradiction link) {
    Appearance from = byId.get(id(link.from()));
    Appearance to = byId.get(id(link.to()));
    Duration later = Duration.between(Order.latest(link.from()), Order.earliest(link.to()));
    if (to.time().best().isBefore(from.time().best())
        || pairs.contains(new Pair(id(to), id(from)))
        || later.compareTo(MISDATED) > 0
        || isBecauseOf(id(from), id(to))) {
      return false;
    }
    Appearance.Timing time = to.time();
    Instant best = from.time().best().minusSeconds(1);
    byId.put(
        id(to),
        to.at(
            new Appearance.Timing(
                time.after(), time.before(), best, Appearance.Ground.LINKED, Quality.D)));
    movedBy.put(id(to), id(from));
    return true;
  }

  /// Whether one was put earlier for a chain of links that begins at another: in a circle each
  /// would push the next one ahead for ever.
  private boolean isBecauseOf(String one, String other) {
    String at = one;
    while (at != null && !at.equals(other)) {
      at = movedBy.get(at);
    }
    return at != null;
  }

  private static String id(Appearance one) {
    return one.document().id();
  }

  private static Appearance bounded(Appearance one, @Nullable Instant cited) {
    boolean rough = Order.claim(one).precision().compareTo(Precision.MINUTE) > 0;
    boolean fits =
        cited != null
            && one.time().ground() == Appearance.Ground.CLAIMED
            && rough
            && cited.isBefore(one.time().best())
            && !cited.isBefore(Order.earliest(one));
    if (!fits) {
      return one;
    }
    Appearance.Timing time = one.time();
    Instant best = Order.later(Order.earliest(one), Optional.of(cited.minusSeconds(1)));
    return one.at(
        new Appearance.Timing(time.after(), time.before(), best, time.ground(), time.quality()));
  }
}
