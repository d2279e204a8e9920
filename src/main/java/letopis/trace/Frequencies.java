package letopis.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import letopis.index.Indices;
import letopis.text.Numerals;
import letopis.text.StopWords;
import letopis.text.Word;

/// How rare each word is in this archive. What it asked it remembers for a minute, in which rarity
/// changes little: an empty archive may have been filled in two. Thread-safe.
final class Frequencies {
  private static final Duration LASTS = Duration.ofMinutes(1);
  private static final int REMEMBERED = 50_000;

  /// Stems of one text whose rarity counts, the longest first; the others are middling rare, also
  /// where they are remembered: the same text weighs the same whatever was traced before it.
  private static final int WEIGHED = 400;

  private final Indices indices;
  private final Clock clock;
  private volatile Memory memory = new Memory(Instant.MIN, 0, Map.of());

  Frequencies(Indices indices, Clock clock) {
    this.indices = indices;
    this.clock = clock;
  }

  /// @param since when the first of it was asked
  /// @param total documents of the archive
  /// @param known documents by stem; grows
  private record Memory(Instant since, long total, Map<String, Long> known) {}

  /// The weights of the words of one text.
  ///
  /// @param past the archive as it was then; empty for now
  Rarity of(String text, Optional<Past> past) throws IOException {
    List<Word> words = Numerals.of(text);
    Memory before = past.isPresent() ? nothing() : current();
    List<String> weighed =
        words.stream()
            .filter(word -> !StopWords.has(word.norm()))
            .map(Word::stem)
            .distinct()
            .sorted(Comparator.comparingInt((String stem) -> -stem.length()))
            .limit(WEIGHED)
            .toList();
    List<String> open = weighed.stream().filter(stem -> !before.known().containsKey(stem)).toList();
    Memory now = open.isEmpty() ? before : ask(open, before, past);
    if (past.isEmpty()) {
      memory = now;
    }
    Map<String, Long> frequencies = new HashMap<>();
    long middling = (long) Math.sqrt(Math.max(1, now.total()));
    words.forEach(word -> frequencies.put(word.stem(), middling));
    weighed.forEach(stem -> frequencies.put(stem, now.known().get(stem)));
    return Rarity.ofFrequencies(frequencies, Math.max(now.total(), 100));
  }

  /// What is remembered and not too old or too much.
  private Memory current() {
    Memory now = memory;
    boolean good =
        now.since().plus(LASTS).isAfter(clock.instant()) && now.known().size() < REMEMBERED;
    return good ? now : nothing();
  }

  private Memory nothing() {
    return new Memory(clock.instant(), 0, new ConcurrentHashMap<>());
  }

  private Memory ask(List<String> stems, Memory before, Optional<Past> past) throws IOException {
    ObjectNode search = Queries.frequencies(stems);
    String where = indices.documents();
    if (past.isPresent()) {
      // What was current then may have been replaced since.
      where += "," + indices.revisions();
      ObjectNode bool = search.putObject("query").putObject("bool");
      bool.putArray("filter").add(past.get().indexed());
      bool.putArray("must_not").add(past.get().replaced());
    }
    JsonNode answer = indices.elasticsearch().search(where, search).json();
    JsonNode buckets = answer.at("/aggregations/df/buckets");
    for (String stem : stems) {
      before.known().put(stem, buckets.path(stem).path("doc_count").asLong());
    }
    return new Memory(before.since(), answer.at("/hits/total/value").asLong(), before.known());
  }
}
