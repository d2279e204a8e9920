package letopis.parse.page.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import letopis.document.ClaimReview;
import letopis.document.Claimed;
import letopis.document.DocumentId;
import letopis.document.PublishedFrom;
import letopis.parse.date.DateText;
import letopis.text.Languages;
import letopis.url.CanonicalUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Finds reviews of claims (schema.org `ClaimReview`) in JSON-LD, alone, in lists, in `@graph`,
/// in a feed or inside an article, in the elements of a page ([MarkedItems]), and in answers of
/// Google's Fact Check Tools API.
public final class ClaimReviews {
  private static final int DEEPEST = 12;

  /// Reviews of one page.
  private static final int MOST = 100;

  /// Longer scripts are passed over, in UTF-16 units.
  private static final int LONGEST = 2_000_000;

  private static final int LONGEST_CLAIM = 5_000;
  private static final int LONGEST_BODY = 20_000;
  private static final int LONGEST_NAME = 500;

  private final Optional<CanonicalUrl> page;
  private final DateText dates;
  private final List<ClaimReview> reviews = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private ClaimReviews(Optional<CanonicalUrl> page, Instant seen) {
    this.page = page;
    this.dates = new DateText(seen, ZoneOffset.UTC, false);
  }

  /// What was read of a text.
  ///
  /// @param refused a line for each review that is none, and why
  public record Read(List<ClaimReview> reviews, List<String> refused) {
    /// Copies the list.
    public Read {
      reviews = List.copyOf(reviews);
      refused = List.copyOf(refused);
    }
  }

  /// The reviews of a page, each once; at most 100. What is broken is passed over: half of the
  /// web's JSON-LD is. A page speaks for its own site: a review that names an address of another
  /// one is kept under the page's.
  ///
  /// @param html the whole page, decoded
  /// @param pageUrl where it was read; no web address for a saved page
  /// @param seen when; later dates are not believed
  public static Read page(String html, String pageUrl, Instant seen) {
    if (!html.contains("ClaimReview")) {
      return new Read(List.of(), List.of());
    }
    Document page = Jsoup.parse(html, pageUrl);
    ClaimReviews found = new ClaimReviews(CanonicalUrl.parse(pageUrl), seen);
    for (Element script : page.select("script[type*=ld+json]")) {
      if (script.data().length() <= LONGEST && script.data().contains("ClaimReview")) {
        found.readJson(PageData.unwrapped(script.data()));
      }
    }
    JsonNode marked = MarkedItems.ofType(page, "ClaimReview");
    found.walk(marked, new MarkedFields(marked), 0);
    Map<String, ClaimReview> once = new LinkedHashMap<>();
    found.reviews.forEach(one -> once.putIfAbsent(one.id(), one));
    return new Read(once.values().stream().limit(MOST).toList(), found.refused);
  }

  /// All reviews in one JSON text: a review, a list of them, or anything that has some inside.
  ///
  /// @param seen when it was read; later dates are not believed
  public static Read read(String json, Instant seen) {
    ClaimReviews found = new ClaimReviews(Optional.empty(), seen);
    found.readJson(json.startsWith("\uFEFF") ? json.substring(1) : json);
    return new Read(found.reviews, found.refused);
  }

  /// One value after the other; those before a broken one count.
  private void readJson(String json) {
    try (MappingIterator<JsonNode> roots =
        PageData.JSON.readerFor(JsonNode.class).readValues(json)) {
      while (roots.hasNextValue()) {
        JsonNode root = roots.nextValue();
        walk(root, new MarkedFields(root), 0);
      }
    } catch (JsonProcessingException e) {
      String place = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
      refused.add("no JSON: " + e.getOriginalMessage() + place);
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory is read without failing", e);
    }
  }

  private void walk(JsonNode node, MarkedFields fields, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isObject() && PageData.isType(node, "ClaimReview")) {
      review(node, fields);
    }
    JsonNode tools = node.path("claimReview");
    if (tools.isArray() && tools.path(0).has("textualRating")) {
      tools.forEach(one -> ofTools(node, one, fields));
    }
    for (JsonNode child : node) {
      if (child.isContainerNode()) {
        walk(child, fields, depth + 1);
      }
    }
  }

  private void review(JsonNode node, MarkedFields fields) {
    List<JsonNode> items = fields.all(node, "itemReviewed");
    List<String> claims =
        fields.all(node, "claimReviewed").stream()
            .map(MarkedFields::plain)
            .filter(claim -> !claim.isEmpty())
            .toList();
    if (claims.isEmpty()) {
      claims =
          items.stream()
              .map(item -> fields.text(item, "text", "name", "headline"))
              .filter(claim -> !claim.isEmpty())
              .toList();
    }
    Parts parts =
        new Parts(
            address(fields.text(node, "url")),
            fields.text(node, "headline", "name"),
            fields.text(node, "reviewBody", "description"),
            rating(node, fields),
            publisher(node, fields),
            fields.text(node, "datePublished", "dateCreated"),
            items.stream().findFirst().map(item -> name(item, "author", fields)).orElse(""),
            fields.text(node, "inLanguage"));
    add(claims, parts);
  }

  /// https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims
  private void ofTools(JsonNode claim, JsonNode node, MarkedFields fields) {
    JsonNode publisher = node.path("publisher");
    Parts parts =
        new Parts(
            address(fields.text(node, "url")),
            fields.text(node, "title"),
            "",
            fields.text(node, "textualRating"),
            fields.text(publisher, "name", "site"),
            fields.text(node, "reviewDate"),
            fields.text(claim, "claimant"),
            fields.text(node, "languageCode"));
    String text = fields.text(claim, "text");
    add(text.isEmpty() ? List.of() : List.of(text), parts);
  }

  /// What a review has besides its claim.
  private record Parts(
      Optional<String> url,
      String title,
      String body,
      String rating,
      String publisher,
      String date,
      String claimant,
      String lang) {}

  private void add(List<String> claims, Parts parts) {
    String url = parts.url().orElse("");
    if (claims.isEmpty()) {
      refused.add("no claimReviewed: " + (url.isEmpty() ? parts.title() : url));
    }
    for (String text : claims) {
      String claim = cut(text, LONGEST_CLAIM);
      // Without an address the publisher tells reviews of one claim apart.
      String by = url.isEmpty() ? parts.publisher() : url;
      reviews.add(
          new ClaimReview(
              DocumentId.of(by + "#" + claim),
              claim,
              cut(parts.title(), LONGEST_NAME),
              cut(parts.body(), LONGEST_BODY),
              cut(parts.rating(), LONGEST_NAME),
              cut(parts.publisher(), LONGEST_NAME),
              parts.url(),
              dates.read(parts.date(), PublishedFrom.JSON_LD).map(Claimed::at),
              Optional.of(cut(parts.claimant(), LONGEST_NAME)).filter(name -> !name.isEmpty()),
              lang(parts.lang(), claim + " " + parts.title())));
    }
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }

  private static String lang(String said, String text) {
    String code = said.toLowerCase(Locale.ROOT).replaceAll("[-_].*", "");
    return code.matches("[a-z]{2}") ? code : Languages.of(text);
  }

  /// The address of a review. A page's own where it names none, or one of another site.
  private Optional<String> address(String said) {
    if (page.isEmpty()) {
      return CanonicalUrl.parse(said).map(CanonicalUrl::value);
    }
    CanonicalUrl own = page.get();
    return Optional.of(
        own.resolve(said)
            .filter(url -> !said.isEmpty() && url.domain().equals(own.domain()))
            .orElse(own)
            .value());
  }

  /// The verdict in words, else the number on its scale: `1 / 5`.
  private static String rating(JsonNode node, MarkedFields fields) {
    for (JsonNode rating : fields.all(node, "reviewRating")) {
      String number = fields.text(rating, "ratingValue").replaceFirst("\\.0+$", "");
      String best = fields.text(rating, "bestRating").replaceFirst("\\.0+$", "");
      boolean onScale = !best.isEmpty() && number.matches("-?[\\d.]{1,9}");
      String words =
          rating.isValueNode()
              ? MarkedFields.plain(rating)
              : fields.text(rating, "alternateName", "name");
      String said = words.isEmpty() ? onScale ? number + " / " + best : number : words;
      if (!said.isEmpty()) {
        return said;
      }
    }
    return "";
  }

  /// The organisation that reviewed, where one is named; else who is.
  private static String publisher(JsonNode node, MarkedFields fields) {
    List<JsonNode> makers = new ArrayList<>(fields.all(node, "author"));
    makers.addAll(fields.all(node, "publisher"));
    return makers.stream()
        .filter(
            maker -> PageData.types(maker).stream().anyMatch(type -> type.endsWith("Organization")))
        .map(maker -> fields.text(maker, "name"))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElseGet(
            () -> {
              String author = name(node, "author", fields);
              return author.isEmpty() ? name(node, "publisher", fields) : author;
            });
  }

  private static String name(JsonNode node, String field, MarkedFields fields) {
    return fields.all(node, field).stream()
        .map(one -> one.isValueNode() ? MarkedFields.plain(one) : fields.text(one, "name"))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }
}
