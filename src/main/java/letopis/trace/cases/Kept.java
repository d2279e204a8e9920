package letopis.trace.cases;

import java.util.Objects;

/// A case as it is kept.
///
/// @param version changes with every change; whoever changes the case names the one they saw
public record Kept(Case value, String version) {
  public Kept {
    Objects.requireNonNull(value);
    Objects.requireNonNull(version);
  }
}
