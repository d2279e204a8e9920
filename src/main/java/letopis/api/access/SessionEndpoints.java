package letopis.api.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.api.http.Call;
import letopis.api.http.Fault;
import letopis.api.http.Problem;
import letopis.api.http.Problems;
import letopis.api.http.Reply;
import letopis.api.http.Wording;

/// Keeps a key in a cookie, so that a browser can follow links to exports and saved pages. The
/// gate reads the cookie like any other way to send a key, with its rate limits.
public final class SessionEndpoints {
  private static final int TRIES_PER_MINUTE = 20;

  private final ApiKeys keys;
  private final RateLimit tries;

  public SessionEndpoints(ApiKeys keys, Clock clock) {
    this.keys = keys;
    this.tries = new RateLimit(clock);
  }

  public Reply signIn(Call call) {
    return switch (call.object()) {
      case Call.BodyResult.Bad(Problem problem) -> Reply.refused(problem);
      case Call.BodyResult.Ok(ObjectNode body) -> signIn(body.path("key").asText(), call);
    };
  }

  private Reply signIn(String key, Call call) {
    if (key.isEmpty() || key.length() > 500 || !key.matches("[\\x21-\\x7e&&[^;,\"\\\\]]+")) {
      return Reply.refused(
          Problem.invalid(List.of(new Fault("/key", new Wording("is required", "обязателен")))));
    }
    // Before the key is looked at: who guesses shall not learn that one was right.
    Optional<Duration> wait = tries.take(call.from(), TRIES_PER_MINUTE);
    if (wait.isPresent()) {
      return Reply.refused(Problems.tooMany(wait.get()));
    }
    if (keys.find(key).isEmpty()) {
      return Reply.refused(
          Problem.plain(
              403,
              "forbidden",
              new Wording("The key is not known", "Такого ключа нет"),
              Wording.both("")));
    }
    return new Reply.Empty(Map.of("Set-Cookie", cookie(key, call, 30 * 24 * 3600)));
  }

  public Reply signOut(Call call) {
    return new Reply.Empty(Map.of("Set-Cookie", cookie("", call, 0)));
  }

  private static String cookie(String value, Call call, int seconds) {
    boolean secure =
        call.origin().startsWith("https:")
            || call.header("X-Forwarded-Proto").equals(Optional.of("https"));
    return Gate.COOKIE
        + "="
        + value
        + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
        + seconds
        + (secure ? "; Secure" : "");
  }
}
