package letopis.esplugin;

import static letopis.esplugin.Filters.configured;
import static letopis.esplugin.Filters.normalizing;
import static letopis.esplugin.Filters.plain;
import static letopis.esplugin.Filters.splitting;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.commongrams.CommonGramsFilter;
import org.apache.lucene.analysis.commongrams.CommonGramsQueryFilter;
import org.apache.lucene.analysis.core.TypeTokenFilter;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.miscellaneous.FingerprintFilter;
import org.apache.lucene.analysis.miscellaneous.KeepWordFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.miscellaneous.PatternKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/// Token filters that keep, drop, join or rewrite whole tokens by settings.
final class WordFilters {
  private WordFilters() {}

  static void addTo(Map<String, AnalysisProvider<TokenFilterFactory>> types) {
    types.put("cjk_bigram", plain(WordFilters::cjkBigram));
    types.put("length", plain(WordFilters::length));
    types.put("truncate", configured(WordFilters::truncate));
    types.put("unique", plain(WordFilters::unique));
    types.put("limit", plain(WordFilters::limit));
    types.put("fingerprint", splitting(WordFilters::fingerprint));
    types.put("min_hash", splitting(WordFilters::minHash));
    types.put("keep", configured(WordFilters::keep));
    types.put("keep_types", configured(WordFilters::keepTypes));
    types.put("common_grams", configured(WordFilters::commonGrams));
    types.put("elision", normalizing(WordFilters::elision));
    types.put("keyword_marker", configured(WordFilters::keywordMarker));
    types.put("stemmer_override", configured(WordFilters::stemmerOverride));
    types.put("pattern_replace", configured(WordFilters::patternReplace));
    types.put("pattern_capture", configured(WordFilters::patternCapture));
  }

  private static UnaryOperator<TokenStream> cjkBigram(Filters.Context context) {
    Set<String> ignored = new HashSet<>(context.settings().getAsList("ignored_scripts"));
    int flags =
        (ignored.contains("han") ? 0 : CJKBigramFilter.HAN)
            | (ignored.contains("hiragana") ? 0 : CJKBigramFilter.HIRAGANA)
            | (ignored.contains("katakana") ? 0 : CJKBigramFilter.KATAKANA)
            | (ignored.contains("hangul") ? 0 : CJKBigramFilter.HANGUL);
    boolean unigrams = context.flag("output_unigrams", false);
    return stream -> new CJKBigramFilter(stream, flags, unigrams);
  }

  private static UnaryOperator<TokenStream> length(Filters.Context context) {
    int min = context.number("min", 0);
    int max = context.number("max", Integer.MAX_VALUE);
    return stream -> new LengthFilter(stream, min, max);
  }

  @SuppressWarnings("deprecation") // As officially, truncates by UTF-16 units.
  private static UnaryOperator<TokenStream> truncate(Filters.Context context) {
    int length = context.number("length", -1);
    if (length <= 0) {
      throw new IllegalArgumentException("length parameter must be provided");
    }
    return stream -> new TruncateTokenFilter(stream, length);
  }

  private static UnaryOperator<TokenStream> unique(Filters.Context context) {
    boolean samePosition = context.flag("only_on_same_position", false);
    return stream -> new UniqueFilter(stream, samePosition);
  }

  private static UnaryOperator<TokenStream> limit(Filters.Context context) {
    int count = context.number("max_token_count", 1);
    boolean consume = context.flag("consume_all_tokens", false);
    return stream -> new LimitTokenCountFilter(stream, count, consume);
  }

  private static UnaryOperator<TokenStream> fingerprint(Filters.Context context) {
    String separator = context.settings().get("separator", " ");
    if (separator.length() != 1) {
      throw new IllegalArgumentException(
          "Setting [separator] must be a single, non-null character. [" + separator + "]");
    }
    int size = context.number("max_output_size", 255);
    return stream -> new FingerprintFilter(stream, size, separator.charAt(0));
  }

  private static UnaryOperator<TokenStream> minHash(Filters.Context context) {
    int hashes = context.number("hash_count", MinHashFilter.DEFAULT_HASH_COUNT);
    int buckets = context.number("bucket_count", MinHashFilter.DEFAULT_BUCKET_COUNT);
    int set = context.number("hash_set_size", MinHashFilter.DEFAULT_HASH_SET_SIZE);
    boolean rotation = context.flag("with_rotation", buckets > 1);
    return stream -> new MinHashFilter(stream, hashes, buckets, set, rotation);
  }

  private static UnaryOperator<TokenStream> keep(Filters.Context context) {
    CharArraySet words = words(context, "keep_words", context.flag("keep_words_case", false));
    return stream -> new KeepWordFilter(stream, words);
  }

  private static UnaryOperator<TokenStream> keepTypes(Filters.Context context) {
    Set<String> types = Set.copyOf(context.settings().getAsList("types"));
    if (types.isEmpty()) {
      throw new IllegalArgumentException("keep_types requires `types` to be configured");
    }
    boolean include =
        switch (context.settings().get("mode", "include").toLowerCase(Locale.ROOT)) {
          case "include" -> true;
          case "exclude" -> false;
          default ->
              throw new IllegalArgumentException(
                  "`keep_types` tokenfilter mode can only be [include] or [exclude]");
        };
    return stream -> new TypeTokenFilter(stream, types, include);
  }

  private static UnaryOperator<TokenStream> commonGrams(Filters.Context context) {
    CharArraySet words = words(context, "common_words", context.flag("ignore_case", false));
    boolean query = context.flag("query_mode", false);
    return stream -> {
      CommonGramsFilter grams = new CommonGramsFilter(stream, words);
      return query ? new CommonGramsQueryFilter(grams) : grams;
    };
  }

  private static UnaryOperator<TokenStream> elision(Filters.Context context) {
    CharArraySet articles = words(context, "articles", context.flag("articles_case", false));
    return stream -> new ElisionFilter(stream, articles);
  }

  private static UnaryOperator<TokenStream> keywordMarker(Filters.Context context) {
    String pattern = context.settings().get("keywords_pattern");
    if (pattern != null) {
      if (context.settings().hasValue("keywords")) {
        throw new IllegalArgumentException(
            "cannot specify both `keywords_pattern` and `keywords` or `keywords_path`");
      }
      Pattern compiled = Pattern.compile(pattern);
      return stream -> new PatternKeywordMarkerFilter(stream, compiled);
    }
    CharArraySet words = words(context, "keywords", context.flag("ignore_case", false));
    return stream -> new SetKeywordMarkerFilter(stream, words);
  }

  private static UnaryOperator<TokenStream> stemmerOverride(Filters.Context context)
      throws IOException {
    List<String> rules = Analysis.getWordList(context.env(), context.settings(), "rules");
    if (rules == null) {
      throw new IllegalArgumentException(
          "stemmer override filter requires either `rules` or `rules_path` to be configured");
    }
    StemmerOverrideFilter.Builder builder = new StemmerOverrideFilter.Builder(false);
    for (String rule : rules) {
      String[] sides = rule.split("=>", -1);
      if (sides.length != 2 || sides[1].isBlank() || sides[1].contains(",")) {
        throw new IllegalArgumentException("Invalid Keyword override Rule:" + rule);
      }
      for (String word : sides[0].split(",")) {
        if (word.isBlank()) {
          throw new IllegalArgumentException("Invalid Keyword override Rule:" + rule);
        }
        builder.add(word.strip(), sides[1].strip());
      }
    }
    StemmerOverrideFilter.StemmerOverrideMap map = builder.build();
    return stream -> new StemmerOverrideFilter(stream, map);
  }

  private static UnaryOperator<TokenStream> patternReplace(Filters.Context context) {
    Pattern pattern = Regex.compile(context.required("pattern"), context.settings().get("flags"));
    String replacement = context.settings().get("replacement", "");
    boolean all = context.flag("all", true);
    return stream -> new PatternReplaceFilter(stream, pattern, replacement, all);
  }

  private static UnaryOperator<TokenStream> patternCapture(Filters.Context context) {
    List<String> patterns = context.settings().getAsList("patterns", null, false);
    if (patterns == null) {
      throw new IllegalArgumentException(
          "required setting 'patterns' is missing for token filter [" + context.name() + "]");
    }
    Pattern[] compiled = patterns.stream().map(Pattern::compile).toArray(Pattern[]::new);
    boolean preserve = context.flag("preserve_original", true);
    return stream -> new PatternCaptureGroupTokenFilter(stream, preserve, compiled);
  }

  private static CharArraySet words(Filters.Context context, String setting, boolean ignoreCase) {
    List<String> words = Analysis.getWordList(context.env(), context.settings(), setting);
    if (words == null) {
      throw new IllegalArgumentException(
          "[%s] requires either `%s` or `%s_path` to be configured"
              .formatted(context.name(), setting, setting));
    }
    return new CharArraySet(words, ignoreCase);
  }
}
