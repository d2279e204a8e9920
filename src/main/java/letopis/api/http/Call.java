package letopis.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One request, as an endpoint sees it.
public final class Call {
  /// Duplicate keys are refused: two readers of one body must not see two values.
  public static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .build();

  private final Context context;
  private final Caller caller;
  private final String from;
  private final String id;
  private final Instant at;
  private @Nullable Params params;

  public Call(Context context, Caller caller, String from, String id, Instant at) {
    this.context = context;
    this.caller = caller;
    this.from = from;
    this.id = id;
    this.at = at;
  }

  /// Our name for this request, in the log, the answer's `X-Request-Id` and every problem.
  public String id() {
    return id;
  }

  /// When it came in; relative times (`-7d`) count from here.
  public Instant at() {
    return at;
  }

  public Caller caller() {
    return caller;
  }

  public Language language() {
    return Language.of(context.header("Accept-Language"));
  }

  /// The address of the network that it came from.
  public String from() {
    return from;
  }

  public String path(String name) {
    return context.pathParam(name);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  /// Scheme and authority that the caller used, for absolute links in feeds and exports.
  public String origin() {
    return context.scheme() + "://" + Optional.ofNullable(context.host()).orElse("localhost");
  }

  /// The query string; the same object on every call, so that faults add up.
  public Params params() {
    if (params == null) {
      params = new Params(context.queryParamMap(), at);
    }
    return params;
  }

  public InputStream body() {
    return context.bodyInputStream();
  }

  /// Looks for what a request names by its id.
  public interface Finder<T> {
    Optional<T> find(String id) throws IOException;
  }

  /// What an endpoint does with what was found.
  public interface Use<T> {
    Reply of(T found) throws IOException;
  }

  /// The answer about the one thing that the path names, once all parameters are read.
  ///
  /// @param missing what is said where it is not there
  public <T> Reply about(Finder<T> finder, Wording missing, Use<T> use) throws IOException {
    List<Fault> faults = params().finish();
    if (!faults.isEmpty()) {
      return Reply.refused(Problem.invalid(faults));
    }
    Optional<T> found = finder.find(path("id"));
    return found.isPresent() ? use.of(found.get()) : Reply.refused(Problem.notFound(missing));
  }

  /// The problem with a query string that nobody has asked for anything of.
  public Optional<Problem> stray() {
    List<Fault> faults = params == null ? params().finish() : List.of();
    return faults.isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(faults));
  }

  /// The body as a JSON object, or the problem with it, or with parameters beside it.
  public BodyResult object() {
    Optional<Problem> wrong = expect("application/json").or(this::stray);
    if (wrong.isPresent()) {
      return new BodyResult.Bad(wrong.get());
    }
    try {
      JsonNode read = JSON.readTree(context.bodyAsBytes());
      if (read instanceof ObjectNode object) {
        return new BodyResult.Ok(object);
      }
      return badBody(new Wording("a JSON object is expected", "нужен объект JSON"), 0);
    } catch (JsonProcessingException e) {
      long at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharOffset());
      return badBody(
          new Wording("not JSON: " + e.getOriginalMessage(), "не JSON: " + e.getOriginalMessage()),
          (int) Math.min(at, Integer.MAX_VALUE));
    } catch (IOException e) {
      return badBody(new Wording("the body could not be read", "тело запроса не прочитано"), 0);
    }
  }

  /// The problem with the content type (RFC 9110 §15.5.16), when there is one.
  public Optional<Problem> expect(String... types) {
    String given = Optional.ofNullable(context.contentType()).orElse("");
    String bare = given.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
    for (String type : types) {
      if (bare.equals(type)) {
        return Optional.empty();
      }
    }
    String wanted = String.join(", ", types);
    return Optional.of(
        Problem.plain(
                415,
                "unsupported-media-type",
                new Wording("This content type is not read here", "Тип содержимого не подходит"),
                new Wording("expected " + wanted, "ожидается " + wanted))
            .with("Accept", wanted));
  }

  private static BodyResult badBody(Wording message, int position) {
    return new BodyResult.Bad(
        Problem.invalid(List.of(new Fault("body", java.util.OptionalInt.of(position), message))));
  }

  /// A body that was read, or why not.
  public sealed interface BodyResult {
    record Ok(ObjectNode object) implements BodyResult {}

    record Bad(Problem problem) implements BodyResult {}
  }
}
