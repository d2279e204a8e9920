package letopis.parse.social;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.document.Attribution;
import letopis.document.Image;
import letopis.document.PublishedFrom;
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import letopis.parse.FeedResult.NotAFeed;
import letopis.parse.charset.Charsets;
import letopis.parse.feed.FeedDates;
import letopis.parse.feed.Links;
import letopis.parse.feed.PlainText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Reads a saved mobile wall page of a VK community (`m.vk.com`, layout of 2022). For archives of
/// pages; a live wall is read by [VkReader].
public final class VkWallPage {
  private static final URI SITE = URI.create("https://vk.com/");
  private static final Pattern POST = Pattern.compile("(-\\d+_\\d+)");
  private static final Pattern BACKGROUND =
      Pattern.compile("background-image:\\s*url\\(['\"]?([^'\")]+)");

  /// The posts of the page, as it lists them.
  public FeedResult read(FeedInput input) {
    String html = Charsets.decode(input.body(), input.contentType(), Charsets.Kind.HTML).text();
    if (input.url().getPath() != null && input.url().getPath().endsWith("/429.html")) {
      return new NotAFeed("VK: too many requests (its page says so with status 200)");
    }
    Document page = Jsoup.parse(html, input.url().toString());
    List<Entry> entries = new ArrayList<>();
    for (Element item : page.select(".wall_item")) {
      entry(item, input).ifPresent(entries::add);
    }
    if (entries.isEmpty()) {
      return new NotAFeed("no post of a VK wall in the page");
    }
    return Posts.feed(
        "vk-wall-page",
        Optional.ofNullable(page.selectFirst(".pi_author")).map(a -> PlainText.oneLine(a.text())),
        Optional.empty(),
        entries,
        Optional.empty(),
        List.of());
  }

  private static Optional<Entry> entry(Element item, FeedInput input) {
    Element anchor = item.selectFirst(".post__anchor[name], .wi_date[href]");
    Matcher matcher =
        POST.matcher(anchor == null ? "" : anchor.attr("name") + " " + anchor.attr("href"));
    if (!matcher.find()) {
      return Optional.empty();
    }
    Posts.Draft draft = new Posts.Draft(matcher.group(1));
    draft.url = Optional.of(SITE + "wall" + draft.id);
    Element date = item.selectFirst(".wi_date");
    if (date != null) {
      draft.published =
          new FeedDates(input.zone(), input.at(), PublishedFrom.PLATFORM).read(date.text());
    }
    StringBuilder html = new StringBuilder();
    for (Element text : item.select(".pi_text")) {
      Element copy = text.clone();
      copy.select(".pi_text_more").remove();
      html.append(PlainText.asHtml(PlainText.withLines(copy)));
    }
    draft.html = html.toString();
    for (Element thumb : item.select(".thumb_map_img, .thumbs_map img")) {
      Matcher image = BACKGROUND.matcher(thumb.attr("style"));
      Optional.of(thumb.attr("src"))
          .filter(src -> !src.isEmpty())
          .or(() -> image.find() ? Optional.of(image.group(1)) : Optional.empty())
          .flatMap(src -> Links.resolve(SITE, src))
          .ifPresent(src -> draft.images.add(new Image(src, Optional.empty())));
    }
    Element copied = item.selectFirst(".pic_author, .wi_copy_author, a.copy_author");
    if (copied != null) {
      draft.attributions.add(
          new Attribution(
              Attribution.How.FORWARD,
              PlainText.oneLine(copied.text()),
              Links.resolve(SITE, copied.attr("href")),
              -1,
              -1));
    }
    return Optional.of(draft.entry());
  }
}
