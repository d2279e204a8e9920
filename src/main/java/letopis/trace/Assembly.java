package letopis.trace;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import letopis.text.Outlets;

/// Makes the answer of appearances: order, origin, edges, wordings, and what must be said with
/// them.
final class Assembly {
  private static final int GAPS_NAMED = 3;
  private static final int CONTRADICTIONS_NAMED = 10;

  private Assembly() {}

  /// What could be seen around an origin.
  @FunctionalInterface
  interface Looking {
    Trace.Sight around(Optional<Appearance> origin) throws IOException;
  }

  /// Of what state of the archive the answer is.
  ///
  /// @param asOf what came into the index later is left out
  /// @param removed documents that were there then and have been removed since
  /// @param limited more appearances exist than were looked at
  record State(Instant asOf, long removed, boolean limited) {}

  static Trace of(
      Claim claim,
      List<Appearance> appearances,
      State state,
      Outlets outlets,
      List<Trace.FactCheck> factChecks,
      Looking looking)
      throws IOException {
    Outward outward = new Outward(outlets);
    Order.Result order = Order.of(appearances, outward);
    Spread.Result spread = Spread.of(order.ordered(), outward);
    Optional<Trace.Origin> origin = Order.origin(spread.appearances(), outward);
    Trace.Sight sight = looking.around(origin.map(Trace.Origin::appearance));
    List<Remark> caveats = new ArrayList<>();
    aboutClaim(claim, state, caveats);
    aboutOrigin(origin, spread.appearances(), caveats);
    aboutTimes(order.contradictions(), caveats);
    aboutSight(sight, caveats);
    return new Trace(
        claim.text,
        state.asOf(),
        origin,
        spread.origins(),
        spread.appearances(),
        Variants.of(spread.appearances(), origin, claim.isLong()),
        factChecks,
        spread.edges(),
        Timeline.of(spread.appearances()),
        sight,
        caveats);
  }

  private static void aboutClaim(Claim claim, State state, List<Remark> caveats) {
    if (state.removed() > 0) {
      caveats.add(Remark.of(Remark.Code.REMOVED_SINCE, "count", state.removed()));
    }
    if (claim.content < Matcher.SHORT) {
      caveats.add(Remark.of(Remark.Code.SHORT_CLAIM));
    }
    if (state.limited()) {
      caveats.add(Remark.of(Remark.Code.COMMON_CLAIM));
    }
  }

  private static void aboutOrigin(
      Optional<Trace.Origin> origin, List<Appearance> ordered, List<Remark> caveats) {
    if (origin.isEmpty()) {
      caveats.add(
          Remark.of(ordered.isEmpty() ? Remark.Code.NOTHING_FOUND : Remark.Code.ONLY_MENTIONS));
      caveats.add(Remark.of(Remark.Code.OWN_LANGUAGE_ONLY));
      return;
    }
    Appearance first = origin.get().appearance();
    if (first.time().after().isEmpty()) {
      caveats.add(Remark.of(Remark.Code.ORIGIN_NEVER_LOOKED_BEFORE));
    }
    if (Timings.contradicted(first.document().times())) {
      caveats.add(Remark.of(Remark.Code.ORIGIN_CONTRADICTED));
    }
    List<String> outside =
        first.cites().stream()
            .filter(citation -> citation.explicit() && citation.document().isEmpty())
            .map(citation -> citation.name().orElseThrow())
            .toList();
    if (!outside.isEmpty()) {
      caveats.add(
          Remark.of(
              Remark.Code.ORIGIN_NAMES_OUTSIDE_SOURCE, "name", listed(outside, outside.size())));
    }
    long backdated =
        ordered.stream().filter(one -> Timings.contradicted(one.document().times())).count();
    if (backdated > 0) {
      caveats.add(Remark.of(Remark.Code.CONTRADICTED_TIMES, "count", backdated));
    }
  }

  /// A link shows that its target was there; a target that claims a later time contradicts that.
  private static void aboutTimes(List<Order.Contradiction> contradictions, List<Remark> caveats) {
    contradictions.stream()
        .limit(CONTRADICTIONS_NAMED)
        .forEach(
            pair -> {
              Map<String, Object> parameters = new LinkedHashMap<>();
              parameters.put("from", pair.from().document().address().url());
              parameters.put("to", pair.to().document().address().url());
              caveats.add(new Remark(Remark.Code.LINK_AGAINST_TIME, parameters));
            });
  }

  private static void aboutSight(Trace.Sight sight, List<Remark> caveats) {
    if (sight.from().isEmpty()) {
      return;
    }
    if (sight.sources() == 0 || isBlind(sight)) {
      caveats.add(Remark.of(Remark.Code.NO_SOURCE_WATCHED));
      return;
    }
    List<String> failed = names(sight.gaps().stream().filter(Trace.Gap::failed));
    int down =
        (int)
            sight.gaps().stream()
                .filter(Trace.Gap::failed)
                .map(Trace.Gap::source)
                .distinct()
                .count();
    if (down > 0) {
      Map<String, Object> parameters = new LinkedHashMap<>();
      parameters.put("count", down);
      parameters.put("names", listed(failed, failed.size()));
      caveats.add(new Remark(Remark.Code.SOURCES_FAILED, parameters));
    }
    int unseen = sight.sources() - sight.covered();
    if (unseen > down) {
      Map<String, Object> parameters = new LinkedHashMap<>();
      parameters.put("count", unseen);
      parameters.put("sources", sight.sources());
      parameters.put(
          "names", listed(names(sight.gaps().stream().filter(gap -> !gap.failed())), unseen));
      caveats.add(new Remark(Remark.Code.SOURCES_NOT_WATCHED, parameters));
    }
  }

  /// Nobody looked at any source at any time of the period.
  private static boolean isBlind(Trace.Sight sight) {
    return sight.covered() == 0
        && sight.gaps().stream()
            .allMatch(
                gap ->
                    gap.state().equals("not_covered")
                        && !gap.from().isAfter(sight.from().orElseThrow())
                        && !gap.to().isBefore(sight.to().orElseThrow()))
        && sight.gaps().stream().map(Trace.Gap::source).distinct().count() == sight.sources();
  }

  private static List<String> names(Stream<Trace.Gap> gaps) {
    return gaps.map(Trace.Gap::name).distinct().toList();
  }

  private static String listed(List<String> names, int all) {
    String some = names.stream().limit(GAPS_NAMED).collect(Collectors.joining(", "));
    return some + (all > Math.min(names.size(), GAPS_NAMED) ? " …" : "");
  }
}
