package letopis.parse.page.authors;

import java.util.Map;
import java.util.regex.Pattern;
import letopis.parse.page.authors.PersonNames.Trust;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.PageScan;
import letopis.parse.pattern.DigitRuns;

/// Finds authors by the words of lines alone, where no element is named after them: "By Anna Berg",
/// a name by the date, a link to a profile, a signature.
final class SignedLines {
  /// A longer line is a sentence.
  private static final int LONGEST = 100;

  private static final Pattern LINES = Pattern.compile("\\s*[\\n|·•]\\s*");

  private static final String LINE_SIGNS = "\n|·•";

  /// "21. April 2020 von Anna Berg".
  private static final Pattern DATE_BEFORE =
      Pattern.compile(
          "^.{0,40}\\d{2}\\P{L}{0,8}(?=(?:von|by|par|por|di|redaktion|autor(?:in)?|text|автор|текст)[:\\s])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final ArticlePlace place;
  private final PageScan scan;
  private final PersonNames names;
  private final Map<String, String> found;

  /// @param found names by their keys, added to
  SignedLines(ArticlePlace place, PageScan scan, PersonNames names, Map<String, String> found) {
    this.place = place;
    this.scan = scan;
    this.names = names;
    this.found = found;
  }

  /// Asks the surest kind of line first, until one has a name.
  void find() {
    int title = place.title();
    lines(title - 3, title + ArticlePlace.AFTER);
    profiles(title - 3, title + ArticlePlace.AFTER);
    dated(title - 2, title + 4);
    signature();
    labelled();
  }

  /// "By Anna Berg" in one block or in two.
  private void lines(int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(scan.blocks.size(), to) && found.isEmpty(); i++) {
      line(i);
    }
  }

  private void line(int index) {
    Block block = scan.blocks.get(index);
    boolean tooLong = block.text.length() > 2 * PersonNames.LONGEST_LINE;
    if (index == place.title() || tooLong || !place.has(index, block.box)) {
      return;
    }
    boolean last = index + 1 >= scan.blocks.size();
    if (BylineLead.standsAlone(block.text) && !last && scan.blocks.get(index + 1).size() <= 8) {
      add(scan.blocks.get(index + 1).text, Trust.SEEN);
      return;
    }
    boolean linked = !Bylines.profileNames(block).isEmpty();
    for (String line : lines(block.text)) {
      String undated = undated(line);
      if (found.isEmpty() && line.length() < LONGEST && BylineLead.begins(undated)) {
        add(undated, linked ? Trust.GIVEN : Trust.SEEN);
      }
    }
  }

  private static String undated(String line) {
    boolean mayBeDated = new DigitRuns(line).next() >= 0;
    return mayBeDated ? DATE_BEFORE.matcher(line).replaceFirst("") : line;
  }

  private static String[] lines(String text) {
    return text.chars().anyMatch(c -> LINE_SIGNS.indexOf(c) >= 0)
        ? LINES.split(text)
        : new String[] {text};
  }

  /// "23.11.2026 | 14:05 | Anna Berg" by the title.
  private void dated(int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(scan.blocks.size(), to) && found.isEmpty(); i++) {
      Block block = scan.blocks.get(i);
      if (i != place.title()
          && block.digits >= 4
          && block.size() <= 16
          && place.has(i, block.box)) {
        String[] parts = lines(block.text);
        boolean several = parts.length > 1 || BylineLead.isGluedToDate(block.text);
        for (int p = 0; p < parts.length && several; p++) {
          add(undated(parts[p]), Trust.SEEN);
        }
      }
    }
  }

  /// "Autorin: Anna Berg" anywhere in the text, as under a picture of her.
  private void labelled() {
    for (int i = place.bodyStart();
        i <= place.bodyEnd() && i < scan.blocks.size() && found.isEmpty();
        i++) {
      Block block = scan.blocks.get(i);
      if (block.size() <= 16 && BylineLead.isLabelled(block.text)) {
        line(i);
      }
    }
  }

  /// Links to pages of authors.
  private void profiles(int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(scan.blocks.size(), to) && found.isEmpty(); i++) {
      Block block = scan.blocks.get(i);
      if (i != place.title() && block.size() <= 30 && place.has(i, block.box)) {
        Bylines.profileNames(block).forEach(name -> add(name, Trust.SEEN));
      }
    }
  }

  /// A name alone as the first or the last paragraph, or a line of an author below the text.
  private void signature() {
    alone(place.bodyStart());
    alone(place.bodyEnd());
    alone(place.bodyEnd() + 1);
    if (found.isEmpty()) {
      lines(place.bodyEnd() - 1, place.bodyEnd() + 6);
    }
    if (found.isEmpty()) {
      profiles(place.bodyEnd(), place.bodyEnd() + 6);
    }
  }

  private void alone(int index) {
    if (!found.isEmpty() || index <= place.title() || index >= scan.blocks.size()) {
      return;
    }
    Block block = scan.blocks.get(index);
    boolean plain = block.box.kind == Box.Kind.PARAGRAPH || block.box.kind == Box.Kind.OTHER;
    if (plain && block.size() <= 6 && block.linkShare() < 0.5 && place.has(index, block.box)) {
      add(block.text, Trust.SEEN);
    }
  }

  private void add(String line, Trust trust) {
    names.in(line, trust).forEach(name -> found.putIfAbsent(PersonNames.key(name), name));
  }
}
