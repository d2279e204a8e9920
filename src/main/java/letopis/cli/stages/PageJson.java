package letopis.cli.stages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import letopis.document.Attribution;
import letopis.document.Claimed;
import letopis.document.Content;
import letopis.document.Link;
import letopis.document.Precision;
import letopis.parse.PageInput;
import letopis.parse.PageResult;

/// The JSON of one page as `extract` prints it.
final class PageJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PageJson() {}

  static ObjectNode error(String file, String message) {
    return JSON.createObjectNode().put("file", file).put("error", message);
  }

  static ObjectNode line(String file, PageInput page, PageResult result) {
    return switch (result) {
      case PageResult.Refused refused -> error(file, refused.reason());
      case PageResult.NotAnArticle other -> other(file, page, other);
      case PageResult.Article article -> article(file, page, article);
    };
  }

  private static ObjectNode start(String file, PageInput page, PageResult result) {
    ObjectNode line = JSON.createObjectNode().put("file", file);
    line.put("url", page.url().map(URI::toString).orElse(null));
    line.put("canonical_url", result.addresses().canonical().orElse(null));
    return line;
  }

  private static ObjectNode other(String file, PageInput page, PageResult.NotAnArticle other) {
    ObjectNode line = start(file, page, other).put("article", false).put("reason", other.reason());
    line.put("title", other.title().orElse(null)).put("text", "");
    line.put("published", other.published().map(claim -> published(claim, page)).orElse(null));
    line.putNull("modified").putArray("authors");
    line.putNull("lang").putNull("section").putArray("tags");
    line.putNull("image").putNull("site_name").putArray("attributions");
    line.putArray("links");
    return line;
  }

  private static ObjectNode article(String file, PageInput page, PageResult.Article article) {
    Content content = article.content();
    ObjectNode line = start(file, page, article).put("article", true);
    line.put("title", content.title().isEmpty() ? null : content.title());
    line.put("text", content.body());
    line.put("published", article.published().map(claim -> published(claim, page)).orElse(null));
    line.put("published_from", article.published().map(claim -> claim.from().label()).orElse(null));
    line.put(
        "modified", article.modified().map(at -> modified(at, article.published())).orElse(null));
    strings(line.putArray("authors"), content.authors());
    line.put("lang", content.lang());
    line.put("section", content.section().orElse(null));
    strings(line.putArray("tags"), content.tags());
    if (content.images().isEmpty()) {
      line.putNull("image");
    } else {
      line.putObject("image")
          .put("url", content.images().getFirst().url())
          .put("caption", content.images().getFirst().caption().orElse(null));
    }
    line.put("site_name", article.siteName().orElse(null));
    attributions(line.putArray("attributions"), content.attributions());
    ArrayNode links = line.putArray("links");
    for (Link link : content.links()) {
      links.addObject().put("url", link.url()).put("text", link.text());
    }
    return line;
  }

  /// A time with the offset the page wrote, or a date when only the day is known.
  private static String published(Claimed claim, PageInput page) {
    ZoneOffset offset =
        claim.offset().orElseGet(() -> page.zone().getRules().getOffset(claim.at()));
    OffsetDateTime at = claim.at().atOffset(offset);
    return claim.precision() == Precision.DAY
        ? at.toLocalDate().toString()
        : at.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private static String modified(Instant at, Optional<Claimed> published) {
    ZoneOffset offset = published.flatMap(Claimed::offset).orElse(ZoneOffset.UTC);
    return at.atOffset(offset).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private static void attributions(ArrayNode array, List<Attribution> attributions) {
    for (Attribution attribution : attributions) {
      array
          .addObject()
          .put("how", attribution.how().name().toLowerCase(Locale.ROOT))
          .put("name", attribution.name())
          .put("url", attribution.url().orElse(null))
          .put("start", attribution.start())
          .put("end", attribution.end());
    }
  }

  private static void strings(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }
}
