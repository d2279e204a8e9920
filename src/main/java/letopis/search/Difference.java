package letopis.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Word by word, how one text became another.
public final class Difference {
  /// Beyond this many words times words, the part that differs is shown as one replacement.
  private static final long MOST_CELLS = 9_000_000;

  private static final Pattern PIECE = Pattern.compile("[\\p{L}\\p{N}]+|\\s+|.", Pattern.DOTALL);

  private Difference() {}

  /// What happened to a stretch of text.
  public enum Kind {
    SAME,
    REMOVED,
    ADDED
  }

  /// One stretch.
  public record Part(Kind kind, String text) {
    public Part {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(text);
    }
  }

  /// The stretches in order. Those that are not [Kind#ADDED] make up the first text, those that are
  /// not [Kind#REMOVED] the second.
  public static List<Part> between(String first, String second) {
    List<String> a = pieces(first);
    List<String> b = pieces(second);
    int start = 0;
    while (start < a.size() && start < b.size() && a.get(start).equals(b.get(start))) {
      start++;
    }
    int endA = a.size();
    int endB = b.size();
    while (endA > start && endB > start && a.get(endA - 1).equals(b.get(endB - 1))) {
      endA--;
      endB--;
    }
    List<Part> parts = new ArrayList<>();
    add(parts, Kind.SAME, a.subList(0, start));
    middle(parts, a.subList(start, endA), b.subList(start, endB));
    add(parts, Kind.SAME, a.subList(endA, a.size()));
    return joined(parts);
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    Matcher matcher = PIECE.matcher(text);
    while (matcher.find()) {
      pieces.add(matcher.group());
    }
    return pieces;
  }

  /// By the longest common subsequence.
  private static void middle(List<Part> parts, List<String> a, List<String> b) {
    if ((long) a.size() * b.size() > MOST_CELLS) {
      add(parts, Kind.REMOVED, a);
      add(parts, Kind.ADDED, b);
      return;
    }
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            a.get(i).equals(b.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
        add(parts, Kind.SAME, List.of(a.get(i++)));
        j++;
      } else if (j == b.size() || i < a.size() && common[i + 1][j] >= common[i][j + 1]) {
        add(parts, Kind.REMOVED, List.of(a.get(i++)));
      } else {
        add(parts, Kind.ADDED, List.of(b.get(j++)));
      }
    }
  }

  private static void add(List<Part> parts, Kind kind, List<String> pieces) {
    if (!pieces.isEmpty()) {
      parts.add(new Part(kind, String.join("", pieces)));
    }
  }

  /// Neighbours of one kind as one; of a replacement the removed text comes first.
  private static List<Part> joined(List<Part> parts) {
    List<Part> out = new ArrayList<>();
    StringBuilder removed = new StringBuilder();
    StringBuilder added = new StringBuilder();
    StringBuilder same = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      // A blank between two changes is part of one change: word by word nobody could read it.
      boolean blank = part.kind() == Kind.SAME && part.text().isBlank();
      boolean between = i + 1 < parts.size() && parts.get(i + 1).kind() != Kind.SAME;
      if (blank && between && !(removed.isEmpty() && added.isEmpty())) {
        removed.append(part.text());
        added.append(part.text());
        continue;
      }
      switch (part.kind()) {
        case SAME -> {
          flush(out, Kind.REMOVED, removed);
          flush(out, Kind.ADDED, added);
          same.append(part.text());
        }
        case REMOVED -> {
          flush(out, Kind.SAME, same);
          removed.append(part.text());
        }
        case ADDED -> {
          flush(out, Kind.SAME, same);
          added.append(part.text());
        }
      }
    }
    flush(out, Kind.SAME, same);
    flush(out, Kind.REMOVED, removed);
    flush(out, Kind.ADDED, added);
    return out;
  }

  private static void flush(List<Part> out, Kind kind, StringBuilder text) {
    if (!text.isEmpty()) {
      out.add(new Part(kind, text.toString()));
      text.setLength(0);
    }
  }
}
