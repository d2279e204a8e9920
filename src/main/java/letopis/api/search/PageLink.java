package letopis.api.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Filters;

/// The address of the page that shows a search, for programs that show links, such as feed readers.
public final class PageLink {
  private PageLink() {}

  /// @param origin scheme and authority
  public static String of(String origin, String q, Filters filters) {
    List<String> parts = new ArrayList<>();
    if (!q.isEmpty()) {
      parts.add(pair("q", q));
    }
    add(parts, "", filters.only());
    add(parts, "not.", filters.not());
    filters.changed().ifPresent(changed -> parts.add(pair("changed", changed.toString())));
    filters.removed().ifPresent(removed -> parts.add(pair("removed", removed.toString())));
    return origin + "/" + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
  }

  private static void add(List<String> parts, String before, Map<Dimension, Set<String>> values) {
    values.forEach(
        (dimension, some) ->
            some.forEach(value -> parts.add(pair(before + dimension.label(), value))));
  }

  private static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
