package letopis.trace.cases;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/// What a review of a claim came to. The values are those that Google's fact-check documentation
/// gives to the scale of schema.org's `Rating`: 1 false … 5 true.
public enum Rating {
  FALSE(1, "False", "Неправда"),
  MOSTLY_FALSE(2, "Mostly false", "В основном неправда"),
  MIXED(3, "Half true", "Полуправда"),
  MOSTLY_TRUE(4, "Mostly true", "В основном правда"),
  TRUE(5, "True", "Правда"),
  /// Neither shown nor refuted: outside the scale, so it has a name only.
  UNPROVEN(0, "Unproven", "Не доказано");

  /// Ends of the scale.
  static final int WORST = 1;

  static final int BEST = 5;

  private final int value;
  private final String english;
  private final String russian;

  Rating(int value, String english, String russian) {
    this.value = value;
    this.english = english;
    this.russian = russian;
  }

  /// As the API writes it: `false`, `mostly-false`, …
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /// 1..5; empty outside the scale.
  public OptionalInt value() {
    return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /// The verdict in words, for a review whose reviewer chose none.
  ///
  /// @param lang ISO 639-1; Russian for `ru`, else English
  public String words(String lang) {
    return lang.equals("ru") ? russian : english;
  }

  /// The rating of a label.
  public static Optional<Rating> of(String label) {
    return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
  }
}
