package letopis.bench.feeds;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.parse.Entry;

/// Expectations that stand in the head of each file of the feedparser set, as a Python expression.
final class PythonExpectations {
  private static final String SET = "feedparser";
  private static final int HEAD = 4000;
  private static final Pattern EXPECT = Pattern.compile("Expect:\\s*(.*)");
  private static final Pattern HEADER = Pattern.compile("(?i)Header:\\s*Content-type:\\s*(.*)");

  /// A field of an entry equal to a string or a tuple; other terms speak of what we do not keep.
  private static final Pattern TERM =
      Pattern.compile(
          "entries\\[(\\d+)\\](?:\\['(\\w+)'\\]|\\.(\\w+))(\\[0\\])?(?:\\['(\\w+)'\\]|\\.(\\w+))?"
              + " == u?('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|\\([\\d, ]+\\))$");

  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))");

  private final Comparison comparison;

  PythonExpectations(Comparison comparison) {
    this.comparison = comparison;
  }

  void feedparser(Map<String, byte[]> files) {
    files.forEach(this::compare);
  }

  private void compare(String name, byte[] bytes) {
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher expect = EXPECT.matcher(head);
    if (!expect.find()) {
      return;
    }
    List<Matcher> terms =
        List.of(expect.group(1).split(" and ")).stream()
            .map(PythonExpectations::term)
            .filter(Matcher::matches)
            .toList();
    if (terms.isEmpty()) {
      return;
    }
    Matcher header = HEADER.matcher(head);
    Optional<String> type = header.find() ? Optional.of(header.group(1).strip()) : Optional.empty();
    List<Entry> entries = comparison.entries(name, bytes, type);
    for (Matcher term : terms) {
      int index = Integer.parseInt(term.group(1));
      Optional<Entry> entry =
          index < entries.size() ? Optional.of(entries.get(index)) : Optional.empty();
      compare(term, comparison.of(SET, name, entry));
    }
  }

  private static Matcher term(String part) {
    String tupleEnd = part.endsWith(")") && part.contains("== (") ? ")" : "";
    return TERM.matcher(part.replaceAll("[()\\s]+$", tupleEnd).replaceFirst("^[( ]+", "").strip());
  }

  private static void compare(Matcher term, Comparison.Of ours) {
    String key = term.group(2) == null ? term.group(3) : term.group(2);
    String inner = term.group(5) == null ? term.group(6) : term.group(5);
    boolean value = inner == null || inner.equals("value");
    String gold = value ? literal(term.group(7)) : "";
    switch (key) {
      case "title", "title_detail" -> ours.title(gold);
      // Where there is no other text, feedparser gives the content for the summary, and the
      // reverse.
      case "description", "summary", "summary_detail" -> ours.summaryOrContent(gold);
      case "content" -> ours.contentOrSummary(gold);
      case "link" -> ours.url(gold);
      case "id", "guid" -> ours.id(gold);
      case "author" -> ours.author(0, person(gold));
      case "published_parsed", "created_parsed" -> ours.published(time(term.group(7)));
      case "updated_parsed" -> ours.updated(time(term.group(7)));
      default -> {
        // Not kept by us.
      }
    }
  }

  /// Authors are names; feedparser keeps their mail addresses too.
  private static String person(String text) {
    return text.replaceFirst("^\\S+@\\S+\\s*\\((.+)\\)$", "$1")
        .replaceFirst("\\s*[(<]\\S+@\\S+[)>]$", "");
  }

  /// `(2004, 1, 1, 19, 48, 21, 3, 1, 0)` in RFC 3339.
  private static String time(String tuple) {
    String[] n = tuple.replaceAll("[() ]", "").split(",");
    return String.format(
        Locale.ROOT,
        "%s-%02d-%02dT%02d:%02d:%02dZ",
        n[0],
        Integer.parseInt(n[1]),
        Integer.parseInt(n[2]),
        Integer.parseInt(n[3]),
        Integer.parseInt(n[4]),
        Integer.parseInt(n[5]));
  }

  /// The text of a Python string literal.
  private static String literal(String literal) {
    return ESCAPE
        .matcher(literal.substring(1, literal.length() - 1))
        .replaceAll(escape -> Matcher.quoteReplacement(character(escape.group())));
  }

  private static String character(String escape) {
    return switch (escape.charAt(1)) {
      case 'u', 'x' -> String.valueOf((char) Integer.parseInt(escape.substring(2), 16));
      case 'n' -> "\n";
      default -> escape.substring(1);
    };
  }
}
