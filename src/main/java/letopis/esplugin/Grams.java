package letopis.esplugin;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexSettings;

/// Character n-grams, as tokenizers and as filters.
final class Grams {
  private Grams() {}

  static UnaryOperator<TokenStream> ngram(Filters.Context context) {
    int min = context.number("min_gram", 1);
    int max = context.number("max_gram", 2);
    checkDifference(context.index(), min, max);
    boolean preserve = context.flag("preserve_original", false);
    return stream -> new NGramTokenFilter(stream, min, max, preserve);
  }

  static UnaryOperator<TokenStream> edgeNgram(Filters.Context context) {
    int min = context.number("min_gram", 1);
    int max = context.number("max_gram", 2);
    boolean preserve = context.flag("preserve_original", false);
    return switch (context.settings().get("side", "front")) {
      case "front" -> stream -> new EdgeNGramTokenFilter(stream, min, max, preserve);
      case "back" ->
          stream ->
              new ReverseStringFilter(
                  new EdgeNGramTokenFilter(new ReverseStringFilter(stream), min, max, preserve));
      default -> throw new IllegalArgumentException("invalid side: front or back");
    };
  }

  static Tokenizer ngramTokenizer(IndexSettings index, Settings settings) {
    int min = settings.getAsInt("min_gram", NGramTokenizer.DEFAULT_MIN_NGRAM_SIZE);
    int max = settings.getAsInt("max_gram", NGramTokenizer.DEFAULT_MAX_NGRAM_SIZE);
    checkDifference(index, min, max);
    IntPredicate tokenChars = tokenChars(settings);
    return new NGramTokenizer(min, max) {
      @Override
      protected boolean isTokenChar(int character) {
        return tokenChars.test(character);
      }
    };
  }

  static Tokenizer edgeNgramTokenizer(Settings settings) {
    IntPredicate tokenChars = tokenChars(settings);
    return new EdgeNGramTokenizer(
        settings.getAsInt("min_gram", NGramTokenizer.DEFAULT_MIN_NGRAM_SIZE),
        settings.getAsInt("max_gram", NGramTokenizer.DEFAULT_MAX_NGRAM_SIZE)) {
      @Override
      protected boolean isTokenChar(int character) {
        return tokenChars.test(character);
      }
    };
  }

  private static void checkDifference(IndexSettings index, int min, int max) {
    int allowed = index.getMaxNgramDiff();
    if (max - min > allowed) {
      throw new IllegalArgumentException(
          ("The difference between max_gram and min_gram in NGram Tokenizer must be less than or"
                  + " equal to: [%d] but was [%d]. This limit can be set by changing the"
                  + " [index.max_ngram_diff] index level setting.")
              .formatted(allowed, max - min));
    }
  }

  private static IntPredicate tokenChars(Settings settings) {
    List<String> classes = settings.getAsList("token_chars");
    if (classes.isEmpty()) {
      return _ -> true;
    }
    String custom = settings.get("custom_token_chars", "");
    IntPredicate any = _ -> false;
    for (String name : classes) {
      any = any.or(characterClass(name.toLowerCase(Locale.ROOT).strip(), custom));
    }
    return any;
  }

  static IntPredicate characterClass(String name, String custom) {
    return switch (name) {
      case "letter" -> Character::isLetter;
      case "digit" -> Character::isDigit;
      case "whitespace" -> Character::isWhitespace;
      case "punctuation" -> Grams::isPunctuation;
      case "symbol" -> Grams::isSymbol;
      case "custom" -> character -> custom.indexOf(character) >= 0;
      default -> throw new IllegalArgumentException("Unknown token type: '" + name + "'");
    };
  }

  private static boolean isPunctuation(int character) {
    return switch (Character.getType(character)) {
      case Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean isSymbol(int character) {
    return switch (Character.getType(character)) {
      case Character.CURRENCY_SYMBOL,
          Character.MATH_SYMBOL,
          Character.OTHER_SYMBOL,
          Character.MODIFIER_SYMBOL ->
          true;
      default -> false;
    };
  }
}
