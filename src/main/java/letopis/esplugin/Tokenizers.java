package letopis.esplugin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.classic.ClassicTokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.path.PathHierarchyTokenizer;
import org.apache.lucene.analysis.path.ReversePathHierarchyTokenizer;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.apache.lucene.analysis.pattern.SimplePatternSplitTokenizer;
import org.apache.lucene.analysis.pattern.SimplePatternTokenizer;
import org.apache.lucene.analysis.th.ThaiTokenizer;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/// Tokenizers by official name.
final class Tokenizers {
  private static final int MAX_TOKEN = 255;

  private Tokenizers() {}

  static Map<String, AnalysisProvider<TokenizerFactory>> types() {
    Map<String, AnalysisProvider<TokenizerFactory>> types = new TreeMap<>();
    types.put("keyword", of((_, s) -> new KeywordTokenizer(s.getAsInt("buffer_size", 256))));
    types.put(
        "whitespace",
        of((_, s) -> new WhitespaceTokenizer(s.getAsInt("max_token_length", MAX_TOKEN))));
    types.put("letter", of((_, _) -> new LetterTokenizer()));
    types.put("pattern", of((_, s) -> pattern(s)));
    types.put("simple_pattern", of((_, s) -> new SimplePatternTokenizer(s.get("pattern", ""))));
    types.put(
        "simple_pattern_split",
        of((_, s) -> new SimplePatternSplitTokenizer(s.get("pattern", ""))));
    types.put("ngram", of(Grams::ngramTokenizer));
    types.put("edge_ngram", of((_, s) -> Grams.edgeNgramTokenizer(s)));
    types.put("path_hierarchy", of((_, s) -> pathHierarchy(s)));
    types.put("PathHierarchy", of((_, s) -> pathHierarchy(s)));
    types.put("char_group", of((_, s) -> charGroup(s)));
    types.put("classic", of((_, s) -> classic(s)));
    types.put("uax_url_email", of((_, s) -> urlEmail(s)));
    types.put("thai", of((_, _) -> new ThaiTokenizer()));
    return types;
  }

  @FunctionalInterface
  private interface Maker {
    Tokenizer make(IndexSettings index, Settings settings);
  }

  private static AnalysisProvider<TokenizerFactory> of(Maker maker) {
    return (index, _, name, settings) ->
        TokenizerFactory.newFactory(name, () -> maker.make(index, settings));
  }

  private static Tokenizer pattern(Settings settings) {
    Pattern pattern = Regex.compile(settings.get("pattern", "\\W+"), settings.get("flags"));
    return new PatternTokenizer(pattern, settings.getAsInt("group", -1));
  }

  private static Tokenizer pathHierarchy(Settings settings) {
    char delimiter = character(settings, "delimiter", '/');
    char replacement = character(settings, "replacement", delimiter);
    int buffer = settings.getAsInt("buffer_size", 1024);
    int skip = settings.getAsInt("skip", 0);
    return settings.getAsBoolean("reverse", false)
        ? new ReversePathHierarchyTokenizer(buffer, delimiter, replacement, skip)
        : new PathHierarchyTokenizer(buffer, delimiter, replacement, skip);
  }

  private static char character(Settings settings, String name, char otherwise) {
    String value = settings.get(name, String.valueOf(otherwise));
    if (value.length() != 1) {
      throw new IllegalArgumentException(name + " must be a one char value");
    }
    return value.charAt(0);
  }

  private static Tokenizer charGroup(Settings settings) {
    List<String> groups = settings.getAsList("tokenize_on_chars");
    IntPredicate splits = _ -> false;
    for (String group : groups) {
      if (group.isEmpty()) {
        throw new IllegalArgumentException("[tokenize_on_chars] cannot contain empty characters");
      }
      String plain = group.startsWith("\\") ? Escapes.parse(group) : group;
      splits =
          splits.or(
              plain.codePointCount(0, plain.length()) == 1
                  ? character -> character == plain.codePointAt(0)
                  : Grams.characterClass(group, ""));
    }
    IntPredicate separator = splits;
    return CharTokenizer.fromSeparatorCharPredicate(
        TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, separator);
  }

  private static Tokenizer classic(Settings settings) {
    ClassicTokenizer tokenizer = new ClassicTokenizer();
    tokenizer.setMaxTokenLength(settings.getAsInt("max_token_length", MAX_TOKEN));
    return tokenizer;
  }

  private static Tokenizer urlEmail(Settings settings) {
    UAX29URLEmailTokenizer tokenizer = new UAX29URLEmailTokenizer();
    tokenizer.setMaxTokenLength(settings.getAsInt("max_token_length", MAX_TOKEN));
    return tokenizer;
  }
}
