package letopis.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One document found. Times are as the index keeps them: RFC 3339, UTC.
///
/// @param snippet HTML-escaped text with `<mark>` only
/// @param copies other documents with this text, with `group=copies`; else 0
/// @param score relevance; 0 when sorted by time
/// @param why which words of the query this document has, in which field; only when asked for
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Hit(
    String id,
    String url,
    String title,
    String snippet,
    From source,
    String publishedAt,
    String firstSeenAt,
    String lang,
    List<String> authors,
    long copies,
    double score,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Why> why,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> revision,
    @JsonUnwrapped Evidence evidence) {
  public Hit {
    Objects.requireNonNull(id);
    Objects.requireNonNull(url);
    Objects.requireNonNull(title);
    Objects.requireNonNull(snippet);
    Objects.requireNonNull(source);
    authors = List.copyOf(authors);
    why = List.copyOf(why);
    Objects.requireNonNull(revision);
    Objects.requireNonNull(evidence);
  }

  /// The source of a hit.
  public record From(String id, String name, String kind) {}

  /// What the times of a hit rest on, and which texts it is one of; its fields are fields of the
  /// hit.
  ///
  /// @param publishedFrom where the time of publication comes from; `guessed` is our first look
  /// @param absentAt our last look without it
  /// @param removedAt when it was first found gone
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Evidence(
      String publishedPrecision,
      String publishedFrom,
      Optional<String> absentAt,
      Optional<String> removedAt,
      boolean backdated,
      String cluster) {
    public Evidence {
      Objects.requireNonNull(publishedPrecision);
      Objects.requireNonNull(publishedFrom);
      Objects.requireNonNull(absentAt);
      Objects.requireNonNull(removedAt);
      Objects.requireNonNull(cluster);
    }

    /// Whether nobody knows when it was published.
    public boolean undated() {
      return publishedFrom.equals("guessed") && absentAt.isEmpty();
    }
  }

  /// One reason.
  ///
  /// @param part of the query: a word or a phrase, as typed; of a word of the address that word
  /// @param field where it stands: `title`, `lead`, `body`, `url`
  /// @param forms the forms of it that stand there
  public record Why(String part, String field, List<String> forms) {
    public Why {
      Objects.requireNonNull(part);
      Objects.requireNonNull(field);
      forms = List.copyOf(forms);
    }
  }
}
