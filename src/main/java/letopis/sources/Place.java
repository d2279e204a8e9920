package letopis.sources;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A place of the gazetteer.
///
/// @param id `[a-z0-9][a-z0-9._-]*`, unique
/// @param name as people read it
/// @param variants other names of the place, in the base form: texts are compared by stems, so case
///     forms need not be listed
/// @param latitude degrees north, -90..90
/// @param longitude degrees east, -180..180
/// @param within id of the place around it
public record Place(
    String id,
    String name,
    List<String> variants,
    double latitude,
    double longitude,
    Optional<String> within) {
  public Place {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    variants = List.copyOf(variants);
    Objects.requireNonNull(within);
  }
}
