package letopis.parse.page.titles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import letopis.parse.page.scan.ShownText;
import letopis.parse.pattern.SievedPattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// The text of a heading, and the parts that its elements make of it: a kicker, the title, a date.
///
/// @param whole all of its text
/// @param parts texts of its elements in order, with their class names
record HeadingText(String whole, List<Part> parts) {
  private static final SievedPattern KICKER =
      new SievedPattern(
          "kicker|overline|topline|dachzeile|eyebrow|supertitle|spitzmarke|pretitle|pre-title|roofline|oberzeile"
              + "|surtitre|antetitulo|rubri|category|label|badge|section-name|supra|overtitle|toptitle|teaser__top");

  /// These change the look of words, not what they are.
  private static final Set<String> LOOK =
      Set.of(
          "em", "i", "b", "strong", "q", "sup", "sub", "br", "wbr", "abbr", "mark", "u", "font",
          "small");

  /// One part.
  record Part(String text, String names) {
    boolean isKicker() {
      return KICKER.in(names);
    }
  }

  static HeadingText of(Element heading) {
    Element inner = heading;
    Element only = only(inner);
    while (only != null && inner.ownText().isBlank()) {
      inner = only;
      only = only(inner);
    }
    List<Part> parts = new ArrayList<>();
    StringBuilder own = new StringBuilder();
    for (Node node : inner.childNodes()) {
      if (node instanceof TextNode text) {
        own.append(text.getWholeText());
      } else if (node instanceof Element element) {
        if (LOOK.contains(element.normalName())) {
          own.append(element.normalName().equals("br") ? " " : ShownText.of(element));
        } else {
          add(parts, own, "");
          add(parts, new StringBuilder(ShownText.of(element)), names(element));
        }
      }
    }
    add(parts, own, "");
    return new HeadingText(TitlePieces.fold(ShownText.of(heading)), parts);
  }

  /// The one element that is in an element; jsoup's own count keeps a list of them all.
  private static @Nullable Element only(Element element) {
    Element first = element.firstElementChild();
    return first == null || first.nextElementSibling() != null ? null : first;
  }

  private static String names(Element element) {
    Element only = only(element);
    Element first = only == null ? element : only;
    return (element.className() + " " + first.className()).toLowerCase(Locale.ROOT);
  }

  private static void add(List<Part> parts, StringBuilder text, String names) {
    String tidy = TitlePieces.fold(text.toString());
    if (!TitlePieces.key(tidy).isEmpty()) {
      parts.add(new Part(tidy, names));
    }
    text.setLength(0);
  }

  /// The whole, or the part of it, that is one of the given titles or of their pieces.
  ///
  /// @param titles keys of the given titles
  Optional<String> agreeing(List<String> titles, Set<String> runs) {
    String key = TitlePieces.key(whole);
    for (int i = 0; i < parts.size() && parts.size() > 1; i++) {
      String part = parts.get(i).text();
      if (part.length() > 15 && titles.contains(TitlePieces.key(part))) {
        return Optional.of(part);
      }
    }
    String bare = withoutKicker();
    if (bare.length() > 15
        && bare.length() < whole.length()
        && runs.contains(TitlePieces.key(bare))) {
      return Optional.of(bare);
    }
    if (titles.contains(key)) {
      return Optional.of(whole);
    }
    for (int i = 0; i < parts.size() && parts.size() > 1; i++) {
      String rest = rest(i);
      if (rest.length() > 8 && runs.contains(TitlePieces.key(rest))) {
        return Optional.of(rest);
      }
      String part = parts.get(i).text();
      if (part.length() > 15 && runs.contains(TitlePieces.key(part))) {
        return Optional.of(part);
      }
    }
    return runs.contains(key) ? Optional.of(whole) : Optional.empty();
  }

  private String rest(int from) {
    return String.join(" ", parts.subList(from, parts.size()).stream().map(Part::text).toList());
  }

  /// Without the parts that the site itself names as something beside the title.
  String withoutKicker() {
    List<String> kept = parts.stream().filter(part -> !part.isKicker()).map(Part::text).toList();
    return parts.size() < 2 || kept.isEmpty() || kept.size() == parts.size()
        ? whole
        : String.join(" ", kept);
  }
}
