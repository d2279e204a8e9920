package letopis.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.ServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import letopis.api.http.Call;
import letopis.api.http.Language;
import letopis.api.http.Problem;
import letopis.api.http.Problems;
import letopis.api.http.Reply;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts a reply on the wire.
final class ReplyWriter {
  private static final Logger LOG = LoggerFactory.getLogger(ReplyWriter.class);

  /// Writes what is no stream.
  ///
  /// @return the status sent
  int write(Reply reply, Context context, String requestId) throws IOException {
    return write(reply, context, requestId, _ -> Problems.internal());
  }

  /// @param told the problem that stands for what a stream threw before its first byte
  /// @return the status sent
  int write(Reply reply, Context context, String requestId, Function<Exception, Problem> told)
      throws IOException {
    return switch (reply) {
      case Reply.Json json ->
          bytes(
              context,
              json.status(),
              "application/json",
              Call.JSON.writeValueAsBytes(json.body()),
              json.etag(),
              json.headers());
      case Reply.Bytes bytes ->
          bytes(context, bytes.status(), bytes.type(), bytes.body(), bytes.etag(), bytes.headers());
      case Reply.Streamed streamed -> {
        try {
          yield stream(streamed, context, requestId, told);
        } finally {
          streamed.body().ended();
        }
      }
      case Reply.Empty(Map<String, String> headers) -> {
        headers.forEach(context::header);
        context.status(204);
        yield 204;
      }
      case Reply.Refused(Problem problem) -> problem(problem, context, requestId);
    };
  }

  private static int problem(Problem problem, Context context, String requestId)
      throws IOException {
    JsonNode body = problem.json(Language.of(context.header("Accept-Language")), requestId);
    context.header("Content-Language", Language.of(context.header("Accept-Language")).tag());
    return bytes(
        context,
        problem.status(),
        "application/problem+json",
        Call.JSON.writeValueAsBytes(body),
        Optional.empty(),
        problem.headers());
  }

  private static int bytes(
      Context context,
      int status,
      String type,
      byte[] body,
      Optional<String> etag,
      Map<String, String> headers) {
    headers.forEach(context::header);
    if (etag.isPresent()) {
      // Weak, since gzip may change the bytes (RFC 9110 §8.8.3.3).
      String tag = "W/\"" + etag.get() + "\"";
      context.header("ETag", tag);
      // Only where the answer would be a success (RFC 9110 §13.2.1).
      if (status < 300 && matches(context.header("If-None-Match"), tag)) {
        context.status(304);
        return 304;
      }
    }
    context.status(status).contentType(type).result(body);
    return status;
  }

  private static boolean matches(
      @org.jspecify.annotations.Nullable String ifNoneMatch, String tag) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String candidate : ifNoneMatch.split(",")) {
      String bare = candidate.strip();
      if (bare.equals("*") || bare.equals(tag) || ("W/" + bare).equals(tag)) {
        return true;
      }
    }
    return false;
  }

  /// The status line goes out with the first bytes; what fails after them can only be told by
  /// cutting the connection.
  private static int stream(
      Reply.Streamed streamed, Context context, String requestId, Function<Exception, Problem> told)
      throws IOException {
    streamed.headers().forEach(context::header);
    context.status(200).contentType(streamed.type());
    if (context.method() == HandlerType.HEAD) {
      return 200;
    }
    Begun out = new Begun(context.outputStream(), context.res());
    try {
      streamed.body().write(out);
      out.flush();
      return 200;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cut(context, requestId, e);
    } catch (IOException | RuntimeException e) {
      // Begun bytes may be packed and not yet sent: what would follow them is no readable problem.
      if (!out.begun) {
        streamed.headers().keySet().forEach(context::removeHeader);
        return problem(told.apply(e), context, requestId);
      }
      cut(context, requestId, e);
    }
    return 499;
  }

  private static void cut(Context context, String requestId, Exception e) {
    LOG.warn("{} stream cut: {}", requestId, e.toString());
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  /// Remembers whether anything was written.
  private static final class Begun extends FilterOutputStream {
    private final ServletResponse response;
    private boolean begun;

    Begun(OutputStream out, ServletResponse response) {
      super(out);
      this.response = response;
    }

    /// Javalin's stream does not pass it on: a short answer would wait for those after it.
    @Override
    public void flush() throws IOException {
      out.flush();
      if (begun) {
        response.flushBuffer();
      }
    }

    @Override
    public void write(int b) throws IOException {
      begun = true;
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      begun = true;
      out.write(bytes, from, length);
    }
  }
}
