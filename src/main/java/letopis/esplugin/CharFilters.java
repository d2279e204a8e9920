package letopis.esplugin;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/// Character filters by official name.
final class CharFilters {
  private CharFilters() {}

  static Map<String, AnalysisProvider<CharFilterFactory>> types() {
    return Map.of(
        "mapping",
        AnalysisPlugin.requiresAnalysisSettings(
            (_, _, name, settings) -> normalizing(name, mapping(name, settings))));
  }

  private static UnaryOperator<Reader> mapping(String name, Settings settings) {
    List<String> rules = settings.getAsList("mappings");
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("[" + name + "]: `mappings` is required and not empty");
    }
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    for (String rule : rules) {
      int arrow = rule.indexOf("=>");
      if (arrow < 0) {
        throw new IllegalArgumentException("Invalid mapping rule : [" + rule + "]");
      }
      map.add(
          Escapes.parse(rule.substring(0, arrow).trim()),
          Escapes.parse(rule.substring(arrow + 2).trim()));
    }
    NormalizeCharMap normalized = map.build();
    return reader -> new MappingCharFilter(normalized, reader);
  }

  private static CharFilterFactory normalizing(String name, UnaryOperator<Reader> filter) {
    return new NormalizingCharFilterFactory() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Reader create(Reader reader) {
        return filter.apply(reader);
      }
    };
  }
}
