package letopis.esplugin;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/// Makes factories of token filters from functions.
final class Filters {
  private Filters() {}

  /// Where a filter is configured.
  ///
  /// @param index settings of the index it is for
  /// @param env for words kept in files
  /// @param settings its own
  record Context(IndexSettings index, Environment env, String name, Settings settings) {
    boolean flag(String setting, boolean otherwise) {
      return settings.getAsBoolean(setting, otherwise);
    }

    int number(String setting, int otherwise) {
      return settings.getAsInt(setting, otherwise);
    }

    String required(String setting) {
      String value = settings.get(setting);
      if (value == null) {
        throw new IllegalArgumentException(setting + " is missing for [" + name + "] token filter");
      }
      return value;
    }
  }

  /// Reads settings, gives the filter.
  @FunctionalInterface
  interface Maker {
    UnaryOperator<TokenStream> make(Context context) throws IOException;
  }

  /// A filter for analyzers.
  static AnalysisProvider<TokenFilterFactory> plain(Maker maker) {
    return (index, env, name, settings) ->
        new Plain(name, maker.make(new Context(index, env, name, settings)));
  }

  /// A filter for analyzers that cannot work without settings.
  static AnalysisProvider<TokenFilterFactory> configured(Maker maker) {
    return AnalysisPlugin.requiresAnalysisSettings(plain(maker));
  }

  /// A filter that changes characters of single tokens only, so that normalizers may use it too.
  static AnalysisProvider<TokenFilterFactory> normalizing(Maker maker) {
    return (index, env, name, settings) ->
        new Normalizing(name, maker.make(new Context(index, env, name, settings)));
  }

  /// A filter that makes several tokens of one: rules of synonyms cannot be read through it.
  static AnalysisProvider<TokenFilterFactory> splitting(Maker maker) {
    return (index, env, name, settings) ->
        new Splitting(name, maker.make(new Context(index, env, name, settings)));
  }

  private record Plain(String name, UnaryOperator<TokenStream> filter)
      implements TokenFilterFactory {
    @Override
    public TokenStream create(TokenStream stream) {
      return filter.apply(stream);
    }
  }

  private record Normalizing(String name, UnaryOperator<TokenStream> filter)
      implements NormalizingTokenFilterFactory {
    @Override
    public TokenStream create(TokenStream stream) {
      return filter.apply(stream);
    }
  }

  private record Splitting(String name, UnaryOperator<TokenStream> filter)
      implements TokenFilterFactory {
    @Override
    public TokenStream create(TokenStream stream) {
      return filter.apply(stream);
    }

    @Override
    public TokenFilterFactory getSynonymFilter() {
      throw new IllegalArgumentException(
          "Token filter [" + name + "] cannot be used to parse synonyms");
    }
  }
}
