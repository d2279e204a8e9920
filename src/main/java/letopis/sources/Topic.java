package letopis.sources;

import java.util.Objects;

/// A named query: the facet `topic` counts the documents that match it.
///
/// @param id `[a-z0-9][a-z0-9._-]*`, unique
/// @param name as people read it
/// @param query in the query language of the search
public record Topic(String id, String name, String query) {
  public Topic {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(query);
  }
}
