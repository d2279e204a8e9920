package letopis.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import letopis.query.ParseOutcome;
import letopis.query.Query;
import letopis.query.QueryCompiler;
import letopis.query.QueryParser;
import letopis.search.SearchRequest.Dimension;
import letopis.sources.Configuration;
import letopis.sources.Place;
import letopis.sources.Topic;
import letopis.text.Span;
import letopis.text.Words;

/// The configured topics and places as conditions. They are evaluated when a search runs, so a new
/// topic counts old documents at once.
final class NamedQueries {
  private static final Span NOWHERE = new Span(0, 0);

  private final Map<String, Named> topics = new LinkedHashMap<>();
  private final Map<String, Named> places = new LinkedHashMap<>();

  /// One of them.
  record Named(String label, ObjectNode condition) {}

  NamedQueries(Configuration configuration, QueryCompiler compiler, SourceNames sources) {
    for (Topic topic : configuration.topics()) {
      // A topic whose query is wrong matches nothing rather than everything.
      if (QueryParser.parse(topic.query()) instanceof ParseOutcome.Parsed parsed) {
        topics.put(
            topic.id(), new Named(topic.name(), compiler.condition(sources.meant(parsed.query()))));
      }
    }
    for (Place place : configuration.places()) {
      places.put(place.id(), new Named(place.name(), compiler.condition(mention(place))));
    }
  }

  /// All topics or all places, by id.
  Map<String, Named> of(Dimension dimension) {
    return switch (dimension) {
      case TOPIC -> Collections.unmodifiableMap(topics);
      case PLACE -> Collections.unmodifiableMap(places);
      case SOURCE, KIND, LANG, REGION, SECTION, TAG, AUTHOR, DOMAIN, CLUSTER -> Map.of();
    };
  }

  private static Query mention(Place place) {
    List<Query> names = new ArrayList<>();
    names.add(name(place.name()));
    place.variants().forEach(variant -> names.add(name(variant)));
    return names.size() == 1 ? names.getFirst() : new Query.Or(names, NOWHERE);
  }

  private static Query name(String name) {
    List<Query.Word> words =
        Words.of(name).stream()
            .map(w -> name.substring(w.start(), w.end()))
            .map(w -> new Query.Word(w, Query.Form.ANY, NOWHERE))
            .toList();
    return words.size() == 1 ? words.getFirst() : new Query.Phrase(words, 0, NOWHERE);
  }
}
