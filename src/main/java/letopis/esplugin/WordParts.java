package letopis.esplugin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.elasticsearch.index.analysis.Analysis;

/// `word_delimiter_graph` and `word_delimiter`: splits of words at case, digits and punctuation.
final class WordParts {
  private WordParts() {}

  static UnaryOperator<TokenStream> graph(Filters.Context context) {
    int flags = flags(context);
    byte[] types = types(context);
    CharArraySet kept = kept(context);
    boolean adjust = context.flag("adjust_offsets", true);
    return stream -> new WordDelimiterGraphFilter(stream, adjust, types, flags, kept);
  }

  @SuppressWarnings("deprecation") // Lucene prefers the graph filter; officially both are there.
  static UnaryOperator<TokenStream> plain(Filters.Context context) {
    int flags = flags(context);
    byte[] types = types(context);
    CharArraySet kept = kept(context);
    return stream -> new WordDelimiterFilter(stream, types, flags, kept);
  }

  /// The bits are the same for both filters.
  private static int flags(Filters.Context context) {
    return bit(context, "generate_word_parts", true, WordDelimiterGraphFilter.GENERATE_WORD_PARTS)
        | bit(
            context, "generate_number_parts", true, WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS)
        | bit(context, "catenate_words", false, WordDelimiterGraphFilter.CATENATE_WORDS)
        | bit(context, "catenate_numbers", false, WordDelimiterGraphFilter.CATENATE_NUMBERS)
        | bit(context, "catenate_all", false, WordDelimiterGraphFilter.CATENATE_ALL)
        | bit(context, "split_on_case_change", true, WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE)
        | bit(context, "preserve_original", false, WordDelimiterGraphFilter.PRESERVE_ORIGINAL)
        | bit(context, "split_on_numerics", true, WordDelimiterGraphFilter.SPLIT_ON_NUMERICS)
        | bit(
            context,
            "stem_english_possessive",
            true,
            WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE)
        | bit(context, "ignore_keywords", false, WordDelimiterGraphFilter.IGNORE_KEYWORDS);
  }

  private static int bit(Filters.Context context, String setting, boolean otherwise, int bit) {
    return context.flag(setting, otherwise) ? bit : 0;
  }

  private static CharArraySet kept(Filters.Context context) {
    CharArraySet words = Analysis.getWordSet(context.env(), context.settings(), "protected_words");
    return words == null ? CharArraySet.EMPTY_SET : words;
  }

  private static byte[] types(Filters.Context context) {
    List<String> rules = Analysis.getWordList(context.env(), context.settings(), "type_table");
    if (rules == null) {
      return WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE;
    }
    Map<Character, Byte> given = new TreeMap<>();
    for (String rule : rules) {
      int arrow = rule.lastIndexOf("=>");
      String from = arrow < 0 ? "" : Escapes.parse(rule.substring(0, arrow).trim());
      if (from.length() != 1) {
        throw new IllegalArgumentException(
            "Invalid Mapping Rule : [" + rule + "]. Illegal mapping.");
      }
      given.put(from.charAt(0), type(rule, rule.substring(arrow + 2).trim()));
    }
    int last = given.keySet().stream().mapToInt(character -> character).max().orElse(0);
    byte[] table =
        new byte[Math.max(last + 1, WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE.length)];
    for (int i = 0; i < table.length; i++) {
      table[i] = WordDelimiterIterator.getType(i);
    }
    given.forEach((character, type) -> table[character] = type);
    return table;
  }

  @SuppressWarnings("deprecation") // The constants are public there only.
  private static byte type(String rule, String name) {
    return (byte)
        switch (name) {
          case "LOWER" -> WordDelimiterFilter.LOWER;
          case "UPPER" -> WordDelimiterFilter.UPPER;
          case "ALPHA" -> WordDelimiterFilter.ALPHA;
          case "DIGIT" -> WordDelimiterFilter.DIGIT;
          case "ALPHANUM" -> WordDelimiterFilter.ALPHANUM;
          case "SUBWORD_DELIM" -> WordDelimiterFilter.SUBWORD_DELIM;
          default ->
              throw new IllegalArgumentException(
                  "Invalid Mapping Rule : [" + rule + "]. Unknown type.");
        };
  }
}
