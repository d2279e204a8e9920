package letopis.esplugin;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/// Character filters by official name.
final class CharFilters {
  private CharFilters() {}

  static Map<String, AnalysisProvider<CharFilterFactory>> types() {
    return Map.of(
        "html_strip",
        (_, _, name, settings) -> new Plain(name, htmlStrip(settings)),
        "mapping",
        AnalysisPlugin.requiresAnalysisSettings(
            (_, env, name, settings) -> new Normalizing(name, mapping(env, name, settings))),
        "pattern_replace",
        AnalysisPlugin.requiresAnalysisSettings(
            (_, _, name, settings) -> new Normalizing(name, patternReplace(settings))));
  }

  private static UnaryOperator<Reader> htmlStrip(Settings settings) {
    Set<String> escaped = Set.copyOf(settings.getAsList("escaped_tags"));
    return escaped.isEmpty()
        ? HTMLStripCharFilter::new
        : reader -> new HTMLStripCharFilter(reader, escaped);
  }

  private static UnaryOperator<Reader> mapping(Environment env, String name, Settings settings) {
    List<String> rules = Analysis.getWordList(env, settings, "mappings");
    if (rules == null) {
      throw new IllegalArgumentException(
          "mapping requires either `mappings` or `mappings_path` to be configured: " + name);
    }
    MappingRules parsed = new MappingRules();
    for (String rule : rules) {
      int arrow = rule.indexOf("=>");
      if (arrow < 0) {
        throw new IllegalArgumentException("Invalid Mapping Rule : [" + rule + "]");
      }
      parsed.add(
          Escapes.parse(rule.substring(0, arrow).trim()),
          Escapes.parse(rule.substring(arrow + 2).trim()));
    }
    return reader -> new MappedText(parsed, reader);
  }

  private static UnaryOperator<Reader> patternReplace(Settings settings) {
    String expression = settings.get("pattern", "");
    if (expression.isEmpty()) {
      throw new IllegalArgumentException("pattern is missing for [pattern_replace] char filter");
    }
    Pattern pattern = Regex.compile(expression, settings.get("flags"));
    String replacement = settings.get("replacement", "");
    return reader -> new PatternReplaceCharFilter(pattern, replacement, reader);
  }

  private record Plain(String name, UnaryOperator<Reader> filter) implements CharFilterFactory {
    @Override
    public Reader create(Reader reader) {
      return filter.apply(reader);
    }
  }

  private record Normalizing(String name, UnaryOperator<Reader> filter)
      implements NormalizingCharFilterFactory {
    @Override
    public Reader create(Reader reader) {
      return filter.apply(reader);
    }
  }
}
