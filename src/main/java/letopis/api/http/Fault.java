package letopis.api.http;

import java.util.Objects;
import java.util.OptionalInt;

/// One thing wrong with a request.
///
/// @param parameter its name as given: a query parameter, a path of the body (`/queries/3/q`), or a
///     header
/// @param position 0-based character of the parameter's value where the mistake is, when it has one
public record Fault(String parameter, OptionalInt position, Wording message) {
  public Fault {
    Objects.requireNonNull(parameter);
    Objects.requireNonNull(position);
    Objects.requireNonNull(message);
  }

  public Fault(String parameter, Wording message) {
    this(parameter, OptionalInt.empty(), message);
  }
}
