package letopis.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import letopis.document.ClaimReview;
import letopis.document.Document;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;

/// The known reviews of claims by their words, reviewer, language and day, the newest first.
public final class ReviewSearch {
  /// So many are shown at most, page by page; all are counted. Narrower questions show the others.
  public static final int MOST_SHOWN = 10_000;

  private static final int MOST_PUBLISHERS = 100;

  private final Indices indices;
  private final DocumentStore documents;

  public ReviewSearch(Indices indices, DocumentStore documents) {
    this.indices = Objects.requireNonNull(indices);
    this.documents = Objects.requireNonNull(documents);
  }

  /// What is asked for; empty parts stand for anything.
  ///
  /// @param words of claim, headline or the beginning of the text, all of them, in any form
  /// @param publishers any of these
  /// @param langs any of these, ISO 639-1
  /// @param from day of the review, inclusive
  /// @param to inclusive
  /// @param document that the review was read from
  public record Question(
      String words,
      List<String> publishers,
      List<String> langs,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<String> document) {
    public Question {
      Objects.requireNonNull(words);
      publishers = List.copyOf(publishers);
      langs = List.copyOf(langs);
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      Objects.requireNonNull(document);
    }
  }

  /// A review, and where the archive has it from.
  ///
  /// @param document the archived page that it was read from; empty for an imported one
  /// @param removedAt when that page was found gone
  public record Known(ClaimReview review, Optional<String> document, Optional<Instant> removedAt) {
    public Known {
      Objects.requireNonNull(review);
      Objects.requireNonNull(document);
      Objects.requireNonNull(removedAt);
    }
  }

  /// One page of an answer.
  ///
  /// @param total of all pages
  /// @param publishers how many each reviewed, the most first; at most 100
  public record Page(long total, List<Known> reviews, Map<String, Long> publishers) {
    public Page {
      reviews = List.copyOf(reviews);
      publishers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(publishers));
    }
  }

  /// @param offset reviews to pass over; `offset + size` is at most [#MOST_SHOWN]
  public Page find(Question question, int offset, int size) throws IOException {
    ObjectNode body = Conditions.object().put("from", offset).put("size", size);
    body.put("track_total_hits", true);
    body.set("query", query(question));
    ArrayNode sort = body.putArray("sort");
    sort.addObject().putObject("reviewed_at").put("order", "desc").put("missing", "_last");
    sort.addObject().putObject("url").put("order", "asc").put("missing", "_last");
    sort.add("_doc");
    ObjectNode by = body.putObject("aggs").putObject("publisher").putObject("terms");
    by.put("field", "publisher").put("size", MOST_PUBLISHERS);
    JsonNode answer =
        indices
            .elasticsearch()
            .request("POST", "/" + indices.alias("claims") + "/_search", body)
            .orThrow()
            .json();
    Map<String, Long> publishers = new LinkedHashMap<>();
    answer
        .at("/aggregations/publisher/buckets")
        .forEach(one -> publishers.put(one.path("key").asText(), one.path("doc_count").asLong()));
    long total = answer.at("/hits/total/value").asLong();
    return new Page(total, known(answer.at("/hits/hits")), publishers);
  }

  private static ObjectNode query(Question question) {
    ObjectNode query = Conditions.object();
    ArrayNode filter = query.putObject("bool").putArray("filter");
    if (!question.words().isBlank()) {
      ObjectNode match = filter.addObject().putObject("match").putObject("words");
      match.put("query", question.words()).put("operator", "and");
    }
    terms(filter, "publisher", question.publishers());
    terms(filter, "lang", question.langs());
    question.document().ifPresent(id -> terms(filter, "document", List.of(id)));
    if (question.from().isPresent() || question.to().isPresent()) {
      ObjectNode range = filter.addObject().putObject("range").putObject("reviewed_at");
      question.from().ifPresent(from -> range.put("gte", from.toString()));
      question.to().ifPresent(to -> range.put("lte", to.toString()));
    }
    return query;
  }

  private static void terms(ArrayNode filter, String field, List<String> values) {
    if (!values.isEmpty()) {
      filter.addObject().putObject("terms").set(field, SearchBody.strings(values));
    }
  }

  private List<Known> known(JsonNode hits) throws IOException {
    Set<String> ids = new HashSet<>();
    hits.forEach(hit -> document(hit).ifPresent(ids::add));
    Map<String, Document> pages = ids.isEmpty() ? Map.of() : documents.getAll(ids);
    List<Known> known = new ArrayList<>();
    for (JsonNode hit : hits) {
      Optional<String> document = document(hit);
      Optional<Instant> removed =
          document.map(pages::get).flatMap(page -> page.times().removedAt());
      known.add(new Known(read(hit), document, removed));
    }
    return known;
  }

  private static Optional<String> document(JsonNode hit) {
    return Optional.ofNullable(hit.at("/_source/document").textValue());
  }

  /// A review as the index keeps it.
  static ClaimReview read(JsonNode hit) {
    JsonNode source = hit.path("_source");
    return new ClaimReview(
        hit.path("_id").asText(),
        source.path("claim").asText(),
        source.path("title").asText(""),
        source.path("body").asText(""),
        source.path("rating").asText(""),
        source.path("publisher").asText(""),
        Optional.ofNullable(source.path("url").textValue()),
        Optional.ofNullable(source.path("reviewed_at").textValue()).map(Instant::parse),
        Optional.ofNullable(source.path("claimant").textValue()),
        source.path("lang").asText("und"));
  }
}
