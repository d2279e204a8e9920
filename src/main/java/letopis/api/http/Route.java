package letopis.api.http;

import io.javalin.http.HandlerType;
import java.util.Objects;

/// One address of the API.
///
/// @param path as Javalin writes it: `/api/v1/documents/{id}`
/// @param changes a success is written to the audit log
public record Route(
    HandlerType method, String path, Role role, boolean changes, Endpoint endpoint) {
  public Route {
    Objects.requireNonNull(method);
    Objects.requireNonNull(path);
    Objects.requireNonNull(role);
    Objects.requireNonNull(endpoint);
  }

  /// Answers one call. May throw only for lost infrastructure and bugs.
  public interface Endpoint {
    Reply answer(Call call) throws Exception;
  }
}
