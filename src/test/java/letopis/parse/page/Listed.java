package letopis.parse.page;

import java.util.List;
import java.util.Optional;
import letopis.parse.Entry;

/// Entries of feeds as tests need them.
final class Listed {
  private Listed() {}

  static Entry titled(String title) {
    return new Entry(
        "1",
        Optional.of("https://vestnik.example/a/1.html"),
        title,
        "",
        "",
        false,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        -1);
  }
}
