package letopis.parse.page;

import java.util.Optional;
import letopis.parse.Entry;

/// Entries of feeds as tests need them.
final class Listed {
  private Listed() {}

  static Entry titled(String title) {
    return Entry.bare("1", Optional.of("https://vestnik.example/a/1.html"), title);
  }
}
