package letopis.api.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// An error answer, `application/problem+json` (RFC 9457). Its `type` is
/// `urn:letopis:problem:<code>`; the codes are listed in `openapi.yaml`.
///
/// @param errors every fault of the request; empty when it was not the request's fault
/// @param headers sent with it: `Retry-After`, `Allow`, `WWW-Authenticate`
public record Problem(
    int status,
    String code,
    Wording title,
    Wording detail,
    List<Fault> errors,
    Map<String, String> headers) {
  public Problem {
    Objects.requireNonNull(code);
    Objects.requireNonNull(title);
    Objects.requireNonNull(detail);
    errors = List.copyOf(errors);
    headers = Map.copyOf(headers);
  }

  /// 400: the request is wrong in one or more places.
  public static Problem invalid(List<Fault> faults) {
    return new Problem(
        400,
        "invalid-request",
        new Wording("The request has mistakes", "В запросе есть ошибки"),
        Wording.both(""),
        faults,
        Map.of());
  }

  /// 404: no such document, source, watch or path.
  public static Problem notFound(Wording detail) {
    return plain(404, "not-found", new Wording("Not found", "Не найдено"), detail);
  }

  /// 503: Elasticsearch or the managed node is away; worth trying again.
  public static Problem unavailable(Wording detail, Duration retryAfter) {
    return new Problem(
        503,
        "unavailable",
        new Wording("The archive is not reachable now", "Архив сейчас недоступен"),
        detail,
        List.of(),
        Map.of("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds()))));
  }

  public static Problem plain(int status, String code, Wording title, Wording detail) {
    return new Problem(status, code, title, detail, List.of(), Map.of());
  }

  public Problem with(String header, String value) {
    return with(Map.of(header, value));
  }

  public Problem with(Map<String, String> others) {
    Map<String, String> more = new java.util.HashMap<>(headers);
    more.putAll(others);
    return new Problem(status, code, title, detail, errors, more);
  }

  /// The body as sent.
  public ObjectNode json(Language language, String requestId) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "urn:letopis:problem:" + code);
    body.put("title", title.in(language));
    body.put("status", status);
    if (!detail.in(language).isEmpty()) {
      body.put("detail", detail.in(language));
    }
    body.put("request_id", requestId);
    if (!errors.isEmpty()) {
      ArrayNode list = body.putArray("errors");
      for (Fault fault : errors) {
        ObjectNode error = list.addObject().put("parameter", fault.parameter());
        fault.position().ifPresent(position -> error.put("position", position));
        error.put("message", fault.message().in(language));
      }
    }
    return body;
  }
}
