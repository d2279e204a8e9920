package letopis.search;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import letopis.sources.Configuration;

/// The names of sources: as configured now, else as last seen in a document, else the id.
final class Labels {
  /// Imported archives may name very many sources.
  private static final int MOST = 100_000;

  private final Map<String, String> names = new ConcurrentHashMap<>();

  Labels(Configuration configuration) {
    configuration.sources().forEach(source -> names.put(source.id(), source.name()));
  }

  void learn(String id, String name) {
    if (!name.isEmpty() && names.size() < MOST) {
      names.putIfAbsent(id, name);
    }
  }

  boolean knows(String id) {
    return names.containsKey(id);
  }

  String of(String id) {
    return names.getOrDefault(id, id);
  }
}
