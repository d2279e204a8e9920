package letopis.parse.page.scan;

import java.util.Arrays;

/// The text of the block that is being read, with white space folded to one space as a browser
/// shows it. Mutable, confined to one [PageScan].
final class Line {
  private char[] chars = new char[1024];
  private int length;

  boolean isEmpty() {
    return length == 0;
  }

  char[] chars() {
    return chars;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /// Appends a text node and says by how many characters the line grew.
  int append(String raw) {
    int end = length + raw.length();
    if (end > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(end, chars.length * 2));
    }
    char[] line = chars;
    raw.getChars(0, raw.length(), line, length);
    boolean space = length == 0 || line[length - 1] <= ' ';
    int to = length;
    for (int from = length; from < end; from++) {
      char c = line[from];
      if (c > ' ' && c < '\u00a0') {
        line[to++] = c;
        space = false;
      } else if (c <= ' ' || c == '\u00a0') {
        if (!space) {
          line[to++] = ' ';
          space = true;
        }
      } else if (c != '\u200b' && c != '\ufeff' && c != '\u00ad') {
        line[to++] = c;
        space = false;
      }
    }
    int added = to - length;
    length = to;
    return added;
  }

  /// One break is a new line of the same block; the second in a row, which begins a new block, says
  /// true and adds nothing.
  boolean breaks() {
    while (length > 0 && chars[length - 1] == ' ') {
      length--;
    }
    if (length > 0 && chars[length - 1] == '\n') {
      return true;
    }
    if (length > 0) {
      append('\n');
    }
    return false;
  }

  private void append(char c) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, length * 2);
    }
    chars[length++] = c;
  }

  /// Cuts white space off the end.
  void trim() {
    while (length > 0 && chars[length - 1] <= ' ') {
      length--;
    }
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
