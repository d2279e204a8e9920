package letopis.trace;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// What to trace.
///
/// @param from appearances whose best time is before this are left out
/// @param to appearances whose best time is at or after this are left out
/// @param lang only documents in this language (a code of ISO 639, in any case)
public record TraceRequest(
    Subject subject, Optional<Instant> from, Optional<Instant> to, Optional<String> lang) {
  public TraceRequest {
    Objects.requireNonNull(subject);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    lang = lang.map(code -> code.toLowerCase(Locale.ROOT));
    if (lang.isPresent() && !isLanguage(lang.get())) {
      throw new IllegalArgumentException(lang.get() + " is no language code");
    }
  }

  /// Whether this can be the code of a language: another word would be answered with "none".
  public static boolean isLanguage(String code) {
    return code.matches("[A-Za-z]{2,3}");
  }

  /// A trace of these words through the whole archive.
  public static TraceRequest ofText(String text) {
    return new TraceRequest(
        new Subject.Text(text), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// A trace of what a document of the archive says.
  public static TraceRequest ofDocument(String id) {
    return new TraceRequest(
        new Subject.OfDocument(id), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Where the claim is taken from.
  public sealed interface Subject {
    /// The claim itself: three words up to a whole article.
    record Text(String text) implements Subject {
      public Text {
        Objects.requireNonNull(text);
      }
    }

    /// A document of the archive, by any of its addresses.
    record Url(String url) implements Subject {
      public Url {
        Objects.requireNonNull(url);
      }
    }

    /// A document of the archive, by its id.
    record OfDocument(String id) implements Subject {
      public OfDocument {
        Objects.requireNonNull(id);
      }
    }
  }
}
