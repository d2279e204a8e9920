package letopis.parse.page.dates;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.document.Claimed;
import letopis.document.PublishedFrom;
import letopis.parse.PageInput;
import letopis.parse.date.DateText;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.data.PageData;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.BodyText;
import letopis.parse.page.scan.PageNotes;
import letopis.parse.page.scan.PageScan;
import org.jsoup.nodes.Element;

/// Finds when an article says it was published and changed: its structured data first, then its
/// address, then what stands near its title, then what its scripts or its last change say.
public final class DateFinder {
  private static final Pattern URL_DATE =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)(?:[_-]?([01]\\d)[_-]?([0-3]\\d)(?!\\d)"
              + "|/(\\d{1,2})/(\\d{1,2})(?![\\w-]))");
  private static final Set<String> NEUTRAL_DOMAINS =
      Set.of("com", "org", "net", "us", "gov", "edu", "info", "co", "io", "tv");
  private static final Set<String> MONTH_FIRST_REGIONS = Set.of("us", "ph");

  private final PageScan scan;
  private final PageContext context;
  private final PageData data;
  private final DateText text;
  private final Optional<URI> url;
  private final ScriptDates scripts;

  /// About one page.
  ///
  /// @param lang code of the language that the page declares, which decides whether the month comes
  ///     first in `3/4/2026`; may be empty
  public DateFinder(PageInput page, PageContext context, PageData data, String lang) {
    this.scan = context.scan;
    this.context = context;
    this.data = data;
    this.url = page.url();
    this.text = new DateText(page.capturedAt(), page.zone(), monthFirst(page, lang));
    this.scripts = new ScriptDates(scan.notes.scripts, text);
  }

  /// @param published empty when the page says nothing of it
  public record Dates(Optional<Claimed> published, Optional<Instant> modified) {}

  /// Reads the element that configuration names.
  public Optional<Claimed> selected(Element element) {
    return text.read(VisibleDates.machineText(element), PublishedFrom.PAGE_TEXT);
  }

  /// When the page says that it was published and changed.
  public Dates find(BodyText body) {
    VisibleDates visible = new VisibleDates(context, body, text);
    Optional<Claimed> modified = modified();
    DateRefiner refiner = new DateRefiner(data, scripts, visible, text);
    Optional<Claimed> published =
        structured(visible)
            .map(refiner::finer)
            .map(refiner::localised)
            .or(() -> visible.sure(VisibleDates.SURE))
            .or(() -> fromUrl().map(refiner::finer))
            .or(scripts::published)
            .or(() -> visible.best().map(this::withYear))
            .or(() -> modified)
            .or(this::anywhere);
    Optional<Instant> changed =
        modified
            .map(Claimed::at)
            .filter(at -> published.isEmpty() || !at.isBefore(published.get().at()));
    return new Dates(published, changed);
  }

  /// A date without its year is that of the same day elsewhere on the page which has one.
  private Claimed withYear(VisibleDates.Candidate best) {
    if (best.yearKnown()) {
      return best.claim();
    }
    return anywhere()
        .filter(full -> MonthDay.from(text.day(full)).equals(MonthDay.from(text.day(best.claim()))))
        .orElse(best.claim());
  }

  private Optional<Claimed> structured(VisibleDates visible) {
    return own()
        .or(() -> metas(DateNames.PUBLISHED))
        .or(this::microdata)
        .or(() -> unclear(visible))
        .or(this::otherNodes);
  }

  private Optional<Claimed> own() {
    return data.article()
        .flatMap(node -> json(node, "datePublished").or(() -> json(node, "dateCreated")));
  }

  /// A `<meta name="date">` gives way to another day that stands beside the title.
  private Optional<Claimed> unclear(VisibleDates visible) {
    Optional<Claimed> claim = metas(DateNames.UNCLEAR);
    if (claim.isEmpty()) {
      return claim;
    }
    LocalDate day = text.day(claim.get());
    return visible
        .sure(VisibleDates.LIKELY)
        .filter(seen -> !text.day(seen).equals(day))
        .or(() -> claim);
  }

  private Optional<Claimed> otherNodes() {
    return data.nodes().stream()
        .filter(node -> !PageData.isType(node, "Comment") && !PageData.isType(node, "ImageObject"))
        .map(node -> json(node, "datePublished").or(() -> json(node, "uploadDate")))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Claimed> json(JsonNode node, String field) {
    return PageData.string(node.path(field))
        .flatMap(value -> text.read(value, PublishedFrom.JSON_LD));
  }

  private Optional<Claimed> metas(String[] names) {
    for (String name : names) {
      Optional<Claimed> claim =
          data.meta(name).flatMap(value -> text.read(value, PublishedFrom.META));
      if (claim.isPresent()) {
        return claim;
      }
    }
    return Optional.empty();
  }

  /// Several of them are of teasers; the only one of a page is its own wherever it stands.
  private Optional<Claimed> microdata() {
    List<PageNotes.Note> notes = properties("datePublished");
    return notes.stream()
        .filter(note -> notes.size() == 1 || !VisibleDates.inChrome(note.box()))
        .map(note -> text.read(VisibleDates.machineText(note.element()), PublishedFrom.META))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private List<PageNotes.Note> properties(String name) {
    return scan.notes.properties.stream()
        .filter(note -> note.element().attr("itemprop").contains(name))
        .toList();
  }

  private Optional<Claimed> modified() {
    return data.article()
        .flatMap(node -> json(node, "dateModified"))
        .or(() -> metas(DateNames.MODIFIED))
        .or(
            () ->
                properties("dateModified").stream()
                    .map(
                        note ->
                            text.read(VisibleDates.machineText(note.element()), PublishedFrom.META))
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  private Optional<Claimed> fromUrl() {
    if (url.isEmpty() || url.get().getRawPath() == null) {
      return Optional.empty();
    }
    Matcher m = URL_DATE.matcher(url.get().getRawPath());
    if (!m.find()) {
      return Optional.empty();
    }
    boolean padded = m.group(2) != null;
    String day = m.group(1) + "-" + m.group(padded ? 2 : 4) + "-" + m.group(padded ? 3 : 5);
    return text.read(day, PublishedFrom.URL);
  }

  /// The first full date of the page, better from its text than from around it.
  private Optional<Claimed> anywhere() {
    Optional<Claimed> fallback = Optional.empty();
    int read = 0;
    for (Block block : scan.blocks) {
      if (block.digits < 4 || block.size() > 120 || ++read > 300) {
        continue;
      }
      Optional<Claimed> claim =
          text.reading(block.text, PublishedFrom.PAGE_TEXT)
              .filter(DateText.Reading::yearKnown)
              .map(DateText.Reading::claim);
      if (claim.isPresent() && !VisibleDates.inChrome(block.box)) {
        return claim;
      }
      fallback = fallback.isPresent() ? fallback : claim;
    }
    return fallback;
  }

  private static boolean monthFirst(PageInput page, String lang) {
    String region =
        lang.contains("-") ? lang.substring(lang.indexOf('-') + 1).toLowerCase(Locale.ROOT) : "";
    if (!region.isEmpty()) {
      return MONTH_FIRST_REGIONS.contains(region);
    }
    String host = page.url().map(URI::getHost).orElse("");
    boolean neutral =
        host == null
            || host.isEmpty()
            || NEUTRAL_DOMAINS.contains(host.substring(host.lastIndexOf('.') + 1));
    return neutral && (lang.isEmpty() || lang.startsWith("en"));
  }
}
