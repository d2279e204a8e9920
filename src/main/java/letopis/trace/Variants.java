package letopis.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.text.Numerals;
import letopis.text.Word;

/// Groups appearances by wording.
final class Variants {
  private static final int MOST = 100;

  private Variants() {}

  /// The wordings, by first appearance; mentions have none. Two passages with the same normalised
  /// words have one wording; of articles, two with the same changes against the claim.
  ///
  /// @param origin whose wording the others are compared with: a retelling before it would make all
  ///     of them look changed
  static List<Trace.Variant> of(
      List<Appearance> ordered, Optional<Trace.Origin> origin, boolean articles) {
    Map<String, List<Appearance>> groups = new LinkedHashMap<>();
    for (Appearance one : ordered) {
      if (one.match() != Match.MENTION) {
        String key =
            articles ? one.match() + " " + one.changed() : Numerals.norms(one.passage().text());
        groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(one);
      }
    }
    List<Trace.Variant> variants = new ArrayList<>();
    String earliest = origin.map(first -> first.appearance().passage().text()).orElse("");
    for (List<Appearance> group : groups.values()) {
      Appearance first = group.getFirst();
      String text = first.passage().text();
      variants.add(variant(group, text, earliest, articles));
      if (variants.size() == MOST) {
        break;
      }
    }
    return variants;
  }

  private static Trace.Variant variant(
      List<Appearance> group, String text, String earliest, boolean articles) {
    Appearance first = group.getFirst();
    String id = first.document().id();
    Instant at = first.time().best();
    if (articles) {
      return new Trace.Variant(shortened(text), id, at, group.size(), first.changed(), List.of());
    }
    List<Change> changed = List.of();
    List<Trace.Piece> diff = List.of();
    if (!Numerals.norms(text).equals(Numerals.norms(earliest))) {
      Claim claim = new Claim(earliest, Rarity.unknown());
      List<Word> words = Numerals.of(text);
      Alignment alignment = Alignment.of(claim, words);
      changed = Differences.of(claim, words, text, alignment, 0, words.size());
      diff = Pieces.of(earliest, text);
    }
    return new Trace.Variant(text, id, at, group.size(), changed, diff);
  }

  private static String shortened(String text) {
    return text.length() <= 300 ? text : text.substring(0, 299) + "…";
  }
}
