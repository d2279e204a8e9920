package letopis.api.http;

import java.util.Objects;

/// Who calls.
///
/// @param name of the key, or `loopback`, or `anonymous`; safe to log
/// @param quota what the key may ask for in a minute
public record Caller(String name, Role role, Quota quota) {
  public static final Caller LOOPBACK = new Caller("loopback", Role.ADMIN, Quota.UNLIMITED);
  public static final Caller ANONYMOUS = new Caller("anonymous", Role.ANYONE, Quota.UNLIMITED);

  public Caller {
    Objects.requireNonNull(name);
    Objects.requireNonNull(role);
    Objects.requireNonNull(quota);
  }
}
