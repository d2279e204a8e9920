package letopis.api.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import letopis.document.Claimed;
import letopis.document.Document;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.document.Times;
import letopis.support.TestDocuments;
import org.junit.jupiter.api.Test;

class CitationLinesTest {
  private static final Instant AT = Instant.parse("2026-11-23T20:30:00Z");

  private static String lines(PublishedFrom from, Precision precision, ZoneOffset offset) {
    Document full = TestDocuments.full("https://example.org/1");
    Times times = full.times();
    Document document =
        new Document(
            full.id(),
            full.address(),
            full.publisher(),
            full.content(),
            new Times(
                new Claimed(AT, from, precision, Optional.of(offset)),
                times.firstSeenAt(),
                times.absentAt(),
                times.modified(),
                times.removedAt(),
                times.backdated()),
            full.lineage(),
            full.capture(),
            full.noarchive(),
            full.extra());
    return CitationLines.of(document, AT);
  }

  @Test
  void theDayIsThatOfThePublicationsOwnClock() {
    assertThat(lines(PublishedFrom.JSON_LD, Precision.SECOND, ZoneOffset.ofHours(9)))
        .contains("[сайт]. — 24.11.2026. — URL: ", "(2026, November 24). ");
  }

  @Test
  void noDayIsMadeUp() {
    assertThat(lines(PublishedFrom.GUESSED, Precision.SECOND, ZoneOffset.UTC))
        .contains("[сайт]. — URL: ", "(n.d.). ")
        .doesNotContain("November");
    assertThat(lines(PublishedFrom.JSON_LD, Precision.MONTH, ZoneOffset.UTC))
        .contains("[сайт]. — 11.2026. — URL: ", "(2026, November). ");
    assertThat(lines(PublishedFrom.JSON_LD, Precision.YEAR, ZoneOffset.UTC))
        .contains("[сайт]. — 2026. — URL: ", "(2026). ");
  }
}
