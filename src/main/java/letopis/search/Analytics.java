package letopis.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import letopis.search.SearchRequest.Breakdown;
import letopis.search.SearchRequest.Listing;
import letopis.search.SearchRequest.Sort;
import letopis.text.StopWords;
import letopis.text.Words;

/// What a set of documents is about, how sets compare, and who is first and who is quoted.
public final class Analytics {
  private static final int SAMPLE = 2_000;

  private final DocumentSearch search;

  public Analytics(DocumentSearch search) {
    this.search = search;
  }

  /// A word that the set has far more often than the archive.
  ///
  /// @param count documents of the sample with it
  /// @param background documents of the whole archive with it
  /// @param score the higher the more distinctive (JLH: absolute times relative change of
  ///     frequency)
  public record Term(String term, long count, long background, double score) {}

  /// The distinctive words of a result set, from a sample of its 2,000 best documents; texts that
  /// repeat are counted once.
  ///
  /// @param size at most so many, 1..200
  public List<Term> terms(SearchRequest request, int size) throws IOException {
    ObjectNode body = search.compiled(request.with(Breakdown.NONE).with(noHits()));
    ObjectNode sample = body.putObject("aggs").putObject("sample");
    sample.putObject("sampler").put("shard_size", SAMPLE);
    ObjectNode words = sample.putObject("aggs").putObject("words").putObject("significant_text");
    words
        .put("field", "body.exact")
        .put("filter_duplicate_text", true)
        .put("min_doc_count", 3)
        .put("size", Math.min(1_000, size * 4 + 100));
    words.putArray("source_fields").add("body");
    boolean past = request.period().asOf().isPresent();
    JsonNode buckets = search.run(body, past).at("/aggregations/sample/words/buckets");
    return distinct(buckets, size);
  }

  /// One entry for all forms of a word: that which the set has most.
  private static List<Term> distinct(JsonNode buckets, int size) {
    Map<String, Term> byStem = new LinkedHashMap<>();
    for (JsonNode bucket : buckets) {
      String word = bucket.path("key").asText();
      boolean carries =
          word.codePointCount(0, word.length()) > 1
              && !StopWords.has(word)
              && !word.equals("xsentx")
              && word.chars().noneMatch(Character::isDigit);
      if (carries) {
        Term term =
            new Term(
                word,
                bucket.path("doc_count").asLong(),
                bucket.path("bg_count").asLong(),
                bucket.path("score").asDouble());
        byStem.merge(Words.stem(word), term, (a, b) -> a.count() >= b.count() ? a : b);
      }
    }
    return byStem.values().stream().limit(size).toList();
  }

  /// One of several searches side by side.
  ///
  /// @param folded documents with copies of one text counted once
  /// @param share of all documents of the same filters and period, 0..1
  public record Compared(SearchAnswer answer, SearchAnswer.Total folded, double share) {
    public Compared {
      Objects.requireNonNull(answer);
      Objects.requireNonNull(folded);
    }
  }

  /// Several searches over the same filters, period and breakdown, side by side.
  public List<Compared> compare(List<SearchRequest> requests) throws IOException {
    List<Compared> all = new ArrayList<>();
    for (SearchRequest request : requests) {
      SearchAnswer answer = search.search(request.with(noHits()));
      SearchRequest bare = request.with(Breakdown.NONE);
      Listing groups = new Listing(Sort.OLDEST, true, 0, java.util.Optional.empty());
      SearchAnswer folded = search.search(bare.with(groups));
      SearchRequest everything =
          SearchRequest.everything().with(request.filters()).with(request.period());
      long whole = search.search(everything.with(noHits())).total().value();
      double share = whole == 0 ? 0 : (double) answer.total().value() / whole;
      all.add(new Compared(answer, folded.total(), share));
    }
    return all;
  }

  /// How a source stands in the citation index.
  ///
  /// @param documents of the source in the set
  /// @param citedBy other sources that name it at least once
  /// @param citations documents of others that name it
  /// @param copied documents of others that are copies of its texts
  /// @param score `citedBy × ln(1 + citations + copied)`: breadth before volume, so that one
  ///     reprinting neighbour does not make a source influential
  public record Cited(
      String source,
      String label,
      long documents,
      long citedBy,
      long citations,
      long copied,
      double score) {
    public Cited {
      Objects.requireNonNull(source);
      Objects.requireNonNull(label);
    }
  }

  /// The citation index of the sources in a result set, most cited first.
  ///
  /// @param size at most so many, 1..1000
  public List<Cited> citations(SearchRequest request, int size) throws IOException {
    return new CitationIndex(search, request).count(size);
  }

  private static Listing noHits() {
    return new Listing(Sort.RELEVANCE, false, 0, java.util.Optional.empty());
  }
}
