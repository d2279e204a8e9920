package letopis.parse.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.document.Claimed;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import org.jsoup.nodes.Element;

/// Finds when an article says it was published and changed: its structured data first, then what
/// stands near its title, then its address, then whatever date the page shows.
final class DateFinder {
  private static final String[] PUBLISHED_METAS = {
    "article:published_time",
    "datepublished",
    "og:published_time",
    "rnews:datepublished",
    "article:published",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.created",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "date_published",
    "publish-date",
    "publishdate",
    "publish_date",
    "publication_date",
    "pubdate",
    "og:pubdate",
    "article_date_original",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "citation_publication_date",
    "citation_date",
    "ptime",
    "pub_date",
    "mediator_published_time",
    "article:create_at",
    "datecreated",
    "created",
    "release_date",
    "date",
    "displaydate",
    "dateposted",
    "shareaholic:article_published_time",
    "og:article:published_time",
    "article:publicationdate",
    "last-modified-date",
    "timestamp",
    "publishedtime",
    "gentime",
    "bt:pubdate"
  };
  private static final String[] MODIFIED_METAS = {
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "article:updated_time",
    "modified_time",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "revised",
    "lastmodified",
    "cxenseparse:updatetime",
    "article:modified"
  };
  private static final Pattern URL_DATE =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)[/_-]?([01]\\d)[/_-]?([0-3]\\d)(?!\\d)");
  private static final Pattern UPDATED =
      Pattern.compile(
          "updated|modified|revised|обновлен|изменен|aktualisiert|geändert|mis à"
              + " jour|modifié|actualizad|atualizad|aggiornat|zaktualizowan|оновлен|last"
              + " edited|edited",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern PUBLISHED =
      Pattern.compile(
          "publi|posted|erstellt|veröffentlicht|опублик|добавлен|дата|created|published|written|pubblicat|dodano|stand"
              + "|geplaatst|yayın|date",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Set<String> MONTH_FIRST_REGIONS = Set.of("us", "ph");

  private final PageScan scan;
  private final PageContext context;
  private final PageData data;
  private final DateText text;
  private final Optional<java.net.URI> url;

  DateFinder(PageInput page, PageContext context, PageData data, String lang) {
    this.scan = context.scan;
    this.context = context;
    this.data = data;
    this.url = page.url();
    this.text = new DateText(page.capturedAt(), page.zone(), monthFirst(page, lang));
  }

  /// @param published empty when the page says nothing of it
  record Dates(Optional<Claimed> published, Optional<Instant> modified) {}

  private record Candidate(Claimed claim, double score) {}

  /// Reads the element that configuration names.
  Optional<Claimed> selected(Element element) {
    return text.read(machineText(element), PublishedFrom.PAGE_TEXT);
  }

  Dates find(BodyText body) {
    Optional<Claimed> modified = modified();
    Optional<Claimed> published =
        structured()
            .map(claim -> localised(refined(claim, body), body))
            .or(() -> fromUrl().map(claim -> refined(claim, body)))
            .or(() -> visible(candidates(body)))
            .or(() -> modified)
            .or(this::anywhere);
    Optional<Instant> changed =
        modified
            .map(Claimed::at)
            .filter(at -> published.isEmpty() || !at.isBefore(published.get().at()));
    return new Dates(published, changed);
  }

  private Optional<Claimed> structured() {
    Optional<Claimed> own =
        data.article()
            .flatMap(node -> json(node, "datePublished").or(() -> json(node, "dateCreated")));
    if (own.isPresent()) {
      return own;
    }
    Optional<Claimed> meta = metas(PUBLISHED_METAS);
    return meta.or(this::microdata).or(this::otherNodes);
  }

  /// The day alone gives way to a time of the same day that the page shows.
  private Claimed refined(Claimed claim, BodyText body) {
    if (claim.precision() != Precision.DAY) {
      return claim;
    }
    return candidates(body).stream()
        .map(Candidate::claim)
        .filter(other -> other.precision() != Precision.DAY)
        .filter(other -> local(other).toLocalDate().equals(local(claim).toLocalDate()))
        .findFirst()
        .orElse(claim);
  }

  private LocalDateTime local(Claimed claim) {
    ZoneId zone = claim.offset().map(ZoneId.class::cast).orElse(text.zone());
    return claim.at().atZone(zone).toLocalDateTime();
  }

  /// Machines often write UTC. Where the page shows the same minute in its own time, the difference
  /// is the page's offset.
  private Claimed localised(Claimed claim, BodyText body) {
    if (claim.precision() == Precision.DAY || !claim.offset().equals(Optional.of(ZoneOffset.UTC))) {
      return claim;
    }
    LocalDateTime utc = claim.at().atZone(ZoneOffset.UTC).toLocalDateTime().withSecond(0);
    for (Candidate candidate : candidates(body)) {
      Claimed other = candidate.claim();
      if (other.precision() == Precision.DAY || other.precision() == Precision.HOUR) {
        continue;
      }
      long minutes = ChronoUnit.MINUTES.between(utc, local(other).withSecond(0));
      if (minutes != 0
          && minutes % 60 == 0
          && candidate.score() > 15
          && minutes >= -12 * 60
          && minutes <= 14 * 60) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds((int) minutes * 60);
        return new Claimed(claim.at(), claim.from(), claim.precision(), Optional.of(offset));
      }
    }
    return claim;
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

  private Optional<Claimed> microdata() {
    return scan.properties.stream()
        .filter(note -> note.element().attr("itemprop").contains("datePublished"))
        .filter(note -> !inChrome(note.box()))
        .map(note -> text.read(machineText(note.element()), PublishedFrom.META))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Claimed> modified() {
    return data.article()
        .flatMap(node -> json(node, "dateModified"))
        .or(() -> metas(MODIFIED_METAS))
        .or(
            () ->
                scan.properties.stream()
                    .filter(note -> note.element().attr("itemprop").contains("dateModified"))
                    .map(note -> text.read(machineText(note.element()), PublishedFrom.META))
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  private static String machineText(Element element) {
    for (String attribute : List.of("datetime", "content", "data-datetime", "data-time", "title")) {
      String value = element.attr(attribute).strip();
      if (!value.isEmpty() && Character.isDigit(value.charAt(0))) {
        return value;
      }
    }
    return element.text();
  }

  /// The best date that readers see near the title.
  private static Optional<Claimed> visible(List<Candidate> seen) {
    return seen.stream()
        .filter(candidate -> candidate.score() > 0)
        .max(Comparator.comparingDouble(Candidate::score))
        .map(Candidate::claim);
  }

  private List<Candidate> candidates(BodyText body) {
    List<Candidate> found = new ArrayList<>();
    int first =
        body.blocks().isEmpty() ? Math.max(0, context.titleBlock) : body.blocks().getFirst().index;
    int last = body.blocks().isEmpty() ? first : body.blocks().getLast().index;
    int title = context.titleBlock < 0 ? first : context.titleBlock;
    for (PageScan.Note note : scan.times) {
      double bonus = note.element().hasAttr("pubdate") ? 30 : 0;
      add(
          found,
          machineText(note.element()),
          note.element().text(),
          note.block(),
          note.box(),
          50 + bonus,
          title,
          first,
          last);
    }
    for (PageScan.Note note : scan.dateLines) {
      if (note.element().childrenSize() <= 12) {
        String words = note.element().text();
        if (words.length() < 300) {
          add(found, words, words, note.block(), note.box(), 42, title, first, last);
        }
      }
    }
    int from = Math.max(0, Math.min(title, first) - 8);
    int to = Math.min(scan.blocks.size(), Math.max(last, first) + 6);
    for (int i = from; i < to; i++) {
      Block block = scan.blocks.get(i);
      boolean near = i < first + 2 || i > last - 2;
      if (near && block.size() <= 40 && hasDigit(block)) {
        add(
            found,
            block.text,
            block.text,
            i,
            block.box,
            34 - block.size() / 2.0,
            title,
            first,
            last);
      }
    }
    return found;
  }

  private static boolean hasDigit(Block block) {
    return block.digits > 0 || block.size() < 8;
  }

  private void add(
      List<Candidate> found,
      String machine,
      String words,
      int block,
      Box box,
      double base,
      int title,
      int first,
      int last) {
    Optional<Claimed> claim = text.read(machine, PublishedFrom.PAGE_TEXT);
    if (claim.isEmpty()) {
      return;
    }
    double score = base;
    if (block >= first && block > title + 1) {
      score -=
          block > last ? 12 + Math.min(25, (block - last) * 3) : Math.min(25, (block - first) * 4);
    } else {
      score -= Math.min(35, Math.abs(block - title) * 2.5);
    }
    if (inChrome(box)) {
      score -= 30;
    }
    if (!text.hasDate(machine)) {
      // Without its year a date is only as good as our knowledge of when the page was saved.
      score -= 12;
    }
    if (UPDATED.matcher(words).find()) {
      score -= 15;
    }
    if (PUBLISHED.matcher(words).find()) {
      score += 8;
    }
    if (claim.get().precision() != Precision.DAY) {
      score += 4;
    }
    found.add(new Candidate(claim.get(), score));
  }

  private static boolean inChrome(Box box) {
    return box.distanceTo(Hint.COMMENT) < 6
        || box.distanceTo(Hint.RELATED) < 4
        || box.distanceTo(Hint.SIDE) < 4
        || box.distanceTo(Box.Kind.ASIDE) < Box.FAR
        || box.distanceTo(Box.Kind.NAVIGATION) < Box.FAR
        || box.distanceTo(Hint.FOOTER) < 5;
  }

  private Optional<Claimed> fromUrl() {
    if (url.isEmpty() || url.get().getRawPath() == null) {
      return Optional.empty();
    }
    Matcher m = URL_DATE.matcher(url.get().getRawPath());
    return m.find()
        ? text.read(m.group(1) + "-" + m.group(2) + "-" + m.group(3), PublishedFrom.URL)
        : Optional.empty();
  }

  /// The first full date of the page, better from its text than from around it.
  private Optional<Claimed> anywhere() {
    Optional<Claimed> fallback = Optional.empty();
    int read = 0;
    for (Block block : scan.blocks) {
      if (block.digits < 4 || block.size() > 120 || ++read > 300) {
        continue;
      }
      if (text.hasDate(block.text)) {
        Optional<Claimed> claim = text.read(block.text, PublishedFrom.PAGE_TEXT);
        if (claim.isPresent() && !inChrome(block.box)) {
          return claim;
        }
        fallback = fallback.isPresent() ? fallback : claim;
      }
    }
    return fallback;
  }

  private static boolean monthFirst(PageInput page, String lang) {
    String region =
        lang.contains("-") ? lang.substring(lang.indexOf('-') + 1).toLowerCase(Locale.ROOT) : "";
    if (!region.isEmpty()) {
      return MONTH_FIRST_REGIONS.contains(region);
    }
    String host = page.url().map(java.net.URI::getHost).orElse("");
    boolean neutral =
        host == null
            || host.isEmpty()
            || host.matches(".*\\.(?:com|org|net|us|gov|edu|info|co|io|tv)");
    return neutral && (lang.isEmpty() || lang.startsWith("en"));
  }
}
