package letopis.parse.html;

import java.util.Optional;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;

/// Reads the tags of a page (HTML 13.2.5) and has [Tree] put them together. Comments are left out.
/// Where a page is not ordinary it gives up: such a page is a matter for jsoup.
public final class OrdinaryHtml {
  private static final int MOST_ATTRIBUTES = 512;

  private final byte[] in;
  private final int end;
  private final Names names;
  private final Slices slices;
  private final Tree tree;
  private int at;

  // The tag that was read last.
  private Attributes attributes;
  private boolean selfClosing;

  private OrdinaryHtml(byte[] utf8, String baseUri) {
    in = utf8;
    end = utf8.length;
    names = new Names(utf8);
    slices = new Slices(utf8);
    tree = new Tree(baseUri);
  }

  /// The tree of a page as jsoup makes it, without comments and doctype; nothing when the page is
  /// none of those that this parser knows how to read.
  ///
  /// @param utf8 valid UTF-8
  public static Optional<Document> parse(byte[] utf8, String baseUri) {
    try {
      OrdinaryHtml page = new OrdinaryHtml(utf8, baseUri);
      page.read();
      return Optional.of(page.tree.finish());
    } catch (GiveUp e) {
      return Optional.empty();
    }
  }

  private void read() {
    while (at < end) {
      int text = at;
      at = markup(at);
      if (at > text) {
        text(text);
      }
      if (at < end) {
        readMarkup();
      }
    }
  }

  /// White space before and behind the body is none of its text.
  private void text(int from) {
    int start = tree.isOutsideBody() ? slices.blankEnd(from, at) : from;
    if (start > from) {
      tree.text(slices, from, start);
    }
    if (at > start) {
      tree.text(slices, start, at);
    }
  }

  /// Where the next tag or comment begins: a `<` before anything else is text.
  private int markup(int from) {
    byte[] in = this.in;
    int last = end - 1;
    int i = from;
    while (i < end) {
      if (in[i] == '<') {
        int next = i < last ? in[i + 1] : 0;
        if (isLetter(next) || next == '/' || next == '!' || next == '?') {
          return i;
        }
      }
      i++;
    }
    return end;
  }

  private void readMarkup() {
    int next = in[at + 1];
    if (next == '!') {
      declaration();
    } else if (next == '?') {
      at = after('>', at + 2);
    } else if (next != '/') {
      startTag();
    } else if (at + 2 < end && isLetter(in[at + 2])) {
      endTag();
    } else {
      throw new GiveUp("empty end tag");
    }
  }

  private void declaration() {
    if (starts("<!--", at)) {
      at = comment(at + 4);
      tree.comment();
    } else if (startsIgnoringCase("<!doctype", at)) {
      int from = at + 9;
      at = after('>', at);
      tree.doctype(slices.doctype(from, at - 1));
    } else if (tree.isForeign()) {
      throw new GiveUp("CDATA");
    } else {
      at = after('>', at + 2);
      tree.comment();
    }
  }

  /// Behind a comment whose text begins at `from`.
  private int comment(int from) {
    if (from < end && in[from] == '>') {
      return from + 1;
    }
    if (starts("->", from)) {
      return from + 2;
    }
    for (int i = from; i < end; i++) {
      if (in[i] == '-' && i + 2 < end && in[i + 1] == '-') {
        int close = i + 2;
        while (close < end && in[close] == '-') {
          close++;
        }
        if (close < end && in[close] == '>') {
          return close + 1;
        }
        if (close < end && in[close] == '!') {
          throw new GiveUp("comment with --!");
        }
        i = close - 1;
      }
    }
    throw new GiveUp("comment without end");
  }

  private int after(char wanted, int from) {
    for (int i = from; i < end; i++) {
      if (in[i] == wanted) {
        return i + 1;
      }
    }
    throw new GiveUp("declaration without end");
  }

  private void startTag() {
    int from = at + 1;
    int to = nameEnd(from);
    boolean foreign = tree.isForeign();
    Name name = foreign ? names.foreign(from, to) : names.element(from, to);
    if (name == null) {
      throw new GiveUp("name of an element");
    }
    at = to;
    readAttributes(!foreign && name.kind != Kind.SVG, name.kind == Kind.FORMAT);
    Name placed = tree.start(name, attributes, selfClosing);
    if (placed != null && placed.is(Name.TEXT)) {
      if (placed.kind == Kind.TEXTAREA) {
        skipLine();
      }
      text(placed);
    } else if (placed != null && placed.kind == Kind.PRE) {
      skipLine();
    }
  }

  private void skipLine() {
    at += starts("\r\n", at) ? 2 : starts("\n", at) ? 1 : 0;
  }

  private void endTag() {
    int from = at + 2;
    int to = nameEnd(from);
    Name name = names.element(from, to);
    if (name == null) {
      throw new GiveUp("name of an element");
    }
    at = to;
    readAttributes(false, false);
    tree.end(name);
  }

  private int nameEnd(int from) {
    int i = from;
    while (i < end) {
      byte b = in[i];
      if (b == '>' || b == '/' || isSpace(b)) {
        return i;
      }
      i++;
    }
    throw new GiveUp("tag without end");
  }

  /// Reads up to the end of a tag.
  ///
  /// @param some whether anybody asks for attributes: nobody does for those in `<svg>`
  /// @param all whether more are wanted than those that somebody asks for
  private void readAttributes(boolean some, boolean all) {
    byte[] in = this.in;
    int i = at;
    Attributes found = null;
    selfClosing = false;
    int count = 0;
    while (true) {
      while (i < end && isSpace(in[i])) {
        i++;
      }
      if (i >= end) {
        throw new GiveUp("tag without end");
      }
      byte b = in[i];
      if (b == '>') {
        break;
      }
      if (b == '/') {
        i++;
        if (i < end && in[i] == '>') {
          selfClosing = true;
          break;
        }
        continue;
      }
      int from = i;
      i++;
      while (i < end && !endsName(in[i])) {
        i++;
      }
      int to = i;
      while (i < end && isSpace(in[i])) {
        i++;
      }
      String key = some ? names.attribute(from, to, all) : null;
      boolean wanted = key != null;
      String value = null;
      if (i < end && in[i] == '=') {
        i++;
        while (i < end && isSpace(in[i])) {
          i++;
        }
        if (i >= end) {
          throw new GiveUp("tag without end");
        }
        byte quote = in[i];
        int start = i;
        if (quote == '"' || quote == '\'') {
          start = ++i;
          while (i < end && in[i] != quote) {
            i++;
          }
          if (wanted && i < end) {
            value = slices.value(start, i);
          }
          i++;
        } else if (quote != '>') {
          while (i < end && in[i] != '>' && !isSpace(in[i])) {
            i++;
          }
          if (wanted) {
            value = slices.value(start, i);
          }
        }
        if (i >= end) {
          throw new GiveUp("tag without end");
        }
      }
      if (++count > MOST_ATTRIBUTES) {
        throw new GiveUp("attributes");
      }
      if (wanted && found == null) {
        found = new Attributes();
        found.add(key, value);
      } else if (wanted && !found.hasKey(key)) {
        found.add(key, value);
      }
    }
    at = i + 1;
    attributes = found;
  }

  private static boolean endsName(byte b) {
    return b == '=' || b == '>' || b == '/' || isSpace(b);
  }

  /// Reads the content of an element that has no tags in it, and its end tag.
  private void text(Name name) {
    if (selfClosing) {
      throw new GiveUp("element of text that closes itself");
    }
    int from = at;
    int close = name.kind == Kind.SCRIPT ? endOfScript(from) : endOf(name.text, from);
    at = close + 2 + name.text.length();
    readAttributes(false, false);
    tree.content(slices, from, close);
  }

  private int endOf(String name, int from) {
    for (int i = from; i < end; i++) {
      if (in[i] == '<' && isTag(name, i + 1, true)) {
        return i;
      }
    }
    throw new GiveUp("text without end");
  }

  /// Scripts hide in comments, and other scripts in these (HTML 13.2.5.20 to 31).
  private int endOfScript(int from) {
    boolean hidden = false;
    boolean nested = false;
    for (int i = from; i < end; i++) {
      byte b = in[i];
      if (b == '<') {
        if (isTag("script", i + 1, true)) {
          if (!nested) {
            return i;
          }
          nested = false;
        } else if (hidden) {
          nested |= isTag("script", i + 1, false);
        } else if (starts("!--", i + 1)) {
          hidden = !starts(">", i + 4) && !starts("->", i + 4);
          i += 3;
        }
      } else if (hidden && b == '-' && starts("->", i + 1)) {
        hidden = false;
        nested = false;
      }
    }
    throw new GiveUp("text without end");
  }

  /// Whether the name of a tag stands there, behind a slash or not, and ends.
  private boolean isTag(String name, int from, boolean closes) {
    if (closes && (from >= end || in[from] != '/')) {
      return false;
    }
    int start = closes ? from + 1 : from;
    int behind = start + name.length();
    if (behind >= end) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if ((in[start + i] | 0x20) != name.charAt(i)) {
        return false;
      }
    }
    byte b = in[behind];
    return b == '>' || b == '/' || isSpace(b);
  }

  private boolean starts(String wanted, int from) {
    for (int i = 0; i < wanted.length(); i++) {
      if (from + i >= end || in[from + i] != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean startsIgnoringCase(String wanted, int from) {
    for (int i = 0; i < wanted.length(); i++) {
      int b = from + i < end ? in[from + i] : 0;
      if ((b >= 'A' && b <= 'Z' ? b | 0x20 : b) != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(int b) {
    return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
  }

  private static boolean isSpace(byte b) {
    return b <= ' ' && (b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f');
  }
}
