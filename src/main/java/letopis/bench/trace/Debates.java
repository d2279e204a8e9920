package letopis.bench.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.bench.RealData;
import letopis.bench.TarGz;
import letopis.text.Words;

/// Sentences of debates with the review of each, of "That is a known lie" (Shaar and others 2020).
/// Its own list of reviews is not among the data; they are looked up among those of CheckThat!
/// 2022-2B, which has the same site's.
final class Debates {
  static final String REVIEWS = "checkthat2022-2b-en";

  private static final String FILES = "6-claims/known-lie/politifact/fact-checking.tar.gz";

  /// What both forms of a review's address have: date, speaker and title.
  private static final Pattern ADDRESS = Pattern.compile("/(\\d{4}/\\p{L}+/\\d+/.+?)/?$");

  private final Map<String, Set<String>> reviews = new HashMap<>();

  /// @param file all reviews, one JSON object a line
  Debates(List<JsonNode> file) {
    for (JsonNode review : file) {
      String id = review.path("vclaim_id").asText();
      add(key(review.path("url").asText()), id);
      add(Words.norms(review.path("vclaim").asText()), id);
    }
  }

  /// Every sentence whose review is there.
  List<FactCheckBench.Query> queries(RealData data) throws IOException {
    List<FactCheckBench.Query> queries = new ArrayList<>();
    for (byte[] file : TarGz.read(data.file(FILES)).values()) {
      List<List<String>> rows = rows(new String(file, StandardCharsets.UTF_8));
      List<String> names = rows.getFirst();
      for (List<String> row : rows.subList(1, rows.size())) {
        Set<String> relevant = new HashSet<>();
        relevant.addAll(known(key(cell(names, row, "verified_claim_url"))));
        relevant.addAll(known(Words.norms(cell(names, row, "verified_claim"))));
        String sentence = cell(names, row, "sentence");
        if (!relevant.isEmpty() && !sentence.isBlank()) {
          queries.add(new FactCheckBench.Query(sentence, relevant));
        }
      }
    }
    return queries;
  }

  private Set<String> known(String key) {
    return reviews.getOrDefault(key, Set.of());
  }

  private void add(String key, String id) {
    if (!key.isBlank()) {
      reviews.computeIfAbsent(key, _ -> new HashSet<>()).add(id);
    }
  }

  private static String key(String address) {
    Matcher found = ADDRESS.matcher(address.strip());
    return found.find() ? found.group(1) : "";
  }

  private static String cell(List<String> names, List<String> row, String name) {
    int at = names.indexOf(name);
    return at < 0 || at >= row.size() ? "" : row.get(at);
  }

  /// The rows of a CSV file (RFC 4180).
  static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '"' && quoted && csv.startsWith("\"\"", i)) {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || c != ',' && c != '\n') {
        cell.append(c == '\r' && !quoted ? "" : c);
      } else {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      }
    }
    if (!row.isEmpty() || !cell.isEmpty()) {
      row.add(cell.toString());
      rows.add(row);
    }
    return rows;
  }
}
