package letopis.watch;

import java.time.Instant;
import java.util.List;
import letopis.search.Export;

/// What a watch found, as RSS 2.0 for a feed reader.
final class WatchFeed {
  private WatchFeed() {}

  /// @param page the address that shows its search
  static String rss(Watch watch, String page, List<WatchResult> results) {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<rss version=\"2.0\"><channel><title>").append(Export.xml(watch.name()));
    out.append("</title><link>").append(Export.xml(page));
    out.append("</link><description>").append(Export.xml(watch.q()));
    watch.notice().ifPresent(notice -> out.append(" — ").append(Export.xml(notice)));
    out.append("</description>\n");
    for (WatchResult result : results) {
      out.append("<item><title>").append(Export.xml(result.title()));
      out.append("</title><link>").append(Export.xml(result.url()));
      out.append("</link><guid isPermaLink=\"false\">").append(Export.xml(result.id()));
      out.append("</guid><pubDate>").append(Export.rfc1123(Instant.parse(result.foundAt())));
      out.append("</pubDate><description>").append(Export.xml(result.passage()));
      out.append("</description></item>\n");
    }
    return out.append("</channel></rss>\n").toString();
  }
}
