package letopis.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.query.Inflections;
import letopis.query.Query;
import letopis.search.SearchAnswer.Understood;
import letopis.text.Words;

/// Says how words were understood and why hits matched, from the marks that the highlighter set.
final class Why {
  private static final Pattern MARK = Pattern.compile("<mark>(.*?)</mark>", Pattern.DOTALL);
  private static final int MOST_FORMS = 20;

  /// The words of the address, in one alphabet.
  static final String ADDRESS = "url.words";

  private final List<Query.Word> words = new ArrayList<>();
  private final Map<Query.Word, Set<String>> stems = new LinkedHashMap<>();
  private final Map<Query.Word, Map<String, Integer>> forms = new LinkedHashMap<>();

  /// Nothing is to be explained.
  static Why nothing() {
    return new Why();
  }

  private Why() {}

  Why(Query query, Inflections inflections) {
    collect(query);
    for (Query.Word word : words) {
      String norm = Words.normalize(word.text());
      Set<String> set = new LinkedHashSet<>();
      if (word.form() == Query.Form.ANY) {
        Words.of(word.text()).forEach(part -> set.add(part.stem()));
        for (Inflections.Form form : inflections.of(norm)) {
          set.add(form.exact() ? "=" + form.text() : Words.stem(form.text()));
        }
      } else {
        set.add(norm);
      }
      stems.put(word, set);
      forms.put(word, new TreeMap<>());
    }
  }

  private void collect(Query query) {
    switch (query) {
      case Query.Word word -> words.add(word);
      case Query.Phrase phrase -> words.addAll(phrase.words());
      case Query.AnyOf any -> any.options().forEach(this::collect);
      case Query.Near near -> near.parts().forEach(this::collect);
      case Query.SameSentence same -> same.parts().forEach(this::collect);
      case Query.In in -> collect(in.query());
      case Query.And and -> and.parts().forEach(this::collect);
      case Query.Or or -> or.parts().forEach(this::collect);
      case Query.Best best -> words.addAll(best.words());
      case Query.Everything _, Query.Not _, Query.Value _, Query.By _, Query.Range _ -> {}
    }
  }

  /// The reasons of one hit; remembers the forms for [#understood].
  List<Hit.Why> of(JsonNode highlight) {
    List<Hit.Why> reasons = new ArrayList<>();
    if (words.isEmpty()) {
      return reasons;
    }
    for (String field : List.of("title", "lead", "body")) {
      Map<Query.Word, Set<String>> found = new LinkedHashMap<>();
      for (JsonNode fragment : highlight.path(field)) {
        Matcher marks = MARK.matcher(fragment.asText());
        while (marks.find()) {
          match(marks.group(1), found);
        }
      }
      found.forEach((word, set) -> reasons.add(new Hit.Why(word.text(), field, List.copyOf(set))));
    }
    for (JsonNode address : highlight.path(ADDRESS)) {
      MARK.matcher(address.asText())
          .results()
          .map(mark -> mark.group(1))
          .forEach(word -> reasons.add(new Hit.Why(word, "url", List.of(word))));
    }
    return reasons;
  }

  private void match(String marked, Map<Query.Word, Set<String>> found) {
    for (letopis.text.Word part : Words.of(marked)) {
      for (Query.Word word : words) {
        boolean same =
            switch (word.form()) {
              case ANY -> isOneOf(stems.getOrDefault(word, Set.of()), part);
              case EXACT -> part.norm().equals(Words.normalize(word.text()));
              case PREFIX -> part.norm().startsWith(Words.normalize(word.text()));
            };
        if (same) {
          found.computeIfAbsent(word, _ -> new LinkedHashSet<>()).add(part.norm());
          forms.get(word).merge(part.norm(), 1, Integer::sum);
        }
      }
    }
  }

  private static boolean isOneOf(Set<String> looked, letopis.text.Word word) {
    // The index cuts off what makes a possessive: Kyiv's.
    String norm = word.norm();
    String stem =
        norm.endsWith("'s") ? Words.stem(norm.substring(0, norm.length() - 2)) : word.stem();
    return looked.contains(stem) || looked.contains("=" + norm);
  }

  /// How each word was understood, with the forms seen in the hits explained so far.
  List<Understood> understood() {
    return words.stream()
        .map(
            word ->
                new Understood(
                    word.text(),
                    word.span().start(),
                    word.form().name().toLowerCase(java.util.Locale.ROOT),
                    List.copyOf(stems.get(word)),
                    frequent(forms.get(word))))
        .toList();
  }

  private static List<String> frequent(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_FORMS)
        .map(Map.Entry::getKey)
        .toList();
  }
}
