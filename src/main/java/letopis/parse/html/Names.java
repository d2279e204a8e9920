package letopis.parse.html;

import static letopis.parse.html.Name.BUTTON_SCOPE;
import static letopis.parse.html.Name.CLOSER;
import static letopis.parse.html.Name.DATA;
import static letopis.parse.html.Name.ENDS_P;
import static letopis.parse.html.Name.ESCAPED_TEXT;
import static letopis.parse.html.Name.FOSTERS;
import static letopis.parse.html.Name.IMPLIED_END;
import static letopis.parse.html.Name.LIST_SCOPE;
import static letopis.parse.html.Name.RAW_TEXT;
import static letopis.parse.html.Name.SCOPE;
import static letopis.parse.html.Name.SPECIAL;
import static letopis.parse.html.Name.TABLE_SCOPE;
import static letopis.parse.html.Name.VOID;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The names of a page's elements and attributes, found by their bytes: those that HTML knows are
/// shared by all pages. Confined to one page.
final class Names {
  private static final int KNOWN = 1024;
  private static final Name[] ELEMENTS = new Name[KNOWN];
  private static final String[] ATTRIBUTES = new String[KNOWN];

  static {
    add(Kind.HTML, SCOPE | TABLE_SCOPE | SPECIAL, "html");
    add(Kind.HEAD, SPECIAL, "head");
    add(Kind.BODY, SPECIAL, "body");
    add(Kind.HEAD_EMPTY, SPECIAL | VOID, "base basefont bgsound link");
    add(Kind.HEAD_EMPTY, VOID, "command");
    add(Kind.META, SPECIAL | VOID, "meta");
    add(Kind.TITLE, SPECIAL | ESCAPED_TEXT, "title");
    add(Kind.STYLE, SPECIAL | RAW_TEXT | DATA, "style noframes");
    add(Kind.SCRIPT, SPECIAL | RAW_TEXT | DATA, "script");
    add(Kind.NOSCRIPT, SPECIAL, "noscript");
    add(Kind.A, 0, "a");
    add(Kind.FORMAT, 0, "b big code em font i s small strike strong tt u");
    add(Kind.LI, SPECIAL | IMPLIED_END, "li");
    add(Kind.DD, SPECIAL | IMPLIED_END, "dd dt");
    add(Kind.P, SPECIAL | IMPLIED_END | ENDS_P, "p");
    add(
        Kind.BLOCK,
        SPECIAL | ENDS_P | CLOSER,
        "address article aside blockquote center details dir div dl fieldset figcaption figure"
            + " footer header hgroup main menu nav search section summary");
    add(Kind.BLOCK, ENDS_P | CLOSER, "dialog");
    add(Kind.BLOCK, SPECIAL | ENDS_P | CLOSER | LIST_SCOPE, "ol ul");
    add(Kind.HEADING, SPECIAL, "h1 h2 h3 h4 h5 h6");
    add(Kind.PRE, SPECIAL | CLOSER, "pre listing");
    add(Kind.HR, SPECIAL | VOID, "hr");
    add(Kind.BR, SPECIAL | VOID, "br");
    add(Kind.EMPTY, SPECIAL | VOID, "area embed img keygen wbr");
    add(Kind.MEDIA, SPECIAL | VOID, "param source track");
    add(Kind.INPUT, SPECIAL | VOID, "input");
    add(Kind.BUTTON, SPECIAL | CLOSER | BUTTON_SCOPE, "button");
    add(Kind.FORM, SPECIAL, "form");
    add(Kind.TEXTAREA, SPECIAL | ESCAPED_TEXT, "textarea");
    add(Kind.RAW, SPECIAL | RAW_TEXT | DATA, "iframe noembed");
    add(Kind.SELECT, SPECIAL | SCOPE, "select");
    add(Kind.OPTION, IMPLIED_END, "option");
    add(Kind.OPTGROUP, IMPLIED_END, "optgroup");
    add(Kind.OBJECT, SPECIAL | SCOPE, "applet marquee object");
    add(Kind.RB, IMPLIED_END, "rb rtc");
    add(Kind.RT, IMPLIED_END, "rp rt");
    add(Kind.TABLE, SPECIAL | SCOPE | TABLE_SCOPE | FOSTERS, "table");
    add(Kind.CAPTION, SPECIAL | SCOPE, "caption");
    add(Kind.COLGROUP, SPECIAL, "colgroup");
    add(Kind.COL, SPECIAL | VOID, "col");
    add(Kind.TBODY, SPECIAL | FOSTERS, "tbody tfoot thead");
    add(Kind.TR, SPECIAL | FOSTERS, "tr");
    add(Kind.CELL, SPECIAL | SCOPE, "td th");
    add(
        Kind.OTHER,
        0,
        "abbr acronym audio bdi bdo canvas cite data datalist del dfn ins kbd label legend"
            + " map mark meter output picture progress q ruby samp slot span sub sup time var"
            + " video");
    add(Kind.SVG, 0, "svg");
    add(Kind.TEMPLATE, SPECIAL | SCOPE | TABLE_SCOPE, "template");
    add(Kind.RARE, 0, "device frame frameset image math menuitem nobr plaintext xmp");
    String attributes =
        "alt aria-hidden charset class content data-component data-datetime data-src data-testid"
            + " data-time datetime hidden href http-equiv id itemprop itemscope itemtype lang media"
            + " name property pubdate rel role src style title type value xml:lang";
    for (String name : attributes.split(" ")) {
      ATTRIBUTES[freeSlot(ATTRIBUTES, hash(name))] = name;
    }
  }

  private final byte[] bytes;
  private final Map<String, Name> others = new HashMap<>();
  private final Map<String, Name> foreign = new HashMap<>();

  Names(byte[] bytes) {
    this.bytes = bytes;
  }

  private static void add(Kind kind, int flags, String names) {
    for (String name : names.split(" ")) {
      ELEMENTS[freeSlot(ELEMENTS, hash(name))] = Name.html(name, kind, flags);
    }
  }

  private static int freeSlot(Object[] table, int hash) {
    int slot = hash & KNOWN - 1;
    while (table[slot] != null) {
      slot = slot + 1 & KNOWN - 1;
    }
    return slot;
  }

  private static int hash(String name) {
    int hash = 0;
    for (int i = 0; i < name.length(); i++) {
      hash = step(hash, name.charAt(i));
    }
    return mix(hash);
  }

  private static int step(int hash, int c) {
    return hash * 31 + (c | 0x20);
  }

  private static int mix(int hash) {
    return hash ^ hash >>> 10;
  }

  /// An element that HTML knows.
  static Name known(String name) {
    int slot = hash(name) & KNOWN - 1;
    while (!ELEMENTS[slot].text.equals(name)) {
      slot = slot + 1 & KNOWN - 1;
    }
    return ELEMENTS[slot];
  }

  /// The element whose name stands there; null when it has signs that names hardly have.
  Name element(int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = step(hash, bytes[i]);
    }
    for (int slot = mix(hash) & KNOWN - 1; ELEMENTS[slot] != null; slot = slot + 1 & KNOWN - 1) {
      if (isName(ELEMENTS[slot].text, from, to)) {
        return ELEMENTS[slot];
      }
    }
    String name = plain(from, to);
    return name == null
        ? null
        : others.computeIfAbsent(lower(name), n -> Name.html(n, Kind.UNKNOWN, 0));
  }

  /// The element inside `<svg>` whose name stands there, or null.
  Name foreign(int from, int to) {
    String name = plain(from, to);
    return name == null ? null : foreign.computeIfAbsent(name, Name::svg);
  }

  /// The attribute whose name stands there, if somebody asks for it, or null.
  ///
  /// @param all whether all are wanted
  String attribute(int from, int to, boolean all) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = step(hash, bytes[i]);
    }
    for (int slot = mix(hash) & KNOWN - 1; ATTRIBUTES[slot] != null; slot = slot + 1 & KNOWN - 1) {
      if (isName(ATTRIBUTES[slot], from, to)) {
        return ATTRIBUTES[slot];
      }
    }
    return all ? lower(new String(bytes, from, to - from, StandardCharsets.UTF_8)) : null;
  }

  private boolean isName(String name, int from, int to) {
    if (name.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      int b = bytes[i];
      if ((b >= 'A' && b <= 'Z' ? b | 0x20 : b) != name.charAt(i - from)) {
        return false;
      }
    }
    return true;
  }

  private String plain(int from, int to) {
    for (int i = from; i < to; i++) {
      int b = bytes[i];
      boolean sign = b == '-' || b == '_' || b == ':' || b == '.';
      if (!sign && !(b >= '0' && b <= '9') && !((b | 0x20) >= 'a' && (b | 0x20) <= 'z')) {
        return null;
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static String lower(String name) {
    return name.toLowerCase(java.util.Locale.ENGLISH);
  }
}
