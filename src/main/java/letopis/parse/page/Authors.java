package letopis.parse.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import letopis.parse.page.PersonNames.Trust;
import org.jsoup.nodes.Element;

/// Finds who wrote an article: people, and not the organisation that publishes it. What the page
/// tells machines comes first, then what it shows; names of accounts are taken last.
final class Authors {
  private static final int MOST = 12;

  private static final List<String> METAS =
      List.of(
          "author",
          "article:author",
          "dc.creator",
          "dcterms.creator",
          "parsely-author",
          "sailthru.author",
          "byl",
          "citation_author",
          "article:author_name",
          "og:author",
          "og:article:author",
          "dc.author",
          "authors",
          "articleauthor",
          "mediator_author",
          "cxenseparse:author",
          "article.author",
          "creator",
          "rbauthors",
          "dcsext.author");

  private static final Pattern WRITTEN_BY =
      Pattern.compile(
          "written by|verfasst von|geschrieben von|автор|écrit par|escrito por|scritto"
              + " da|autor|geschreven door|napisane przez|skrevet av|skriven av",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final PageContext context;
  private final PageData data;
  private final BodyText body;
  private final PersonNames names;
  private final Map<String, String> found = new LinkedHashMap<>();

  Authors(PageContext context, PageData data, BodyText body) {
    this.context = context;
    this.data = data;
    this.body = body;
    this.names = new PersonNames(SiteNames.declared(data).orElse(""));
  }

  /// The text of the elements that configuration names, one author each.
  static List<String> selected(List<Element> elements) {
    return elements.stream()
        .map(Element::text)
        .map(PersonNames::withoutLead)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  List<String> find() {
    data.article().ifPresent(node -> people(node.path("author")));
    if (found.isEmpty()) {
      data.article().ifPresent(node -> people(node.path("creator")));
    }
    metas();
    if (!isSure()) {
      List<String> seen = new Bylines(context, body, names).find();
      if (!seen.isEmpty()) {
        return first(seen);
      }
    }
    return first(List.copyOf(found.values()));
  }

  private static List<String> first(List<String> all) {
    return all.subList(0, Math.min(MOST, all.size()));
  }

  /// Names of accounts alone leave the question open.
  private boolean isSure() {
    return found.values().stream().anyMatch(name -> !PersonNames.isAccount(name));
  }

  private void metas() {
    for (String name : METAS) {
      if (isSure()) {
        return;
      }
      Map<String, String> accounts = new LinkedHashMap<>(found);
      found.clear();
      data.metaAll(name).forEach(this::add);
      if (!isSure()) {
        accounts.forEach(found::putIfAbsent);
      }
    }
    boolean written =
        data.meta("twitter:label1").filter(l -> WRITTEN_BY.matcher(l).find()).isPresent();
    if (!isSure() && written) {
      data.meta("twitter:data1").ifPresent(this::add);
    }
  }

  private void people(JsonNode author) {
    if (author.isArray()) {
      author.forEach(this::people);
    } else if (author.isTextual()) {
      add(author.asText());
    } else if (author.isObject()) {
      JsonNode node = data.resolve(author);
      JsonNode name = node.path("name");
      boolean organisation =
          PageData.isType(node, "Organization") || PageData.isType(node, "NewsMediaOrganization");
      if (organisation) {
        return;
      }
      if (name.isArray()) {
        name.forEach(one -> add(one.asText()));
      } else {
        add(name.asText(""));
      }
    }
  }

  private void add(String line) {
    names.in(line, Trust.GIVEN).forEach(name -> found.putIfAbsent(PersonNames.key(name), name));
  }
}
