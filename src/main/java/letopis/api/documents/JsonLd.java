package letopis.api.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import letopis.api.http.Call;
import letopis.document.ClaimReview;
import letopis.document.Claimed;
import letopis.document.Content;
import letopis.document.Document;

/// A document in schema.org's words, for machines that know no other: `NewsArticle` (of a channel
/// `SocialMediaPosting`), and a `ClaimReview` for each claim that it judges.
final class JsonLd {
  private JsonLd() {}

  static ObjectNode of(Document document, List<ClaimReview> reviews) {
    ObjectNode json = Call.JSON.createObjectNode().put("@context", "https://schema.org");
    ArrayNode graph = json.putArray("@graph");
    graph.add(article(document));
    reviews.forEach(review -> graph.add(review(document, review)));
    return json;
  }

  private static ObjectNode article(Document document) {
    Content content = document.content();
    boolean social = document.publisher().kind().equals("social");
    ObjectNode json = typed(social ? "SocialMediaPosting" : "NewsArticle");
    String url = document.address().canonical();
    json.put("@id", url).put("url", url).put("headline", content.title());
    if (!content.lead().isEmpty()) {
      json.put("description", content.lead());
    }
    json.put("articleBody", content.body());
    if (!content.lang().equals("und")) {
      json.put("inLanguage", content.lang());
    }
    json.put("datePublished", date(document.times().published()));
    document.times().modified().ifPresent(at -> json.put("dateModified", at.toString()));
    content.section().ifPresent(section -> json.put("articleSection", section));
    if (!content.tags().isEmpty()) {
      content.tags().forEach(json.putArray("keywords")::add);
    }
    ArrayNode authors = json.putArray("author");
    content.authors().forEach(name -> authors.add(typed("Person").put("name", name)));
    json.set("publisher", typed("Organization").put("name", document.publisher().name()));
    ArrayNode images = json.putArray("image");
    content.images().forEach(image -> images.add(image.url()));
    return json;
  }

  /// No more exact than it is known: a day without a time where only the day is.
  private static String date(Claimed published) {
    OffsetDateTime at = published.at().atOffset(published.offset().orElse(ZoneOffset.UTC));
    String day = at.toLocalDate().toString();
    return switch (published.precision()) {
      case SECOND, MINUTE, HOUR -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
      case DAY -> day;
      case MONTH -> day.substring(0, 7);
      case YEAR -> day.substring(0, 4);
    };
  }

  private static ObjectNode review(Document document, ClaimReview review) {
    ObjectNode json = typed("ClaimReview").put("claimReviewed", review.claim());
    json.put("url", review.url().orElse(document.address().canonical()));
    json.set("author", typed("Organization").put("name", review.publisher()));
    json.set("reviewRating", typed("Rating").put("alternateName", review.rating()));
    review.reviewedAt().ifPresent(at -> json.put("datePublished", at.toString()));
    Optional<ObjectNode> claimant =
        review.claimant().map(name -> typed("Person").put("name", name));
    claimant.ifPresent(person -> json.set("itemReviewed", typed("Claim").set("author", person)));
    return json;
  }

  private static ObjectNode typed(String type) {
    return Call.JSON.createObjectNode().put("@type", type);
  }
}
