package letopis.document;

import java.time.Duration;
import java.util.Locale;

/// How exact a claimed time is.
public enum Precision {
  SECOND(Duration.ofSeconds(1)),
  MINUTE(Duration.ofMinutes(1)),
  HOUR(Duration.ofHours(1)),
  DAY(Duration.ofDays(1)),
  /// Of imported records only: no page claims less than a day.
  MONTH(Duration.ofDays(31)),
  YEAR(Duration.ofDays(366));

  private final Duration width;

  Precision(Duration width) {
    this.width = width;
  }

  /// The length of the interval that a time of this precision stands for.
  public Duration width() {
    return width;
  }

  /// The value kept in the index: `second`, `minute`, `hour`, `day`, `month`,
  /// `year`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The constant with this label.
  ///
  /// @throws IllegalArgumentException when no constant has it
  public static Precision of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
