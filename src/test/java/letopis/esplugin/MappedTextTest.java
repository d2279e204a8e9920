package letopis.esplugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.CharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.junit.jupiter.api.Test;

/// Holds our `mapping` filter to Lucene's: the same text, and the same offset for each place in it.
class MappedTextTest {
  private record Rule(String text, String replacement) {}

  @Test
  void changesTextsAsLucenesFilterDoes() throws IOException {
    List<Rule> rules = sentenceRules();
    String alphabet = "аАбгё .!?…\nulXZ г.ул. им.Mr. 1«(\uD83D\uDE00—中";
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(i % 10 == 0 ? 9000 : 60); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertSame(rules, text.toString());
    }
  }

  @Test
  void takesTheLongestOfRulesThatBeginAlike() throws IOException {
    List<Rule> rules =
        List.of(
            new Rule("a", "1"),
            new Rule("abc", ""),
            new Rule("abcde", "longer than that"),
            new Rule("\uFB01", "fi"),
            new Rule("b", "b"));
    for (String text : List.of("", "a", "ab", "abc", "abcd", "abcde", "xabcdeabca\uFB01b\uFB02")) {
      assertSame(rules, text);
    }
  }

  @Test
  void refusesARuleThatIsGivenTwice() {
    MappingRules rules = new MappingRules();
    rules.add("a", "b");
    assertThatThrownBy(() -> rules.add("a", "c")).hasMessageContaining("already");
  }

  private static void assertSame(List<Rule> rules, String text) throws IOException {
    NormalizeCharMap.Builder theirs = new NormalizeCharMap.Builder();
    MappingRules ours = new MappingRules();
    for (Rule rule : rules) {
      theirs.add(rule.text(), rule.replacement());
      ours.add(rule.text(), rule.replacement());
    }
    try (CharFilter lucene = new MappingCharFilter(theirs.build(), new StringReader(text));
        CharFilter mapped = new MappedText(ours, new StringReader(text))) {
      String expected = all(lucene, 7);
      assertThat(all(mapped, 1 + text.length() % 50)).isEqualTo(expected);
      for (int at = 0; at <= expected.length(); at++) {
        assertThat(mapped.correctOffset(at))
            .as("offset %d", at)
            .isEqualTo(lucene.correctOffset(at));
      }
    }
  }

  private static String all(Reader reader, int piece) throws IOException {
    StringBuilder all = new StringBuilder();
    char[] some = new char[piece];
    for (int n = reader.read(some, 0, piece); n >= 0; n = reader.read(some, 0, piece)) {
      all.append(some, 0, n);
    }
    return all.toString();
  }

  private static List<Rule> sentenceRules() throws IOException {
    JsonNode mapping;
    try (InputStream file =
        MappedTextTest.class.getResourceAsStream("/index-mappings/documents.json")) {
      mapping = new ObjectMapper().readTree(file);
    }
    List<Rule> rules = new ArrayList<>();
    mapping
        .at("/settings/analysis/char_filter/sentences/mappings")
        .forEach(
            rule -> {
              String[] sides = rule.asText().split("=>", 2);
              rules.add(new Rule(Escapes.parse(sides[0].trim()), Escapes.parse(sides[1].trim())));
            });
    assertThat(rules).hasSizeGreaterThan(100);
    return rules;
  }
}
