package letopis.parse.page.topics;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.data.PageData;
import letopis.parse.page.scan.Addresses;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.Hint;
import letopis.parse.page.scan.ShownText;
import letopis.parse.page.titles.SiteNames;
import letopis.parse.page.titles.TitlePieces;
import letopis.parse.pattern.Keywords;
import org.jsoup.nodes.Element;

/// The way from the front page of a site to a page, step by step, as data or readers are told it.
final class WayToPage {
  /// The way stands so many blocks above the title, or nearer.
  private static final int ABOVE = 16;

  private static final int MOST_STEPS = 20;

  private static final List<String> NAMES = List.of("class", "id", "itemtype");
  private static final Keywords CRUMBS = new Keywords("crumb");

  private final PageContext context;
  private final PageData data;
  private final Optional<URI> url;
  /// What an address on the same site has in it, empty where the site is not known.
  private final String host;

  WayToPage(PageContext context, PageData data, Optional<URI> url) {
    this.context = context;
    this.data = data;
    this.url = url;
    String authority = url.map(URI::getRawAuthority).orElse("");
    this.host = authority.isEmpty() ? "" : "//" + authority + "/";
  }

  /// The last step of the path that is not the page itself, as machines are told.
  Optional<String> told() {
    for (JsonNode node : data.nodes()) {
      JsonNode items = node.path("itemListElement");
      if (PageData.isType(node, "BreadcrumbList") && items.isArray() && items.size() > 2) {
        List<Step> steps = new ArrayList<>();
        items.forEach(item -> steps.add(step(item)));
        return lastOf(steps);
      }
    }
    return Optional.empty();
  }

  private static Step step(JsonNode item) {
    JsonNode target = item.path("item");
    String name =
        PageData.string(item.path("name"))
            .or(() -> PageData.string(target.path("name")))
            .orElse("");
    return new Step(name, target.isTextual() ? target.asText() : target.path("@id").asText(""));
  }

  /// The last step of the path that readers see above the title.
  Optional<String> shown() {
    List<Step> steps = new ArrayList<>();
    List<Block> blocks = context.scan.blocks;
    for (int i = Math.max(0, context.titleBlock - ABOVE); i < context.titleBlock; i++) {
      Block block = blocks.get(i);
      if (block.box.distanceTo(Hint.NAVIGATION) <= 3 && isPath(block.box.element)) {
        block.links.stream()
            .limit(MOST_STEPS)
            .forEach(
                link -> steps.add(new Step(ShownText.of(link), Addresses.written(link, "href"))));
      }
    }
    steps.add(new Step("", ""));
    return lastOf(steps);
  }

  private static boolean isPath(Element element) {
    Element around = element;
    for (int i = 0; i < 4 && around != null; i++) {
      for (String attribute : NAMES) {
        if (CRUMBS.in(Addresses.written(around, attribute))) {
          return true;
        }
      }
      around = around.parent();
    }
    return false;
  }

  /// The last of these that is neither the front page nor the page itself, which has no address or
  /// its own.
  private Optional<String> lastOf(List<Step> steps) {
    String title =
        context.titleBlock < 0
            ? ""
            : TitlePieces.key(context.scan.blocks.get(context.titleBlock).text);
    for (int i = steps.size() - 1; i > 0 || i == 0 && steps.size() > 1; i--) {
      Step step = steps.get(i);
      boolean own =
          i == steps.size() - 1 && !isAbove(step.href())
              || TitlePieces.key(step.name()).equals(title);
      if (!own && PageTopics.isName(step.name()) && !isSite(step.name())) {
        return Optional.of(step.name());
      }
    }
    return Optional.empty();
  }

  /// Whether an address is that of a folder of the page's own.
  private boolean isAbove(String href) {
    String folder = folder(href);
    String path = url.map(URI::getRawPath).orElse("");
    return folder.length() > 1 && path.startsWith(folder) && path.length() > folder.length();
  }

  /// A step of the path from the front page to this one.
  private record Step(String name, String href) {}

  /// The path of an address on the same site, with one slash at its end.
  String folder(String href) {
    int from = host.isEmpty() ? -1 : href.indexOf(host);
    String path = from >= 0 ? href.substring(from + host.length() - 1) : href;
    return !path.startsWith("/") || path.startsWith("//") || path.indexOf('?') >= 0
        ? ""
        : path.endsWith("/") ? path : path + "/";
  }

  /// Whether a name is that of the site.
  boolean isSite(String name) {
    return TitlePieces.key(name).equals(TitlePieces.key(SiteNames.declared(data).orElse("")));
  }
}
