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
/// @param asOf as the archive would have answered then; one to come counts as now
public record TraceRequest(
    Subject subject,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> lang,
    Optional<Instant> asOf) {
  public TraceRequest {
    Objects.requireNonNull(subject);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(asOf);
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
    return of(new Subject.Text(text));
  }

  /// A trace of what a document of the archive says.
  public static TraceRequest ofDocument(String id) {
    return of(new Subject.OfDocument(id));
  }

  /// A trace through the whole archive, as it is now.
  public static TraceRequest of(Subject subject) {
    return new TraceRequest(
        subject, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The same as the archive would have answered then.
  public TraceRequest asOf(Instant then) {
    return new TraceRequest(subject, from, to, lang, Optional.of(then));
  }

  /// The same in one language only.
  public TraceRequest in(Optional<String> language) {
    return new TraceRequest(subject, from, to, language, asOf);
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
