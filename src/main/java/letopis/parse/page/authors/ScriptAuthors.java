package letopis.parse.page.authors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.parse.page.authors.PersonNames.Trust;
import letopis.parse.page.scan.HtmlText;
import letopis.parse.page.scan.PageScan;
import org.jsoup.nodes.Element;

/// The author in the data of a page's scripts: a tag manager's `dataLayer`, an analytics call.
///
/// Scripts hold data of other articles as well, so that only a value on which all of them agree
/// counts.
final class ScriptAuthors {
  /// More script than this is not looked through.
  private static final int MOST_CHARS = 1 << 20;

  private static final int MOST_VALUES = 50;

  /// From the last letters of "author" on: `'author': "…"`, `pageAuthor:"…"`, `\"author\":\"…\"`.
  private static final Pattern VALUE =
      Pattern.compile(
          "uthors?(?:_?names?)?\\\\{0,2}[\"']?\\s{0,3}[:=,]\\s{0,3}\\[?\\\\{0,2}[\"']([^\"'\\\\<>{}]{4,80})[\"'\\\\]",
          Pattern.CASE_INSENSITIVE);

  private final PageScan scan;
  private final PersonNames names;

  ScriptAuthors(PageScan scan, PersonNames names) {
    this.scan = scan;
    this.names = names;
  }

  List<String> find() {
    Map<String, String> values = new LinkedHashMap<>();
    int left = MOST_CHARS;
    for (Element script : scan.notes.scripts) {
      String data = HtmlText.data(script);
      left -= data.length();
      if (left > 0) {
        read(data, values);
      }
    }
    return values.size() == 1 ? names.in(values.values().iterator().next(), Trust.SEEN) : List.of();
  }

  private static void read(String data, Map<String, String> values) {
    Matcher m = VALUE.matcher(data);
    int at = data.indexOf("uthor");
    while (at >= 0 && values.size() < MOST_VALUES) {
      if (m.region(at, data.length()).lookingAt()) {
        values.putIfAbsent(PersonNames.key(m.group(1)), m.group(1));
      }
      at = data.indexOf("uthor", at + 5);
    }
  }
}
