package letopis.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import letopis.index.Indices;
import letopis.query.Fault;
import letopis.query.Field;
import letopis.query.ParseOutcome;
import letopis.query.Query;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Filters;
import letopis.sources.Configuration;
import letopis.sources.Nearest;
import letopis.text.Outlets;
import letopis.text.Word;
import letopis.text.Words;

/// What sources are called: ids, names and aliases of the configuration, names that documents have,
/// hosts of documents, names under which much cited outlets are known. Punctuation, capitals and ё
/// do not matter. What is not known is looked up in the archive; safe for use by many threads.
final class SourceNames {
  /// Sources and names of one look into the archive.
  private static final int MOST = 10_000;

  private static final int NAMES_OF_ONE = 5;
  private static final int OFFERED = 3;

  private final Indices indices;
  private final Labels labels;
  private final Outlets outlets = Outlets.bundled();
  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private final Map<String, Set<String>> idsByName = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> spellings = new ConcurrentHashMap<>();
  private final Set<String> hosts = ConcurrentHashMap.newKeySet();

  SourceNames(Indices indices, Configuration configuration, Labels labels) {
    this.indices = indices;
    this.labels = labels;
    configuration
        .sources()
        .forEach(
            source -> {
              ids.add(source.id());
              know(source.id(), source.name());
              source.aliases().forEach(alias -> know(source.id(), alias));
            });
  }

  /// See [SourceLookup#resolve(Query)].
  ParseOutcome resolve(Query query) throws IOException {
    List<Query.Value> asked = new ArrayList<>();
    query.replace(
        value -> {
          if (value.field() == Field.SOURCE) {
            asked.add(value);
          }
          return value;
        });
    if (asked.stream().anyMatch(value -> !known(value))) {
      read(asked.stream().flatMap(value -> possibleHosts(value.value()).stream()).toList());
    }
    List<Fault> faults =
        asked.stream().filter(value -> !known(value)).map(this::unknown).distinct().toList();
    return faults.isEmpty()
        ? new ParseOutcome.Parsed(meant(query))
        : new ParseOutcome.Rejected(faults);
  }

  /// The query with its sources understood as well as can be without the archive; who is not known
  /// is looked for under all that the word may mean.
  Query meant(Query query) {
    return query.replace(value -> value.field() == Field.SOURCE ? meant(value) : value);
  }

  /// See [SourceLookup#resolve(Filters, BiConsumer)].
  Filters resolve(Filters filters, BiConsumer<String, Fault> unknown) throws IOException {
    return new Filters(
        resolve(filters.only(), "", unknown),
        resolve(filters.not(), "not.", unknown),
        filters.changed(),
        filters.removed());
  }

  private Map<Dimension, Set<String>> resolve(
      Map<Dimension, Set<String>> filters, String before, BiConsumer<String, Fault> unknown)
      throws IOException {
    Set<String> typed = filters.getOrDefault(Dimension.SOURCE, Set.of());
    if (ids.containsAll(typed)) {
      return filters;
    }
    read(List.of());
    Set<String> meant = new LinkedHashSet<>();
    for (String one : typed) {
      Set<String> named = ids.contains(one) ? Set.of(one) : idsOf(one);
      if (named.isEmpty()) {
        unknown.accept(before + Dimension.SOURCE.label(), unknown(one, 0, one.length()));
      }
      meant.addAll(named);
    }
    Map<Dimension, Set<String>> resolved = new EnumMap<>(filters);
    resolved.put(Dimension.SOURCE, meant);
    return resolved;
  }

  private Set<String> idsOf(String typed) {
    String lower = typed.toLowerCase(Locale.ROOT);
    return ids.contains(lower) ? Set.of(lower) : idsByName.getOrDefault(fold(typed), Set.of());
  }

  /// The one source that a name in a text means; empty where none is called so, or several.
  Optional<String> only(String name) {
    Set<String> named = new LinkedHashSet<>(idsOf(name));
    if (named.isEmpty()) {
      possibleHosts(name).forEach(host -> named.addAll(idsOf(host)));
    }
    return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
  }

  private Query meant(Query.Value value) {
    String lower = value.value().toLowerCase(Locale.ROOT);
    if (value.prefix()) {
      return beginning(value, lower);
    }
    if (ids.contains(lower)) {
      return value;
    }
    Set<String> sources = new LinkedHashSet<>(idsOf(value.value()));
    sources.add(lower);
    Set<String> names = new LinkedHashSet<>(spelled(value.value()));
    names.add(value.value());
    return new Query.By(
        List.copyOf(sources),
        List.copyOf(names),
        possibleHosts(value.value()),
        false,
        value.span());
  }

  /// Ids and names that begin so; those too of which only an alias or another spelling does.
  private Query beginning(Query.Value value, String lower) {
    String start = fold(value.value());
    Set<String> sources = new LinkedHashSet<>();
    idsByName.forEach((name, named) -> sources.addAll(name.startsWith(start) ? named : Set.of()));
    Query typed =
        new Query.By(List.of(lower), List.of(value.value()), List.of(), true, value.span());
    Query known = new Query.By(List.copyOf(sources), List.of(), List.of(), false, value.span());
    return sources.isEmpty() ? typed : new Query.Or(List.of(typed, known), value.span());
  }

  private Set<String> spelled(String typed) {
    return spellings.getOrDefault(fold(typed), Set.of());
  }

  private boolean known(Query.Value value) {
    String lower = value.value().toLowerCase(Locale.ROOT);
    String folded = fold(value.value());
    return value.prefix()
        ? ids.stream().anyMatch(id -> id.startsWith(lower))
            || idsByName.keySet().stream().anyMatch(name -> name.startsWith(folded))
        : ids.contains(lower)
            || idsByName.containsKey(folded)
            || possibleHosts(value.value()).stream().anyMatch(hosts::contains);
  }

  /// The host typed, and that of an outlet which is known by this name.
  private List<String> possibleHosts(String typed) {
    List<String> possible = new ArrayList<>();
    String host =
        typed
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^https?://", "")
            .replaceFirst("^www\\.", "")
            .replaceFirst("/$", "");
    if (host.indexOf('.') > 0 && host.chars().noneMatch(Character::isWhitespace)) {
      possible.add(host);
    }
    outlets.find(typed).map(Outlets.Outlet::key).ifPresent(possible::add);
    return possible;
  }

  /// Reads what the documents of the archive call their sources.
  ///
  /// @param asked hosts that may be there
  void read(List<String> asked) throws IOException {
    ObjectNode body = Conditions.object().put("size", 0).put("track_total_hits", false);
    ObjectNode aggregations = body.putObject("aggs");
    ObjectNode source = aggregations.putObject("source");
    source.putObject("terms").put("field", "source").put("size", MOST);
    ObjectNode name = source.putObject("aggs").putObject("name").putObject("terms");
    name.put("field", "source_name").put("size", NAMES_OF_ONE);
    if (!asked.isEmpty()) {
      ObjectNode host = aggregations.putObject("host").putObject("terms").put("field", "domain");
      host.put("size", asked.size()).set("include", SearchBody.strings(asked));
    }
    JsonNode found =
        indices.elasticsearch().search(indices.documents(), body).json().path("aggregations");
    for (JsonNode bucket : found.at("/source/buckets")) {
      String id = bucket.path("key").asText();
      ids.add(id);
      for (JsonNode spelling : bucket.at("/name/buckets")) {
        String written = spelling.path("key").asText();
        labels.learn(id, written);
        know(id, written);
        spellings.computeIfAbsent(fold(written), _ -> ConcurrentHashMap.newKeySet()).add(written);
      }
    }
    found.at("/host/buckets").forEach(bucket -> hosts.add(bucket.path("key").asText()));
  }

  private void know(String id, String name) {
    idsByName.computeIfAbsent(fold(name), _ -> ConcurrentHashMap.newKeySet()).add(id);
  }

  /// A name without what does not matter: «Амурская правда», АМУРСКАЯ ПРАВДА.
  private static String fold(String name) {
    String words = String.join(" ", Words.of(name).stream().map(Word::norm).toList());
    return words.isEmpty() ? name.strip().toLowerCase(Locale.ROOT) : words;
  }

  private Fault unknown(Query.Value value) {
    return unknown(value.value(), value.span().start(), value.span().end());
  }

  private Fault unknown(String typed, int start, int end) {
    String shown = typed.length() > 60 ? typed.substring(0, 60) + "…" : typed;
    List<String> near = near(fold(typed));
    String list = String.join(", ", near);
    return near.isEmpty()
        ? new Fault(
            start,
            end - start,
            "no source is known by “" + shown + "”; /sources and the facet “source” list them",
            "источник «" + shown + "» неизвестен; их список — в /sources и в фасете «source»")
        : new Fault(
            start,
            end - start,
            "no source is known by “" + shown + "”; did you mean " + list + "?",
            "источник «" + shown + "» неизвестен; может быть, " + list + "?");
  }

  /// Names that have the words typed, else the nearest one; quoted, as they can be typed.
  private List<String> near(String folded) {
    List<String> having =
        idsByName.keySet().stream()
            .filter(name -> (" " + name + " ").contains(" " + folded + " "))
            .sorted()
            .limit(OFFERED)
            .toList();
    List<String> chosen =
        having.isEmpty() ? Nearest.to(folded, idsByName.keySet()).stream().toList() : having;
    return chosen.stream().map(this::asTyped).toList();
  }

  private String asTyped(String folded) {
    String name = spellings.getOrDefault(folded, Set.of(folded)).iterator().next();
    return "source:" + (name.matches("[\\p{L}\\p{N}._-]+") ? name : "\"" + name + "\"");
  }
}
