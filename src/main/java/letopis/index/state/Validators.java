package letopis.index.state;

import java.util.Objects;
import java.util.Optional;
import letopis.document.CaptureRef;

/// What a server gave us to ask "anything new?" with (RFC 9110, section 8.8).
///
/// @param capture the answer that they came with: what a 304 says is still current
public record Validators(
    Optional<String> etag, Optional<String> lastModified, Optional<CaptureRef> capture) {
  /// Nothing to ask with: the next request is unconditional.
  public static final Validators NONE =
      new Validators(Optional.empty(), Optional.empty(), Optional.empty());

  public Validators {
    Objects.requireNonNull(etag);
    Objects.requireNonNull(lastModified);
    Objects.requireNonNull(capture);
  }
}
