package letopis.crawl.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import letopis.document.Address;
import letopis.document.Attribution;
import letopis.document.CaptureRef;
import letopis.document.Claimed;
import letopis.document.Content;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.document.Lineage;
import letopis.document.Publisher;
import letopis.document.Times;
import letopis.index.state.EntryState;
import letopis.parse.Entry;
import letopis.parse.PageResult.Article;
import letopis.parse.page.scan.HtmlText;
import letopis.sources.Source;
import letopis.text.Fingerprints;
import letopis.text.Languages;

/// Makes a document of what a source listed and what its page says, field by field, noting under
/// `extra.from` which of the two each field came from.
public final class Assembler {
  /// Less text than this is a teaser, not an article.
  private static final int TEASER = 200;

  /// So many letters at the beginning tell whether one text is the beginning of another.
  private static final int BEGINNING = 60;

  private final PublishedTime published;

  /// @param tolerance claimed times before our last look by more than this are backdated
  public Assembler(Duration tolerance) {
    this.published = new PublishedTime(tolerance);
  }

  /// Everything known about one look at one publication.
  ///
  /// @param page empty for a publication that is whole in the listing (a post)
  /// @param state of the entry: since when we know it
  /// @param seenAt our clock when this wording was seen
  public record Parts(
      Source source,
      Entry entry,
      Optional<Article> page,
      Address address,
      EntryState state,
      Instant seenAt,
      Optional<CaptureRef> capture) {}

  /// The document as its first version; [Intake] knows whether there are others.
  public Document assemble(Parts parts) {
    ObjectNode extra = JsonNodeFactory.instance.objectNode();
    ObjectNode from = extra.putObject("from");
    Content content = content(parts, from);
    Optional<Instant> changed = parts.page().flatMap(Article::modified);
    Optional<Instant> modified = changed.or(() -> parts.entry().updated());
    note("modified", changed.isEmpty(), modified.isEmpty(), from);
    if (parts.entry().views() >= 0) {
      extra.put("views", parts.entry().views());
    }
    parts.entry().marks().forEach(mark -> extra.put(mark.label(), true));
    String id = DocumentId.of(parts.address().canonical());
    return new Document(
        id,
        parts.address(),
        publisher(parts.source()),
        content,
        times(parts, modified, from),
        first(id, content, parts.seenAt()),
        parts.capture(),
        parts.page().map(Article::noarchive).orElse(false),
        extra);
  }

  /// The publisher of everything that comes from a source.
  public static Publisher publisher(Source source) {
    return new Publisher(source.id(), source.name(), source.kind().label(), source.region());
  }

  /// The lineage of a text of which no other version or copy is known yet.
  public static Lineage first(String id, Content content, Instant at) {
    List<String> fingerprints = Fingerprints.of(content.title() + "\n" + content.body());
    return new Lineage(1, at, Optional.empty(), id, Optional.empty(), 0, fingerprints);
  }

  private Times times(Parts parts, Optional<Instant> modified, ObjectNode from) {
    Optional<Claimed> ofPage = parts.page().flatMap(Article::published);
    Claimed claim = published.choose(ofPage, parts.entry().published(), parts.state());
    from.put("published", claim.from().label());
    return new Times(
        claim,
        parts.state().firstSeenAt(),
        parts.state().absentAt(),
        modified.filter(at -> !at.isAfter(parts.seenAt().plus(PublishedTime.AHEAD))),
        Optional.empty(),
        published.backdated(claim, parts.state().absentAt()));
  }

  private static Content content(Parts parts, ObjectNode from) {
    Entry entry = parts.entry();
    URI base = URI.create(parts.address().canonical());
    Optional<Content> page = parts.page().map(Article::content);
    String ofPage = page.map(Content::body).orElse("");
    Optional<HtmlText> listed = instead(ofPage, entry.content(), base);
    String body = listed.map(HtmlText::text).orElse(ofPage);
    if (body.isEmpty()) {
      body = entry.summary();
    }
    from.put("body", listed.isPresent() ? "listing" : "page");
    String lang = language(parts, page.map(Content::lang).orElse(Languages.UNKNOWN), body);
    return new Content(
        pick("title", page.map(Content::title).orElse(""), entry.title(), from),
        pick("lead", page.map(Content::lead).orElse(""), lead(entry, body), from),
        body,
        lang,
        pick("authors", page.map(Content::authors).orElse(List.of()), entry.authors(), from),
        page.flatMap(Content::section),
        union(page.map(Content::tags).orElse(List.of()), entry.categories()),
        pick("images", page.map(Content::images).orElse(List.of()), entry.images(), from),
        listed.map(HtmlText::links).or(() -> page.map(Content::links)).orElse(List.of()),
        attributions(page.filter(_ -> listed.isEmpty()), entry, body, lang));
  }

  /// What the listing has, where it is to be used instead of what its page has. No text is longer
  /// than its HTML: most need not be read to be known for teasers.
  private static Optional<HtmlText> instead(String ofPage, String listed, URI base) {
    if (ofPage.isEmpty()) {
      return Optional.of(HtmlText.of(listed, base));
    }
    return listed.length() <= 2 * ofPage.length()
        ? Optional.empty()
        : Optional.of(HtmlText.of(listed, base)).filter(text -> isStubOf(ofPage, text.text()));
  }

  /// Whether the page shows only the beginning of what the feed has whole: a teaser, or the part
  /// before a wall.
  private static boolean isStubOf(String ofPage, String listed) {
    if (listed.length() <= 2 * ofPage.length()) {
      return false;
    }
    String letters = letters(ofPage);
    return ofPage.length() < TEASER
        || letters(listed).contains(letters.substring(0, Math.min(BEGINNING, letters.length())));
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  /// A summary that only repeats the beginning of the text says nothing of its own.
  private static String lead(Entry entry, String body) {
    return body.startsWith(entry.summary()) ? "" : entry.summary();
  }

  private static String language(Parts parts, String ofPage, String body) {
    if (!ofPage.equals(Languages.UNKNOWN) && !ofPage.isEmpty()) {
      return ofPage;
    }
    String guessed = Languages.of(parts.entry().title() + "\n" + body);
    return guessed.equals(Languages.UNKNOWN)
        ? parts.entry().lang().or(parts.source()::language).orElse(Languages.UNKNOWN)
        : guessed;
  }

  private static List<Attribution> attributions(
      Optional<Content> page, Entry entry, String body, String lang) {
    List<Attribution> all = new ArrayList<>(entry.attributions());
    all.addAll(page.map(Content::attributions).orElseGet(() -> Attribution.in(body, lang)));
    return all.stream().distinct().toList();
  }

  /// Where a field is from; nothing where neither has it.
  private static void note(String field, boolean notPage, boolean notEntry, ObjectNode from) {
    if (!notPage || !notEntry) {
      from.put(field, notPage ? "listing" : "page");
    }
  }

  private static String pick(String field, String ofPage, String ofEntry, ObjectNode from) {
    note(field, ofPage.isEmpty(), ofEntry.isEmpty(), from);
    return ofPage.isEmpty() ? ofEntry : ofPage;
  }

  private static <T> List<T> pick(String field, List<T> ofPage, List<T> ofEntry, ObjectNode from) {
    note(field, ofPage.isEmpty(), ofEntry.isEmpty(), from);
    return ofPage.isEmpty() ? ofEntry : ofPage;
  }

  private static List<String> union(List<String> one, List<String> other) {
    Set<String> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }
}
