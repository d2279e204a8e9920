package letopis.crawl.copies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.crawl.copies.CopyJoin.Text;
import letopis.document.Document;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;

/// Finds the documents that share fingerprints with new ones: one search for a whole batch, and a
/// window in memory over what was written too recently to be found by a search.
public final class KnownTexts {
  /// Documents kept in memory at most: half as many are more than are written between two refreshes
  /// of the index.
  private static final int WINDOW = 8_000;

  /// A passage in so many recent texts of one source is not looked for in others of it.
  private static final int COMMON = 20;

  private static final int MOST_TERMS = 16_000;
  private static final int MOST_FOUND = 5_000;

  private final Elasticsearch elasticsearch;
  private final String index;
  private final RecentTexts recent = new RecentTexts(WINDOW);

  public KnownTexts(Indices indices) {
    this.elasticsearch = indices.elasticsearch();
    this.index = indices.documents();
  }

  /// The fingerprints of a document to look for.
  public synchronized List<String> sample(Document document) {
    String source = document.publisher().id();
    return CopyJoin.sample(
        document.lineage().fingerprints(), fingerprint -> recent.isIn(COMMON, source, fingerprint));
  }

  /// Candidates for each fingerprint of these samples; one that was written a moment ago may be
  /// among them twice.
  ///
  /// @param moved texts that stand elsewhere now: id to id. Their copies follow them, and what is
  ///     known under their old ids is forgotten
  public synchronized Map<String, List<Text>> find(
      Collection<String> sample, Map<String, String> moved) throws IOException {
    Map<String, List<Text>> found = new HashMap<>();
    List<String> terms = new ArrayList<>(new HashSet<>(sample));
    for (int from = 0; from < terms.size(); from += MOST_TERMS) {
      search(terms.subList(from, Math.min(terms.size(), from + MOST_TERMS)), found);
    }
    for (List<Text> all : found.values()) {
      all.removeIf(text -> moved.containsKey(text.id()));
      all.replaceAll(text -> text.following(moved));
    }
    if (!moved.isEmpty()) {
      recent.follow(moved);
    }
    for (String term : terms) {
      recent
          .with(term)
          .forEach(text -> found.computeIfAbsent(term, _ -> new ArrayList<>()).add(text));
    }
    return found;
  }

  /// Remembers a document that has just been written.
  public synchronized void remember(Document document) {
    recent.add(Text.of(document));
  }

  /// The documents that copy one of these, or share a cluster with one; all that were written
  /// before.
  public synchronized Collection<Document> copies(Set<String> ids, DocumentStore store)
      throws IOException {
    store.refresh();
    ObjectNode body = Elasticsearch.JSON.createObjectNode().put("size", MOST_FOUND);
    body.withArray("/_source").add("id");
    var any = body.putObject("query").putObject("bool").putArray("should");
    for (String field : List.of("copy_of", "cluster")) {
      ids.forEach(any.addObject().putObject("terms").putArray(field)::add);
    }
    Set<String> copies = new HashSet<>();
    elasticsearch
        .request("POST", "/" + index + "/_search?ignore_unavailable=true", body)
        .orThrow()
        .hits()
        .forEach(hit -> copies.add(hit.at("/_source/id").asText()));
    copies.removeAll(ids);
    return store.getAll(copies).values();
  }

  private void search(List<String> terms, Map<String, List<Text>> found) throws IOException {
    if (terms.isEmpty()) {
      return;
    }
    ObjectNode body = Elasticsearch.JSON.createObjectNode().put("size", MOST_FOUND);
    body.put("track_total_hits", false);
    var filter = body.putObject("query").putObject("bool").putObject("filter");
    terms.forEach(filter.putObject("terms").putArray("fingerprints")::add);
    List.of(
            "id",
            "source",
            "cluster",
            "copy_of",
            "published_at",
            "published_from",
            "published_precision",
            "first_seen_at",
            "backdated",
            "fingerprints")
        .forEach(body.withArray("/_source")::add);
    JsonNode hits =
        elasticsearch
            .request("POST", "/" + index + "/_search?ignore_unavailable=true", body)
            .orThrow()
            .hits();
    Set<String> wanted = new HashSet<>(terms);
    for (JsonNode hit : hits) {
      Text text = text(hit.path("_source"));
      for (String fingerprint : text.fingerprints()) {
        if (wanted.contains(fingerprint)) {
          found.computeIfAbsent(fingerprint, _ -> new ArrayList<>()).add(text);
        }
      }
    }
  }

  private static Text text(JsonNode source) {
    boolean believed =
        !source.path("published_from").asText().equals(PublishedFrom.GUESSED.label())
            && !source.path("backdated").asBoolean();
    Instant seen = Instant.parse(source.path("first_seen_at").asText());
    List<String> fingerprints = new ArrayList<>();
    source.path("fingerprints").forEach(value -> fingerprints.add(value.asText()));
    return new Text(
        source.path("id").asText(),
        source.path("source").asText(),
        source.path("cluster").asText(),
        source.hasNonNull("copy_of")
            ? Optional.of(source.path("copy_of").asText())
            : Optional.empty(),
        believed
            ? CopyJoin.appearedAt(
                Instant.parse(source.path("published_at").asText()),
                Precision.of(source.path("published_precision").asText("second")),
                seen)
            : seen,
        fingerprints);
  }

  /// The candidates for one document, each once, by id.
  public static Collection<Text> of(List<String> sample, Map<String, List<Text>> found) {
    Map<String, Text> byId = new LinkedHashMap<>();
    sample.forEach(
        f -> found.getOrDefault(f, List.of()).forEach(text -> byId.put(text.id(), text)));
    return byId.values();
  }
}
