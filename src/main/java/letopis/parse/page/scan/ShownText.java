package letopis.parse.page.scan;

import letopis.parse.date.DateText;
import letopis.parse.pattern.DigitRuns;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Looks at the text of an element without putting it together: most elements that are asked for a
/// date have too much text to be a date line, or none that could be one. The walk ends where that
/// is clear, so that elements within elements cost no more than their first words.
public final class ShownText {
  private final int most;
  private int chars;
  private boolean digit;
  private char first;

  private ShownText(int most) {
    this.most = most;
  }

  /// Whether the text of an element is shorter than this many characters, and has a digit or begins
  /// with a letter that some word for a day does.
  public static boolean mayDate(Element element, int most) {
    ShownText text = new ShownText(most);
    return text.isShort(element) && (text.digit || DateText.mayBegin(text.first));
  }

  /// As [Element#text], without its walk and its buffer where one tidy piece of text is all that an
  /// element has, as most links and headings do.
  public static String of(Element element) {
    Node node = element;
    while (node.childNodeSize() == 1) {
      node = node.firstChild();
    }
    boolean tidy = node instanceof TextNode only && isTidy(only.getWholeText());
    return tidy ? ((TextNode) node).getWholeText().trim() : element.text();
  }

  /// Whether nothing in a text is folded or left out by browsers.
  private static boolean isTidy(String text) {
    char before = 'a';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean folded = c < ' ' || c == ' ' && before == ' ' || c == '\u00a0';
      if (folded || c == '\u200b' || c == '\u00ad') {
        return false;
      }
      before = c;
    }
    return true;
  }

  private boolean isShort(Element element) {
    Node node = element.firstChild();
    while (node != null) {
      if (node instanceof TextNode textNode && !add(textNode.getWholeText())) {
        return false;
      }
      node = NodeWalk.next(node, element);
    }
    return true;
  }

  /// Counts only what no folding of white space takes away.
  private boolean add(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c < '\u007f' || Character.isLetter(c)) {
        chars++;
        digit |= DigitRuns.isDigit(c);
        if (first == 0) {
          first = c;
        }
        if (chars >= most) {
          return false;
        }
      }
    }
    return true;
  }
}
