package letopis.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import letopis.text.Numerals;

/// Knows what all pages of a site have in common: calls for subscribers and lines of rights that
/// were taken for its articles' words.
final class Furniture {
  /// So many pages of one outlet with the same piece of an article, and nothing else of it.
  private static final int PAGES = 3;

  private Furniture() {}

  /// What an article was traced to, without pages that only have its site's furniture.
  static List<Appearance> without(List<Appearance> found) {
    Map<String, Integer> pages = new HashMap<>();
    found.stream()
        .filter(Furniture::isPiece)
        .forEach(one -> pages.merge(key(one), 1, Integer::sum));
    return found.stream().filter(one -> !isPiece(one) || pages.get(key(one)) < PAGES).toList();
  }

  private static boolean isPiece(Appearance one) {
    return one.match() == Match.PARAPHRASE || one.match() == Match.MENTION;
  }

  private static String key(Appearance one) {
    return one.document().publisher().id() + " " + Numerals.norms(one.passage().text());
  }
}
