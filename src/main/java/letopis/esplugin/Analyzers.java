package letopis.esplugin;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.br.BrazilianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.AnalyzerScope;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/// Language analyzers by official name, with `stopwords`, `stopwords_path` and `stem_exclusion`.
final class Analyzers {
  private Analyzers() {}

  static Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> types() {
    Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> all = new TreeMap<>();
    all.put("arabic", of(ArabicAnalyzer.getDefaultStopSet(), ArabicAnalyzer::new));
    all.put("armenian", of(ArmenianAnalyzer.getDefaultStopSet(), ArmenianAnalyzer::new));
    all.put("basque", of(BasqueAnalyzer.getDefaultStopSet(), BasqueAnalyzer::new));
    all.put("bengali", of(BengaliAnalyzer.getDefaultStopSet(), BengaliAnalyzer::new));
    all.put("brazilian", of(BrazilianAnalyzer.getDefaultStopSet(), BrazilianAnalyzer::new));
    all.put("bulgarian", of(BulgarianAnalyzer.getDefaultStopSet(), BulgarianAnalyzer::new));
    all.put("catalan", of(CatalanAnalyzer.getDefaultStopSet(), CatalanAnalyzer::new));
    all.put("cjk", of(CJKAnalyzer.getDefaultStopSet(), (stop, _) -> new CJKAnalyzer(stop)));
    all.put("czech", of(CzechAnalyzer.getDefaultStopSet(), CzechAnalyzer::new));
    all.put("danish", of(DanishAnalyzer.getDefaultStopSet(), DanishAnalyzer::new));
    all.put("dutch", of(DutchAnalyzer.getDefaultStopSet(), DutchAnalyzer::new));
    all.put("english", of(EnglishAnalyzer.getDefaultStopSet(), EnglishAnalyzer::new));
    all.put("estonian", of(EstonianAnalyzer.getDefaultStopSet(), EstonianAnalyzer::new));
    all.put("finnish", of(FinnishAnalyzer.getDefaultStopSet(), FinnishAnalyzer::new));
    all.put("french", of(FrenchAnalyzer.getDefaultStopSet(), FrenchAnalyzer::new));
    all.put("galician", of(GalicianAnalyzer.getDefaultStopSet(), GalicianAnalyzer::new));
    all.put("german", of(GermanAnalyzer.getDefaultStopSet(), GermanAnalyzer::new));
    all.put("greek", of(GreekAnalyzer.getDefaultStopSet(), (stop, _) -> new GreekAnalyzer(stop)));
    all.put("hindi", of(HindiAnalyzer.getDefaultStopSet(), HindiAnalyzer::new));
    all.put("hungarian", of(HungarianAnalyzer.getDefaultStopSet(), HungarianAnalyzer::new));
    all.put("indonesian", of(IndonesianAnalyzer.getDefaultStopSet(), IndonesianAnalyzer::new));
    all.put("irish", of(IrishAnalyzer.getDefaultStopSet(), IrishAnalyzer::new));
    all.put("italian", of(ItalianAnalyzer.getDefaultStopSet(), ItalianAnalyzer::new));
    all.put("latvian", of(LatvianAnalyzer.getDefaultStopSet(), LatvianAnalyzer::new));
    all.put("lithuanian", of(LithuanianAnalyzer.getDefaultStopSet(), LithuanianAnalyzer::new));
    all.put("norwegian", of(NorwegianAnalyzer.getDefaultStopSet(), NorwegianAnalyzer::new));
    all.put("persian", of(PersianAnalyzer.getDefaultStopSet(), PersianAnalyzer::new));
    all.put("portuguese", of(PortugueseAnalyzer.getDefaultStopSet(), PortugueseAnalyzer::new));
    all.put("romanian", of(RomanianAnalyzer.getDefaultStopSet(), RomanianAnalyzer::new));
    all.put("russian", of(RussianAnalyzer.getDefaultStopSet(), RussianAnalyzer::new));
    all.put("serbian", of(SerbianAnalyzer.getDefaultStopSet(), SerbianAnalyzer::new));
    all.put("sorani", of(SoraniAnalyzer.getDefaultStopSet(), SoraniAnalyzer::new));
    all.put("spanish", of(SpanishAnalyzer.getDefaultStopSet(), SpanishAnalyzer::new));
    all.put("swedish", of(SwedishAnalyzer.getDefaultStopSet(), SwedishAnalyzer::new));
    all.put("thai", of(ThaiAnalyzer.getDefaultStopSet(), (stop, _) -> new ThaiAnalyzer(stop)));
    all.put("turkish", of(TurkishAnalyzer.getDefaultStopSet(), TurkishAnalyzer::new));
    return all;
  }

  private static AnalysisProvider<AnalyzerProvider<? extends Analyzer>> of(
      CharArraySet stopWords, BiFunction<CharArraySet, CharArraySet, Analyzer> make) {
    return (_, env, name, settings) ->
        new Provider(
            name,
            make.apply(
                Analysis.parseStopWords(env, settings, stopWords),
                Analysis.parseStemExclusion(settings, CharArraySet.EMPTY_SET)));
  }

  private record Provider(String name, Analyzer analyzer) implements AnalyzerProvider<Analyzer> {
    @Override
    public AnalyzerScope scope() {
      return AnalyzerScope.INDEX;
    }

    @Override
    public Analyzer get() {
      return analyzer;
    }
  }
}
