package letopis.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.text.Numerals;

/// Works out who took the claim from whom, and how many origins remain.
///
/// An inferred edge goes to the earlier appearance that shares most with the later one: `share ×
/// certainty`, where share is the part of the later text's fingerprints found in the earlier
/// (0..1), or, when more, [#SAME_PASSAGE] for a passage of at least [#TELLING] words in the same
/// wording, and certainty is 1 when our looks separate the two and [#BY_CLAIMS] when only claimed
/// times do. Edges below [#LEAST] are not drawn; from [#TAKEN] on, the two are one origin. The
/// confidence that is shown goes from one half up, as `bench trace` measures the share of right
/// ones; half of it is shown when the order of the two is open.
final class Spread {
  static final double TAKEN = 0.5;
  static final double LEAST = 0.25;
  private static final double SAME_PASSAGE = 0.7;
  private static final double BY_CLAIMS = 0.85;
  private static final int TELLING = 8;

  /// Earlier appearances that a later one is compared with.
  private static final int COMPARED = 300;

  private final List<Appearance> ordered;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Trace.Edge> edges = new ArrayList<>();
  private final int[] group;

  /// The earlier appearances with each fingerprint, as far as they have been gone through.
  private final Map<String, List<Integer>> prints = new HashMap<>();

  /// The words of each passage; empty for one too short to tell.
  private final List<String> wordings = new ArrayList<>();

  private final Outward outward;

  /// What the sources outside of the trace that each appearance names are known by.
  private final List<Set<String>> outside = new ArrayList<>();

  private Spread(List<Appearance> ordered, Outward outward) {
    this.outward = outward;
    this.ordered = new ArrayList<>(ordered);
    this.group = new int[ordered.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
      places.put(ordered.get(i).document().id(), i);
      wordings.add(wording(ordered.get(i).passage().text()));
    }
  }

  /// @param appearances with their citations, oldest first
  record Result(List<Appearance> appearances, List<Trace.Edge> edges, int origins) {}

  /// @param ordered oldest first
  static Result of(List<Appearance> ordered, Outward outward) {
    Spread spread = new Spread(ordered, outward);
    Citations citations = new Citations(ordered, outward);
    for (int i = 0; i < ordered.size(); i++) {
      spread.cite(i, citations.of(ordered.get(i)));
      spread.read(i);
    }
    return new Result(List.copyOf(spread.ordered), List.copyOf(spread.edges), spread.origins());
  }

  private void read(int place) {
    for (String print : new HashSet<>(ordered.get(place).document().lineage().fingerprints())) {
      prints.computeIfAbsent(print, _ -> new ArrayList<>()).add(place);
    }
  }

  private void cite(int later, List<Appearance.Citation> explicit) {
    Appearance one = ordered.get(later);
    List<Appearance.Citation> cites = new ArrayList<>(explicit);
    outside.add(outside(explicit));
    boolean taken = false;
    for (Appearance.Citation citation : explicit) {
      int earlier = citation.document().map(places::get).orElse(-1);
      // A page changed after publication may link to a later one: said, but no edge in time.
      if (citation.document().isPresent() && earlier >= later) {
        continue;
      }
      String to = citation.document().or(citation::name).orElseThrow();
      boolean named = citation.document().isEmpty();
      edges.add(
          new Trace.Edge(
              one.document().id(), to, named, true, citation.via(), citation.confidence()));
      taken |= !named;
      if (!named) {
        join(later, earlier);
      }
    }
    if (!taken) {
      infer(later).ifPresent(cites::add);
    }
    ordered.set(later, one.citing(cites));
  }

  private Set<String> outside(List<Appearance.Citation> cites) {
    Set<String> keys = new HashSet<>();
    for (Appearance.Citation citation : cites) {
      if (citation.explicit() && citation.document().isEmpty()) {
        keys.addAll(outward.keys(citation.name().orElseThrow()));
      }
    }
    return keys;
  }

  /// One that names the later one's outlet has it from there; and of two that name one outside
  /// source the later has it from that, too.
  private boolean isFromElsewhere(int earlier, int later) {
    Set<String> named = outside.get(earlier);
    return !Collections.disjoint(named, outward.keys(ordered.get(later).document()))
        || !Collections.disjoint(named, outside.get(later));
  }

  private Optional<Appearance.Citation> infer(int later) {
    int best = -1;
    double most = LEAST;
    int first = Math.max(0, later - COMPARED);
    double[] shares = shares(first, later);
    for (int i = first; i < later; i++) {
      double confidence = confidence(i, later, shares[i - first]);
      // The earliest of equals: it is the likeliest to have been read.
      if (confidence > most + 1e-9 && !isFromElsewhere(i, later)) {
        most = confidence;
        best = i;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    if (Math.round(most * 100) >= 100 * TAKEN) {
      join(later, best);
    }
    // One text of two whose order is open: it may as well be the other way round.
    boolean open = Order.mayBeEarlier(ordered.get(later), ordered.get(best));
    double right = (1 + most) / 2;
    double rounded = Math.round((open ? right / 2 : right) * 100) / 100.0;
    String to = ordered.get(best).document().id();
    edges.add(
        new Trace.Edge(ordered.get(later).document().id(), to, false, false, "text", rounded));
    return Optional.of(
        new Appearance.Citation(Optional.of(to), Optional.empty(), false, "text", rounded));
  }

  private double confidence(int earlier, int later, double shared) {
    double share = shared;
    boolean same =
        !wordings.get(later).isEmpty() && wordings.get(later).equals(wordings.get(earlier));
    // What is only mentioned is not what was taken.
    if (share < SAME_PASSAGE && same && ordered.get(later).match() != Match.MENTION) {
      share = SAME_PASSAGE;
    }
    Instant seen = ordered.get(earlier).time().before();
    boolean separated =
        ordered.get(later).time().after().filter(at -> !seen.isAfter(at)).isPresent();
    return share * (separated ? 1 : BY_CLAIMS);
  }

  /// The part of one's fingerprints that each appearance from `first` to before it has too.
  private double[] shares(int first, int later) {
    double[] shares = new double[later - first];
    List<String> of = ordered.get(later).document().lineage().fingerprints();
    for (String print : of) {
      for (int i : prints.getOrDefault(print, List.of())) {
        if (i >= first && i < later) {
          shares[i - first] += 1.0 / of.size();
        }
      }
    }
    return shares;
  }

  /// Equal for passages in the same wording.
  private static String wording(String passage) {
    String norms = Numerals.norms(passage);
    return norms.chars().filter(c -> c == ' ').count() < TELLING ? "" : norms;
  }

  /// Appearances not taken from another. Those that name the same outside source are one, with that
  /// source itself when it says so later; and what an outlet says again, with nobody else named, is
  /// no other origin.
  private int origins() {
    Map<String, Integer> clusters = new HashMap<>();
    Map<String, Integer> sources = new HashMap<>();
    for (int i = 0; i < group.length; i++) {
      Appearance one = ordered.get(i);
      joinBy(clusters, one.document().lineage().cluster(), i);
      if (one.match() != Match.MENTION && one.cites().isEmpty()) {
        for (String key : outward.owner(one.document())) {
          joinBy(sources, key, i);
        }
      }
    }
    for (int i = 0; i < group.length; i++) {
      for (String key : outside.get(i)) {
        joinBy(sources, key, i);
      }
    }
    Set<Integer> roots = new HashSet<>();
    for (int i = 0; i < group.length; i++) {
      if (ordered.get(i).match() != Match.MENTION) {
        roots.add(root(i));
      }
    }
    return roots.size();
  }

  private void joinBy(Map<String, Integer> first, String key, int i) {
    Integer earlier = first.putIfAbsent(key, i);
    if (earlier != null) {
      join(i, earlier);
    }
  }

  private void join(int one, int other) {
    group[root(one)] = root(other);
  }

  private int root(int i) {
    int at = i;
    while (group[at] != at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  }
}
