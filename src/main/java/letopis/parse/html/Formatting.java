package letopis.parse.html;

import java.util.Arrays;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/// The list of active formatting elements (HTML 13.2.4.3). Confined to one page.
final class Formatting {
  /// So many of the last are opened again at most, as in jsoup.
  private static final int REOPENED = 12;

  /// So many are looked through.
  private static final int MOST = 1000;

  /// So many that are alike are kept.
  private static final int ALIKE = 3;

  private final OpenElements open;

  /// A mark is null.
  private Name[] names = new Name[16];

  private Element[] elements = new Element[16];
  private int size;

  Formatting(OpenElements open) {
    this.open = open;
  }

  void mark() {
    put(null, null);
  }

  void clearToMark() {
    while (size > 0 && names[--size] != null) {}
  }

  void add(Name name, Element element) {
    int alike = 0;
    int stop = Math.max(0, size - 1 - REOPENED);
    for (int i = size - 1; i >= stop && names[i] != null; i--) {
      if (names[i] == name && element.attributes().equals(elements[i].attributes())) {
        alike++;
      }
      if (alike == ALIKE) {
        removeAt(i);
        break;
      }
    }
    put(name, element);
  }

  private void put(Name name, Element element) {
    if (size == MOST) {
      throw new GiveUp("open formatting elements");
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      elements = Arrays.copyOf(elements, size * 2);
    }
    names[size] = name;
    elements[size++] = element;
  }

  private void removeAt(int at) {
    System.arraycopy(names, at + 1, names, at, size - at - 1);
    System.arraycopy(elements, at + 1, elements, at, size - at - 1);
    size--;
  }

  boolean holds(Element element) {
    for (int i = 0; i < size; i++) {
      if (elements[i] == element) {
        return true;
      }
    }
    return false;
  }

  void remove(Element element) {
    for (int i = size - 1; i >= 0; i--) {
      if (elements[i] == element) {
        removeAt(i);
        return;
      }
    }
  }

  /// The last of this name behind the last mark, or null.
  Element last(Name name) {
    for (int i = size - 1; i >= 0 && names[i] != null; i--) {
      if (names[i] == name) {
        return elements[i];
      }
    }
    return null;
  }

  /// Opens again what was cut by the end of a block.
  void reopen() {
    if (size == 0 || names[size - 1] == null || open.indexOf(elements[size - 1]) >= 0) {
      return;
    }
    int from = size - 1;
    int stop = Math.max(0, size - 1 - REOPENED);
    while (from > stop && names[from - 1] != null && open.indexOf(elements[from - 1]) < 0) {
      from--;
    }
    for (int i = from; i < size; i++) {
      Element old = elements[i];
      Attributes attributes = old.attributesSize() == 0 ? null : old.attributes().clone();
      Element again = names[i].element(attributes);
      open.topElement().appendChild(again);
      open.push(names[i], again);
      elements[i] = again;
    }
  }
}
