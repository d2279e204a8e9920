package letopis.parse.page;

import java.util.Objects;
import java.util.Optional;

/// CSS selectors of one site, from its source configuration. A selector that matches something wins
/// over everything the extractor would find by itself; one that matches nothing is as if absent.
///
/// @param title element whose text is the title
/// @param body element or elements that hold the article's text
/// @param date element with the date: its `datetime` or `content` attribute, else its text
/// @param author element or elements, one author each
/// @param remove elements taken out of the page before anything is read
public record Selectors(
    Optional<String> title,
    Optional<String> body,
    Optional<String> date,
    Optional<String> author,
    Optional<String> remove) {
  /// No selectors: the page is read by the general rules alone.
  public static final Selectors NONE =
      new Selectors(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Selectors {
    Objects.requireNonNull(title);
    Objects.requireNonNull(body);
    Objects.requireNonNull(date);
    Objects.requireNonNull(author);
    Objects.requireNonNull(remove);
  }
}
