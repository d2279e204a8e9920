package letopis.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import letopis.url.CanonicalUrl;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.tartarus.snowball.ext.RussianStemmer;

/// Files of records as they lie there, to count by hand what a search should count. Independent of
/// the program but for two rules: how texts are cut into words is read from `index-mappings` and
/// done with Lucene's own parts, and which addresses mean one page is what `CanonicalUrl` says.
final class CountedFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// One record. Words are numbers of [#number]; places that no word has are -1.
  record Counted(
      String url,
      String source,
      String lang,
      Instant published,
      String body,
      int[] titleExact,
      int[] titleStems,
      int[] bodyExact,
      int[] bodyStems) {
    /// A later record does not move the time that the first one claimed.
    Counted publishedAs(Counted first) {
      return new Counted(
          url, source, lang, first.published, body, titleExact, titleStems, bodyExact, bodyStems);
    }
  }

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private final Analyzer exact;
  private final Analyzer stems;

  CountedFiles() throws IOException {
    NormalizeCharMap rules = rules();
    this.exact = analyzer(rules, false);
    this.stems = analyzer(rules, true);
  }

  /// The records of these files that have an address and a text, each address once; of two records
  /// with one address the later is what the archive has.
  ///
  /// @param otherwise the time of records without one
  List<Counted> read(Path folder, List<String> files, Instant otherwise) throws IOException {
    Map<String, Counted> byUrl = new LinkedHashMap<>();
    for (String file : files) {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(folder.resolve(file))),
                  StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          JsonNode record = JSON.readTree(line);
          String text = record.path("text").asText("");
          Optional<CanonicalUrl> url =
              Optional.ofNullable(record.path("url").textValue()).flatMap(CanonicalUrl::parse);
          if (url.isPresent() && !text.isBlank()) {
            byUrl.merge(
                url.get().value(),
                counted(record, url.get(), text, otherwise),
                (first, later) -> later.publishedAs(first));
          }
        }
      }
    }
    return List.copyOf(byUrl.values());
  }

  private Counted counted(JsonNode record, CanonicalUrl url, String text, Instant otherwise)
      throws IOException {
    String title = Optional.ofNullable(record.path("title").textValue()).orElse("");
    String label = Optional.ofNullable(record.path("source").textValue()).orElse("").strip();
    return new Counted(
        url.value(),
        label.isEmpty() ? url.host().replaceFirst("^www\\.", "") : label,
        record.path("lang").asText(),
        published(record.path("published"), otherwise),
        text,
        cut(exact, title),
        cut(stems, title),
        cut(exact, text),
        cut(stems, text));
  }

  private static Instant published(JsonNode value, Instant otherwise) {
    String text = value.asText("");
    if (value.isNull() || text.isEmpty()) {
      return otherwise;
    }
    if (text.length() == 4) {
      return LocalDate.of(Integer.parseInt(text), 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    return text.length() == 19
        ? LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC)
        : OffsetDateTime.parse(text).toInstant();
  }

  /// The number of a word as the exact analysis leaves it.
  int number(String word) {
    return numbers.computeIfAbsent(
        word,
        _ -> {
          words.add(word);
          return words.size() - 1;
        });
  }

  /// The word of a number.
  String word(int number) {
    return words.get(number);
  }

  /// The words seen so far that begin so.
  BitSet beginning(String start) {
    BitSet beginning = new BitSet();
    for (int i = 0; i < words.size(); i++) {
      beginning.set(i, words.get(i).startsWith(start));
    }
    return beginning;
  }

  /// The words of a text, each at its place.
  int[] exact(String text) throws IOException {
    return cut(exact, text);
  }

  /// The stems of a text, each at its place.
  int[] stems(String text) throws IOException {
    return cut(stems, text);
  }

  private int[] cut(Analyzer analyzer, String text) throws IOException {
    List<Integer> cut = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("f", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        for (int gap = 1; gap < step.getPositionIncrement(); gap++) {
          cut.add(-1);
        }
        cut.add(number(term.toString()));
      }
      tokens.end();
    }
    return cut.stream().mapToInt(Integer::intValue).toArray();
  }

  private static NormalizeCharMap rules() throws IOException {
    NormalizeCharMap.Builder rules = new NormalizeCharMap.Builder();
    JsonNode mapping = JSON.readTree(Path.of("index-mappings/documents.json").toFile());
    for (JsonNode rule : mapping.at("/settings/analysis/char_filter/sentences/mappings")) {
      String[] sides = rule.asText().split("=>", -1);
      rules.add(unescape(sides[0]), unescape(sides[1]));
    }
    return rules.build();
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\\u", i)) {
        out.append(
            (char) Integer.parseInt(text.substring(i + 2, i + 6).toUpperCase(Locale.ROOT), 16));
        i += 5;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private static Analyzer analyzer(NormalizeCharMap rules, boolean stemmed) {
    return new Analyzer() {
      @Override
      protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(rules, reader);
      }

      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = new StandardTokenizer();
        TokenStream tokens = new LowerCaseFilter(tokenizer);
        tokens = new CJKBigramFilter(new CJKWidthFilter(tokens));
        if (stemmed) {
          tokens = new EnglishPossessiveFilter(tokens);
          tokens = new SnowballFilter(tokens, new RussianStemmer());
          tokens = new PorterStemFilter(tokens);
        }
        return new TokenStreamComponents(tokenizer, tokens);
      }
    };
  }
}
