package letopis.search;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Where the next page begins. Opaque to clients; bound to the request that made it.
///
/// @param token as sent: base64url, checked by a digest
public record Cursor(String token) {
  public Cursor {
    Objects.requireNonNull(token);
  }

  /// What relative times of its request are counted from.
  public Instant now() {
    return CursorState.read(token).orElseThrow().now();
  }

  /// A cursor from a client; empty when we never made it.
  public static Optional<Cursor> parse(String token) {
    return CursorState.read(token).map(_ -> new Cursor(token));
  }
}
