package letopis.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import letopis.document.CaptureRef;
import letopis.document.Document;

/// How to cite a publication: ГОСТ Р 7.0.100-2018, section 5 (electronic resources), and APA 7
/// (webpage on a news site).
final class CitationLines {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter APA_DAY =
      DateTimeFormatter.ofPattern("yyyy, MMMM d", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private CitationLines() {}

  /// @param at when it was read, where there is no capture
  static String of(Document document, Instant at) {
    String title =
        document.content().title().isBlank()
            ? document.address().url()
            : document.content().title();
    String authors = String.join(", ", document.content().authors());
    Instant published = document.times().published().at();
    String site = document.publisher().name();
    String url = document.address().url();
    return "ГОСТ Р 7.0.100-2018:\n"
        + (authors.isEmpty() ? "" : authors + ". ")
        + title
        + ". — Текст : электронный // "
        + site
        + " : [сайт]. — "
        + DAY.format(published)
        + ". — URL: "
        + url
        + " (дата обращения: "
        + DAY.format(document.capture().map(CaptureRef::at).orElse(at))
        + ").\n\nAPA 7:\n"
        + (authors.isEmpty() ? site : authors)
        + ". ("
        + APA_DAY.format(published)
        + "). "
        + title
        + ". "
        + (authors.isEmpty() ? "" : site + ". ")
        + url
        + "\n";
  }
}
