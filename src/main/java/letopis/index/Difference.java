package letopis.index;

import java.util.Objects;

/// One way in which a live index is not as its file of `index-mappings` says.
///
/// @param index its name
/// @param path of the setting or field, with dots; empty when the whole index is meant
/// @param problem for people
public record Difference(String index, String path, String problem) {
  public Difference {
    Objects.requireNonNull(index);
    Objects.requireNonNull(path);
    Objects.requireNonNull(problem);
  }

  @Override
  public String toString() {
    return path.isEmpty() ? index + ": " + problem : index + ": " + path + ": " + problem;
  }
}
