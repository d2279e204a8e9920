package letopis.parse.html;

import java.util.Locale;
import java.util.Set;

/// What may stand inside `<svg>` without ending it (HTML 13.2.6.5).
final class Foreign {
  private static final Set<String> HTML =
      Set.of(
          ("b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head"
                  + " hr i img li listing menu meta nobr ol p pre ruby s small span strike strong"
                  + " sub sup table tt u ul var script")
              .split(" "));
  private static final Set<String> MAY_HOLD_HTML = Set.of("foreignObject", "desc", "title");

  private Foreign() {}

  static boolean staysInside(String name) {
    return !HTML.contains(name) && !HTML.contains(name.toLowerCase(Locale.ENGLISH));
  }

  static boolean mayHoldHtml(String name) {
    return MAY_HOLD_HTML.contains(name);
  }
}
