package letopis.esplugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import letopis.elasticsearch.Answer;
import letopis.elasticsearch.Elasticsearch;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds our plugin, and with `-Dletopis.test.elasticsearch=docker` the official distribution, to
/// one table: what mappings may use must behave the same on both.
class AnalysisComponentsTest {
  @ParameterizedTest
  @CsvFileSource(
      resources = "/esplugin/analysis.csv",
      delimiter = '|',
      quoteCharacter = '\0',
      commentCharacter = '#')
  void makesTheTokensOfTheTable(String kind, String definition, String text, String tokens)
      throws IOException {
    List<String> actual = analyze(kind, definition, text);
    if (tokens.equals("*")) {
      assertThat(actual).hasSize(1);
    } else {
      assertThat(String.join(" ", actual.stream().map(t -> inner(kind, t)).toList()))
          .isEqualTo(tokens);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arabic",
        "armenian",
        "basque",
        "bengali",
        "brazilian",
        "bulgarian",
        "catalan",
        "cjk",
        "czech",
        "danish",
        "dutch",
        "english",
        "estonian",
        "finnish",
        "french",
        "galician",
        "german",
        "greek",
        "hindi",
        "hungarian",
        "indonesian",
        "irish",
        "italian",
        "latvian",
        "lithuanian",
        "norwegian",
        "persian",
        "portuguese",
        "romanian",
        "russian",
        "serbian",
        "sorani",
        "spanish",
        "swedish",
        "thai",
        "turkish"
      })
  void everyLanguageAnalyzerCanBeNamed(String name) throws IOException {
    assertThat(analyze("analyzer", '"' + name + '"', "qwerty")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"stemmer\",\"language\":\"klingon\"}",
        "{\"type\":\"truncate\"}",
        "{\"type\":\"keep\"}",
        "{\"type\":\"stemmer_override\",\"rules\":[\"a\"]}",
        "{\"type\":\"synonym\"}",
        "{\"type\":\"ngram\",\"min_gram\":1,\"max_gram\":9}",
        "{\"type\":\"word_delimiter_graph\",\"type_table\":[\"ab => ALPHA\"]}"
      })
  void wrongSettingsAreRefused(String definition) throws IOException {
    assertThat(request("filter", definition, "x").status()).isEqualTo(400);
  }

  /// A space inside a token of a tokenizer shows as a middle dot.
  private static String inner(String kind, String token) {
    return kind.equals("tokenizer") ? token.replace(' ', '·') : token;
  }

  private static List<String> analyze(String kind, String definition, String text)
      throws IOException {
    List<String> tokens = new ArrayList<>();
    for (JsonNode token : request(kind, definition, text).orThrow().json().path("tokens")) {
      tokens.add(token.path("token").asText());
    }
    return tokens;
  }

  private static Answer request(String kind, String definition, String text) throws IOException {
    JsonNode component = Elasticsearch.JSON.readTree(definition);
    ObjectNode request = Elasticsearch.JSON.createObjectNode().put("text", text);
    switch (kind) {
      case "tokenizer" -> request.set("tokenizer", component);
      case "filter" -> {
        request.put("tokenizer", "standard");
        request.putArray("filter").add(component);
      }
      case "char_filter" -> {
        request.put("tokenizer", "standard");
        request.putArray("char_filter").add(component);
      }
      case "analyzer" -> {
        if (component.isTextual()) {
          request.set("analyzer", component);
        } else {
          return inIndex(component, text);
        }
      }
      default -> throw new IllegalArgumentException(kind);
    }
    return TestElasticsearch.shared().request("POST", "/_analyze", request);
  }

  /// An analyzer with settings must be part of an index.
  private static Answer inIndex(JsonNode analyzer, String text) throws IOException {
    String index = TestElasticsearch.uniquePrefix();
    ObjectNode body = Elasticsearch.JSON.createObjectNode();
    body.putObject("settings").putObject("analysis").putObject("analyzer").set("a", analyzer);
    Elasticsearch elasticsearch = TestElasticsearch.shared();
    elasticsearch.request("PUT", "/" + index, body).orThrow();
    try {
      return elasticsearch.request(
          "POST",
          "/" + index + "/_analyze",
          Elasticsearch.JSON.createObjectNode().put("analyzer", "a").put("text", text));
    } finally {
      elasticsearch.request("DELETE", "/" + index).orThrow();
    }
  }
}
