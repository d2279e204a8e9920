package letopis.search;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.document.Address;
import letopis.document.Claimed;
import letopis.document.Content;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.document.Lineage;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.document.Publisher;
import letopis.document.Times;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.support.TestElasticsearch;

/// A small archive of its own for one test.
final class Archive {
  static final Instant WRITTEN = Instant.parse("2026-03-01T00:00:00Z");
  final Indices indices = TestElasticsearch.freshIndices();
  final DocumentStore store = new DocumentStore(indices);
  private final List<Document> pending = new ArrayList<>();

  /// One document to be.
  record Draft(String key, String source, String at, String title, String body) {}

  Archive add(String key, String title, String body) {
    return add(new Draft(key, "amur", "2026-02-01T10:00:00Z", title, body));
  }

  Archive add(Draft draft) {
    pending.add(document(draft, 1, WRITTEN, "", Optional.empty()));
    return this;
  }

  Archive add(Document document) {
    pending.add(document);
    return this;
  }

  Archive ready() throws IOException, InterruptedException {
    store.write(pending);
    pending.clear();
    store.refresh();
    return this;
  }

  static String id(String key) {
    return DocumentId.of(url(key));
  }

  static String url(String key) {
    return "https://example.org/" + key;
  }

  static Document document(
      Draft draft, int revision, Instant validFrom, String cluster, Optional<String> copyOf) {
    String url = url(draft.key());
    String id = DocumentId.of(url);
    Instant at = Instant.parse(draft.at());
    return new Document(
        id,
        new Address(url, url, List.of()),
        new Publisher(draft.source(), "Источник " + draft.source(), "news", Optional.empty()),
        new Content(
            draft.title(),
            "",
            draft.body(),
            "ru",
            List.of("Иван Петров"),
            Optional.of("Город"),
            List.of("Паводок"),
            List.of(),
            List.of(),
            List.of()),
        new Times(
            new Claimed(at, PublishedFrom.FEED, Precision.SECOND, Optional.empty()),
            at.plusSeconds(60),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false),
        new Lineage(
            revision,
            validFrom,
            Optional.empty(),
            cluster.isEmpty() ? id : cluster,
            copyOf,
            copyOf.isPresent() ? 1 : 0,
            List.of()),
        Optional.empty(),
        false,
        JsonNodeFactory.instance.objectNode());
  }
}
