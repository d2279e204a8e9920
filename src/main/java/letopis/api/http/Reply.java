package letopis.api.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What a handler answers. Failure is an answer, not an exception.
public sealed interface Reply {
  /// JSON: a tree, or a record that Jackson writes.
  ///
  /// @param etag a validator without quotes, when the answer may be asked for again cheaply
  record Json(int status, Object body, Optional<String> etag, Map<String, String> headers)
      implements Reply {
    public Json {
      Objects.requireNonNull(body);
      Objects.requireNonNull(etag);
      headers = Map.copyOf(headers);
    }
  }

  /// A whole body of any type.
  record Bytes(
      int status, String type, byte[] body, Optional<String> etag, Map<String, String> headers)
      implements Reply {
    public Bytes {
      Objects.requireNonNull(type);
      Objects.requireNonNull(body);
      Objects.requireNonNull(etag);
      headers = Map.copyOf(headers);
    }
  }

  /// A body written as it is made; it may be larger than memory.
  record Streamed(String type, Map<String, String> headers, Body body) implements Reply {
    public Streamed {
      Objects.requireNonNull(type);
      Objects.requireNonNull(body);
      headers = Map.copyOf(headers);
    }
  }

  /// 204.
  record Empty(Map<String, String> headers) implements Reply {
    public Empty {
      headers = Map.copyOf(headers);
    }
  }

  /// An error.
  record Refused(Problem problem) implements Reply {}

  /// Writes a body. An error after the first byte cuts the connection, so that no reader takes half
  /// an answer for a whole one.
  interface Body {
    void write(OutputStream out) throws IOException, InterruptedException;

    /// Gives back what was taken for it: called once, also for a body that could not be begun.
    default void ended() {}
  }

  static Reply json(Object body) {
    return new Json(200, body, Optional.empty(), Map.of());
  }

  static Reply created(Object body, String location) {
    return new Json(201, body, Optional.empty(), Map.of("Location", location));
  }

  static Reply refused(Problem problem) {
    return new Refused(problem);
  }
}
