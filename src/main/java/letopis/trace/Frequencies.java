package letopis.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import letopis.index.Indices;
import letopis.text.Numerals;
import letopis.text.StopWords;
import letopis.text.Word;

/// How rare each word is in this archive. Remembers what it asked, since rarity changes slowly:
/// the
/// memory is dropped when it is full or the archive has grown by a fifth. Thread-safe.
final class Frequencies {
  private static final int REMEMBERED = 50_000;

  /// Unknown stems asked for in one trace, the longest first; the others count as middling rare.
  private static final int ASKED = 120;

  private final Indices indices;
  private final Map<String, Long> known = new ConcurrentHashMap<>();
  private volatile long total;

  Frequencies(Indices indices) {
    this.indices = indices;
  }

  /// The weights of the words of one text.
  Rarity of(String text) throws IOException {
    List<String> open =
        Numerals.of(text).stream()
            .filter(word -> !StopWords.has(word.norm()))
            .map(Word::stem)
            .distinct()
            .filter(stem -> !known.containsKey(stem))
            .sorted(Comparator.comparingInt((String stem) -> -stem.length()))
            .limit(ASKED)
            .toList();
    if (!open.isEmpty()) {
      ask(open);
    }
    Map<String, Long> frequencies = new HashMap<>();
    long middling = (long) Math.sqrt(Math.max(1, total));
    for (Word word : Numerals.of(text)) {
      frequencies.put(word.stem(), known.getOrDefault(word.stem(), middling));
    }
    return Rarity.ofFrequencies(frequencies, Math.max(total, 100));
  }

  private void ask(List<String> stems) throws IOException {
    String path = "/" + indices.documents() + "/_search";
    JsonNode answer =
        indices.elasticsearch().request("POST", path, Queries.frequencies(stems)).orThrow().json();
    long now = answer.at("/hits/total/value").asLong();
    if (known.size() + stems.size() > REMEMBERED || now > total * 1.2) {
      known.clear();
    }
    total = now;
    JsonNode buckets = answer.at("/aggregations/df/buckets");
    for (String stem : stems) {
      known.put(stem, buckets.path(stem).path("doc_count").asLong());
    }
  }
}
