package letopis.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What Elasticsearch answered to one request, errors included.
///
/// @param status the HTTP status
/// @param body as it came; empty for `HEAD`
public record Answer(int status, byte[] body) {
  public Answer {
    Objects.requireNonNull(body);
  }

  /// Whether the status is 2xx.
  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /// Whether the request was refused before it was begun, because memory was short just then.
  boolean isTurnedAway() {
    return status == 429 && reason().startsWith("circuit_breaking_exception");
  }

  /// The body as JSON; a missing node when it is empty.
  ///
  /// @throws IOException when the body is not JSON
  public JsonNode json() throws IOException {
    return body.length == 0 ? MissingNode.getInstance() : Elasticsearch.JSON.readTree(body);
  }

  /// What a search found, an entry each.
  ///
  /// @throws IOException when the body is not JSON
  public JsonNode hits() throws IOException {
    return json().at("/hits/hits");
  }

  /// This answer, unless it is an error.
  ///
  /// @throws Refused when the status is not 2xx
  public Answer orThrow() throws Refused {
    if (!ok()) {
      throw new Refused(status, reason());
    }
    return this;
  }

  /// The reason of an error in words: Elasticsearch's own when it gave one, else the start of the
  /// body.
  public String reason() {
    try {
      JsonNode error = json().path("error");
      JsonNode cause = error.path("root_cause").path(0);
      String type = cause.path("type").asText(error.path("type").asText(""));
      String reason = cause.path("reason").asText(error.path("reason").asText(""));
      if (!reason.isEmpty()) {
        return type.isEmpty() ? reason : type + ": " + reason;
      }
    } catch (IOException e) {
      // Not JSON, such as a proxy's error page: shown as it is.
    }
    String text = new String(body, StandardCharsets.UTF_8);
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }

  /// Elasticsearch understood us and said no.
  public static final class Refused extends IOException {
    private static final long serialVersionUID = 1;
    private final int status;

    /// Of one part of a request that was answered as a whole, too.
    public Refused(int status, String reason) {
      super("Elasticsearch answered " + status + ": " + reason);
      this.status = status;
    }

    /// The HTTP status.
    public int status() {
      return status;
    }
  }
}
