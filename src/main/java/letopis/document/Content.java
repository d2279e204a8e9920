package letopis.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a publication says.
///
/// @param title may be empty (a post without one)
/// @param lead the summary or first paragraph as the outlet marked it; may be empty
/// @param body plain text, paragraphs separated by one line feed; includes the lead where the page
///     shows it as part of the text
/// @param lang ISO 639-1 code, or `und`
public record Content(
    String title,
    String lead,
    String body,
    String lang,
    List<String> authors,
    Optional<String> section,
    List<String> tags,
    List<Image> images,
    List<Link> links,
    List<Attribution> attributions) {
  public Content {
    Objects.requireNonNull(title);
    Objects.requireNonNull(lead);
    Objects.requireNonNull(body);
    Objects.requireNonNull(lang);
    Objects.requireNonNull(section);
    authors = List.copyOf(authors);
    tags = List.copyOf(tags);
    images = List.copyOf(images);
    links = List.copyOf(links);
    attributions = List.copyOf(attributions);
  }
}
