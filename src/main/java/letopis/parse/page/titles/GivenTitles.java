package letopis.parse.page.titles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import letopis.parse.page.data.PageData;
import letopis.parse.page.scan.PageScan;
import letopis.parse.page.scan.ShownText;
import org.jsoup.nodes.Element;

/// What machines are told a page is called: its data, its `<meta>` elements, its `<title>`, each
/// with what templates put around the headline.
public final class GivenTitles {
  /// Longer ones are none.
  static final int LONGEST = 400;

  private final List<String> texts;
  private final List<String> keys;

  /// Every run of pieces that begins or ends a given title, by its letters.
  private final Map<String, String> runs = new LinkedHashMap<>();

  /// Keys of pieces of given titles that other given titles do without.
  private final Set<String> frames = new HashSet<>();

  GivenTitles(PageScan scan, PageData data) {
    texts =
        Stream.of(
                data.articleText("headline"),
                data.meta("og:title"),
                data.meta("twitter:title", "dc.title", "parsely-title", "sailthru.title"),
                Optional.of(title(scan)))
            .flatMap(Optional::stream)
            .map(TitlePieces::fold)
            .filter(title -> !title.isEmpty() && title.length() <= LONGEST)
            .distinct()
            .toList();
    List<TitlePieces> pieces = texts.stream().map(TitlePieces::of).toList();
    pieces.forEach(title -> title.ends().forEach(runs::putIfAbsent));
    keys = texts.stream().map(TitlePieces::key).toList();
    pieces.forEach(this::findFrames);
  }

  /// What one given title has around another is of the site: "Bridge" in "Bridge - Roads - Herald".
  private void findFrames(TitlePieces pieces) {
    int count = pieces.pieces().size();
    for (int i = 1; i < count; i++) {
      String begin = TitlePieces.key(pieces.text(0, i));
      String end = TitlePieces.key(pieces.text(i, count));
      boolean opens = begin.length() > end.length() && keys.contains(begin);
      boolean closes = end.length() > begin.length() && keys.contains(end);
      for (int j = opens ? i : 0; j < (opens ? count : closes ? i : 0); j++) {
        frames.add(TitlePieces.key(pieces.piece(j)));
      }
      if (opens || closes) {
        frames.add(opens ? end : begin);
      }
    }
  }

  /// Folded, each once.
  List<String> texts() {
    return texts;
  }

  /// Their letters.
  List<String> keys() {
    return keys;
  }

  /// Every run of pieces that begins or ends one of them, by its letters.
  Map<String, String> runs() {
    return runs;
  }

  /// Whether a heading is a piece that other given titles do without.
  boolean frames(String heading) {
    return frames.contains(TitlePieces.key(heading));
  }

  /// Whether a heading, or a part of it, can be a run of pieces: of most headings of a page nothing
  /// more is asked.
  boolean holdsRun(String headingKey) {
    for (String run : runs.keySet()) {
      if (headingKey.contains(run)) {
        return true;
      }
    }
    return false;
  }

  /// Whether one of them begins with these words.
  boolean open(String heading) {
    String key = TitlePieces.key(heading);
    return keys.stream().anyMatch(title -> title.startsWith(key));
  }

  /// The page's `<title>`, not one of a picture. An error of the server before it ends the head,
  /// and may leave it in what is not shown.
  private static String title(PageScan scan) {
    Element title = scan.notes.title;
    if (title == null) {
      title = scan.boxes.getFirst().element.selectFirst("title");
    }
    return title == null || title.closest("svg") != null ? "" : ShownText.of(title);
  }

  /// The pieces of a page's `<title>`, for [SiteMemory].
  public static List<String> pieces(PageScan scan) {
    TitlePieces pieces = TitlePieces.of(TitlePieces.fold(title(scan)));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < pieces.pieces().size() && pieces.pieces().size() > 1; i++) {
      texts.add(pieces.piece(i));
    }
    return texts;
  }
}
