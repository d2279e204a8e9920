package letopis.bench.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import letopis.bench.RealData;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.url.CanonicalUrl;

/// A link from an article to one of another source, both in the corpus.
///
/// @param told the line of the set that says so
record RealCitation(Document from, Document to, JsonNode told) {
  private static final String FILE = "5-news-corpora/telegram-contest-20191101.citations.jsonl.gz";

  /// Those of the set whose ends the corpus has, in the order of the set.
  static List<RealCitation> in(List<Document> corpus, RealData data) throws IOException {
    Map<String, Document> byId = new HashMap<>();
    corpus.forEach(document -> byId.put(document.id(), document));
    List<RealCitation> links = new ArrayList<>();
    for (JsonNode told : data.read(FILE)) {
      Document from = byId.get(id(told.path("from_url").asText()));
      Document to = byId.get(id(told.path("to_url").asText()));
      if (told.path("cross_source").asBoolean() && from != null && to != null) {
        links.add(new RealCitation(from, to, told));
      }
    }
    return links;
  }

  private static String id(String url) {
    return CanonicalUrl.parse(url).map(CanonicalUrl::value).map(DocumentId::of).orElse("");
  }
}
