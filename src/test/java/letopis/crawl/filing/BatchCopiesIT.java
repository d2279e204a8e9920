package letopis.crawl.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.crawl.report.CrawlOutcome;
import letopis.document.Document;
import letopis.document.Lineage;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.support.TestDocuments;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

class BatchCopiesIT {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
  private static final String TEXT =
      "Движение по новому мосту через Зею откроют в мае, сообщили в министерстве транспорта. Раньше"
          + " переправа работала только летом, зимой машины ехали по льду. Строители обещают сдать"
          + " подъезды к мосту в срок, за неделю до праздников.";

  private final Indices indices = TestElasticsearch.freshIndices();

  @Test
  void aTwinIsFoundThoughItsArchiveKeptFewerFingerprintsOfAShortText() throws Exception {
    Document known = TestDocuments.worded("https://site.example/1", "site", AT, TEXT);
    Lineage now = known.lineage();
    Lineage then =
        new Lineage(
            1,
            now.validFrom(),
            Optional.empty(),
            now.cluster(),
            Optional.empty(),
            0,
            now.fingerprints().subList(0, 4));
    DocumentStore store = new DocumentStore(indices);
    store.write(List.of(known.with(then)));
    store.refresh();

    Document look = TestDocuments.worded("https://site.example/amp/1", "site", AT, TEXT);
    List<Filed> filed =
        new Intake(indices)
            .file(List.of(new Finding.Publication(look, Map.of(), true, Optional.empty(), true)));

    assertThat(filed).extracting(Filed::outcome).containsExactly(CrawlOutcome.ALIAS);
    assertThat(store.find("https://site.example/amp/1")).map(Document::id).contains(known.id());
  }
}
