package letopis.document;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import letopis.text.Attributions;

/// A statement of a publication that it has something from somebody else.
///
/// @param how what kind of statement it is
/// @param name the name as written: "ТАСС", "пресс-служба УМВД", a channel's title
/// @param url the address it points to, when it points to one
/// @param start 0-based offset of the statement in the body, in UTF-16 units; -1 when it is not in
///     the body (a forward header, a feed's `<source>`)
/// @param end exclusive end of the statement in the body; -1 likewise
public record Attribution(How how, String name, Optional<String> url, int start, int end) {
  /// Text behind this is not looked through: no article is so long.
  private static final int MOST_CHARS = 1 << 20;

  public Attribution {
    Objects.requireNonNull(how);
    Objects.requireNonNull(name);
    Objects.requireNonNull(url);
  }

  /// Whom a text says it has something from, in its lines and phrases; of its first million
  /// characters.
  ///
  /// @param lang ISO 639-1, see [Attributions#find(String, String)]
  public static List<Attribution> in(String text, String lang) {
    String looked = text.substring(0, Math.min(MOST_CHARS, text.length()));
    return Attributions.find(looked, lang).stream()
        .map(
            found ->
                new Attribution(
                    found.line() ? How.SOURCE : How.PHRASE,
                    found.name(),
                    Optional.empty(),
                    found.span().start(),
                    found.span().end()))
        .toList();
  }

  /// The kinds of explicit statement.
  public enum How {
    /// A phrase of the text: «как сообщает X», "according to X".
    PHRASE,
    /// A link in the text to the cited publication.
    LINK,
    /// A line that names the source: «Источник: X», RSS `<source>`, VK `copyright`.
    SOURCE,
    /// A forwarded or reposted message.
    FORWARD,
    /// An answer to another message.
    REPLY;

    /// The value kept in the index, in lower case.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The constant with this label.
    ///
    /// @throws IllegalArgumentException when no constant has it
    public static How of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }
}
