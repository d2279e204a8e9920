package letopis.bench;

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
/// language, so that words are as frequent as in the real ones.
final class Mixed {
  private static final int SENTENCES = 12;
  private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");

  private Mixed() {}

  static List<Document> documents(List<Document> corpus, int count) {
    Random random = new Random(13);
    List<List<String>> byLang = List.of(sentences(corpus, "ru"), sentences(corpus, "en"));
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int lang = random.nextInt(2);
      List<String> sentences = byLang.get(lang);
      StringBuilder body = new StringBuilder();
      for (int k = 2 + random.nextInt(SENTENCES * 2 - 4); k > 0; k--) {
        body.append(sentences.get(random.nextInt(sentences.size()))).append(' ');
      }
      documents.add(
          TraceCorpus.document(
              "https://mixed-" + i % 300 + ".example/" + i,
              "Mixed " + i % 300,
              sentences.get(random.nextInt(sentences.size())),
              body.toString(),
              lang == 0 ? "ru" : "en",
              Optional.of(FROM.plus(Duration.ofMinutes(10L * i + 7)).plusSeconds(1)),
              List.of()));
    }
    return documents;
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
