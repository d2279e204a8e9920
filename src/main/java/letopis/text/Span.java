package letopis.text;

/// A part of a text.
///
/// @param start 0-based offset, in UTF-16 units
/// @param end exclusive
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + ".." + end);
    }
  }

  /// The words of the text in this span.
  public String of(String text) {
    return text.substring(start, end);
  }

  /// Whether the two have a character in common.
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
