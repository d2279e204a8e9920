package letopis.bench.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import letopis.document.Document;
import letopis.text.Sentences;
import letopis.text.Span;

/// Fills an archive to a size: documents of sentences drawn at random from the real ones of one
/// language, so that words are as frequent as in the real ones. They are spread evenly over
/// [#YEARS] years. The same corpus gives the same documents; not for several threads.
final class Mixed {
  private static final int SENTENCES = 12;
  private static final int SITES = 300;
  private static final int YEARS = 6;
  private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");

  private final Random random = new Random(13);
  private final List<List<String>> byLang;
  private final Duration step;
  private int made;

  /// @param count of all documents that will be asked for
  Mixed(List<Document> corpus, int count) {
    this.byLang = List.of(sentences(corpus, "ru"), sentences(corpus, "en"));
    this.step = Duration.ofDays(365L * YEARS).dividedBy(Math.max(1, count));
  }

  /// The next documents.
  List<Document> next(int count) {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      documents.add(document(made++));
    }
    return documents;
  }

  private Document document(int i) {
    int lang = random.nextInt(2);
    List<String> sentences = byLang.get(lang);
    StringBuilder body = new StringBuilder();
    for (int k = 2 + random.nextInt(SENTENCES * 2 - 4); k > 0; k--) {
      body.append(sentences.get(random.nextInt(sentences.size()))).append(' ');
    }
    return TraceCorpus.document(
        "https://mixed-" + i % SITES + ".example/" + i,
        "Mixed " + i % SITES,
        sentences.get(random.nextInt(sentences.size())),
        body.toString(),
        lang == 0 ? "ru" : "en",
        Optional.of(FROM.plus(step.multipliedBy(i)).plusSeconds(1)),
        List.of());
  }

  private static List<String> sentences(List<Document> corpus, String lang) {
    List<String> sentences = new ArrayList<>();
    for (Document document : corpus) {
      if (document.content().lang().equals(lang)) {
        String body = document.content().body();
        for (Span span : Sentences.of(body)) {
          sentences.add(span.of(body));
        }
      }
    }
    return sentences;
  }
}
