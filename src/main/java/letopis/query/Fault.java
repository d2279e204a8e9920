package letopis.query;

import java.util.Locale;
import java.util.Objects;

/// One mistake in a query.
///
/// @param position 0-based, in UTF-16 characters of the query as typed
/// @param length of the part that is wrong, in characters; at least 0
/// @param english what is wrong and what to write instead
/// @param russian the same in Russian
public record Fault(int position, int length, String english, String russian) {
  public Fault {
    Objects.requireNonNull(english);
    Objects.requireNonNull(russian);
    if (position < 0 || length < 0) {
      throw new IllegalArgumentException("no place in a query: " + position + "+" + length);
    }
  }

  /// The message in this language: Russian for `ru`, else English.
  public String message(Locale locale) {
    return locale.getLanguage().equals("ru") ? russian : english;
  }
}
