package letopis.trace.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import letopis.document.Document;

/// A case as schema.org `ClaimReview` (https://schema.org/ClaimReview), with what search engines
/// ask of one: `claimReviewed`, `reviewRating`, `url`, `author`, and an `itemReviewed` of type
/// `Claim` whose `appearance`s are the chosen publications; `firstAppearance` is the earliest.
public final class ClaimReviewJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ClaimReviewJson() {}

  /// The JSON-LD of a case; empty while it has no verdict. What is taken down is left out.
  public static Optional<ObjectNode> of(Case value, List<Evidence> evidence) {
    return value.verdict().map(verdict -> review(value, verdict, evidence));
  }

  /// What search engines ask of a review and this case does not say yet: `url`, `author`
  /// (https://developers.google.com/search/docs/appearance/structured-data/factcheck).
  public static List<String> missing(Case value) {
    List<String> missing = new ArrayList<>();
    if (value.review().url().isEmpty()) {
      missing.add("url");
    }
    if (value.review().author().isBlank()) {
      missing.add("author");
    }
    return missing;
  }

  private static ObjectNode review(Case value, Case.Verdict verdict, List<Evidence> evidence) {
    ObjectNode review = JSON.objectNode();
    review.put("@context", "https://schema.org").put("@type", "ClaimReview");
    value.review().url().ifPresent(url -> review.put("url", url));
    review.put("datePublished", day(value.updatedAt()));
    review.put("dateCreated", value.createdAt().toString());
    if (!value.lang().equals("und")) {
      review.put("inLanguage", value.lang());
    }
    if (!value.review().author().isBlank()) {
      ObjectNode author = review.putObject("author").put("@type", "Organization");
      author.put("name", value.review().author());
      value.review().authorUrl().ifPresent(url -> author.put("url", url));
    }
    review.put("claimReviewed", value.claim());
    review.set("itemReviewed", claim(value, evidence));
    review.set("reviewRating", rating(verdict, value.lang()));
    if (!verdict.explanation().isBlank()) {
      review.put("reviewBody", verdict.explanation());
    }
    return review;
  }

  private static ObjectNode rating(Case.Verdict verdict, String lang) {
    ObjectNode rating = JSON.objectNode().put("@type", "Rating");
    verdict
        .rating()
        .value()
        .ifPresent(
            number ->
                rating
                    .put("ratingValue", number)
                    .put("bestRating", Rating.BEST)
                    .put("worstRating", Rating.WORST));
    return rating.put("alternateName", verdict.words(lang));
  }

  private static ObjectNode claim(Case value, List<Evidence> evidence) {
    ObjectNode claim = JSON.objectNode().put("@type", "Claim").put("text", value.claim());
    List<Evidence> there = evidence.stream().filter(one -> one.time().isPresent()).toList();
    if (!there.isEmpty()) {
      Evidence first =
          there.stream()
              .min(Comparator.comparing((Evidence one) -> one.time().orElseThrow().best()))
              .orElseThrow();
      claim.put("datePublished", day(first.time().orElseThrow().best()));
      claim.set("firstAppearance", work(first));
      ArrayNode appearances = claim.putArray("appearance");
      there.forEach(one -> appearances.add(work(one)));
    }
    return claim;
  }

  /// A publication, and the words in it. No author: the archive is about publications.
  private static ObjectNode work(Evidence evidence) {
    Document document = evidence.version().orElseThrow();
    boolean social = document.publisher().kind().equals("social");
    ObjectNode work = JSON.objectNode();
    work.put("@type", social ? "SocialMediaPosting" : "NewsArticle");
    work.put("url", document.address().url());
    if (!document.content().title().isBlank()) {
      work.put("headline", document.content().title());
    }
    evidence.words().filter(words -> !words.isBlank()).ifPresent(words -> work.put("text", words));
    work.put("datePublished", evidence.time().orElseThrow().best().toString());
    work.putObject("publisher")
        .put("@type", "Organization")
        .put("name", document.publisher().name());
    return work;
  }

  private static String day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
