package letopis.trace.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A case as JSON: the same in the index, the API and the evidence pack.
public final class CaseJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CaseJson() {}

  /// Everything that a case holds.
  public static ObjectNode write(Case value) {
    ObjectNode node = JSON.objectNode();
    node.put("id", value.id()).put("claim", value.claim()).put("lang", value.lang());
    ArrayNode appearances = node.putArray("appearances");
    value.appearances().forEach(one -> appearances.add(write(one)));
    node.put("notes", value.notes());
    value
        .verdict()
        .ifPresent(
            verdict ->
                node.putObject("verdict")
                    .put("rating", verdict.rating().label())
                    .put("label", verdict.label())
                    .put("explanation", verdict.explanation()));
    ObjectNode review = node.putObject("review").put("author", value.review().author());
    value.review().authorUrl().ifPresent(url -> review.put("author_url", url));
    value.review().url().ifPresent(url -> review.put("url", url));
    return node.put("created_at", value.createdAt().toString())
        .put("updated_at", value.updatedAt().toString());
  }

  /// One chosen appearance.
  public static ObjectNode write(Case.Chosen chosen) {
    return JSON.objectNode()
        .put("document", chosen.document())
        .put("revision", chosen.revision())
        .put("field", chosen.field())
        .put("start", chosen.start())
        .put("end", chosen.end())
        .put("note", chosen.note());
  }

  /// What [#write] wrote.
  static Case read(JsonNode node) {
    List<Case.Chosen> appearances = new ArrayList<>();
    node.path("appearances").forEach(one -> appearances.add(chosen(one)));
    JsonNode review = node.path("review");
    return new Case(
        node.path("id").asText(),
        node.path("claim").asText(),
        node.path("lang").asText("und"),
        appearances,
        node.path("notes").asText(""),
        verdict(node.path("verdict")),
        new Case.Review(
            review.path("author").asText(""),
            Optional.ofNullable(review.path("author_url").textValue()),
            Optional.ofNullable(review.path("url").textValue())),
        Instant.parse(node.path("created_at").asText()),
        Instant.parse(node.path("updated_at").asText()));
  }

  private static Case.Chosen chosen(JsonNode one) {
    return new Case.Chosen(
        one.path("document").asText(),
        one.path("revision").asInt(1),
        one.path("field").asText("body"),
        one.path("start").asInt(),
        one.path("end").asInt(),
        one.path("note").asText(""));
  }

  private static Optional<Case.Verdict> verdict(JsonNode verdict) {
    return Rating.of(verdict.path("rating").asText(""))
        .map(
            rating ->
                new Case.Verdict(
                    rating,
                    verdict.path("label").asText(""),
                    verdict.path("explanation").asText("")));
  }
}
