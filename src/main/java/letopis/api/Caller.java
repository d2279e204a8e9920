package letopis.api;

import java.util.Objects;

/// Who calls.
///
/// @param name of the key, or `loopback`, or `anonymous`; safe to log
record Caller(String name, Role role) {
  static final Caller LOOPBACK = new Caller("loopback", Role.ADMIN);
  static final Caller ANONYMOUS = new Caller("anonymous", Role.ANYONE);

  Caller {
    Objects.requireNonNull(name);
    Objects.requireNonNull(role);
  }
}
