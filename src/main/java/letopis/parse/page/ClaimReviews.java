package letopis.parse.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
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

/// Finds reviews of claims in the JSON-LD of a page: schema.org `ClaimReview`, alone, in lists,
/// in
/// `@graph` or inside an article. What is broken is passed over.
public final class ClaimReviews {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEEPEST = 12;
  private static final int MOST = 100;

  /// Longer scripts are passed over, in UTF-16 units.
  private static final int LONGEST = 2_000_000;

  private ClaimReviews() {}

  /// The reviews of a page, each once; at most 100.
  ///
  /// @param html the whole page, decoded
  /// @param pageUrl the address of a review that names none
  public static List<ClaimReview> find(String html, String pageUrl) {
    if (!html.contains("ClaimReview")) {
      return List.of();
    }
    Document page = Jsoup.parse(html, pageUrl);
    Map<String, ClaimReview> found = new LinkedHashMap<>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      if (script.data().length() <= LONGEST) {
        read(script.data(), pageUrl).forEach(review -> found.putIfAbsent(review.id(), review));
      }
    }
    return found.values().stream().limit(MOST).toList();
  }

  /// The reviews in one JSON text: a review, a list of them, or anything that has some inside.
  public static List<ClaimReview> read(String json, String pageUrl) {
    List<ClaimReview> found = new ArrayList<>();
    try {
      walk(JSON.readTree(json), pageUrl, 0, found);
    } catch (JsonProcessingException e) {
      // Half of the web's JSON-LD is broken somewhere; a page without a review is no failure.
      return List.of();
    }
    return found;
  }

  private static void walk(JsonNode node, String pageUrl, int depth, List<ClaimReview> found) {
    if (depth > DEEPEST || found.size() >= MOST) {
      return;
    }
    if (node.isObject() && isReview(node.path("@type"))) {
      review(node, pageUrl).ifPresent(found::add);
    }
    for (JsonNode child : node) {
      if (child.isContainerNode()) {
        walk(child, pageUrl, depth + 1, found);
      }
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

  private static Optional<ClaimReview> review(JsonNode node, String pageUrl) {
    String claim = text(node, "claimReviewed");
    if (claim.isBlank()) {
      return Optional.empty();
    }
    String url = text(node, "url").isEmpty() ? pageUrl : text(node, "url");
    JsonNode rating = node.path("reviewRating");
    String verdict =
        text(rating, "alternateName").isEmpty()
            ? text(rating, "ratingValue")
            : text(rating, "alternateName");
    JsonNode item = node.path("itemReviewed");
    String claimant = name(item.path("author"));
    return Optional.of(
        new ClaimReview(
            DocumentId.of(url + "#" + claim),
            claim,
            text(node, "headline").isEmpty() ? text(node, "name") : text(node, "headline"),
            text(node, "reviewBody").isEmpty()
                ? text(node, "description")
                : text(node, "reviewBody"),
            verdict,
            name(node.path("author")).isEmpty()
                ? name(node.path("publisher"))
                : name(node.path("author")),
            Optional.of(url),
            date(text(node, "datePublished")),
            Optional.of(claimant).filter(name -> !name.isEmpty()),
            Languages.of(claim)));
  }

  private static String name(JsonNode node) {
    JsonNode one = node.isArray() ? node.path(0) : node;
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
