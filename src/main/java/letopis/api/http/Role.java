package letopis.api.http;

import io.javalin.security.RouteRole;
import java.util.Locale;
import java.util.Optional;

/// What a caller may do; each role includes those before it.
public enum Role implements RouteRole {
  /// No key needed: health, the page's own files, the API's description.
  ANYONE,
  READ,
  EDIT,
  ADMIN;

  public boolean includes(Role needed) {
    return ordinal() >= needed.ordinal();
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// `read`, `edit` or `admin`.
  public static Optional<Role> of(String label) {
    return switch (label) {
      case "read" -> Optional.of(READ);
      case "edit" -> Optional.of(EDIT);
      case "admin" -> Optional.of(ADMIN);
      default -> Optional.empty();
    };
  }
}
