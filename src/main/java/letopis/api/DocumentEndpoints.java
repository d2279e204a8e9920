package letopis.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import letopis.document.Attribution;
import letopis.document.Document;
import letopis.index.DocumentStore;
import letopis.url.CanonicalUrl;

/// One publication: by its id, or by any of its addresses.
final class DocumentEndpoints {
  private static final int MAX_URL = 2_000;

  private final DocumentStore store;

  DocumentEndpoints(DocumentStore store) {
    this.store = store;
  }

  Reply document(Call call) throws IOException {
    List<Fault> faults = call.params().finish();
    if (!faults.isEmpty()) {
      return Reply.refused(Problem.invalid(faults));
    }
    Optional<Document> found = find(call.path("id"));
    return found.isPresent() ? shown(found.get()) : missing();
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
