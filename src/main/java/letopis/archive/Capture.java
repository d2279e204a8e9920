package letopis.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One saved response, read back.
///
/// @param url that answered, after redirects
/// @param at when it was captured
/// @param status of HTTP; 200 for a `resource` record, which has none
/// @param headers lower-case names, values in order
/// @param body with transfer and content encoding undone
/// @param requestedAs the address first asked for, when redirects led from it to `url`
public record Capture(
    String url,
    Instant at,
    int status,
    Map<String, List<String>> headers,
    byte[] body,
    Optional<String> requestedAs) {
  public Capture {
    Objects.requireNonNull(url);
    Objects.requireNonNull(at);
    Objects.requireNonNull(headers);
    Objects.requireNonNull(body);
    Objects.requireNonNull(requestedAs);
  }

  /// The first value of a header.
  public Optional<String> header(String lowerCaseName) {
    List<String> values = headers.get(lowerCaseName);
    return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }
}
