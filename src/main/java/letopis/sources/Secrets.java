package letopis.sources;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Secrets, from the environment only: they are in no file and in no message.
///
/// @param vkToken service token of a VK application, variable `LETOPIS_VK_TOKEN`
public record Secrets(Optional<String> vkToken) {
  /// The variable that holds the VK service token.
  public static final String VK_TOKEN = "LETOPIS_VK_TOKEN";

  public Secrets {
    Objects.requireNonNull(vkToken);
  }

  /// Reads the secrets from these variables (`System.getenv()`).
  public static Secrets from(Map<String, String> environment) {
    return new Secrets(
        Optional.ofNullable(environment.get(VK_TOKEN)).filter(value -> !value.isBlank()));
  }

  /// Headers to send when this source is polled: VK takes its token as `Authorization: Bearer`, so
  /// that it is in no address. Never archive the values.
  public Map<String, String> headers(Access access) {
    return access instanceof Access.Vk && vkToken.isPresent()
        ? Map.of("Authorization", "Bearer " + vkToken.get())
        : Map.of();
  }

  @Override
  public String toString() {
    return "Secrets[vkToken " + (vkToken.isPresent() ? "set" : "not set") + "]";
  }
}
