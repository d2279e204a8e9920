package letopis.api;

import io.javalin.http.HandlerType;
import java.util.Objects;

/// One address of the API.
///
/// @param path as Javalin writes it: `/api/v1/documents/{id}`
/// @param changes a success is written to the audit log
record Route(HandlerType method, String path, Role role, boolean changes, Endpoint endpoint) {
  Route {
    Objects.requireNonNull(method);
    Objects.requireNonNull(path);
    Objects.requireNonNull(role);
    Objects.requireNonNull(endpoint);
  }

  /// Answers one call. May throw only for lost infrastructure and bugs.
  interface Endpoint {
    Reply answer(Call call) throws Exception;
  }
}
