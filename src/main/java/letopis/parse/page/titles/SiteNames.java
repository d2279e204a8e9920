package letopis.parse.page.titles;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import letopis.parse.SiteMemory;
import letopis.parse.page.data.PageData;

/// What a page's site is called, as far as the page, its address and other pages of the site tell.
public final class SiteNames {
  /// Labels of an address that name no site.
  private static final Set<String> COMMON_LABELS =
      Set.of("www", "blog", "blogs", "news", "mobile", "feed", "feeds", "media", "wordpress");

  /// A piece of a title with more words than this besides the name is no name of a site.
  private static final int MOST_EXTRA = 3;

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

  private static final int MOST_WORDS = 7;

  private final Set<String> names = new LinkedHashSet<>();
  private final List<String> labels = new ArrayList<>();
  private final Optional<SiteMemory> memory;

  /// The names that a page declares, and those that its host and the site's memory suggest.
  public SiteNames(PageData data, Optional<URI> url, Optional<SiteMemory> memory) {
    this.memory = memory;
    declared(data).ifPresent(this::name);
    ofWebSite(data).ifPresent(this::name);
    publisher(data).ifPresent(this::name);
    url.map(URI::getHost).ifPresent(this::labels);
  }

  /// Only a name given by hand, for tests and for callers that know it.
  public SiteNames(String name) {
    this.memory = Optional.empty();
    if (!name.isBlank()) {
      names.add(TitlePieces.key(name));
    }
  }

  /// As the page itself names its site, else as its data names the publisher of the article.
  public static Optional<String> shown(PageData data) {
    return declared(data)
        .or(() -> ofWebSite(data))
        .or(() -> publisher(data))
        .map(TitlePieces::fold)
        .filter(name -> !name.isEmpty());
  }

  private static Optional<String> ofWebSite(PageData data) {
    if (!data.hasType("WebSite")) {
      return Optional.empty();
    }
    return data.nodes().stream()
        .filter(node -> PageData.isType(node, "WebSite"))
        .flatMap(node -> PageData.string(node.path("name")).stream())
        .findFirst();
  }

  private static Optional<String> publisher(PageData data) {
    return data.article()
        .map(node -> data.resolve(node.path("publisher")).path("name"))
        .flatMap(PageData::string);
  }

  /// As the page itself names its site.
  public static Optional<String> declared(PageData data) {
    return data.meta("og:site_name", "application-name", "al:android:app_name")
        .map(TitlePieces::fold)
        .filter(name -> !name.isEmpty());
  }

  /// Some templates give every page's title as the name of the site.
  private void name(String name) {
    String key = TitlePieces.key(name);
    if (key.length() >= 2 && words(name) <= MOST_WORDS) {
      names.add(key);
    }
  }

  private static int words(String text) {
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || c >= '\t' && c <= '\r' || c == '\u00a0';
      words += !space && !inWord ? 1 : 0;
      inWord = !space;
    }
    return words;
  }

  private void labels(String host) {
    String[] all = host.toLowerCase(Locale.ROOT).split("\\.");
    for (int i = 0; i < all.length - 1; i++) {
      String label = TitlePieces.key(all[i]);
      if (label.length() >= 4 && !COMMON_LABELS.contains(label)) {
        labels.add(label);
      }
    }
  }

  /// Whether a piece of a title, or a heading, names the site and not the page.
  boolean is(String text) {
    String key = TitlePieces.key(text);
    if (key.isEmpty()) {
      return false;
    }
    int words = words(text);
    for (String name : names) {
      boolean within = name.contains(key) && (key.length() >= 4 || key.equals(name));
      boolean around =
          key.contains(name) && name.length() >= 3 && (key.length() - name.length()) <= 30;
      if (within || around && words <= MOST_WORDS && extra(text, name) <= MOST_EXTRA) {
        return true;
      }
    }
    return words <= MOST_WORDS && labels.stream().anyMatch(label -> isLabel(key, label));
  }

  /// Whether a text is the name of the site and nothing more.
  public boolean isExactly(String text) {
    String key = TitlePieces.key(text);
    return names.contains(key) || labels.contains(key);
  }

  /// Whether the same piece stood in the titles of several other pages of the site.
  boolean repeats(String piece) {
    return memory.filter(known -> known.repeats(TitlePieces.hash(piece))).isPresent();
  }

  private static int extra(String text, String name) {
    int extra = 0;
    for (String word : SPACES.split(text)) {
      extra += name.contains(TitlePieces.key(word)) ? 0 : 1;
    }
    return extra;
  }

  /// The address often has the name without umlauts: `maescot.de`, "Mäscot".
  private static boolean isLabel(String key, String label) {
    String plain = key.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
    return plain.equals(label)
        || plain.contains(label) && label.length() * 3 >= plain.length()
        || label.contains(plain) && plain.length() * 2 >= label.length() && plain.length() >= 4;
  }
}
