package letopis.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.document.Claimed;
import letopis.document.Precision;
import letopis.text.Outlets;
import org.jspecify.annotations.Nullable;

/// Puts appearances in the order of the evidence and names the earliest.
final class Order {
  private static final Comparator<Appearance> BY_EVIDENCE =
      Comparator.comparing((Appearance one) -> one.time().best())
          .thenComparing(one -> one.time().before())
          .thenComparing(one -> one.time().quality())
          .thenComparing(one -> one.document().id());

  private Order() {}

  /// Oldest first. Where our looks separate two appearances they decide, since the deciding time
  /// of
  /// each lies between its own looks; elsewhere the claimed times do.
  static List<Appearance> of(List<Appearance> appearances) {
    return appearances.stream().sorted(BY_EVIDENCE).toList();
  }

  /// The same with what citations add: who links to a publication, forwards it or answers it was
  /// there after it. So a claimed time that stands for a whole hour or day counts at latest from
  /// the
  /// first citation that falls into it.
  static List<Appearance> of(List<Appearance> appearances, Outlets outlets) {
    List<Appearance> ordered = of(appearances);
    Citations citations = new Citations(ordered, outlets);
    Map<String, Instant> cited = new HashMap<>();
    for (Appearance one : ordered) {
      for (Appearance.Citation citation : citations.of(one)) {
        if (citation.document().isPresent() && !citation.via().equals("phrase")) {
          cited.merge(citation.document().get(), one.time().best(), Order::earlier);
        }
      }
    }
    return of(ordered.stream().map(one -> bounded(one, cited.get(one.document().id()))).toList());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Appearance bounded(Appearance one, @Nullable Instant cited) {
    boolean rough = claim(one).precision().compareTo(Precision.MINUTE) > 0;
    boolean fits =
        cited != null
            && one.time().ground() == Appearance.Ground.CLAIMED
            && rough
            && cited.isBefore(one.time().best())
            && !cited.isBefore(earliest(one));
    if (!fits) {
      return one;
    }
    Appearance.Timing time = one.time();
    Instant best = later(earliest(one), Optional.of(cited.minusSeconds(1)));
    return one.at(
        new Appearance.Timing(time.after(), time.before(), best, time.ground(), time.quality()));
  }

  /// The earliest that makes the claim. A paraphrase is taken only when nobody says it more
  /// closely; earlier ones are named as candidates.
  static Optional<Trace.Origin> origin(List<Appearance> ordered) {
    Optional<Appearance> first =
        first(ordered, Match.EDITED).or(() -> first(ordered, Match.PARAPHRASE));
    return first.map(origin -> origin(origin, ordered));
  }

  private static Optional<Appearance> first(List<Appearance> ordered, Match least) {
    return ordered.stream().filter(one -> one.match().compareTo(least) <= 0).findFirst();
  }

  private static Trace.Origin origin(Appearance origin, List<Appearance> ordered) {
    List<String> candidates = new ArrayList<>();
    boolean seen = true;
    for (Appearance other : ordered) {
      if (other == origin || other.match() == Match.MENTION) {
        continue;
      }
      if (mayBeEarlier(other, origin)) {
        candidates.add(other.document().id());
      } else if (!separated(origin, other)) {
        seen = false;
      }
    }
    return new Trace.Origin(origin, candidates, ground(origin, candidates.size(), seen));
  }

  /// Neither our looks nor the claimed times put `other` after `origin`.
  static boolean mayBeEarlier(Appearance other, Appearance origin) {
    if (separated(origin, other)) {
      return false;
    }
    return !earliest(other).isAfter(latest(origin));
  }

  /// We saw one before we last looked for the other in vain.
  private static boolean separated(Appearance one, Appearance other) {
    return other.time().after().filter(after -> !one.time().before().isAfter(after)).isPresent();
  }

  /// The earliest time that it may have begun to say it.
  private static Instant earliest(Appearance one) {
    return switch (one.time().ground()) {
      case CLAIMED -> later(claim(one).at(), one.time().after());
      case OBSERVED -> one.time().after().orElse(one.time().best());
      case REVISION -> one.time().after().orElseThrow();
    };
  }

  /// The latest time that it may have begun to say it.
  private static Instant latest(Appearance one) {
    return switch (one.time().ground()) {
      case CLAIMED -> claim(one).at().plus(claim(one).precision().width()).minusMillis(1);
      case OBSERVED, REVISION -> one.time().before();
    };
  }

  private static Claimed claim(Appearance one) {
    return one.document().times().published();
  }

  private static Instant later(Instant at, Optional<Instant> other) {
    return other.filter(at::isBefore).orElse(at);
  }

  private static String ground(Appearance origin, int candidates, boolean seen) {
    String time =
        switch (origin.time().ground()) {
          case CLAIMED ->
              origin.time().after().isPresent()
                  ? "its claimed time lies between our looks"
                  : "its claimed time, which no look of ours contradicts or confirms";
          case OBSERVED -> "our own look; its claimed time is missing or contradicted";
          case REVISION -> "our looks at two versions of the page: the claim came with a change";
        };
    String others =
        candidates > 0
            ? "; " + candidates + " other(s) may be as early"
            : seen ? "; our looks put every other one later" : "; others are later by their claims";
    return "earliest by " + time + others;
  }
}
