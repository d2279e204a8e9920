package letopis.parse;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import letopis.document.Attribution;
import letopis.document.Claimed;
import letopis.document.Image;

/// One item of a feed, listing, sitemap or channel: what it says of a publication before the page
/// itself is read.
///
/// @param id the feed's own id (`guid`, `atom:id`, post number); the address when it has none
/// @param url absolute address of the publication; empty when the entry has none
/// @param title plain text; may be empty
/// @param summary plain text; may be empty
/// @param content the entry's full text as HTML (`content:encoded`, `yandex:full-text`), or empty
/// @param complete the entry is the whole publication (a social post): no page need be fetched
/// @param lang ISO 639-1 code when the feed says so
/// @param views audience figure when the platform shows one, else -1
/// @param marks what the platform says about the post without saying when or what
public record Entry(
    String id,
    Optional<String> url,
    String title,
    String summary,
    String content,
    boolean complete,
    Optional<Claimed> published,
    Optional<Instant> updated,
    List<String> authors,
    List<String> categories,
    List<Enclosure> enclosures,
    List<Image> images,
    List<Attribution> attributions,
    Optional<String> lang,
    long views,
    Set<Mark> marks) {
  public Entry {
    Objects.requireNonNull(id);
    Objects.requireNonNull(url);
    Objects.requireNonNull(title);
    Objects.requireNonNull(summary);
    Objects.requireNonNull(content);
    Objects.requireNonNull(published);
    Objects.requireNonNull(updated);
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    enclosures = List.copyOf(enclosures);
    images = List.copyOf(images);
    attributions = List.copyOf(attributions);
    Objects.requireNonNull(lang);
    // Entries kept by versions that knew no marks have none.
    marks = marks == null ? Set.of() : Set.copyOf(marks);
  }

  /// This entry as one of its versions worded it. A version is dated by when it was made.
  public Entry as(Entry version) {
    return new Entry(
        id,
        url,
        version.title,
        version.summary,
        version.content,
        complete,
        published,
        version
            .published
            .map(Claimed::at)
            .filter(at -> !at.equals(published.map(Claimed::at).orElse(null))),
        authors,
        categories,
        enclosures,
        version.images,
        attributions,
        lang,
        views,
        marks);
  }

  /// This entry as the whole publication.
  public Entry whole() {
    return new Entry(
        id,
        url,
        title,
        summary,
        content,
        true,
        published,
        updated,
        authors,
        categories,
        enclosures,
        images,
        attributions,
        lang,
        views,
        marks);
  }

  /// This entry with another claim of its time.
  public Entry dated(Optional<Claimed> claimed) {
    return new Entry(
        id,
        url,
        title,
        summary,
        content,
        complete,
        claimed,
        updated,
        authors,
        categories,
        enclosures,
        images,
        attributions,
        lang,
        views,
        marks);
  }

  /// This entry without a title.
  public Entry untitled() {
    return new Entry(
        id,
        url,
        "",
        summary,
        content,
        complete,
        published,
        updated,
        authors,
        categories,
        enclosures,
        images,
        attributions,
        lang,
        views,
        marks);
  }

  /// An entry of which nothing but its address and perhaps its title is known.
  ///
  /// @param id the address, as it was listed
  /// @param title plain text; may be empty
  public static Entry bare(String id, Optional<String> url, String title) {
    return new Entry(
        id,
        url,
        title,
        "",
        "",
        false,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        -1,
        Set.of());
  }

  /// What a platform says about a post.
  public enum Mark {
    /// It was edited after its publication; when is not said. A first look may then not show what
    /// was published.
    EDITED("edited"),
    /// It has media that the public preview does not show, which may be all it says.
    MEDIA_NOT_SHOWN("media_not_shown");

    private final String label;

    Mark(String label) {
      this.label = label;
    }

    /// As it is written under `extra` of a document.
    public String label() {
      return label;
    }
  }

  /// A file that comes with an entry.
  ///
  /// @param length in bytes, -1 when unknown
  public record Enclosure(String url, Optional<String> type, long length) {}
}
