package letopis.trace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import letopis.elasticsearch.Elasticsearch;
import letopis.text.Fingerprints;
import letopis.text.Lookalikes;
import letopis.text.StopWords;
import letopis.text.Word;
import letopis.text.Words;

/// The searches that find candidates for a claim. They only have to bring the right versions among
/// the first; [Matcher] decides.
final class Queries {
  /// Content words of a claim that are searched for, the heaviest.
  private static final int WORDS = 40;

  /// Fingerprints searched for: the least ones, which any text containing the passage also has.
  private static final int PRINTS = 48;

  private static final int LONG_WORDS = 30;

  /// Each has up to 32 ways of being written.
  private static final int DISGUISED = 12;

  /// A longer claim has words enough that are rare, and its phrase costs an eighth of the search.
  private static final int PHRASE = 9;

  private Queries() {}

  /// A bag of the claim's content words over titles and bodies, and the phrase: of common words a
  /// long text with all of them in order scores less than many short ones with some.
  ///
  /// @param share of the content words that a version must have, in percent
  static ObjectNode words(Claim claim, int share, int size) {
    String words = String.join(" ", contentWords(claim, WORDS));
    ObjectNode search = Retrieval.search(size);
    ArrayNode should = search.putObject("query").putObject("dis_max").putArray("queries");
    match(should, "body", words, share);
    match(should, "title", words, share);
    if (claim.words.size() <= PHRASE) {
      ObjectNode phrase = should.addObject().putObject("match_phrase").putObject("body");
      int slop = claim.content < Matcher.SHORT ? 3 : 0;
      phrase.put("query", claim.text).put("slop", slop).put("boost", 2);
    }
    return search;
  }

  /// Texts that hide the claim's words from searches, with Latin letters in every one of them;
  /// none of a claim that has no letters to be replaced.
  static Optional<ObjectNode> disguised(Claim claim, int share, int size) {
    ObjectNode search = Retrieval.search(size);
    ObjectNode bool = search.putObject("query").putObject("bool");
    bool.put("minimum_should_match", "2<" + share + "%");
    ArrayNode should = bool.putArray("should");
    for (String word : contentWords(claim, DISGUISED)) {
      String ways = String.join(" ", Lookalikes.disguised(word));
      if (!ways.isEmpty()) {
        should.addObject().putObject("match").put("body", ways);
      }
    }
    return should.isEmpty() ? Optional.empty() : Optional.of(search);
  }

  /// The same, oldest by claimed time first.
  static ObjectNode oldest(Claim claim, int share, int size) {
    ObjectNode search = words(claim, share, size);
    search.putArray("sort").addObject().put("published_at", "asc");
    return search;
  }

  /// Versions that share passages with an article.
  static ObjectNode passages(Claim claim, int size) {
    ObjectNode search = Retrieval.search(size);
    ArrayNode should = search.putObject("query").putObject("bool").putArray("should");
    Fingerprints.of(claim.words).stream()
        .sorted()
        .limit(PRINTS)
        .forEach(print -> should.addObject().putObject("term").put("fingerprints", print));
    return search;
  }

  /// Versions that speak of the same as an article: its heaviest words.
  static ObjectNode topic(Claim claim, int size) {
    String words = String.join(" ", contentWords(claim, LONG_WORDS));
    ObjectNode search = Retrieval.search(size);
    ArrayNode should = search.putObject("query").putObject("dis_max").putArray("queries");
    match(should, "body", words, 25);
    return search;
  }

  private static void match(ArrayNode should, String field, String words, int share) {
    ObjectNode match = should.addObject().putObject("match").putObject(field);
    match.put("query", words).put("minimum_should_match", "2<" + share + "%");
  }

  /// The claim's heaviest words, each stem once, in the claim's order. A claim of stop words alone
  /// is searched for as it is.
  private static Set<String> contentWords(Claim claim, int most) {
    List<Integer> places = new ArrayList<>();
    Set<String> stems = new LinkedHashSet<>();
    for (int i = 0; i < claim.words.size(); i++) {
      Word word = claim.words.get(i);
      if (!StopWords.has(word.norm()) && stems.add(word.stem())) {
        places.add(i);
      }
    }
    places.sort(Comparator.comparingDouble((Integer i) -> -claim.weights[i]));
    Set<String> words = new LinkedHashSet<>();
    places.stream().limit(most).sorted().forEach(i -> words.add(asked(claim, i)));
    if (words.isEmpty()) {
      claim.words.forEach(word -> words.add(word.norm()));
    }
    return words;
  }

  /// Numbers as they are written: the index has not read them.
  private static String asked(Claim claim, int i) {
    Word word = claim.words.get(i);
    return word.isNumber() ? claim.text.substring(word.start(), word.end()) : word.norm();
  }

  /// How many versions have each stem, as one request.
  static ObjectNode frequencies(List<String> stems) {
    ObjectNode search = Elasticsearch.JSON.createObjectNode();
    search.put("size", 0).put("track_total_hits", true);
    ObjectNode filters =
        search.putObject("aggs").putObject("df").putObject("filters").putObject("filters");
    for (String stem : stems) {
      filters.putObject(stem).putObject("term").put("body", indexed(stem));
    }
    return search;
  }

  /// The index has numbers without the sign of what they count, and owners without the sign of the
  /// possessive (of «Ukraine's» the stem here is «ukraine'»).
  private static String indexed(String stem) {
    return stem.endsWith("'")
        ? Words.stem(stem.substring(0, stem.length() - 1))
        : stem.replaceAll("(?<=\\d)[%$€₽]$", "");
  }
}
