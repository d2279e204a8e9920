package letopis.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.query.OtherSyntax;
import letopis.query.ParseOutcome;
import letopis.query.Query;
import letopis.query.QueryParser;
import letopis.search.SearchAnswer.Suggestion;
import letopis.text.Word;
import letopis.text.Words;

/// What to offer when nothing was found: the other keyboard layout, Russian letters, the nearest
/// words of the archive; and always our writing of what looks like another system's operators. Only
/// what finds something is offered.
final class Suggestions {
  private static final int MOST_WORDS = 10;

  private final Indices indices;
  private final SearchBody bodies;
  private final SourceNames sources;

  Suggestions(Indices indices, SearchBody bodies, SourceNames sources) {
    this.sources = sources;
    this.indices = indices;
    this.bodies = bodies;
  }

  /// @param found how many documents were
  List<Suggestion> of(SearchRequest request, long found) throws IOException {
    Map<String, String> offers = new LinkedHashMap<>();
    Optional<String> ours =
        request.query() instanceof Query.Best
            ? Optional.empty()
            : OtherSyntax.translated(request.q());
    ours.ifPresent(query -> offers.put(query, "operators"));
    // Operators are no words: `a W/5 b` must not become `a OR W OR 5 OR b`.
    if (found == 0 && ours.isEmpty()) {
      offerWords(request.q(), offers);
    }
    return offers.isEmpty() ? List.of() : found(request, offers);
  }

  private void offerWords(String q, Map<String, String> offers) throws IOException {
    List<Word> words = Words.of(q);
    if (words.isEmpty() || words.size() > MOST_WORDS) {
      return;
    }
    KeyboardLayout.other(q).ifPresent(other -> offers.putIfAbsent(other, "layout"));
    rewrite(q, words, word -> Transliteration.russian(word.norm()))
        .ifPresent(other -> offers.putIfAbsent(other, "transliteration"));
    Map<String, String> nearest = nearest(words);
    rewrite(q, words, word -> Optional.ofNullable(nearest.get(word.norm())))
        .ifPresent(other -> offers.putIfAbsent(other, "typo"));
    if (words.size() > 1) {
      offers.putIfAbsent(
          String.join(" OR ", words.stream().map(w -> q.substring(w.start(), w.end())).toList()),
          "any_words");
    }
  }

  /// The query with words replaced in place; empty when none was.
  private static Optional<String> rewrite(
      String q, List<Word> words, Function<Word, Optional<String>> other) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    boolean changed = false;
    for (Word word : words) {
      Optional<String> replacement = other.apply(word);
      out.append(q, at, word.start());
      out.append(replacement.orElse(q.substring(word.start(), word.end())));
      changed |= replacement.isPresent();
      at = word.end();
    }
    out.append(q.substring(at));
    return changed ? Optional.of(out.toString()) : Optional.empty();
  }

  /// For words that the archive does not have, the nearest that it has. The suggester calls a word
  /// missing that one partition does not have, so what all of them have is counted beside.
  private Map<String, String> nearest(List<Word> words) throws IOException {
    ObjectNode body = Conditions.object().put("size", 0);
    List<ObjectNode> any = new ArrayList<>();
    ObjectNode having = Conditions.object();
    for (Word word : words) {
      ObjectNode has = Conditions.object();
      has.putObject("term").put("body.exact", word.norm());
      any.add(has);
      having.set(word.norm(), has);
    }
    body.set("query", Conditions.bool("should", any));
    body.putObject("aggs").putObject("having").putObject("filters").set("filters", having);
    ObjectNode suggest = body.putObject("suggest");
    for (Word word : words) {
      suggest
          .putObject(word.norm())
          .put("text", word.norm())
          .putObject("term")
          .put("field", "body.exact")
          .put("size", 1)
          .put("sort", "frequency")
          .put("suggest_mode", "missing")
          .put("max_edits", word.norm().length() > 5 ? 2 : 1)
          .put("min_word_length", 4);
    }
    JsonNode answer = indices.elasticsearch().search(indices.documents(), body).json();
    Map<String, String> nearest = new LinkedHashMap<>();
    for (Word word : words) {
      String option =
          answer.path("suggest").path(word.norm()).path(0).at("/options/0/text").asText("");
      JsonNode there = answer.at("/aggregations/having/buckets").path(word.norm());
      if (!option.isEmpty() && there.path("doc_count").asLong() == 0) {
        nearest.put(word.norm(), option);
      }
    }
    return nearest;
  }

  /// Those that find at least one document within the filters and the period of the request.
  private List<Suggestion> found(SearchRequest request, Map<String, String> offers)
      throws IOException {
    List<Suggestion> possible = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    offers.forEach(
        (q, why) -> {
          if (QueryParser.parse(q) instanceof ParseOutcome.Parsed parsed) {
            possible.add(new Suggestion(why, q));
            ObjectNode body = Conditions.object().put("size", 0).put("terminate_after", 1);
            SearchRequest other =
                SearchRequest.of(q, sources.meant(parsed.query()))
                    .with(request.filters())
                    .with(request.period());
            body.set("query", bodies.condition(other, request.period().asOf()));
            lines.append("{}\n").append(line(body)).append('\n');
          }
        });
    if (possible.isEmpty()) {
      return List.of();
    }
    JsonNode answers =
        indices
            .elasticsearch()
            .lines("/" + indices.documents() + "/_msearch", lines)
            .orThrow()
            .json();
    List<Suggestion> found = new ArrayList<>();
    for (int i = 0; i < possible.size(); i++) {
      if (answers.at("/responses/" + i + "/hits/total/value").asLong() > 0) {
        found.add(possible.get(i));
      }
    }
    return found;
  }

  private static String line(ObjectNode body) {
    try {
      return Elasticsearch.JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
