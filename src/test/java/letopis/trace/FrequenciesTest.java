package letopis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import letopis.document.Document;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.support.MovableClock;
import letopis.support.TestDocuments;
import letopis.support.TestElasticsearch;
import letopis.text.Word;
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
    fill();
    clock.forward(Duration.ofMinutes(2));
    assertThat(weight(frequencies, "мост")).isLessThan(0.2);
  }

  @Test
  void aLongTextWeighsTheSameWhateverWasAskedBefore() throws Exception {
    fill();
    String words =
        IntStream.range(0, 1000).mapToObj(i -> "слово" + i + "ъ").collect(Collectors.joining(" "));
    Word last = Words.of(words).getLast();
    Frequencies frequencies = new Frequencies(indices, clock);
    double alone = frequencies.of(words, Optional.empty()).of(last);
    frequencies.of("слово999ъ", Optional.empty());
    assertThat(frequencies.of(words, Optional.empty()).of(last)).isEqualTo(alone);
  }

  private void fill() throws Exception {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String url = "https://a.example/" + i;
      documents.add(TestDocuments.worded(url, "a", begin, "Мост номер " + i + " открыт."));
    }
    DocumentStore store = new DocumentStore(indices);
    store.write(documents);
    store.refresh();
  }

  private static double weight(Frequencies frequencies, String word) throws IOException {
    return frequencies.of(word, Optional.empty()).of(Words.of(word).getFirst());
  }
}
