package letopis.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import letopis.document.Claimed;

/// Puts appearances in the order of the evidence and names the earliest.
final class Order {
  private static final Comparator<Appearance> BY_EVIDENCE =
      Comparator.comparing((Appearance one) -> one.time().best())
          .thenComparing(one -> one.time().before())
          .thenComparing(one -> one.time().quality())
          .thenComparing(one -> one.document().id());

  /// Claims of two outlets that are not further apart do not tell which was first: their clocks are
  /// not one.
  private static final Duration CLOCKS = Duration.ofMinutes(1);

  private Order() {}

  /// Oldest first. Where our looks separate two appearances they decide, since the deciding time
  /// of each lies between its own looks; elsewhere the claimed times do.
  static List<Appearance> of(List<Appearance> appearances) {
    return appearances.stream().sorted(BY_EVIDENCE).toList();
  }

  /// The order, and the links that the claimed times contradict.
  record Result(List<Appearance> ordered, List<Contradiction> contradictions) {}

  /// A publication that links to one which claims to be of a later time.
  record Contradiction(Appearance from, Appearance to) {}

  /// The same with what citations add: what somebody links to, forwards or answers was there
  /// before. So a claimed time that stands for a whole hour or day counts at latest from the first
  /// citation that falls into it, and a claimed time later than a citation gives way to it.
  static Result of(List<Appearance> appearances, Outward outward) {
    LinkOrder links = new LinkOrder(of(appearances), outward);
    return new Result(of(links.moved()), links.contradictions());
  }

  /// Both times are claims, and the earliest that one may mean is after the latest of the other.
  static boolean claimedLater(Appearance one, Appearance other) {
    return byClaims(one, other) && earliest(one).isAfter(latest(other));
  }

  /// Nothing but their claims tells which of two was first.
  static boolean byClaims(Appearance one, Appearance other) {
    return one.time().ground() == Appearance.Ground.CLAIMED
        && other.time().ground() == Appearance.Ground.CLAIMED
        && !separated(one, other)
        && !separated(other, one);
  }

  /// The earliest that makes the claim. A paraphrase is taken only when nobody says it more
  /// closely; earlier ones are named as candidates.
  static Optional<Trace.Origin> origin(List<Appearance> ordered, Outward outward) {
    Optional<Appearance> first =
        first(ordered, Match.EDITED).or(() -> first(ordered, Match.PARAPHRASE));
    return first.map(origin -> origin(origin, ordered, outward));
  }

  private static Optional<Appearance> first(List<Appearance> ordered, Match least) {
    return ordered.stream().filter(one -> one.match().compareTo(least) <= 0).findFirst();
  }

  private static Trace.Origin origin(Appearance origin, List<Appearance> ordered, Outward outward) {
    List<String> candidates = new ArrayList<>();
    Set<String> linked = linked(origin, ordered, outward);
    int retold = 0;
    int others = 0;
    int byClaims = 0;
    for (Appearance other : ordered) {
      if (other == origin || other.match() == Match.MENTION) {
        continue;
      }
      others++;
      boolean closer =
          origin.match().compareTo(other.match()) >= 0 || other.match() != Match.PARAPHRASE;
      if (mayBeEarlier(other, origin) || linked.contains(other.document().id())) {
        candidates.add(other.document().id());
        retold += closer ? 0 : 1;
      } else if (!separated(origin, other) && isByClaim(other)) {
        byClaims++;
      }
    }
    List<Remark> ground = new ArrayList<>(List.of(Remark.of(ofTime(origin))));
    if (retold > 0) {
      ground.add(Remark.of(Remark.Code.EARLIER_IN_OTHER_WORDS, "count", retold));
    }
    long mentions = earlierMentions(origin, ordered);
    if (mentions > 0) {
      ground.add(Remark.of(Remark.Code.EARLIER_MENTIONS, "count", mentions));
    }
    if (candidates.size() > retold) {
      int count = candidates.size() - retold;
      ground.add(Remark.of(Remark.Code.MAY_BE_AS_EARLY, "count", count));
    } else if (others > retold || retold + mentions == 0) {
      ground.add(Remark.of(ofOthers(others, others - candidates.size() - byClaims, byClaims)));
    }
    return new Trace.Origin(origin, candidates, ground);
  }

  /// Those before it that deny it, ask whether it is so, or have a part of it: somebody said it
  /// before.
  private static long earlierMentions(Appearance origin, List<Appearance> ordered) {
    return ordered.stream()
        .takeWhile(one -> one != origin)
        .filter(one -> one.match() == Match.MENTION && one.score() > 0)
        .count();
  }

  /// What a publication links to was there before it, whatever it claims; so was, in some form,
  /// what the outlet said that it names: the first of that outlet's, if there is one, though
  /// later.
  private static Set<String> linked(Appearance one, List<Appearance> ordered, Outward outward) {
    Set<String> linked = new HashSet<>();
    for (Appearance.Citation citation : one.cites()) {
      if (citation.explicit() && citation.document().isPresent()) {
        citation.document().filter(_ -> !citation.via().equals("phrase")).ifPresent(linked::add);
      } else if (citation.explicit()) {
        List<String> keys = outward.keys(citation.name().orElseThrow());
        ordered.stream()
            .filter(other -> !Collections.disjoint(outward.keys(other.document()), keys))
            .findFirst()
            .ifPresent(other -> linked.add(other.document().id()));
      }
    }
    return linked;
  }

  /// Neither our looks nor the claimed times put `other` after `origin`.
  static boolean mayBeEarlier(Appearance other, Appearance origin) {
    if (separated(origin, other)) {
      return false;
    }
    boolean clocks =
        byClaims(other, origin)
            && !other.document().publisher().id().equals(origin.document().publisher().id());
    Instant latest = latest(origin).plus(clocks ? CLOCKS : Duration.ZERO);
    return !earliest(other).isAfter(latest);
  }

  /// We saw one before we last looked for the other in vain.
  private static boolean separated(Appearance one, Appearance other) {
    return other.time().after().filter(after -> !one.time().before().isAfter(after)).isPresent();
  }

  /// The earliest time that it may have begun to say it.
  static Instant earliest(Appearance one) {
    return switch (one.time().ground()) {
      case CLAIMED -> later(claim(one).at(), one.time().after());
      case OBSERVED -> one.time().after().orElse(one.time().best());
      case REVISION -> one.time().after().orElseThrow();
      case LINKED -> one.time().after().orElse(one.time().best());
    };
  }

  /// The latest time that it may have begun to say it.
  static Instant latest(Appearance one) {
    return switch (one.time().ground()) {
      case CLAIMED, LINKED -> claim(one).at().plus(claim(one).precision().width()).minusMillis(1);
      case OBSERVED, REVISION -> one.time().before();
    };
  }

  static Claimed claim(Appearance one) {
    return one.document().times().published();
  }

  static Instant later(Instant at, Optional<Instant> other) {
    return other.filter(at::isBefore).orElse(at);
  }

  private static Remark.Code ofTime(Appearance origin) {
    return switch (origin.time().ground()) {
      case CLAIMED ->
          origin.time().after().isPresent()
              ? Remark.Code.EARLIEST_CLAIMED_BETWEEN_LOOKS
              : Remark.Code.EARLIEST_CLAIMED;
      case OBSERVED ->
          Timings.contradicted(origin.document().times())
              ? Remark.Code.EARLIEST_CONTRADICTED
              : Remark.Code.EARLIEST_OBSERVED;
      case REVISION -> Remark.Code.EARLIEST_REVISION;
      case LINKED -> Remark.Code.EARLIEST_LINKED;
    };
  }

  /// Its own word, and no look of ours, says when it was there.
  private static boolean isByClaim(Appearance one) {
    return switch (one.time().ground()) {
      case CLAIMED, LINKED -> true;
      case OBSERVED, REVISION -> false;
    };
  }

  private static Remark.Code ofOthers(int others, int byLooks, int byClaims) {
    if (others == 0) {
      return Remark.Code.NOBODY_ELSE;
    }
    if (byLooks > 0 && byClaims > 0) {
      return Remark.Code.OTHERS_LATER;
    }
    return byClaims > 0 ? Remark.Code.OTHERS_CLAIM_LATER : Remark.Code.OTHERS_SEEN_LATER;
  }
}
