package letopis.api.http;

import java.util.Objects;

/// Who calls.
///
/// @param name of the key, or `loopback`, or `anonymous`; safe to log
public record Caller(String name, Role role) {
  public static final Caller LOOPBACK = new Caller("loopback", Role.ADMIN);
  public static final Caller ANONYMOUS = new Caller("anonymous", Role.ANYONE);

  public Caller {
    Objects.requireNonNull(name);
    Objects.requireNonNull(role);
  }
}
