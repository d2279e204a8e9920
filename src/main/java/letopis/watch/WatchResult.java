package letopis.watch;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Objects;

/// One story that a watch reported. Times are RFC 3339, UTC.
///
/// @param document id of the first document of the story that was found
/// @param passage HTML-escaped text with `<mark>` only: what matched
/// @param foundAt our clock when it was found
/// @param delivery `none` (no webhook), `pending`, `done`, or `failed` after all attempts
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record WatchResult(
    String id,
    String watch,
    String document,
    String cluster,
    String url,
    String title,
    String passage,
    String source,
    String sourceName,
    String publishedAt,
    String foundAt,
    String delivery,
    int attempts) {
  public WatchResult {
    Objects.requireNonNull(id);
    Objects.requireNonNull(watch);
    Objects.requireNonNull(document);
  }
}
