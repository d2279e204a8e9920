package letopis.parse.html;

import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/// The name of an element with what the rules ask of it.
final class Name {
  /// The flags below: what the rules of HTML 13.2.4.2 and 13.2.6 call scopes, special elements and
  /// implied end tags.
  static final int SCOPE = 1;

  static final int LIST_SCOPE = 1 << 1;
  static final int BUTTON_SCOPE = 1 << 2;
  static final int TABLE_SCOPE = 1 << 3;
  static final int IMPLIED_END = 1 << 4;
  static final int SPECIAL = 1 << 5;
  /// Without content.
  static final int VOID = 1 << 6;
  /// Its content is text without character references.
  static final int RAW_TEXT = 1 << 7;
  /// Its content is text with character references.
  static final int ESCAPED_TEXT = 1 << 8;
  /// Its text is data.
  static final int DATA = 1 << 9;
  /// Text between its rows is moved in front of the table.
  static final int FOSTERS = 1 << 10;
  /// Ends a paragraph.
  static final int ENDS_P = 1 << 11;
  /// Its end tag closes what is open in it.
  static final int CLOSER = 1 << 12;

  static final int TEXT = RAW_TEXT | ESCAPED_TEXT;

  final String text;
  final Kind kind;
  final int flags;
  private final Tag tag;

  private Name(String text, Kind kind, int flags, Tag tag) {
    this.text = text;
    this.kind = kind;
    this.flags = flags;
    this.tag = tag;
  }

  static Name html(String text, Kind kind, int flags) {
    String namespace = kind == Kind.SVG ? Parser.NamespaceSvg : Parser.NamespaceHtml;
    return new Name(text, kind, flags, Tag.valueOf(text, namespace, ParseSettings.htmlDefault));
  }

  static Name svg(String text) {
    return new Name(
        text, Kind.FOREIGN, 0, Tag.valueOf(text, Parser.NamespaceSvg, ParseSettings.preserveCase));
  }

  boolean is(int flag) {
    return (flags & flag) != 0;
  }

  /// Whether it is `<svg>` or stands inside.
  boolean isForeign() {
    return kind == Kind.FOREIGN || kind == Kind.SVG;
  }

  Element element(Attributes attributes) {
    return kind == Kind.FORM
        ? new FormElement(tag, null, attributes)
        : new Element(tag, null, attributes);
  }
}
