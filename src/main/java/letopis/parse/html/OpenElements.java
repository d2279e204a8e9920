package letopis.parse.html;

import java.util.Arrays;
import org.jsoup.nodes.Element;

/// The stack of open elements (HTML 13.2.4.2). Confined to one page.
final class OpenElements {
  private Name[] names = new Name[64];
  private Element[] elements = new Element[64];
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  Name top() {
    return names[size - 1];
  }

  Element topElement() {
    return elements[size - 1];
  }

  Name name(int index) {
    return names[index];
  }

  Element element(int index) {
    return elements[index];
  }

  void push(Name name, Element element) {
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      elements = Arrays.copyOf(elements, size * 2);
    }
    names[size] = name;
    elements[size++] = element;
  }

  void pop() {
    size--;
  }

  /// Leaves so many.
  void cutTo(int depth) {
    size = depth;
  }

  /// Ends elements up to the last one of this name, if there is one.
  void popTo(Name name) {
    while (size > 0 && names[--size] != name) {}
  }

  void popHeading() {
    while (size > 0 && names[--size].kind != Kind.HEADING) {}
  }

  /// Ends elements above a part of a table.
  void clearTo(Kind kind) {
    while (names[size - 1].kind != kind && names[size - 1].kind != Kind.HTML) {
      size--;
    }
  }

  /// Ends elements whose end tag may be left out, but for this one.
  void impliedEnds(Name except) {
    while (size > 0 && names[size - 1].is(Name.IMPLIED_END) && names[size - 1] != except) {
      size--;
    }
  }

  boolean has(Name name) {
    for (int i = size - 1; i >= 0; i--) {
      if (names[i] == name) {
        return true;
      }
    }
    return false;
  }

  Element last(Name name) {
    for (int i = size - 1; i >= 0; i--) {
      if (names[i] == name) {
        return elements[i];
      }
    }
    return null;
  }

  /// Where the element is, or -1.
  int indexOf(Element element) {
    for (int i = size - 1; i >= 0; i--) {
      if (elements[i] == element) {
        return i;
      }
    }
    return -1;
  }

  void removeIfThere(Element element) {
    int at = indexOf(element);
    if (at >= 0) {
      System.arraycopy(names, at + 1, names, at, size - at - 1);
      System.arraycopy(elements, at + 1, elements, at, size - at - 1);
      size--;
    }
  }

  /// Whether the element is open and none of those is above it that have one of the flags.
  boolean inScope(Name name, int barriers) {
    for (int i = size - 1; i >= 0; i--) {
      if (names[i] == name) {
        return true;
      }
      if (names[i].is(barriers)) {
        return false;
      }
    }
    return false;
  }

  boolean headingInScope() {
    for (int i = size - 1; i >= 0; i--) {
      if (names[i].kind == Kind.HEADING) {
        return true;
      }
      if (names[i].is(Name.SCOPE)) {
        return false;
      }
    }
    return false;
  }

  /// `td` or `th`, the first of them that can be ended, or null.
  Name cellInScope() {
    Name cell = Names.known("td");
    if (inScope(cell, Name.TABLE_SCOPE)) {
      return cell;
    }
    Name head = Names.known("th");
    return inScope(head, Name.TABLE_SCOPE) ? head : null;
  }
}
