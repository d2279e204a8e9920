package letopis.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.text.Outlets;

/// Makes the answer of appearances: order, origin, edges, wordings, and what must be said with
/// them.
final class Assembly {
  private static final int GAPS_NAMED = 3;

  private Assembly() {}

  /// What could be seen around an origin.
  @FunctionalInterface
  interface Looking {
    Trace.Sight around(Optional<Appearance> origin) throws IOException;
  }

  /// @param limited more appearances exist than were looked at
  static Trace of(
      Claim claim,
      List<Appearance> appearances,
      boolean limited,
      Outlets outlets,
      List<Trace.FactCheck> factChecks,
      Looking looking)
      throws IOException {
    List<Appearance> ordered = Order.of(appearances, outlets);
    Spread.Result spread = Spread.of(ordered, outlets);
    Optional<Trace.Origin> origin = Order.origin(spread.appearances());
    Trace.Sight sight = looking.around(origin.map(Trace.Origin::appearance));
    List<String> caveats = new ArrayList<>();
    aboutClaim(claim, limited, caveats);
    aboutOrigin(origin, spread.appearances(), caveats);
    aboutSight(sight, caveats);
    return new Trace(
        claim.text,
        origin,
        spread.origins(),
        spread.appearances(),
        Variants.of(spread.appearances(), claim.isLong()),
        factChecks,
        spread.edges(),
        Timeline.of(spread.appearances()),
        sight,
        caveats);
  }

  private static void aboutClaim(Claim claim, boolean limited, List<String> caveats) {
    if (claim.content < Matcher.SHORT) {
      caveats.add(
          "The claim is short: only passages with nearly all of its words are shown, and the same"
              + " words may be used of something else.");
    }
    if (limited) {
      caveats.add(
          "The claim is common: the oldest and the best matching passages are shown, not all.");
    }
  }

  private static void aboutOrigin(
      Optional<Trace.Origin> origin, List<Appearance> ordered, List<String> caveats) {
    if (origin.isEmpty()) {
      caveats.add(
          ordered.isEmpty()
              ? "Nothing in this archive says it."
              : "This archive has only mentions and denials of it, not the statement itself.");
      return;
    }
    Appearance first = origin.get().appearance();
    if (first.time().after().isEmpty()) {
      caveats.add(
          "We never looked at the earliest source before it had this: its time is its own claim.");
    }
    if (Timings.contradicted(first.document().times())) {
      caveats.add("The earliest appearance claims a time that our looks contradict.");
    }
    first.cites().stream()
        .filter(citation -> citation.explicit() && citation.document().isEmpty())
        .forEach(
            citation ->
                caveats.add(
                    "The earliest appearance names a source outside this trace, or one that this"
                        + " archive saw later: "
                        + citation.name().orElseThrow()
                        + "."));
    long backdated =
        ordered.stream().filter(one -> Timings.contradicted(one.document().times())).count();
    if (backdated > 0) {
      caveats.add(
          backdated + " appearance(s) claim a time that our looks contradict; ours is used.");
    }
  }

  private static void aboutSight(Trace.Sight sight, List<String> caveats) {
    if (sight.from().isEmpty()) {
      return;
    }
    if (sight.sources() == 0) {
      caveats.add("No source was watched in the decisive period: earlier appearances are unseen.");
      return;
    }
    int unseen = sight.sources() - sight.covered();
    if (unseen > 0) {
      List<String> names =
          sight.gaps().stream()
              .map(gap -> gap.source() + " (" + gap.state() + ")")
              .distinct()
              .limit(GAPS_NAMED)
              .toList();
      caveats.add(
          unseen
              + " of "
              + sight.sources()
              + " sources were not fully watched in the decisive period: "
              + String.join(", ", names)
              + (unseen > names.size() ? ", …" : "")
              + ".");
    }
  }
}
