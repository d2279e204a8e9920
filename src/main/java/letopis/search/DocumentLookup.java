package letopis.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import letopis.document.ClaimReview;
import letopis.document.Document;
import letopis.index.Indices;
import letopis.index.documents.DocumentJson;
import letopis.index.documents.DocumentStore;

/// What the archive knows of one document: its versions, its copies, what is like it.
public final class DocumentLookup {
  /// Versions read at a time: each has its text.
  private static final int MOST_VERSIONS = 100;

  private static final int MOST_REVIEWS = 100;

  private final Indices indices;
  private final DocumentStore store;
  private final DocumentSearch search;

  public DocumentLookup(Indices indices, DocumentStore store, DocumentSearch search) {
    this.indices = indices;
    this.store = store;
    this.search = search;
  }

  /// The current version.
  public Optional<Document> get(String id) throws IOException {
    return store.get(id);
  }

  /// The document that has this address, in any spelling, as its own or as an alias; the address as
  /// given goes before its other spellings.
  public Optional<Document> find(String url) throws IOException {
    return store.findWritten(url);
  }

  /// The reviews of claims that were read from this document, or name any of its addresses.
  public List<ClaimReview> reviews(Document document) throws IOException {
    List<String> urls = new ArrayList<>(document.address().aliases());
    urls.add(document.address().url());
    urls.add(document.address().canonical());
    ObjectNode body = Conditions.object().put("size", MOST_REVIEWS);
    ArrayNode should = body.putObject("query").putObject("bool").putArray("should");
    should.addObject().putObject("term").put("document", document.id());
    should.addObject().putObject("terms").set("url", SearchBody.strings(urls));
    List<ClaimReview> reviews = new ArrayList<>();
    JsonNode hits = indices.elasticsearch().search(indices.alias("claims"), body).hits();
    hits.forEach(hit -> reviews.add(ReviewSearch.read(hit)));
    return reviews;
  }

  /// All versions, the first one first; empty when there is no such document.
  public List<Document> revisions(String id) throws IOException {
    List<Document> all = new ArrayList<>();
    Optional<Integer> after = Optional.of(0);
    while (after.isPresent()) {
      Versions page = revisions(id, after.get(), MOST_VERSIONS);
      all.addAll(page.versions());
      after = page.next();
    }
    return all;
  }

  /// Some versions of a document.
  ///
  /// @param next the number after which the next ones come; empty when these were the last
  public record Versions(List<Document> versions, Optional<Integer> next) {
    public Versions {
      versions = List.copyOf(versions);
      Objects.requireNonNull(next);
    }
  }

  /// The versions after one, the first one first; none when there is no such document.
  ///
  /// @param after its number; 0 for the beginning
  /// @param size at most so many, 1..100
  public Versions revisions(String id, int after, int size) throws IOException {
    List<Document> versions = past(id, after, size);
    Optional<Document> current = store.get(id);
    // A version that was just replaced may be seen in both places.
    current.ifPresent(
        document ->
            versions.removeIf(v -> v.lineage().revision() >= document.lineage().revision()));
    if (versions.size() == size) {
      return new Versions(versions, Optional.of(versions.getLast().lineage().revision()));
    }
    current.filter(document -> document.lineage().revision() > after).ifPresent(versions::add);
    return new Versions(versions, Optional.empty());
  }

  private List<Document> past(String id, int after, int size) throws IOException {
    ObjectNode body = Conditions.object().put("size", size).put("track_total_hits", false);
    ArrayNode filter = body.putObject("query").putObject("bool").putArray("filter");
    filter.addObject().putObject("term").put("id", id);
    filter.addObject().putObject("range").putObject("revision").put("gt", after);
    body.putArray("sort").addObject().put("revision", "asc");
    List<Document> versions = new ArrayList<>();
    JsonNode hits = indices.elasticsearch().search(indices.revisions(), body).hits();
    hits.forEach(hit -> versions.add(DocumentJson.read(hit.path("_source"))));
    return versions;
  }

  /// How title and text changed between two versions.
  public record Changes(List<Difference.Part> title, List<Difference.Part> body) {
    public Changes {
      title = List.copyOf(title);
      body = List.copyOf(body);
    }
  }

  /// What changed from one version to another; empty when there is no such version.
  public Optional<Changes> diff(String id, int from, int to) throws IOException {
    Optional<Document> first = version(id, from);
    Optional<Document> second = version(id, to);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Changes(
            Difference.between(first.get().content().title(), second.get().content().title()),
            Difference.between(first.get().content().body(), second.get().content().body())));
  }

  private Optional<Document> version(String id, int revision) throws IOException {
    return revisions(id, revision - 1, 1).versions().stream()
        .filter(version -> version.lineage().revision() == revision)
        .findFirst();
  }

  /// Other documents with the same text, the earliest first.
  ///
  /// @param size at most so many, 1..1000
  public List<Hit> copies(Document document, int size) throws IOException {
    ObjectNode body = hits(size);
    ObjectNode bool = body.putObject("query").putObject("bool");
    bool.putArray("filter")
        .addObject()
        .putObject("term")
        .put("cluster", document.lineage().cluster());
    bool.putArray("must_not").addObject().putObject("term").put("id", document.id());
    ArrayNode sort = body.putArray("sort");
    sort.addObject().put("published_at", "asc");
    sort.addObject().put("id", "asc");
    return read(body);
  }

  /// Documents on the same subject with other words: those that share the words that are rare
  /// elsewhere, without the copies of this one.
  public List<Hit> similar(Document document, int size) throws IOException {
    Objects.requireNonNull(document);
    ObjectNode body = hits(size);
    ObjectNode bool = body.putObject("query").putObject("bool");
    ObjectNode like = bool.putArray("must").addObject().putObject("more_like_this");
    like.putArray("fields").add("title").add("body");
    like.putArray("like").add(document.content().title()).add(document.content().body());
    like.put("max_query_terms", 40)
        .put("min_term_freq", 1)
        .put("min_doc_freq", 2)
        .put("minimum_should_match", "30%");
    ArrayNode not = bool.putArray("must_not");
    not.addObject().putObject("term").put("id", document.id());
    not.addObject().putObject("term").put("cluster", document.lineage().cluster());
    body.putObject("collapse").put("field", "cluster");
    return read(body);
  }

  private static ObjectNode hits(int size) {
    ObjectNode body = Conditions.object().put("size", size);
    body.set("_source", SearchBody.strings(SearchBody.HIT_FIELDS));
    ObjectNode highlight = body.putObject("highlight").put("encoder", "html");
    highlight.putObject("highlight_query").putObject("match_none");
    highlight.putObject("fields").putObject("body").put("no_match_size", 240);
    return body;
  }

  private List<Hit> read(ObjectNode body) throws IOException {
    AnswerReader reader =
        new AnswerReader(SearchRequest.everything(), search.named(), search.labels());
    return reader.hits(search.run(body, false), Why.nothing());
  }
}
