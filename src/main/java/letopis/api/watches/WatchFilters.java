package letopis.api.watches;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import letopis.api.http.BodyReader;
import letopis.api.http.Call;
import letopis.api.http.Wording;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Filters;
import letopis.sources.SourceKind;

/// The filters of a watch in JSON: the names of the parameters of a search, with lists for values.
final class WatchFilters {
  private static final int MOST = 100;
  private static final int LONGEST = 200;

  private WatchFilters() {}

  /// Reads the field `filters` of a request's body; its mistakes become faults of the reader.
  static Filters read(BodyReader whole, Call call) {
    JsonNode value = whole.any("filters");
    if (value.isMissingNode() || value.isNull()) {
      return Filters.NONE;
    }
    if (!(value instanceof ObjectNode object)) {
      whole.fault("filters", new Wording("an object is expected", "нужен объект"));
      return Filters.NONE;
    }
    BodyReader reader = new BodyReader(object, "/filters", call.at());
    Map<Dimension, Set<String>> only = new EnumMap<>(Dimension.class);
    Map<Dimension, Set<String>> not = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      only.put(dimension, values(reader, dimension, dimension.label()));
      not.put(dimension, values(reader, dimension, "not." + dimension.label()));
    }
    Filters filters = new Filters(only, not, reader.flag("changed"), reader.flag("removed"));
    reader.finish().forEach(whole::fault);
    return filters;
  }

  private static Set<String> values(BodyReader reader, Dimension dimension, String name) {
    List<String> values = reader.texts(name, MOST, LONGEST);
    boolean known =
        dimension != Dimension.KIND
            || values.stream()
                .allMatch(
                    value ->
                        Arrays.stream(SourceKind.values())
                            .anyMatch(kind -> kind.label().equals(value)));
    if (!known) {
      reader.fault(name, new Wording("no such kind of source", "такого вида источников нет"));
    }
    return new LinkedHashSet<>(values);
  }

  /// Writes what narrows; nothing when nothing does.
  static void write(Filters filters, ObjectNode watch) {
    if (filters.equals(Filters.NONE)) {
      return;
    }
    ObjectNode node = watch.putObject("filters");
    filters.only().forEach((dimension, values) -> put(node, dimension.label(), values));
    filters.not().forEach((dimension, values) -> put(node, "not." + dimension.label(), values));
    filters.changed().ifPresent(changed -> node.put("changed", changed));
    filters.removed().ifPresent(removed -> node.put("removed", removed));
  }

  private static void put(ObjectNode node, String name, Set<String> values) {
    values.forEach(node.putArray(name)::add);
  }
}
