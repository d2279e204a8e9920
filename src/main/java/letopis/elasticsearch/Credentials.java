package letopis.elasticsearch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Who we are to an Elasticsearch. Never printed: `toString` shows no secret.
public sealed interface Credentials {
  /// The value of the `Authorization` header; empty when none is to be sent.
  Optional<String> authorization();

  /// A user and a password, sent as HTTP Basic.
  record Password(String user, String password) implements Credentials {
    public Password {
      Objects.requireNonNull(user);
      Objects.requireNonNull(password);
    }

    @Override
    public Optional<String> authorization() {
      byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    @Override
    public String toString() {
      return "Password[user=" + user + "]";
    }
  }

  /// An API key, in the encoded form that Elasticsearch gives out.
  record ApiKey(String encoded) implements Credentials {
    public ApiKey {
      Objects.requireNonNull(encoded);
    }

    @Override
    public Optional<String> authorization() {
      return Optional.of("ApiKey " + encoded);
    }

    @Override
    public String toString() {
      return "ApiKey[]";
    }
  }

  /// Nothing: a cluster without security.
  record None() implements Credentials {
    @Override
    public Optional<String> authorization() {
      return Optional.empty();
    }
  }

  /// Reads `LETOPIS_ES_API_KEY`, else `LETOPIS_ES_USER` and `LETOPIS_ES_PASSWORD`, from these
  /// variables (`System.getenv()`).
  static Credentials from(Map<String, String> environment) {
    String key = environment.getOrDefault("LETOPIS_ES_API_KEY", "").strip();
    if (!key.isEmpty()) {
      return new ApiKey(key);
    }
    String password = environment.getOrDefault("LETOPIS_ES_PASSWORD", "");
    return password.isEmpty()
        ? new None()
        : new Password(environment.getOrDefault("LETOPIS_ES_USER", "elastic"), password);
  }
}
