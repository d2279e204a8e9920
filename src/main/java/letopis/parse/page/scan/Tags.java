package letopis.parse.page.scan;

import java.util.HashMap;
import java.util.Map;

/// What HTML elements mean for the flow of text.
final class Tags {
  /// Its keys are interned as jsoup's names of tags are: finding one compares no letters.
  private static final Map<String, Meaning> MEANINGS = new HashMap<>();

  /// Custom elements are components of a page, hardly ever words of a sentence.
  private static final Meaning COMPONENT = new Meaning(Role.BLOCK, Box.Kind.OTHER);

  private static final Meaning UNKNOWN = new Meaning(Role.INLINE, Box.Kind.OTHER);

  /// What an element is by its name.
  record Meaning(Role role, Box.Kind kind) {}

  /// How an element takes part in the flow.
  enum Role {
    BLOCK,
    INLINE,
    LINK,
    BOLD,
    BREAK,
    /// Neither it nor what is inside is text of the page.
    SKIP
  }

  static {
    roles(
        Role.SKIP,
        "script style noscript template svg iframe object embed select option textarea input canvas"
            + " audio video map math head link meta title applet frame frameset datalist progress"
            + " meter");
    roles(
        Role.BLOCK,
        "address article aside blockquote body center dd details dialog dir div dl dt fieldset"
            + " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav"
            + " ol p pre section summary table tbody td tfoot th thead tr ul caption legend button"
            + " label amp-sidebar");
    roles(Role.LINK, "a");
    roles(Role.BOLD, "b strong");
    roles(Role.BREAK, "br");
    kind(Box.Kind.PARAGRAPH, "p");
    kind(Box.Kind.HEADING, "h1 h2 h3 h4 h5 h6");
    kind(Box.Kind.ITEM, "li");
    kind(Box.Kind.LIST, "ul ol menu dir");
    kind(Box.Kind.CELL, "td th");
    kind(Box.Kind.ROW, "tr");
    kind(Box.Kind.TABLE, "table");
    kind(Box.Kind.QUOTE, "blockquote");
    kind(Box.Kind.CODE, "pre");
    kind(Box.Kind.CAPTION, "figcaption caption legend");
    kind(Box.Kind.FIGURE, "figure");
    kind(Box.Kind.SECTION, "section");
    kind(Box.Kind.ARTICLE, "article");
    kind(Box.Kind.MAIN, "main");
    kind(Box.Kind.HEADER, "header hgroup");
    kind(Box.Kind.FOOTER, "footer address");
    kind(Box.Kind.NAVIGATION, "nav");
    kind(Box.Kind.ASIDE, "aside dialog amp-sidebar");
    kind(Box.Kind.FORM, "form fieldset button label");
    kind(Box.Kind.DEFINITION, "dl dt dd");
    kind(Box.Kind.DETAILS, "details summary");
  }

  private Tags() {}

  static Meaning meaning(String name) {
    Meaning meaning = MEANINGS.get(name);
    return meaning != null ? meaning : name.indexOf('-') > 0 ? COMPONENT : UNKNOWN;
  }

  private static void roles(Role role, String names) {
    for (String name : names.split(" ")) {
      MEANINGS.put(name.intern(), new Meaning(role, Box.Kind.OTHER));
    }
  }

  private static void kind(Box.Kind kind, String names) {
    for (String name : names.split(" ")) {
      MEANINGS.put(name.intern(), new Meaning(meaning(name).role(), kind));
    }
  }
}
