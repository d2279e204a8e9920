package letopis.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.text.Outlets;
import letopis.text.Word;
import letopis.text.Words;

/// Works out who took the claim from whom, and how many origins remain.
///
/// An inferred edge goes to the earlier appearance that shares most with the later one. Its
/// confidence is `share × certainty`: share is the part of the later text's fingerprints found in
/// the earlier (0..1), or, when more, [#SAME_PASSAGE] for a passage of at least [#TELLING] words
/// in
/// the same wording; certainty is 1 when our looks separate the two and [#BY_CLAIMS] when only
/// claimed times do. Edges below [#LEAST] are not drawn; from [#TAKEN] on, the later one is no
/// origin of its own.
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

  private Spread(List<Appearance> ordered) {
    this.ordered = new ArrayList<>(ordered);
    this.group = new int[ordered.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
      places.put(ordered.get(i).document().id(), i);
    }
  }

  /// @param appearances with their citations, oldest first
  record Result(List<Appearance> appearances, List<Trace.Edge> edges, int origins) {}

  /// @param ordered oldest first
  static Result of(List<Appearance> ordered, Outlets outlets) {
    Spread spread = new Spread(ordered);
    Citations citations = new Citations(ordered, outlets);
    for (int i = 0; i < ordered.size(); i++) {
      spread.cite(i, citations.of(ordered.get(i)));
    }
    return new Result(List.copyOf(spread.ordered), List.copyOf(spread.edges), spread.origins());
  }

  private void cite(int later, List<Appearance.Citation> explicit) {
    Appearance one = ordered.get(later);
    List<Appearance.Citation> cites = new ArrayList<>(explicit);
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

  private Optional<Appearance.Citation> infer(int later) {
    int best = -1;
    double most = LEAST;
    for (int i = Math.max(0, later - COMPARED); i < later; i++) {
      double confidence = confidence(ordered.get(i), ordered.get(later));
      // The earliest of equals: it is the likeliest to have been read.
      if (confidence > most + 1e-9) {
        most = confidence;
        best = i;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    String to = ordered.get(best).document().id();
    double rounded = Math.round(most * 100) / 100.0;
    edges.add(
        new Trace.Edge(ordered.get(later).document().id(), to, false, false, "text", rounded));
    if (rounded >= TAKEN) {
      join(later, best);
    }
    return Optional.of(
        new Appearance.Citation(Optional.of(to), Optional.empty(), false, "text", rounded));
  }

  private static double confidence(Appearance earlier, Appearance later) {
    double share = shared(earlier, later);
    if (share < SAME_PASSAGE && samePassage(earlier, later)) {
      share = SAME_PASSAGE;
    }
    boolean separated =
        later.time().after().filter(at -> !earlier.time().before().isAfter(at)).isPresent();
    return share * (separated ? 1 : BY_CLAIMS);
  }

  private static double shared(Appearance earlier, Appearance later) {
    List<String> of = later.document().lineage().fingerprints();
    if (of.isEmpty()) {
      return 0;
    }
    Set<String> in = new HashSet<>(earlier.document().lineage().fingerprints());
    return (double) of.stream().filter(in::contains).count() / of.size();
  }

  private static boolean samePassage(Appearance one, Appearance other) {
    List<String> words = norms(one.passage().text());
    return words.size() >= TELLING && words.equals(norms(other.passage().text()));
  }

  private static List<String> norms(String text) {
    return Words.of(text).stream().map(Word::norm).toList();
  }

  /// Appearances not taken from another; those that name the same outside source are one.
  private int origins() {
    Map<String, Integer> outside = new HashMap<>();
    Map<String, Integer> clusters = new HashMap<>();
    for (int i = 0; i < group.length; i++) {
      String cluster = ordered.get(i).document().lineage().cluster();
      joinBy(clusters, cluster, i);
      for (Appearance.Citation citation : ordered.get(i).cites()) {
        if (citation.explicit() && citation.document().isEmpty()) {
          joinBy(outside, citation.name().orElseThrow().toLowerCase(Locale.ROOT), i);
        }
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
