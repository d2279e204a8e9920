package letopis.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import letopis.document.Attribution;

/// A text of several items, each with a source line of its own: «Источник: X» behind it, or before
/// it. The line of another item says nothing of a passage.
///
/// A text is taken for one when its lines stand between passages of some length, and all of them
/// behind what they speak of, or all before it: text before the first and none behind the last, or
/// the other way round.
final class Digest {
  /// An item has so many characters; what is shorter stands between the lines of one item.
  private static final int ITEM = 60;

  private static final Pattern LINE =
      Pattern.compile("\\s*\\p{L}[\\p{L} ]*[:—–].*", Pattern.DOTALL);

  private final List<Group> groups = new ArrayList<>();
  private final boolean behind;

  /// Lines of one item.
  private record Group(int start, int end, List<Attribution> lines) {
    Group and(Attribution line) {
      List<Attribution> more = new ArrayList<>(lines);
      more.add(line);
      return new Group(start, Math.max(end, line.end()), more);
    }
  }

  private Digest(String body, List<Attribution> placed) {
    for (Attribution line : placed) {
      if (!groups.isEmpty() && line.start() - groups.getLast().end() < ITEM) {
        groups.set(groups.size() - 1, groups.getLast().and(line));
      } else if (isLine(body, line)) {
        groups.add(new Group(line.start(), line.end(), List.of(line)));
      }
    }
    int before = groups.isEmpty() ? 0 : groups.getFirst().start();
    int after = groups.isEmpty() ? 0 : body.length() - groups.getLast().end();
    this.behind = before >= ITEM && after < ITEM;
    if (groups.size() < 2 || !behind && (before >= ITEM || after < ITEM)) {
      groups.clear();
    }
  }

  /// Whether it stands in a line of its own and says what it is.
  private static boolean isLine(String body, Attribution line) {
    int start = line.start();
    boolean first = start == 0 || body.charAt(start) == '\n' || body.charAt(start - 1) == '\n';
    return first && LINE.matcher(body.substring(start, line.end())).matches();
  }

  /// Which of these statements about a whole text are about a passage of it.
  static List<Attribution> of(Appearance one, List<Attribution> whole) {
    String body = one.document().content().body();
    List<Attribution> placed =
        whole.stream()
            .filter(
                said ->
                    said.how() == Attribution.How.SOURCE
                        && said.start() >= 0
                        && said.start() < said.end()
                        && said.end() <= body.length())
            .sorted(Comparator.comparingInt(Attribution::start))
            .toList();
    if (placed.size() < 2 || !one.passage().field().equals("body")) {
      return whole;
    }
    Digest digest = new Digest(body, placed);
    List<Attribution> others = digest.others(one.passage().start());
    return whole.stream().filter(said -> !others.contains(said)).toList();
  }

  /// The lines of the items that this place is not in.
  private List<Attribution> others(int place) {
    Group own = null;
    for (Group group : groups) {
      if (behind ? own == null && group.end() > place : group.start() <= place) {
        own = group;
      }
    }
    List<Attribution> others = new ArrayList<>();
    for (Group group : groups) {
      if (group != own) {
        others.addAll(group.lines());
      }
    }
    return others;
  }
}
