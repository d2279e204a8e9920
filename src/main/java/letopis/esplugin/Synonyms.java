package letopis.esplugin;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymFilter;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.synonym.WordnetSynonymParser;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalysisMode;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/// `synonym` and `synonym_graph` with rules in the settings or in a file of the configuration
/// folder. Rules are read through the filters that stand before them in the same analyzer.
final class Synonyms implements TokenFilterFactory {
  private final Filters.Context context;
  private final BiFunction<TokenStream, SynonymMap, TokenStream> filter;

  private Synonyms(
      Filters.Context context, BiFunction<TokenStream, SynonymMap, TokenStream> filter) {
    this.context = context;
    this.filter = filter;
    if (!context.settings().hasValue("synonyms") && !context.settings().hasValue("synonyms_path")) {
      throw new IllegalArgumentException(
          "synonym requires either `synonyms` or `synonyms_path` to be configured");
    }
  }

  // Lucene prefers the graph filter; the official `synonym` is still this one.
  @SuppressWarnings("deprecation")
  static AnalysisProvider<TokenFilterFactory> flat() {
    return provider((stream, map) -> new SynonymFilter(stream, map, false));
  }

  static AnalysisProvider<TokenFilterFactory> graph() {
    return provider((stream, map) -> new SynonymGraphFilter(stream, map, false));
  }

  private static AnalysisProvider<TokenFilterFactory> provider(
      BiFunction<TokenStream, SynonymMap, TokenStream> filter) {
    return AnalysisPlugin.requiresAnalysisSettings(
        (index, env, name, settings) ->
            new Synonyms(new Filters.Context(index, env, name, settings), filter));
  }

  @Override
  public String name() {
    return context.name();
  }

  @Override
  public TokenStream create(TokenStream stream) {
    throw new IllegalStateException("needs the analyzer it stands in");
  }

  @Override
  public AnalysisMode getAnalysisMode() {
    return context.flag("updateable", false) ? AnalysisMode.SEARCH_TIME : AnalysisMode.ALL;
  }

  @Override
  public TokenFilterFactory getChainAwareTokenFilterFactory(
      IndexCreationContext creation,
      TokenizerFactory tokenizer,
      List<CharFilterFactory> charFilters,
      List<TokenFilterFactory> before,
      Function<String, TokenFilterFactory> all) {
    Analyzer reader =
        new CustomAnalyzer(
            tokenizer,
            charFilters.toArray(CharFilterFactory[]::new),
            before.stream()
                .map(TokenFilterFactory::getSynonymFilter)
                .toArray(TokenFilterFactory[]::new));
    SynonymMap map = read(reader);
    AnalysisMode mode = getAnalysisMode();
    return new TokenFilterFactory() {
      @Override
      public String name() {
        return context.name();
      }

      @Override
      public TokenStream create(TokenStream stream) {
        return map.fst == null ? stream : filter.apply(stream, map);
      }

      @Override
      public TokenFilterFactory getSynonymFilter() {
        return IDENTITY_FILTER;
      }

      @Override
      public AnalysisMode getAnalysisMode() {
        return mode;
      }
    };
  }

  private SynonymMap read(Analyzer analyzer) {
    List<String> rules = Analysis.getWordList(context.env(), context.settings(), "synonyms");
    boolean expand = context.flag("expand", true);
    boolean wordnet = "wordnet".equalsIgnoreCase(context.settings().get("format", ""));
    SynonymMap.Parser parser =
        wordnet
            ? new WordnetSynonymParser(true, expand, analyzer)
            : new SolrSynonymParser(true, expand, analyzer);
    try {
      if (context.flag("lenient", false)) {
        for (String rule : rules) {
          addLeniently(parser, rule);
        }
      } else {
        parser.parse(new StringReader(String.join("\n", rules)));
      }
      return parser.build();
    } catch (IOException | ParseException | RuntimeException e) {
      throw new IllegalArgumentException("failed to build synonyms for " + name(), e);
    }
  }

  private static void addLeniently(SynonymMap.Parser parser, String rule) throws IOException {
    try {
      parser.parse(new StringReader(rule));
    } catch (ParseException | IllegalArgumentException e) {
      // Lenient: a rule that cannot be read is left out.
    }
  }
}
