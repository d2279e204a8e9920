package letopis.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes requests that are nearly right, in every way we could think of.
final class Fuzz {
  private static final List<String> PATHS =
      List.of(
          "search",
          "search",
          "search",
          "search",
          "lookup",
          "sources",
          "sources/vestnik",
          "topics",
          "documents/ID",
          "documents/ID/diff",
          "documents/ID/copies",
          "documents/ID/similar",
          "documents/ID/revisions",
          "documents/%2e%2e",
          "documents/ID/snapshot",
          "documents/ID/schema.jsonld",
          "documents/ID/evidence.zip",
          "export",
          "feed.rss",
          "analytics/terms",
          "analytics/compare",
          "analytics/citations",
          "analytics/compare",
          "watches",
          "watches/ID",
          "watches/ID/replay",
          "watches/ID/results",
          "watches/ID/feed.rss",
          "fact-checks",
          "cases",
          "cases/ID",
          "cases/ID/claim-review.json");
  private static final List<String> POSTED =
      List.of("trace", "batch", "watches", "cases", "session");
  private static final List<String> FIELDS =
      List.of(
          "text",
          "url",
          "document",
          "from",
          "lang",
          "x",
          "name",
          "query",
          "filters",
          "webhook",
          "queries",
          "claim",
          "appearances",
          "key");
  private static final List<String> NAMES =
      List.of(
          "q",
          "q",
          "q",
          "source",
          "not.source",
          "kind",
          "not.kind",
          "lang",
          "region",
          "section",
          "tag",
          "author",
          "domain",
          "match",
          "from",
          "to",
          "seen_from",
          "seen_to",
          "as_of",
          "size",
          "cursor",
          "facets",
          "facet_size",
          "timeline",
          "tz",
          "sort",
          "group",
          "highlight",
          "explain",
          "share",
          "changed",
          "topic",
          "not.topic",
          "place",
          "not.place",
          "removed",
          "cluster",
          "url",
          "days",
          "format",
          "x");
  private static final List<String> VALUES =
      List.of(
          "мост",
          "мост AND",
          "(",
          "\"",
          "\"a b\"~5",
          "a NEAR/5 b",
          "a NEAR/99999 b",
          "-",
          "*",
          "a*",
          "=мосту",
          "title:(мост OR снег)",
          "published:[2026-01-01 TO *]",
          "published:[x TO y]",
          "NOT",
          "vestnik",
          "news",
          "ru",
          "-7d",
          "-999999w",
          "2026-11-23",
          "2026-13-45",
          "now",
          "0",
          "-1",
          "100",
          "101",
          "99999999999",
          "NaN",
          "day",
          "auto",
          "hour",
          "Asia/Yakutsk",
          "Nowhere/None",
          "+25:00",
          "newest",
          "relevance",
          "copies",
          "true",
          "maybe",
          "most",
          "roads",
          "Зея",
          "source,kind,topic,place",
          "source,source,,",
          "https://vestnik.example/most",
          "http://[::1",
          "javascript:alert(1)",
          "\u0000",
          "\ud83d\ude00",
          "ё",
          "a".repeat(1999),
          "%",
          "../../etc/passwd",
          "{\"a\":1}",
          "csv",
          "0001-01-01",
          "9999-12-31",
          "+1000000000-01-01T00:00:00Z",
          "(((((((((((((((((((((a",
          " ",
          "");

  private static final String MARKS = "ab мё()\"*~-=:[]/\\+&|!^{}<>'%,.#?;\t";

  private final Random random;
  private final String id;

  Fuzz(Random random, String id) {
    this.random = random;
    this.id = id;
  }

  /// @param body JSON to post; empty for a GET
  record Request(String target, Optional<String> body) {}

  Request next() {
    if (random.nextInt(12) == 0) {
      return new Request("/api/v1/" + pick(POSTED), Optional.of(body()));
    }
    String path = pick(PATHS).replace("ID", random.nextInt(5) == 0 ? "x" : id);
    String query =
        IntStream.range(0, random.nextInt(5))
            .mapToObj(_ -> pick(NAMES) + "=" + URLEncoder.encode(value(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return new Request("/api/v1/" + path + (query.isEmpty() ? "" : "?" + query), Optional.empty());
  }

  private String body() {
    String name = pick(FIELDS);
    String value = value().replace("\\", "").replace("\"", "").replace("\u0000", "");
    return switch (random.nextInt(6)) {
      case 0 -> "{\"" + name + "\":\"" + value + "\"}";
      case 1 -> "{\"text\":\"" + value + " мост через Зею закроют\",\"" + name + "\":null}";
      case 2 -> "{\"" + name + "\":[1,{}]}";
      case 3 ->
          "{\"name\":\"n\",\"query\":\"мост\",\"filters\":{\""
              + pick(NAMES)
              + "\":[\""
              + value
              + "\"]},\""
              + name
              + "\":\""
              + value
              + "\"}";
      case 4 -> "{\"queries\":[\"" + value + "\",{\"id\":\"1\",\"q\":\"" + value + "\"}]}";
      default -> value;
    };
  }

  private String value() {
    String value = pick(VALUES);
    return switch (random.nextInt(6)) {
      case 0 -> value + " " + pick(VALUES);
      case 1 -> noise();
      default -> value;
    };
  }

  private String noise() {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(30);
    for (int i = 0; i < length; i++) {
      text.append(MARKS.charAt(random.nextInt(MARKS.length())));
    }
    return text.toString();
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
