package letopis.api.documents;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import letopis.document.CaptureRef;
import letopis.document.Claimed;
import letopis.document.Document;
import letopis.document.PublishedFrom;

/// How to cite a publication: ГОСТ Р 7.0.100-2018, section 5 (electronic resources), and APA 7
/// (webpage on a news site).
public final class CitationLines {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(ZoneOffset.UTC);

  private CitationLines() {}

  /// @param at when it was read, where there is no capture
  public static String of(Document document, Instant at) {
    String title =
        document.content().title().isBlank()
            ? document.address().url()
            : document.content().title();
    String authors = String.join(", ", document.content().authors());
    Claimed published = document.times().published();
    String site = document.publisher().name();
    String url = document.address().url();
    return "ГОСТ Р 7.0.100-2018:\n"
        + (authors.isEmpty() ? "" : authors + ". ")
        + title
        + ". — Текст : электронный // "
        + site
        + " : [сайт]. — "
        + day(published, "dd.MM.yyyy", "MM.yyyy").map(day -> day + ". — ").orElse("")
        + "URL: "
        + url
        + " (дата обращения: "
        + DAY.format(document.capture().map(CaptureRef::at).orElse(at))
        + ").\n\nAPA 7:\n"
        + (authors.isEmpty() ? site : authors)
        + ". ("
        + day(published, "yyyy, MMMM d", "yyyy, MMMM").orElse("n.d.")
        + "). "
        + title
        + ". "
        + (authors.isEmpty() ? "" : site + ". ")
        + url
        + "\n";
  }

  /// The day that the publication names, where it names it, as far as it names it; empty when it
  /// names none.
  private static Optional<String> day(Claimed claimed, String day, String month) {
    if (claimed.from() == PublishedFrom.GUESSED) {
      return Optional.empty();
    }
    String pattern =
        switch (claimed.precision()) {
          case SECOND, MINUTE, HOUR, DAY -> day;
          case MONTH -> month;
          case YEAR -> "yyyy";
        };
    return Optional.of(
        DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
            .format(claimed.at().atOffset(claimed.offset().orElse(ZoneOffset.UTC))));
  }
}
