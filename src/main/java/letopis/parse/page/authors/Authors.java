package letopis.parse.page.authors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import letopis.parse.page.authors.PersonNames.Trust;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.data.PageData;
import letopis.parse.page.scan.BodyText;
import letopis.parse.page.titles.SiteNames;
import org.jsoup.nodes.Element;

/// Finds who wrote an article: people, and not the organisation that publishes it. What the page
/// tells machines comes first, then what it shows; names of accounts are taken last.
public final class Authors {
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
  private final SiteNames site;
  private final PersonNames names;
  private final Map<String, String> found = new LinkedHashMap<>();

  /// About one page.
  ///
  /// @param site what the page's site is called: no author
  public Authors(PageContext context, PageData data, BodyText body, SiteNames site) {
    this.context = context;
    this.data = data;
    this.body = body;
    this.site = site;
    this.names = new PersonNames(SiteNames.declared(data).orElse(""));
  }

  /// The text of the elements that configuration names, one author each.
  public static List<String> selected(List<Element> elements) {
    return elements.stream()
        .map(Element::text)
        .map(BylineLead::cut)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  /// The names of who wrote the page, each once; empty when it does not say.
  public List<String> find() {
    data.article().ifPresent(node -> people(node.path("author")));
    if (found.isEmpty()) {
      data.article().ifPresent(node -> people(node.path("creator")));
    }
    metas();
    Bylines bylines = new Bylines(context, body, names, site);
    if (isSure()) {
      bylines.besides(found);
      return first(List.copyOf(found.values()));
    }
    List<String> seen = bylines.find();
    if (seen.isEmpty() && found.isEmpty()) {
      seen = new ScriptAuthors(context.scan, names).find();
    }
    return first(seen.isEmpty() ? List.copyOf(found.values()) : seen);
  }

  /// The site is no author beside others.
  private List<String> first(List<String> all) {
    List<String> people = all.stream().filter(name -> !site.isExactly(name)).toList();
    List<String> best = people.isEmpty() ? all : people;
    return best.subList(0, Math.min(MOST, best.size()));
  }

  /// Names of accounts alone, and of the site, leave the question open.
  private boolean isSure() {
    return found.values().stream()
        .anyMatch(name -> !PersonNames.isAccount(name) && !site.isExactly(name));
  }

  private void metas() {
    for (String name : METAS) {
      offer(data.named(name));
    }
    offer(data.metaAll("author"));
    boolean written =
        data.meta("twitter:label1").filter(l -> WRITTEN_BY.matcher(l).find()).isPresent();
    if (written) {
      offer(data.meta("twitter:data1").stream().toList());
    }
  }

  /// Takes these names where there are none yet that are better than those of accounts.
  private void offer(List<String> lines) {
    if (lines.isEmpty() || isSure()) {
      return;
    }
    Map<String, String> open = new LinkedHashMap<>(found);
    found.clear();
    lines.forEach(line -> add(line.startsWith("http") ? linked(line) : line));
    if (!isSure()) {
      open.forEach(found::putIfAbsent);
    }
  }

  private String linked(String profile) {
    return Bylines.linkedFrom(context.scan.blocks, profile).orElse("");
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
      } else if (PageData.isType(node, "Person") && site.isExactly(name.asText(""))) {
        // Said to be a person, and believed where no other name is to be found.
        found.putIfAbsent(PersonNames.key(name.asText()), name.asText().strip());
      } else {
        add(name.asText(""));
      }
    }
  }

  private void add(String line) {
    // "Jobs & Hire" is one site and not two people.
    if (site.isExactly(line) && !PersonNames.isFull(line.strip())) {
      return;
    }
    names.in(line, Trust.GIVEN).forEach(name -> found.putIfAbsent(PersonNames.key(name), name));
  }
}
