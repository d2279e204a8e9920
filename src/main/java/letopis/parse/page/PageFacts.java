package letopis.parse.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import letopis.document.Image;
import letopis.parse.PageResult.PageAddresses;
import letopis.parse.page.authors.PersonNames;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.data.PageData;
import letopis.parse.page.scan.Addresses;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.BodyText;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.Hint;
import letopis.parse.page.scan.NodeWalk;
import letopis.parse.page.scan.PageScan;
import letopis.parse.page.scan.ShownText;
import letopis.text.Languages;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// The smaller facts of a page: its addresses, language, picture.
final class PageFacts {
  private static final int MOST_FIGURES = 20;

  /// A picture may stand so many boxes before the title.
  private static final int ABOVE = 12;

  /// So much text tells the language.
  private static final int LANGUAGE_SAMPLE = 900;

  /// Words of a caption that is not named so.
  private static final int CAPTION_LEAST = 3;

  private static final int CAPTION_MOST = 60;

  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]+)*");

  private final Document document;
  private final PageScan scan;
  private final PageData data;

  PageFacts(Document document, PageScan scan, PageData data) {
    this.document = document;
    this.scan = scan;
    this.data = data;
  }

  PageAddresses addresses() {
    Optional<String> canonical = Optional.empty();
    Set<String> others = new LinkedHashSet<>();
    for (Element link : scan.notes.links) {
      String rel = Addresses.written(link, "rel").toLowerCase(Locale.ROOT);
      if (rel.equals("canonical") && canonical.isEmpty()) {
        canonical = absolute(Addresses.absolute(link, "href"));
      } else if (rel.equals("amphtml")
          || rel.equals("alternate") && !link.attr("media").isEmpty()) {
        absolute(Addresses.absolute(link, "href")).ifPresent(others::add);
      }
    }
    data.meta("og:url").flatMap(this::resolve).ifPresent(others::add);
    canonical.ifPresent(others::remove);
    return new PageAddresses(canonical, List.copyOf(others));
  }

  /// An address that stands for this page cannot be the front page of a site by mistake: some
  /// templates give the same one on every page.
  private Optional<String> resolve(String address) {
    if (Addresses.isPlain(address)) {
      return Optional.of(address);
    }
    try {
      String base = document.baseUri();
      return absolute(
          base.isEmpty() ? address : URI.create(base).resolve(address.strip()).toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> absolute(String address) {
    return Optional.of(address.strip())
        .filter(a -> a.startsWith("http://") || a.startsWith("https://"));
  }

  /// As written in the page, with its region: `en-GB`; empty when it says nothing.
  String declaredLanguage() {
    Element html = document.head().parent();
    String lang =
        html == null ? "" : html.attr("lang").isEmpty() ? html.attr("xml:lang") : html.attr("lang");
    String declared =
        lang.isBlank()
            ? data.meta("og:locale", "content-language", "dc.language", "language").orElse("")
            : lang;
    String tidy = declared.strip().replace('_', '-');
    return LANGUAGE.matcher(tidy).matches() ? tidy : "";
  }

  /// The text decides where it is long enough; a template's `lang="en"` is often left as it came.
  String language(String text) {
    String whole = declaredLanguage().toLowerCase(Locale.ROOT);
    String declared = whole.indexOf('-') < 0 ? whole : whole.substring(0, whole.indexOf('-'));
    String detected =
        text.length() < 60
            ? Languages.UNKNOWN
            : Languages.of(text.substring(0, Math.min(LANGUAGE_SAMPLE, text.length())));
    if (!detected.equals(Languages.UNKNOWN) && (declared.isEmpty() || text.length() > 300)) {
      return detected;
    }
    return declared.isEmpty() ? detected : declared;
  }

  /// The picture of the article with the words under it: the one that machines are told, else the
  /// first in a figure between title and end of the text.
  List<Image> images(PageContext context, BodyText body) {
    List<Box> figures = figures(context, body);
    Optional<String> told =
        data.meta("og:image", "og:image:url", "twitter:image", "twitter:image:src")
            .or(() -> data.article().map(node -> node.path("image")).flatMap(PageFacts::imageUrl))
            .or(() -> data.meta("image", "thumbnail"))
            .or(this::linkedImage)
            .flatMap(this::resolve);
    Optional<String> main =
        told.or(
            () -> figures.stream().map(PageFacts::source).flatMap(Optional::stream).findFirst());
    return main.map(url -> new Image(url, caption(url, figures))).stream().toList();
  }

  private Optional<String> linkedImage() {
    return scan.notes.links.stream()
        .filter(link -> Addresses.written(link, "rel").equals("image_src"))
        .map(link -> link.attr("href"))
        .findFirst();
  }

  private static Optional<String> imageUrl(JsonNode image) {
    JsonNode first = image.isArray() && !image.isEmpty() ? image.get(0) : image;
    return first.isObject() ? PageData.string(first.path("url")) : PageData.string(first);
  }

  private List<Box> figures(PageContext context, BodyText body) {
    List<Block> blocks = body.blocks();
    int from = context.titleBlock < 0 ? 0 : scan.blocks.get(context.titleBlock).box.index;
    int to = blocks.isEmpty() ? from : blocks.getLast().box.index;
    List<Box> figures = new ArrayList<>();
    for (int i = Math.max(0, from - ABOVE); i <= to && figures.size() < MOST_FIGURES; i++) {
      Box box = scan.boxes.get(i);
      if (box.kind == Box.Kind.FIGURE && box.distanceTo(Hint.RELATED) > 3) {
        figures.add(box);
      }
    }
    return figures;
  }

  private static Optional<String> source(Box figure) {
    return first(figure, "img")
        .map(img -> Addresses.absolute(img, img.hasAttr("data-src") ? "data-src" : "src"))
        .flatMap(PageFacts::absolute);
  }

  /// What stands under this picture, else its alternative text there; else what stands under the
  /// first one that is of no author; else what machines are told.
  private Optional<String> caption(String url, List<Box> figures) {
    String name = fileName(url);
    Optional<Box> own =
        figures.stream()
            .filter(figure -> source(figure).map(PageFacts::fileName).equals(Optional.of(name)))
            .findFirst();
    return own.flatMap(figure -> under(figure).or(() -> alternative(figure)))
        .or(
            () ->
                figures.stream()
                    .filter(_ -> own.isEmpty())
                    .map(PageFacts::under)
                    .flatMap(Optional::stream)
                    .filter(text -> !PersonNames.isByline(text))
                    .findFirst())
        .or(() -> data.meta("og:image:alt", "twitter:image:alt").filter(text -> !text.isBlank()));
  }

  /// The words under a picture, or all that its figure has beside it.
  private static Optional<String> under(Box figure) {
    Optional<Element> caption = first(figure, "figcaption");
    if (caption.isPresent()) {
      return caption.map(ShownText::of).filter(text -> !text.isBlank());
    }
    return Optional.of(figure.element)
        .filter(_ -> figure.words >= CAPTION_LEAST && figure.words <= CAPTION_MOST)
        .map(ShownText::of);
  }

  /// The first element of a figure with this name.
  private static Optional<Element> first(Box figure, String name) {
    Element top = figure.element;
    Node node = top.firstChild();
    while (node != null) {
      if (node instanceof Element element && element.normalName().equals(name)) {
        return Optional.of(element);
      }
      node = NodeWalk.next(node, top);
    }
    return Optional.empty();
  }

  private static Optional<String> alternative(Box figure) {
    return first(figure, "img")
        .map(img -> img.attr("alt").strip())
        .filter(text -> text.indexOf(' ') > 0);
  }

  /// One picture is often served in several sizes from different folders.
  private static String fileName(String url) {
    int end = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
    return url.substring(url.lastIndexOf('/', end) + 1, end);
  }

  boolean noarchive() {
    return data.metaAll("robots").stream().anyMatch(PageFacts::forbids)
        || data.metaAll("googlebot").stream().anyMatch(PageFacts::forbids);
  }

  private static boolean forbids(String robots) {
    String value = robots.toLowerCase(Locale.ROOT);
    return value.contains("noarchive") || value.strip().equals("none");
  }
}
