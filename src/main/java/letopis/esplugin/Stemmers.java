package letopis.esplugin;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.br.BrazilianStemFilter;
import org.apache.lucene.analysis.ckb.SoraniStemFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanMinimalStemFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.es.SpanishPluralStemFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.gl.GalicianMinimalStemFilter;
import org.apache.lucene.analysis.gl.GalicianStemFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.no.NorwegianMinimalStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseMinimalStemFilter;
import org.apache.lucene.analysis.pt.PortugueseStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/// The languages of the `stemmer` filter.
final class Stemmers {
  /// The variant bit of Lucene's Norwegian stemmers, which is not public there.
  private static final int NYNORSK = 2;

  private static final Map<String, UnaryOperator<TokenStream>> BY_LANGUAGE = byLanguage();

  private Stemmers() {}

  /// The `stemmer` filter.
  static UnaryOperator<TokenStream> stemmer(Filters.Context context) {
    String language = context.settings().get("language", context.settings().get("name", "porter"));
    // `light_russian` and `lightRussian` are both official.
    String key = language.toLowerCase(Locale.ROOT).replace("_", "");
    UnaryOperator<TokenStream> filter = BY_LANGUAGE.get(key);
    if (filter == null) {
      throw new IllegalArgumentException(
          "Unknown stemmer language [" + language + "] for [" + context.name() + "]");
    }
    return filter;
  }

  private static Map<String, UnaryOperator<TokenStream>> byLanguage() {
    Map<String, UnaryOperator<TokenStream>> all = new HashMap<>();
    all.putAll(snowball());
    all.putAll(european());
    all.put("arabic", ArabicStemFilter::new);
    all.put("bengali", BengaliStemFilter::new);
    all.put("brazilian", BrazilianStemFilter::new);
    all.put("hindi", HindiStemFilter::new);
    all.put("indonesian", IndonesianStemFilter::new);
    all.put("persian", PersianStemFilter::new);
    all.put("sorani", SoraniStemFilter::new);
    all.put("english", PorterStemFilter::new);
    all.put("porter", PorterStemFilter::new);
    all.put("lightenglish", KStemFilter::new);
    all.put("kstem", KStemFilter::new);
    all.put("minimalenglish", EnglishMinimalStemFilter::new);
    all.put("possessiveenglish", EnglishPossessiveFilter::new);
    return all;
  }

  private static Map<String, UnaryOperator<TokenStream>> snowball() {
    Map<String, Supplier<SnowballStemmer>> stemmers = new HashMap<>();
    stemmers.put("armenian", ArmenianStemmer::new);
    stemmers.put("basque", BasqueStemmer::new);
    stemmers.put("catalan", CatalanStemmer::new);
    stemmers.put("danish", DanishStemmer::new);
    stemmers.put("dutch", DutchStemmer::new);
    stemmers.put("porter2", EnglishStemmer::new);
    stemmers.put("estonian", EstonianStemmer::new);
    stemmers.put("finnish", FinnishStemmer::new);
    stemmers.put("french", FrenchStemmer::new);
    stemmers.put("german", GermanStemmer::new);
    stemmers.put("german2", GermanStemmer::new);
    stemmers.put("hungarian", HungarianStemmer::new);
    stemmers.put("irish", IrishStemmer::new);
    stemmers.put("italian", ItalianStemmer::new);
    stemmers.put("lithuanian", LithuanianStemmer::new);
    stemmers.put("norwegian", NorwegianStemmer::new);
    stemmers.put("portuguese", PortugueseStemmer::new);
    stemmers.put("romanian", RomanianStemmer::new);
    stemmers.put("russian", RussianStemmer::new);
    stemmers.put("serbian", SerbianStemmer::new);
    stemmers.put("spanish", SpanishStemmer::new);
    stemmers.put("swedish", SwedishStemmer::new);
    stemmers.put("turkish", TurkishStemmer::new);
    Map<String, UnaryOperator<TokenStream>> filters = new HashMap<>();
    stemmers.forEach(
        (language, stemmer) ->
            filters.put(language, stream -> new SnowballFilter(stream, stemmer.get())));
    return filters;
  }

  private static Map<String, UnaryOperator<TokenStream>> european() {
    Map<String, UnaryOperator<TokenStream>> filters = new HashMap<>();
    filters.put("bulgarian", BulgarianStemFilter::new);
    filters.put("czech", CzechStemFilter::new);
    filters.put("lightfinish", FinnishLightStemFilter::new);
    filters.put("lightfinnish", FinnishLightStemFilter::new);
    filters.put("lightfrench", FrenchLightStemFilter::new);
    filters.put("minimalfrench", FrenchMinimalStemFilter::new);
    filters.put("galician", GalicianStemFilter::new);
    filters.put("minimalgalician", GalicianMinimalStemFilter::new);
    filters.put("lightgerman", GermanLightStemFilter::new);
    filters.put("minimalgerman", GermanMinimalStemFilter::new);
    filters.put("greek", GreekStemFilter::new);
    filters.put("lighthungarian", HungarianLightStemFilter::new);
    filters.put("lightitalian", ItalianLightStemFilter::new);
    filters.put("latvian", LatvianStemFilter::new);
    filters.put("lightnorwegian", NorwegianLightStemFilter::new);
    filters.put("minimalnorwegian", NorwegianMinimalStemFilter::new);
    filters.put("lightnynorsk", stream -> new NorwegianLightStemFilter(stream, NYNORSK));
    filters.put("minimalnynorsk", stream -> new NorwegianMinimalStemFilter(stream, NYNORSK));
    filters.put("lightportuguese", PortugueseLightStemFilter::new);
    filters.put("minimalportuguese", PortugueseMinimalStemFilter::new);
    filters.put("portugueserslp", PortugueseStemFilter::new);
    filters.put("lightrussian", RussianLightStemFilter::new);
    filters.put("lightspanish", SpanishLightStemFilter::new);
    filters.put("spanishplural", SpanishPluralStemFilter::new);
    filters.put("lightswedish", SwedishLightStemFilter::new);
    return filters;
  }
}
