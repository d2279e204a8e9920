package letopis.index;

import java.util.Objects;
import java.util.Optional;

/// What a server gave us to ask "anything new?" with (RFC 9110, section 8.8).
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  /// Nothing to ask with: the next request is unconditional.
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  public Validators {
    Objects.requireNonNull(etag);
    Objects.requireNonNull(lastModified);
  }
}
