package letopis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.document.Document;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.support.MovableClock;
import letopis.support.TestDocuments;
import letopis.support.TestElasticsearch;
import letopis.text.Words;
import org.junit.jupiter.api.Test;

class FrequenciesTest {
  private final Indices indices = TestElasticsearch.freshIndices();
  private final Instant begin = Instant.parse("2026-11-20T10:00:00Z");
  private final MovableClock clock = new MovableClock(begin);

  @Test
  void anArchiveThatWasEmptyAMinuteAgoIsAskedAgain() throws Exception {
    Frequencies frequencies = new Frequencies(indices, clock);
    assertThat(weight(frequencies, "мост")).isEqualTo(1);
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String url = "https://a.example/" + i;
      documents.add(TestDocuments.worded(url, "a", begin, "Мост номер " + i + " открыт."));
    }
    DocumentStore store = new DocumentStore(indices);
    store.write(documents);
    store.refresh();
    clock.forward(Duration.ofMinutes(2));
    assertThat(weight(frequencies, "мост")).isLessThan(0.2);
  }

  private static double weight(Frequencies frequencies, String word) throws IOException {
    return frequencies.of(word, Optional.empty()).of(Words.of(word).getFirst());
  }
}
