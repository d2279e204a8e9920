package letopis.index.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import letopis.document.Document;
import letopis.document.Lineage;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.MappingFile;
import letopis.support.TestDocuments;
import org.junit.jupiter.api.Test;

class DocumentJsonTest {
  private static final MappingFile FILE =
      MappingFile.bundled().stream()
          .filter(file -> file.name().equals("documents"))
          .findFirst()
          .orElseThrow();

  /// Fields that are made when a document is written.
  private static boolean isDerived(String name, JsonNode field) {
    return field.path("type").asText().equals("alias") || name.equals("indexed_at");
  }

  @Test
  void writesEveryFieldOfTheMappingAndNoOther() {
    Document document = past(TestDocuments.full("https://example.org/all"));
    Set<String> written = new TreeSet<>();
    DocumentJson.write(document).fieldNames().forEachRemaining(written::add);
    Set<String> mapped = new TreeSet<>();
    FILE.properties()
        .properties()
        .forEach(
            field -> {
              boolean copied = isCopyTarget(field.getKey());
              if (!isDerived(field.getKey(), field.getValue()) && !copied) {
                mapped.add(field.getKey());
              }
            });
    assertThat(written).isEqualTo(mapped);
  }

  @Test
  void writesTheInnerFieldsOfTheMappingAndNoOther() {
    ObjectNode json = DocumentJson.write(TestDocuments.full("https://example.org/inner"));
    for (String name : Set.of("images", "links", "attributions", "capture")) {
      JsonNode value = json.get(name).isArray() ? json.get(name).get(0) : json.get(name);
      assertThat(names(value)).isEqualTo(names(FILE.properties().at("/" + name + "/properties")));
    }
  }

  @Test
  void comesBackAsItWas() throws Exception {
    Document document = past(TestDocuments.full("https://example.org/round"));
    JsonNode stored =
        Elasticsearch.JSON.readTree(
            Elasticsearch.JSON.writeValueAsBytes(DocumentJson.write(document)));
    assertThat(DocumentJson.read(stored)).isEqualTo(document);
  }

  @Test
  void theDomainOfAnAddressHasNoWwwAndNoCase() {
    assertThat(DocumentJson.domain("https://WWW.Example.org/x")).isEqualTo("example.org");
    assertThat(DocumentJson.domain("not an address")).isEmpty();
  }

  private static boolean isCopyTarget(String name) {
    for (JsonNode field : FILE.properties()) {
      for (JsonNode target : field.path("copy_to")) {
        if (target.asText().equals(name)) {
          return true;
        }
      }
      if (field.path("copy_to").asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> names(JsonNode json) {
    Set<String> names = new TreeSet<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Document past(Document document) {
    Lineage lineage = document.lineage();
    return new Document(
        document.id(),
        document.address(),
        document.publisher(),
        document.content(),
        document.times(),
        new Lineage(
            lineage.revision(),
            lineage.validFrom(),
            Optional.of(Instant.parse("2026-04-01T00:00:00Z")),
            lineage.cluster(),
            lineage.copyOf(),
            lineage.copyShare(),
            lineage.fingerprints()),
        document.capture(),
        document.noarchive(),
        document.extra());
  }
}
