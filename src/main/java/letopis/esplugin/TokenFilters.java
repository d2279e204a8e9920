package letopis.esplugin;

import static letopis.esplugin.Filters.normalizing;
import static letopis.esplugin.Filters.plain;
import static letopis.esplugin.Filters.splitting;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.br.BrazilianStemFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.ckb.SoraniNormalizationFilter;
import org.apache.lucene.analysis.classic.ClassicFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.de.GermanStemFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishLowerCaseFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.payloads.TypeAsPayloadTokenFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sr.SerbianNormalizationFilter;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/// Token filters by official name.
final class TokenFilters {
  private TokenFilters() {}

  static Map<String, AnalysisProvider<TokenFilterFactory>> types() {
    Map<String, AnalysisProvider<TokenFilterFactory>> types = new TreeMap<>();
    characters(types);
    stems(types);
    WordFilters.addTo(types);
    types.put("ngram", splitting(Grams::ngram));
    types.put("edge_ngram", splitting(Grams::edgeNgram));
    types.put("word_delimiter_graph", splitting(WordParts::graph));
    types.put("word_delimiter", splitting(WordParts::plain));
    types.put("synonym", Synonyms.flat());
    types.put("synonym_graph", Synonyms.graph());
    return types;
  }

  /// Those that an analyzer may name without configuring them, and that have no type of that name
  /// or one that cannot do without settings.
  @SuppressWarnings("deprecation") // As officially, truncates by UTF-16 units.
  static List<PreConfiguredTokenFilter> preConfigured() {
    return List.of(
        PreConfiguredTokenFilter.singleton(
            "elision", true, input -> new ElisionFilter(input, FrenchAnalyzer.DEFAULT_ARTICLES)),
        PreConfiguredTokenFilter.singleton(
            "keyword_repeat", false, false, KeywordRepeatFilter::new),
        PreConfiguredTokenFilter.singleton(
            "truncate", false, input -> new TruncateTokenFilter(input, 10)),
        PreConfiguredTokenFilter.singleton(
            "type_as_payload", false, TypeAsPayloadTokenFilter::new));
  }

  private static void characters(Map<String, AnalysisProvider<TokenFilterFactory>> types) {
    types.put(
        "asciifolding",
        normalizing(
            context -> {
              boolean preserve = context.flag("preserve_original", false);
              return stream -> new ASCIIFoldingFilter(stream, preserve);
            }));
    types.put("lowercase", normalizing(TokenFilters::lowercase));
    types.put("uppercase", normalizing(_ -> UpperCaseFilter::new));
    types.put("trim", normalizing(_ -> TrimFilter::new));
    types.put("cjk_width", normalizing(_ -> CJKWidthFilter::new));
    types.put("decimal_digit", normalizing(_ -> DecimalDigitFilter::new));
    types.put("apostrophe", plain(_ -> ApostropheFilter::new));
    types.put("classic", plain(_ -> ClassicFilter::new));
    types.put("reverse", plain(_ -> ReverseStringFilter::new));
    types.put("remove_duplicates", plain(_ -> RemoveDuplicatesTokenFilter::new));
    types.put("flatten_graph", plain(_ -> FlattenGraphFilter::new));
    types.put("arabic_normalization", normalizing(_ -> ArabicNormalizationFilter::new));
    types.put("bengali_normalization", normalizing(_ -> BengaliNormalizationFilter::new));
    types.put("german_normalization", normalizing(_ -> GermanNormalizationFilter::new));
    types.put("hindi_normalization", normalizing(_ -> HindiNormalizationFilter::new));
    types.put("indic_normalization", normalizing(_ -> IndicNormalizationFilter::new));
    types.put("persian_normalization", normalizing(_ -> PersianNormalizationFilter::new));
    types.put("scandinavian_folding", normalizing(_ -> ScandinavianFoldingFilter::new));
    types.put("scandinavian_normalization", normalizing(_ -> ScandinavianNormalizationFilter::new));
    types.put("serbian_normalization", normalizing(_ -> SerbianNormalizationFilter::new));
    types.put("sorani_normalization", normalizing(_ -> SoraniNormalizationFilter::new));
  }

  private static UnaryOperator<TokenStream> lowercase(Filters.Context context) {
    String language = context.settings().get("language", "").toLowerCase(Locale.ROOT);
    return switch (language) {
      case "" -> LowerCaseFilter::new;
      case "greek" -> GreekLowerCaseFilter::new;
      case "irish" -> IrishLowerCaseFilter::new;
      case "turkish" -> TurkishLowerCaseFilter::new;
      default ->
          throw new IllegalArgumentException(
              "language [" + language + "] not support for lower case");
    };
  }

  private static void stems(Map<String, AnalysisProvider<TokenFilterFactory>> types) {
    types.put("stemmer", plain(Stemmers::stemmer));
    types.put(
        "snowball",
        plain(
            context -> {
              String language = context.settings().get("language", "English");
              String name =
                  language.substring(0, 1).toUpperCase(Locale.ROOT) + language.substring(1);
              return stream -> new SnowballFilter(stream, name);
            }));
    types.put("porter_stem", plain(_ -> PorterStemFilter::new));
    types.put("kstem", plain(_ -> KStemFilter::new));
    types.put("arabic_stem", plain(_ -> ArabicStemFilter::new));
    types.put("brazilian_stem", plain(_ -> BrazilianStemFilter::new));
    types.put("czech_stem", plain(_ -> CzechStemFilter::new));
    types.put("german_stem", plain(_ -> GermanStemFilter::new));
    for (String language : List.of("Dutch", "French", "Russian")) {
      types.put(
          language.toLowerCase(Locale.ROOT) + "_stem",
          plain(_ -> stream -> new SnowballFilter(stream, language)));
    }
  }
}
