package letopis.trace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import letopis.document.Address;
import letopis.document.Attribution;
import letopis.document.Claimed;
import letopis.document.Content;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.document.Lineage;
import letopis.document.Link;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.document.Publisher;
import letopis.document.Times;
import letopis.text.Fingerprints;

/// A document under construction; times are minutes after ten o'clock.
final class Page {
  private final String url;
  private final String body;
  private String source = "";
  private Claimed claimed = claimed(0, PublishedFrom.JSON_LD);
  private Optional<Instant> absent = Optional.empty();
  private Instant seen = at(0);
  private Optional<Instant> removed = Optional.empty();
  private List<Link> links = List.of();
  private List<Attribution> attributions = List.of();
  private int revision = 1;
  private String title = "";
  private String lang = "ru";
  private List<String> aliases = List.of();
  private Optional<Instant> modified = Optional.empty();

  Page(String url, String body) {
    this.url = url;
    this.body = body;
  }

  static Instant at(int minutes) {
    return Instant.parse("2026-11-20T10:00:00Z").plusSeconds(60L * minutes);
  }

  private static Claimed claimed(int minutes, PublishedFrom from) {
    return new Claimed(at(minutes), from, Precision.SECOND, Optional.empty());
  }

  Page published(int minutes) {
    claimed = claimed(minutes, PublishedFrom.JSON_LD);
    return this;
  }

  Page title(String words) {
    title = words;
    return this;
  }

  Page lang(String code) {
    lang = code;
    return this;
  }

  Page alias(String address) {
    aliases = List.of(address);
    return this;
  }

  Page modified(int minutes) {
    modified = Optional.of(at(minutes));
    return this;
  }

  /// A whole day, which begins at midnight UTC.
  Page day() {
    Instant midnight = at(0).truncatedTo(ChronoUnit.DAYS);
    claimed = new Claimed(midnight, PublishedFrom.JSON_LD, Precision.DAY, Optional.empty());
    return this;
  }

  /// The sources that its own text names.
  Page attributed() {
    attributions = Attribution.in(body, lang);
    return this;
  }

  Page attributed(Attribution.How how, String name, String address) {
    attributions = List.of(new Attribution(how, name, Optional.of(address), -1, -1));
    return this;
  }

  /// Never looked at before, and seen long after.
  Page imported() {
    absent = Optional.empty();
    seen = at(100_000);
    return this;
  }

  /// The same moment, written in another zone.
  Page zone(int hours) {
    claimed =
        new Claimed(
            claimed.at(),
            claimed.from(),
            claimed.precision(),
            Optional.of(ZoneOffset.ofHours(hours)));
    return this;
  }

  Page undated() {
    claimed = claimed(0, PublishedFrom.GUESSED);
    return this;
  }

  Page seen(int absentAt, int seenAt) {
    absent = Optional.of(at(absentAt));
    seen = at(seenAt);
    return this;
  }

  Page removed(int minutes) {
    removed = Optional.of(at(minutes));
    return this;
  }

  Page links(String to) {
    return links(to, "здесь");
  }

  Page links(String to, String text) {
    links = List.of(new Link(to, text));
    return this;
  }

  Page from(String name) {
    attributions = List.of(new Attribution(Attribution.How.PHRASE, name, Optional.empty(), 0, 10));
    return this;
  }

  Page source(String name) {
    source = name;
    return this;
  }

  Page revision(int number, int minutes) {
    revision = number;
    seen = at(minutes);
    return this;
  }

  Document build() {
    String id = DocumentId.of(url);
    return new Document(
        id,
        new Address(url, url, aliases),
        new Publisher(
            "s" + url.split("/")[2],
            source.isEmpty() ? url.split("/")[2] : source,
            "news",
            Optional.empty()),
        new Content(
            title,
            "",
            body,
            lang,
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            links,
            attributions),
        new Times(claimed, seen, absent, modified, removed, false),
        new Lineage(
            revision, seen, Optional.empty(), id, Optional.empty(), 0, Fingerprints.of(body)),
        Optional.empty(),
        false,
        JsonNodeFactory.instance.objectNode());
  }
}
