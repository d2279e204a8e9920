package letopis.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import letopis.query.Fault;
import letopis.query.Inflections;
import letopis.query.ParseOutcome;
import letopis.query.Query;
import letopis.query.QueryCompiler;
import letopis.query.QueryParser;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Filters;
import letopis.sources.Configuration;
import letopis.sources.Nearest;
import letopis.sources.Place;
import letopis.sources.Topic;
import letopis.text.Words;

/// The configured topics and places as conditions. They are evaluated when a search runs, so a new
/// topic counts old documents at once.
final class NamedQueries {
  private final Map<String, Named> topics = new LinkedHashMap<>();
  private final Map<String, Named> places = new LinkedHashMap<>();

  /// One of them.
  record Named(String label, ObjectNode condition) {}

  NamedQueries(
      Configuration configuration,
      QueryCompiler compiler,
      SourceNames sources,
      Inflections inflections) {
    for (Topic topic : configuration.topics()) {
      topics.put(topic.id(), new Named(topic.name(), condition(topic, compiler, sources)));
    }
    PlaceMentions mentions = new PlaceMentions(configuration.places(), inflections);
    for (Place place : configuration.places()) {
      places.put(place.id(), new Named(place.name(), compiler.condition(mentions.of(place))));
    }
  }

  /// A topic whose query is wrong matches nothing rather than everything.
  private static ObjectNode condition(Topic topic, QueryCompiler compiler, SourceNames sources) {
    return switch (QueryParser.parse(topic.query())) {
      case ParseOutcome.Parsed(Query query) -> compiler.condition(sources.meant(query));
      case ParseOutcome.Rejected _ -> Conditions.none();
    };
  }

  /// All topics or all places, by id.
  Map<String, Named> of(Dimension dimension) {
    return switch (dimension) {
      case TOPIC -> Collections.unmodifiableMap(topics);
      case PLACE -> Collections.unmodifiableMap(places);
      case SOURCE, KIND, LANG, REGION, SECTION, TAG, AUTHOR, DOMAIN, CLUSTER -> Map.of();
    };
  }

  /// The filters with the ids of topics and places in place of their names.
  ///
  /// @param unknown takes the parameter and what is wrong with a value of it
  Filters resolve(Filters filters, BiConsumer<String, Fault> unknown) {
    return new Filters(
        resolve(filters.only(), "", unknown),
        resolve(filters.not(), "not.", unknown),
        filters.changed(),
        filters.removed());
  }

  private Map<Dimension, Set<String>> resolve(
      Map<Dimension, Set<String>> filters, String before, BiConsumer<String, Fault> unknown) {
    Map<Dimension, Set<String>> resolved = new EnumMap<>(Dimension.class);
    resolved.putAll(filters);
    for (Dimension dimension : List.of(Dimension.TOPIC, Dimension.PLACE)) {
      Set<String> meant = new LinkedHashSet<>();
      for (String typed : filters.getOrDefault(dimension, Set.of())) {
        id(dimension, typed)
            .ifPresentOrElse(
                meant::add,
                () -> unknown.accept(before + dimension.label(), unknown(dimension, typed)));
      }
      resolved.put(dimension, meant);
    }
    return resolved;
  }

  private Optional<String> id(Dimension dimension, String typed) {
    Map<String, Named> known = of(dimension);
    return known.containsKey(typed)
        ? Optional.of(typed)
        : known.entrySet().stream()
            .filter(
                one -> one.getKey().equalsIgnoreCase(typed) || alike(one.getValue().label(), typed))
            .map(Map.Entry::getKey)
            .findFirst();
  }

  private static boolean alike(String name, String typed) {
    return Words.normalize(name).equals(Words.normalize(typed));
  }

  private Fault unknown(Dimension dimension, String typed) {
    String shown = typed.length() > 60 ? typed.substring(0, 60) + "…" : typed;
    Map<String, String> known = new LinkedHashMap<>();
    of(dimension)
        .forEach(
            (id, query) -> {
              known.put(id, id);
              known.putIfAbsent(query.label(), id);
            });
    String near = Nearest.to(typed, known.keySet()).map(known::get).orElse("");
    boolean topic = dimension == Dimension.TOPIC;
    String english = "no " + dimension.label() + " “" + shown + "” is configured";
    String russian =
        topic ? "темы «" + shown + "» нет в настройках" : "места «" + shown + "» нет в настройках";
    return near.isEmpty()
        ? new Fault(
            0,
            typed.length(),
            english + "; /topics lists them",
            russian + "; их список — в /topics")
        : new Fault(
            0,
            typed.length(),
            english + "; did you mean " + near + "?",
            russian + "; может быть, " + near + "?");
  }
}
