package letopis.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import letopis.document.Attribution;
import letopis.document.Content;
import letopis.document.Document;
import letopis.index.DocumentStore;
import letopis.url.CanonicalUrl;

/// One publication: by its id, or by any of its addresses.
final class DocumentEndpoints {
  private static final int MAX_URL = 2_000;
  private static final int MOST_REVISIONS = 1_000_000;
  private static final int DEFAULT_SIZE = 20;
  private static final int MAX_SIZE = 100;

  private final DocumentStore store;
  private final DocumentQueries queries;

  DocumentEndpoints(DocumentStore store, DocumentQueries queries) {
    this.store = store;
    this.queries = queries;
  }

  Reply document(Call call) throws IOException {
    return with(call, this::shown);
  }

  Reply revisions(Call call) throws IOException {
    return with(
        call,
        document -> {
          ObjectNode body = Call.JSON.createObjectNode();
          ArrayNode list = body.putArray("revisions");
          queries.versions(document).forEach(version -> list.add(DocumentView.of(version)));
          return Reply.json(body);
        });
  }

  Reply diff(Call call) throws IOException {
    int from = call.params().integer("from", 0, 1, MOST_REVISIONS);
    int to = call.params().integer("to", 0, 1, MOST_REVISIONS);
    return with(call, document -> diff(queries.versions(document), from, to));
  }

  Reply copies(Call call) throws IOException {
    int size = call.params().integer("size", DEFAULT_SIZE, 1, MAX_SIZE);
    return with(call, document -> briefs(queries.copies(document, size)));
  }

  Reply similar(Call call) throws IOException {
    int size = call.params().integer("size", DEFAULT_SIZE, 1, MAX_SIZE);
    return with(call, document -> briefs(queries.similar(document, size)));
  }

  /// What an endpoint does with a document that is there.
  private interface Use {
    Reply of(Document document) throws IOException;
  }

  private Reply with(Call call, Use use) throws IOException {
    List<Fault> faults = call.params().finish();
    if (!faults.isEmpty()) {
      return Reply.refused(Problem.invalid(faults));
    }
    Optional<Document> found = find(call.path("id"));
    return found.isPresent() ? use.of(found.get()) : missing();
  }

  private static Reply briefs(List<DocumentQueries.Found> found) {
    ObjectNode body = Call.JSON.createObjectNode();
    ArrayNode hits = body.putArray("hits");
    for (DocumentQueries.Found one : found) {
      ObjectNode hit = DocumentView.brief(one.document());
      if (one.score() > 0) {
        hit.put("score", one.score());
      }
      if (one.document().lineage().copyOf().isPresent()) {
        hit.put("copy_share", one.document().lineage().copyShare());
      }
      hits.add(hit);
    }
    return Reply.json(body);
  }

  /// Without numbers, the last change; 0 stands for a number not given.
  private static Reply diff(List<Document> versions, int from, int to) {
    int last = versions.getLast().lineage().revision();
    int second = to > 0 ? to : last;
    int first = from > 0 ? from : Math.max(1, second - 1);
    Optional<Document> before = version(versions, first);
    Optional<Document> after = version(versions, second);
    if (before.isEmpty() || after.isEmpty()) {
      String wanted = Integer.toString(before.isEmpty() ? first : second);
      return Reply.refused(
          Problem.notFound(
              new Wording("there is no revision " + wanted, "редакции " + wanted + " нет")));
    }
    Content was = before.get().content();
    Content is = after.get().content();
    return Reply.json(
        new Diff(
            first,
            second,
            WordDiff.of(was.title(), is.title()),
            WordDiff.of(was.lead(), is.lead()),
            WordDiff.of(was.body(), is.body())));
  }

  private record Diff(
      int from,
      int to,
      List<WordDiff.Piece> title,
      List<WordDiff.Piece> lead,
      List<WordDiff.Piece> body) {}

  private static Optional<Document> version(List<Document> versions, int revision) {
    return versions.stream().filter(one -> one.lineage().revision() == revision).findFirst();
  }

  Reply lookup(Call call) throws IOException {
    Params params = call.params();
    String url = params.required("url", MAX_URL);
    Optional<CanonicalUrl> canonical = CanonicalUrl.parse(url);
    if (!url.isEmpty() && canonical.isEmpty()) {
      params.fault("url", new Wording("not an http or https address", "не адрес http или https"));
    }
    List<Fault> faults = params.finish();
    if (!faults.isEmpty()) {
      return Reply.refused(Problem.invalid(faults));
    }
    Optional<Document> found = store.find(canonical.orElseThrow().value());
    return found.isPresent() ? shown(found.get()) : missing();
  }

  /// The document with this id; ids that we never make are not asked for.
  Optional<Document> find(String id) throws IOException {
    return id.matches("[A-Za-z0-9_-]{1,64}") ? store.get(id) : Optional.empty();
  }

  static Reply missing() {
    return Reply.refused(
        Problem.notFound(
            new Wording("the archive has no such document", "в архиве нет такого документа")));
  }

  private Reply shown(Document document) throws IOException {
    ObjectNode body = DocumentView.of(document);
    body.set("cites", cites(document));
    String etag = Integer.toHexString(body.hashCode());
    return new Reply.Json(
        200, body, Optional.of(document.lineage().revision() + "-" + etag), Map.of());
  }

  /// Whom the document says it has it from, with the archive's document where there is one.
  private ArrayNode cites(Document document) throws IOException {
    Map<String, String> canonical =
        document.content().attributions().stream()
            .flatMap(attribution -> attribution.url().stream())
            .distinct()
            .filter(url -> CanonicalUrl.parse(url).isPresent())
            .collect(
                Collectors.toMap(url -> url, url -> CanonicalUrl.parse(url).orElseThrow().value()));
    Map<String, Document> cited =
        canonical.isEmpty() ? Map.of() : store.findAll(canonical.values());
    ArrayNode cites = Call.JSON.createArrayNode();
    for (Attribution attribution : document.content().attributions()) {
      ObjectNode cite = cites.addObject().put("how", attribution.how().label());
      cite.put("name", attribution.name());
      attribution.url().ifPresent(url -> cite.put("url", url));
      attribution
          .url()
          .map(canonical::get)
          .map(cited::get)
          .ifPresent(
              found -> cite.put("document", found.id()).put("title", found.content().title()));
    }
    return cites;
  }
}
