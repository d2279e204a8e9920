package letopis.parse.page.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import letopis.parse.page.scan.HtmlText;
import letopis.parse.page.scan.PageScan;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// What a page says of itself to machines: `<meta>` elements and schema.org data in JSON-LD.
public final class PageData {
  private static final int MAX_SCRIPT = 4 << 20;
  private static final int MAX_NODES = 2_000;
  private static final Set<String> ARTICLE_TYPES =
      Set.of(
          "Article",
          "NewsArticle",
          "BlogPosting",
          "ReportageNewsArticle",
          "OpinionNewsArticle",
          "AnalysisNewsArticle",
          "BackgroundNewsArticle",
          "ReviewNewsArticle",
          "AskPublicNewsArticle",
          "SatiricalArticle",
          "LiveBlogPosting",
          "TechArticle",
          "ScholarlyArticle",
          "Report",
          "AdvertiserContentArticle",
          "SocialMediaPosting",
          "Review",
          "Recipe");
  /// A tag in a text. It has no other `<` in it: each of a row of them would be gone on from.
  private static final Pattern TAG = Pattern.compile("<[^<>]{0,2000}+>");

  /// Reads JSON as pages write it.
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private final Map<String, List<String>> metas = new HashMap<>();
  private final Map<String, List<String>> properties = new HashMap<>();
  private final List<JsonNode> nodes = new ArrayList<>();
  private final Map<String, JsonNode> byId = new HashMap<>();
  private final Optional<JsonNode> article;

  /// The types of all nodes.
  private final Set<String> types = new HashSet<>();

  /// Reads the `<meta>` elements, the JSON-LD and the microdata of a page.
  public PageData(PageScan scan) {
    for (Element meta : scan.notes.metas) {
      String content = meta.attr("content").strip();
      if (!content.isEmpty()) {
        add(metas, meta.attr("property"), content);
        add(metas, meta.attr("name"), content);
        add(properties, meta.attr("itemprop"), content);
      }
    }
    for (Element script : scan.notes.jsonScripts) {
      read(HtmlText.data(script));
    }
    for (JsonNode node : nodes) {
      types.addAll(types(node));
    }
    article = findArticle();
  }

  private static void add(Map<String, List<String>> to, String name, String content) {
    if (!name.isBlank()) {
      String key = name.strip().toLowerCase(Locale.ROOT);
      // Some write article:published:time.
      int kind = key.startsWith("article:") ? "article:".length() : -1;
      String usual =
          kind < 0 ? key : key.substring(0, kind) + key.substring(kind).replace(':', '_');
      to.computeIfAbsent(usual, _ -> new ArrayList<>()).add(content);
    }
  }

  /// The first value of the first of these `<meta>` names or properties that has one.
  public Optional<String> meta(String... names) {
    for (String name : names) {
      List<String> values = metaAll(name);
      if (!values.isEmpty()) {
        return Optional.of(values.getFirst());
      }
    }
    return Optional.empty();
  }

  /// All values of a `<meta>` with this name or property.
  public List<String> named(String name) {
    return metas.getOrDefault(name, List.of());
  }

  /// All values of a `<meta>` name or property; those of microdata, which may be of things that the
  /// page only mentions, where there are no others.
  public List<String> metaAll(String name) {
    List<String> values = metas.get(name);
    return values == null ? properties.getOrDefault(name, List.of()) : values;
  }

  /// The article that the page is about, when its JSON-LD has one.
  public Optional<JsonNode> article() {
    return article;
  }

  /// All JSON-LD objects, outer before inner.
  public List<JsonNode> nodes() {
    return nodes;
  }

  /// Whether one of the objects is of this type.
  public boolean hasType(String type) {
    return types.contains(type);
  }

  /// Whether an object is of a type, by the type's name without its vocabulary.
  public static boolean isType(JsonNode node, String type) {
    JsonNode types = node.path("@type");
    if (types.isTextual()) {
      return local(types.asText()).equals(type);
    }
    for (JsonNode one : types) {
      if (local(one.asText()).equals(type)) {
        return true;
      }
    }
    return false;
  }

  static List<String> types(JsonNode node) {
    List<String> types = new ArrayList<>();
    JsonNode type = node.path("@type");
    if (type.isTextual()) {
      types.add(local(type.asText()));
    } else {
      type.forEach(item -> types.add(local(item.asText())));
    }
    return types;
  }

  private static String local(String type) {
    return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1);
  }

  /// A text field of the article in plain text, without markup or entities.
  public Optional<String> articleText(String field) {
    return article.map(node -> node.path(field)).flatMap(PageData::string).map(PageData::plain);
  }

  /// The object itself, or the one that its `@id` points to.
  public JsonNode resolve(JsonNode node) {
    JsonNode id = node.path("@id");
    JsonNode known = id.isTextual() && node.size() <= 2 ? byId.get(id.asText()) : null;
    return known == null ? node : known;
  }

  /// A text, or the first of several; empty when that is blank or something else.
  public static Optional<String> string(JsonNode value) {
    JsonNode first = value.isArray() && !value.isEmpty() ? value.get(0) : value;
    return first.isTextual() && !first.asText().isBlank()
        ? Optional.of(first.asText().strip())
        : Optional.empty();
  }

  /// A text without markup and entities.
  public static String plain(String text) {
    String decoded = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    return decoded.indexOf('<') < 0 ? decoded : TAG.matcher(decoded).replaceAll(" ");
  }

  private void read(String script) {
    String json = unwrapped(script);
    if (json.length() > MAX_SCRIPT || json.isEmpty()) {
      return;
    }
    try {
      collect(JSON.readTree(json), 0);
    } catch (JsonProcessingException e) {
      // Broken data says nothing; the page still has its text.
      return;
    }
  }

  /// What a script holds without the comments and `CDATA` marks around it, and without the
  /// entities where even its quotation marks are escaped.
  static String unwrapped(String script) {
    String json = script.strip();
    if (json.startsWith("<!") || json.startsWith("//") || json.startsWith("/*")) {
      String bare = json.replace("<![CDATA[", "").replace("]]>", "");
      int object = bare.indexOf('{');
      int list = bare.indexOf('[');
      int start = list < 0 || object >= 0 && object < list ? object : list;
      int end = Math.max(bare.lastIndexOf('}'), bare.lastIndexOf(']'));
      json = start < 0 || end < start ? "" : bare.substring(start, end + 1);
    }
    return json.indexOf('"') < 0 && json.contains("&quot;")
        ? Parser.unescapeEntities(json, false)
        : json;
  }

  private void collect(JsonNode node, int depth) {
    if (depth > 6 || nodes.size() >= MAX_NODES) {
      return;
    }
    if (node.isArray()) {
      node.forEach(item -> collect(item, depth + 1));
    } else if (node.isObject()) {
      if (node.has("@type")) {
        nodes.add(node);
      }
      if (node.has("@id") && node.size() > 2) {
        byId.putIfAbsent(node.get("@id").asText(), node);
      }
      node.elements()
          .forEachRemaining(
              item -> {
                if (item.isContainerNode()) {
                  collect(item, depth + 1);
                }
              });
    }
  }

  /// Several articles are teasers of a list, unless only one has a text or the date.
  private Optional<JsonNode> findArticle() {
    if (Collections.disjoint(types, ARTICLE_TYPES)) {
      return Optional.empty();
    }
    JsonNode first = null;
    JsonNode dated = null;
    for (JsonNode node : nodes) {
      if (node.size() > 3 && !Collections.disjoint(types(node), ARTICLE_TYPES)) {
        if (node.has("articleBody")) {
          return Optional.of(node);
        }
        first = first == null ? node : first;
        dated = dated == null && node.has("datePublished") ? node : dated;
      }
    }
    return Optional.ofNullable(dated == null ? first : dated);
  }
}
