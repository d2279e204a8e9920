package letopis.text;

import java.util.Optional;
import letopis.text.NameReader.Look;
import letopis.text.NameReader.Name;

/// Reads names that stand in quotation marks: «Регион».
final class QuotedNames {
  /// In characters and in words; what is longer, as «Оценка иностранным бизнесом …», is a title.
  private static final int LONGEST = 70;

  private static final int MOST_WORDS = 6;

  private final String text;
  private final WordList words;
  private final Outlets outlets;

  QuotedNames(NameWords in, Outlets outlets) {
    this.text = in.text();
    this.words = in.words();
    this.outlets = outlets;
  }

  /// The name that begins with the word behind an opening mark.
  Optional<Name> read(int index, boolean described) {
    int start = words.start(index);
    for (int at = start; at < text.length() && at < start + LONGEST; at++) {
      char c = text.charAt(at);
      if (c == '\n') {
        break;
      }
      if (c == '»' || c == '"' || c == '”' || c == '“') {
        boolean name =
            words.from(at) - index <= MOST_WORDS
                && text.charAt(at - 1) != ' '
                && !text.substring(start, at).contains(", ");
        Look look = outlets.find(text.substring(start, at)).isPresent() ? Look.KNOWN : Look.QUOTED;
        return name
            ? Optional.of(new Name(start, at, look, described, words.from(at)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
