package letopis.api.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import letopis.document.Attribution;
import letopis.document.CaptureRef;
import letopis.document.Claimed;
import letopis.document.Content;
import letopis.document.Document;
import letopis.document.Image;
import letopis.document.Link;
import letopis.document.Publisher;

/// A document as the API writes it: what a reader may see of the record.
public final class DocumentView {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DocumentView() {}

  public static ObjectNode source(Publisher publisher) {
    ObjectNode node =
        JSON.objectNode()
            .put("id", publisher.id())
            .put("name", publisher.name())
            .put("kind", publisher.kind());
    publisher.region().ifPresent(region -> node.put("region", region));
    return node;
  }

  /// Every field but `cites`, which needs the archive.
  static ObjectNode of(Document document) {
    ObjectNode node = JSON.objectNode();
    node.put("id", document.id());
    node.put("url", document.address().url());
    node.put("canonical_url", document.address().canonical());
    node.set("aliases", texts(document.address().aliases()));
    node.set("source", source(document.publisher()));
    content(node, document.content());
    times(node, document);
    node.put("revision", document.lineage().revision());
    node.put("valid_from", document.lineage().validFrom().toString());
    put(node, "valid_to", document.lineage().validTo().map(Instant::toString));
    node.put("cluster", document.lineage().cluster());
    put(node, "copy_of", document.lineage().copyOf());
    document
        .lineage()
        .copyOf()
        .ifPresent(_ -> node.put("copy_share", document.lineage().copyShare()));
    document.capture().ifPresent(capture -> node.set("capture", capture(capture)));
    node.put("noarchive", document.noarchive());
    if (!document.extra().isEmpty()) {
      node.set("extra", document.extra());
    }
    return node;
  }

  private static void content(ObjectNode node, Content content) {
    node.put("title", content.title());
    node.put("lead", content.lead());
    node.put("body", content.body());
    node.put("lang", content.lang());
    node.set("authors", texts(content.authors()));
    put(node, "section", content.section());
    node.set("tags", texts(content.tags()));
    ArrayNode images = node.putArray("images");
    for (Image image : content.images()) {
      ObjectNode one = images.addObject().put("url", image.url());
      put(one, "caption", image.caption());
    }
    ArrayNode links = node.putArray("links");
    for (Link link : content.links()) {
      links.addObject().put("url", link.url()).put("text", link.text());
    }
    ArrayNode attributions = node.putArray("attributions");
    for (Attribution attribution : content.attributions()) {
      ObjectNode one = attributions.addObject().put("how", attribution.how().label());
      one.put("name", attribution.name());
      put(one, "url", attribution.url());
      if (attribution.start() >= 0) {
        one.put("start", attribution.start()).put("end", attribution.end());
      }
    }
  }

  private static void times(ObjectNode node, Document document) {
    Claimed published = document.times().published();
    node.put("published_at", published.at().toString());
    node.put("published_from", published.from().label());
    node.put("published_precision", published.precision().label());
    published.offset().ifPresent(offset -> node.put("published_offset", offset.getId()));
    node.put("first_seen_at", document.times().firstSeenAt().toString());
    put(node, "absent_at", document.times().absentAt().map(Instant::toString));
    put(node, "modified_at", document.times().modified().map(Instant::toString));
    put(node, "removed_at", document.times().removedAt().map(Instant::toString));
    node.put("backdated", document.times().backdated());
  }

  private static ObjectNode capture(CaptureRef capture) {
    return JSON.objectNode()
        .put("file", capture.file())
        .put("offset", capture.offset())
        .put("length", capture.length())
        .put("digest", capture.digest())
        .put("at", capture.at().toString());
  }

  private static void put(ObjectNode node, String name, Optional<String> value) {
    value.ifPresent(present -> node.put(name, present));
  }

  private static ArrayNode texts(List<String> values) {
    ArrayNode list = JSON.arrayNode();
    values.forEach(list::add);
    return list;
  }
}
