package letopis.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The mistakes found so far in one query: at most [#MOST], each place once.
final class Faults {
  private static final int MOST = 20;

  private final List<Fault> found = new ArrayList<>();

  void add(int start, int end, String english, String russian) {
    boolean again = found.stream().anyMatch(fault -> fault.position() == start);
    if (!again && found.size() < MOST) {
      found.add(new Fault(start, Math.max(0, end - start), english, russian));
    }
  }

  void add(Token at, String english, String russian) {
    add(at.start(), at.end(), english, russian);
  }

  void nothingAfter(Token operator) {
    add(operator, "there is nothing after this operator", "после этого оператора ничего нет");
  }

  boolean none() {
    return found.isEmpty();
  }

  List<Fault> sorted() {
    return found.stream().sorted(Comparator.comparingInt(Fault::position)).toList();
  }
}
