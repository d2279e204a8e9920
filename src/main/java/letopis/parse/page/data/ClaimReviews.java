package letopis.parse.page.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.document.ClaimReview;
import letopis.document.DocumentId;
import letopis.text.Languages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Finds reviews of claims (schema.org `ClaimReview`) in JSON-LD, alone, in lists, in `@graph`,
/// in a feed or inside an article, in the elements of a page ([MarkedItems]), and in answers of
/// Google's Fact Check Tools API.
public final class ClaimReviews {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEEPEST = 12;

  /// Reviews of one page.
  private static final int MOST = 100;

  /// Longer scripts are passed over, in UTF-16 units.
  private static final int LONGEST = 2_000_000;

  private final String pageUrl;

  /// What has an `@id`, which others name instead of repeating it.
  private final Map<String, JsonNode> byId = new HashMap<>();

  private final List<ClaimReview> reviews = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private ClaimReviews(String pageUrl) {
    this.pageUrl = pageUrl;
  }

  /// What was read of a text.
  ///
  /// @param refused a line for each review that is none, and why
  public record Read(List<ClaimReview> reviews, List<String> refused) {
    public Read {
      reviews = List.copyOf(reviews);
      refused = List.copyOf(refused);
    }
  }

  /// The reviews of a page, each once; at most 100. What is broken is passed over: half of the
  /// web's JSON-LD is.
  ///
  /// @param html the whole page, decoded
  /// @param pageUrl the address of a review that names none
  public static List<ClaimReview> find(String html, String pageUrl) {
    return page(html, pageUrl).reviews();
  }

  /// The same with what was passed over.
  public static Read page(String html, String pageUrl) {
    if (!html.contains("ClaimReview")) {
      return new Read(List.of(), List.of());
    }
    Document page = Jsoup.parse(html, pageUrl);
    List<Read> parts = new ArrayList<>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      if (script.data().length() <= LONGEST && script.data().contains("ClaimReview")) {
        parts.add(read(script.data(), pageUrl));
      }
    }
    ClaimReviews marked = new ClaimReviews(pageUrl);
    marked.walk(MarkedItems.ofType(page, "ClaimReview"), 0);
    parts.add(new Read(marked.reviews, marked.refused));
    Map<String, ClaimReview> found = new LinkedHashMap<>();
    parts.forEach(part -> part.reviews().forEach(one -> found.putIfAbsent(one.id(), one)));
    return new Read(
        found.values().stream().limit(MOST).toList(),
        parts.stream().flatMap(part -> part.refused().stream()).toList());
  }

  /// All reviews in one JSON text: a review, a list of them, or anything that has some inside.
  public static Read read(String json, String pageUrl) {
    ClaimReviews read = new ClaimReviews(pageUrl);
    try {
      JsonNode root = JSON.readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
      read.remember(root, 0);
      read.walk(root, 0);
    } catch (JsonProcessingException e) {
      String place = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
      read.refused.add("no JSON: " + e.getOriginalMessage() + place);
    }
    return new Read(read.reviews, read.refused);
  }

  private void remember(JsonNode node, int depth) {
    if (node.path("@id").isTextual() && node.size() > 1) {
      byId.putIfAbsent(node.path("@id").asText(), node);
    }
    if (depth < DEEPEST) {
      node.forEach(child -> remember(child, depth + 1));
    }
  }

  private void walk(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isObject() && isReview(node.path("@type"))) {
      add(review(node));
    }
    JsonNode tools = node.path("claimReview");
    if (node.path("text").isTextual() && tools.isArray()) {
      tools.forEach(one -> add(ofTools(node, one)));
    }
    for (JsonNode child : node) {
      if (child.isContainerNode()) {
        walk(child, depth + 1);
      }
    }
  }

  private void add(ClaimReview review) {
    if (review.claim().isBlank()) {
      refused.add("no claimReviewed: " + review.url().orElse(pageUrl));
    } else {
      reviews.add(review);
    }
  }

  private static boolean isReview(JsonNode type) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isReview(one)) {
          return true;
        }
      }
      return false;
    }
    return type.asText().replaceAll("^https?://schema\\.org/", "").equals("ClaimReview");
  }

  private ClaimReview review(JsonNode node) {
    JsonNode rating = whole(node.path("reviewRating"));
    JsonNode item = whole(node.path("itemReviewed"));
    return review(
        text(node, "claimReviewed"),
        first(text(node, "url"), pageUrl),
        first(text(node, "headline"), text(node, "name")),
        first(text(node, "reviewBody"), text(node, "description")),
        first(text(rating, "alternateName"), text(rating, "ratingValue")),
        first(name(node.path("author")), name(node.path("publisher"))),
        text(node, "datePublished"),
        name(item.path("author")));
  }

  /// https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims
  private ClaimReview ofTools(JsonNode claim, JsonNode node) {
    return review(
        text(claim, "text"),
        first(text(node, "url"), pageUrl),
        text(node, "title"),
        "",
        text(node, "textualRating"),
        first(name(node.path("publisher")), text(node.path("publisher"), "site")),
        text(node, "reviewDate"),
        text(claim, "claimant"));
  }

  private static ClaimReview review(
      String claim,
      String url,
      String title,
      String body,
      String rating,
      String publisher,
      String date,
      String claimant) {
    return new ClaimReview(
        DocumentId.of(url + "#" + claim),
        claim,
        title,
        body,
        rating,
        publisher,
        Optional.of(url),
        date(date),
        Optional.of(claimant).filter(name -> !name.isEmpty()),
        Languages.of(claim));
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  /// The first of a list, and for one that only names another (`{"@id": …}`) that other.
  private JsonNode whole(JsonNode node) {
    JsonNode one = node.isArray() ? node.path(0) : node;
    boolean reference = one.size() == 1 && one.path("@id").isTextual();
    return reference ? byId.getOrDefault(one.path("@id").asText(), one) : one;
  }

  private String name(JsonNode node) {
    JsonNode one = whole(node);
    return one.isTextual() ? one.asText() : text(one, "name");
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    JsonNode one = value.isArray() ? value.path(0) : value;
    return one.isValueNode() ? Jsoup.parse(one.asText("")).text().strip() : "";
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      try {
        String day = text.length() >= 10 ? text.substring(0, 10) : text;
        return Optional.of(LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant());
      } catch (DateTimeParseException f) {
        return Optional.empty();
      }
    }
  }
}
