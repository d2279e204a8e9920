package letopis.api.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import letopis.api.http.Call;
import letopis.api.http.Fault;
import letopis.api.http.Params;
import letopis.api.http.Problem;
import letopis.api.http.Reply;
import letopis.api.http.Wording;
import letopis.document.Attribution;
import letopis.document.Document;
import letopis.index.documents.DocumentStore;
import letopis.search.Difference;
import letopis.search.DocumentLookup;
import letopis.search.Hit;
import letopis.url.CanonicalUrl;
import letopis.url.SameAddress;

/// One publication: by its id, or by any of its addresses.
public final class DocumentEndpoints {
  private static final int MAX_URL = 2_000;
  private static final int MOST_REVISIONS = 1_000_000;
  private static final int DEFAULT_SIZE = 20;
  private static final int MAX_SIZE = 100;
  private static final Wording MISSING =
      new Wording("the archive has no such document", "в архиве нет такого документа");

  private final DocumentStore store;
  private final DocumentLookup lookup;

  public DocumentEndpoints(DocumentStore store, DocumentLookup lookup) {
    this.store = store;
    this.lookup = lookup;
  }

  public Reply document(Call call) throws IOException {
    return with(call, this::shown);
  }

  public Reply jsonLd(Call call) throws IOException {
    return with(
        call,
        document -> {
          ObjectNode json = JsonLd.of(document, lookup.reviews(document));
          return new Reply.Bytes(
              200,
              "application/ld+json",
              Call.JSON.writeValueAsBytes(json),
              Optional.of(Integer.toHexString(json.hashCode())),
              Map.of());
        });
  }

  public Reply revisions(Call call) throws IOException {
    int size = call.params().integer("size", MAX_SIZE, 1, MAX_SIZE);
    int after = call.params().integer("cursor", 0, 0, MOST_REVISIONS);
    return with(
        call,
        document -> {
          DocumentLookup.Versions page = lookup.revisions(document.id(), after, size);
          ObjectNode body = Call.JSON.createObjectNode();
          ArrayNode list = body.putArray("revisions");
          page.versions().forEach(version -> list.add(DocumentView.of(version)));
          page.next().ifPresent(next -> body.put("next_cursor", next.toString()));
          return Reply.json(body);
        });
  }

  public Reply diff(Call call) throws IOException {
    int from = call.params().integer("from", 0, 1, MOST_REVISIONS);
    int to = call.params().integer("to", 0, 1, MOST_REVISIONS);
    return with(call, document -> diff(document, from, to));
  }

  public Reply copies(Call call) throws IOException {
    int size = call.params().integer("size", DEFAULT_SIZE, 1, MAX_SIZE);
    return with(call, document -> Reply.json(new Hits(lookup.copies(document, size))));
  }

  public Reply similar(Call call) throws IOException {
    int size = call.params().integer("size", DEFAULT_SIZE, 1, MAX_SIZE);
    return with(call, document -> Reply.json(new Hits(lookup.similar(document, size))));
  }

  /// Ids that we never make are not asked for.
  Reply with(Call call, Call.Use<Document> use) throws IOException {
    return call.about(
        id -> id.matches("[A-Za-z0-9_-]{1,64}") ? store.get(id) : Optional.empty(), MISSING, use);
  }

  private record Hits(List<Hit> hits) {}

  /// Without numbers, the last change; 0 stands for a number not given.
  private Reply diff(Document document, int from, int to) throws IOException {
    int second = to > 0 ? to : document.lineage().revision();
    int first = from > 0 ? from : Math.max(1, second - 1);
    return lookup
        .diff(document.id(), first, second)
        .map(
            changes ->
                Reply.json(
                    new Diff(first, second, pieces(changes.title()), pieces(changes.body()))))
        .orElseGet(
            () ->
                Reply.refused(
                    Problem.notFound(
                        new Wording(
                            "there is no such revision: " + first + " or " + second,
                            "такой редакции нет: " + first + " или " + second))));
  }

  private record Diff(int from, int to, List<Piece> title, List<Piece> body) {}

  /// `=` in both, `-` only in the first, `+` only in the second.
  private record Piece(String op, String text) {}

  private static List<Piece> pieces(List<Difference.Part> parts) {
    return parts.stream().map(part -> new Piece(op(part.kind()), part.text())).toList();
  }

  private static String op(Difference.Kind kind) {
    return switch (kind) {
      case SAME -> "=";
      case REMOVED -> "-";
      case ADDED -> "+";
    };
  }

  public Reply lookup(Call call) throws IOException {
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
    Optional<Document> found = lookup.find(canonical.orElseThrow().value());
    return found.isPresent() ? shown(found.get()) : Reply.refused(Problem.notFound(MISSING));
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
    List<String> spellings =
        canonical.values().stream().flatMap(url -> SameAddress.spellings(url).stream()).toList();
    Map<String, Document> cited = new HashMap<>();
    (spellings.isEmpty() ? Map.<String, Document>of() : store.findAll(spellings))
        .forEach((url, found) -> cited.putIfAbsent(SameAddress.key(url), found));
    ArrayNode cites = Call.JSON.createArrayNode();
    for (Attribution attribution : document.content().attributions()) {
      if (namesItself(document, attribution)) {
        continue;
      }
      ObjectNode cite = cites.addObject().put("how", attribution.how().label());
      cite.put("name", attribution.name());
      attribution.url().ifPresent(url -> cite.put("url", url));
      attribution
          .url()
          .map(canonical::get)
          .map(SameAddress::key)
          .map(cited::get)
          .ifPresent(
              found -> cite.put("document", found.id()).put("title", found.content().title()));
    }
    return cites;
  }

  /// Whether a publication names its own outlet («Москва. 1 ноября. INTERFAX.RU»), which is nobody
  /// it has anything from. A link is shown wherever it leads.
  static boolean namesItself(Document document, Attribution attribution) {
    String name = attribution.name().strip();
    return attribution.url().isEmpty()
        && (name.equalsIgnoreCase(document.publisher().name())
            || CanonicalUrl.parse(document.address().canonical())
                .filter(url -> name.equalsIgnoreCase(url.domain()))
                .isPresent());
  }
}
