package letopis.parse.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Finds the title of an article, without the name of its site.
final class Titles {
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+[|\\-–—·•»:/\\\\~«]+\\s+|\\s*[|»]\\s*|(?<=\\S): +(?=[A-Z]\\S*$)");
  private static final int LONGEST = 400;

  private Titles() {}

  /// @param text never blank
  record Title(String text) {}

  static Optional<Title> find(Document document, PageScan scan, PageData data) {
    String site = siteName(data).orElse("");
    List<String> given = new ArrayList<>();
    data.articleText("headline").ifPresent(given::add);
    data.meta("og:title").ifPresent(given::add);
    data.meta("twitter:title", "dc.title", "parsely-title", "sailthru.title").ifPresent(given::add);
    given.add(title(document));
    given.replaceAll(Titles::fold);
    given.removeIf(title -> title.isEmpty() || title.length() > LONGEST);
    Optional<String> heading = heading(scan, given, site);
    Optional<String> best =
        heading.or(
            () ->
                given.stream()
                    .map(title -> withoutSite(title, site))
                    .filter(title -> !title.isEmpty())
                    .findFirst());
    return best.map(Title::new);
  }

  /// The page's `<title>`, not one of a picture.
  private static String title(Document document) {
    Element title = document.head().selectFirst("title");
    return title == null ? document.title() : title.text();
  }

  static Optional<String> siteName(PageData data) {
    return data.meta("og:site_name", "application-name", "al:android:app_name")
        .map(Titles::fold)
        .filter(name -> !name.isEmpty());
  }

  private static String fold(String text) {
    return PageData.plain(text).replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  /// The heading that readers see, when the metadata's titles agree that it is this page's. The
  /// only large heading of a page needs less agreement: a title for search engines is often worded
  /// otherwise.
  private static Optional<String> heading(PageScan scan, List<String> given, String site) {
    List<PageScan.Note> first =
        scan.headings.stream().filter(note -> note.element().normalName().equals("h1")).toList();
    List<String> headings = new ArrayList<>();
    for (PageScan.Note note : first.isEmpty() ? scan.headings : first) {
      String text = fold(note.element().text());
      if (text.length() < 4 || text.length() > LONGEST) {
        continue;
      }
      headings.add(text);
      for (Element part : note.element().children()) {
        // A kicker stands in the heading beside the title.
        String own = fold(part.text());
        if (own.length() > 15 && given.stream().anyMatch(title -> key(title).equals(key(own)))) {
          return Optional.of(own);
        }
      }
      for (String title : given) {
        if (agrees(text, title)) {
          return Optional.of(text);
        }
      }
    }
    return first.size() == 1 && headings.size() == 1 && related(headings.getFirst(), given, site)
        ? Optional.of(headings.getFirst())
        : Optional.empty();
  }

  /// Shares words with a title, and is not the name of the site.
  private static boolean related(String heading, List<String> given, String site) {
    Set<String> words = words(heading);
    Set<String> name = words(site);
    if (words.size() < 3 || name.containsAll(words)) {
      return false;
    }
    words.removeAll(name);
    for (String title : given) {
      Set<String> shared = words(title);
      shared.retainAll(words);
      if (shared.size() * 3 >= words.size()) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (word.length() > 2) {
        words.add(word);
      }
    }
    return words;
  }

  /// The heading is the title, or the title without something at its end or start.
  private static boolean agrees(String heading, String title) {
    String a = key(heading);
    String b = key(title);
    if (a.isEmpty() || a.length() < 4) {
      return false;
    }
    if (a.equals(b)) {
      return true;
    }
    return b.contains(a) && a.length() * 2 >= b.length();
  }

  private static String key(String text) {
    StringBuilder key = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(c -> c == 'ё' ? 'е' : c)
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  /// Cuts the site's name off, and whatever else a separator puts aside, when the rest is a title.
  static String withoutSite(String title, String site) {
    String[] parts = SEPARATOR.split(title);
    if (parts.length < 2) {
      return title;
    }
    String name = key(site);
    String last = key(parts[parts.length - 1]);
    String first = key(parts[0]);
    if (!name.isEmpty() && (name.contains(last) || last.contains(name)) && !last.isEmpty()) {
      return withoutSite(
          title
              .substring(0, title.lastIndexOf(parts[parts.length - 1]))
              .replaceFirst("[\\s|\\-–—·•»:/\\\\~«]+$", ""),
          site);
    }
    if (!name.isEmpty() && !first.isEmpty() && (name.contains(first) || first.equals(name))) {
      return title.substring(parts[0].length()).replaceFirst("^[\\s|\\-–—·•»:/\\\\~«]+", "");
    }
    boolean bar = title.matches("(?s).*(?:\\s[|»·•]\\s|\\s[-–—]\\s).*");
    int cut = title.lastIndexOf(parts[parts.length - 1]);
    String rest = title.substring(0, cut).replaceFirst("[\\s|\\-–—·•»:/\\\\~«]+$", "");
    boolean shortTail = parts[parts.length - 1].split(" ").length <= 4;
    return bar && shortTail && rest.split(" ").length >= 3 ? rest : title;
  }
}
