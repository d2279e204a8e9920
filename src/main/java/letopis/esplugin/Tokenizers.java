package letopis.esplugin;

import java.util.Map;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/// Tokenizers by official name.
final class Tokenizers {
  private Tokenizers() {}

  static Map<String, AnalysisProvider<TokenizerFactory>> types() {
    return Map.of(
        "keyword",
        (_, _, name, settings) ->
            TokenizerFactory.newFactory(
                name, () -> new KeywordTokenizer(settings.getAsInt("buffer_size", 256))),
        "whitespace",
        (_, _, name, settings) ->
            TokenizerFactory.newFactory(
                name, () -> new WhitespaceTokenizer(settings.getAsInt("max_token_length", 255))));
  }
}
