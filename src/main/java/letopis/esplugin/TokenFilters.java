package letopis.esplugin;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.tartarus.snowball.ext.RussianStemmer;

/// Token filters by official name.
final class TokenFilters {
  private TokenFilters() {}

  static Map<String, AnalysisProvider<TokenFilterFactory>> types() {
    return Map.of(
        "stemmer", plain(TokenFilters::stemmer),
        "cjk_width", normalizing(_ -> CJKWidthFilter::new),
        "cjk_bigram", plain(_ -> CJKBigramFilter::new),
        "asciifolding",
            normalizing(
                settings -> {
                  boolean preserve = settings.getAsBoolean("preserve_original", false);
                  return stream -> new ASCIIFoldingFilter(stream, preserve);
                }),
        "limit",
            plain(
                settings -> {
                  int most = settings.getAsInt("max_token_count", 1);
                  boolean all = settings.getAsBoolean("consume_all_tokens", false);
                  return stream -> new LimitTokenCountFilter(stream, most, all);
                }),
        "pattern_capture", AnalysisPlugin.requiresAnalysisSettings(plain(TokenFilters::capture)));
  }

  static List<PreConfiguredTokenFilter> preConfigured() {
    return List.of(
        PreConfiguredTokenFilter.singleton("cjk_width", true, CJKWidthFilter::new),
        PreConfiguredTokenFilter.singleton("cjk_bigram", false, CJKBigramFilter::new),
        PreConfiguredTokenFilter.singleton("asciifolding", true, ASCIIFoldingFilter::new));
  }

  private static UnaryOperator<TokenStream> stemmer(Settings settings) {
    String language = settings.get("language", settings.get("name", "porter"));
    return switch (language) {
      case "russian" -> stream -> new SnowballFilter(stream, new RussianStemmer());
      case "english", "porter" -> PorterStemFilter::new;
      default -> throw new IllegalArgumentException("Unknown stemmer language: " + language);
    };
  }

  private static UnaryOperator<TokenStream> capture(Settings settings) {
    List<String> patterns = settings.getAsList("patterns", null, false);
    if (patterns == null) {
      throw new IllegalArgumentException("required setting 'patterns' is missing");
    }
    Pattern[] compiled = patterns.stream().map(Pattern::compile).toArray(Pattern[]::new);
    boolean preserve = settings.getAsBoolean("preserve_original", true);
    return stream -> new PatternCaptureGroupTokenFilter(stream, preserve, compiled);
  }

  private static AnalysisProvider<TokenFilterFactory> plain(
      Function<Settings, UnaryOperator<TokenStream>> make) {
    return (_, _, name, settings) -> {
      UnaryOperator<TokenStream> filter = make.apply(settings);
      return new TokenFilterFactory() {
        @Override
        public String name() {
          return name;
        }

        @Override
        public TokenStream create(TokenStream stream) {
          return filter.apply(stream);
        }
      };
    };
  }

  private static AnalysisProvider<TokenFilterFactory> normalizing(
      Function<Settings, UnaryOperator<TokenStream>> make) {
    return (_, _, name, settings) -> {
      UnaryOperator<TokenStream> filter = make.apply(settings);
      return new NormalizingTokenFilterFactory() {
        @Override
        public String name() {
          return name;
        }

        @Override
        public TokenStream create(TokenStream stream) {
          return filter.apply(stream);
        }
      };
    };
  }
}
