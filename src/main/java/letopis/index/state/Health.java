package letopis.index.state;

import java.util.Objects;
import java.util.Optional;

/// What a source's documents usually look like, and since when they don't.
///
/// @param looks how many readable looks the averages are made of
/// @param entries usual number of entries
/// @param textShare usual share of entries with a text, 0..1
/// @param dateShare usual share of entries with a date, 0..1
/// @param pageShare usual share of fetched pages that were articles, 0..1
/// @param oddLooks how many looks in a row were against this history
/// @param alarm why the layout is taken to have changed; empty when it is not
/// @param lies the server answered 304 although there was something new: never ask conditionally
public record Health(
    long looks,
    double entries,
    double textShare,
    double dateShare,
    double pageShare,
    int oddLooks,
    Optional<String> alarm,
    boolean lies) {
  /// Nothing known.
  public static final Health UNKNOWN = new Health(0, 0, 0, 0, 0, 0, Optional.empty(), false);

  public Health {
    Objects.requireNonNull(alarm);
  }
}
