package letopis.parse.page.titles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.parse.page.data.PageData;
import letopis.parse.pattern.Letters;
import letopis.parse.pattern.SievedPattern;

/// A title as templates put it together: `Headline | Section - Site`, or the other way round.
///
/// @param text the whole of it
/// @param ends where each piece ends, and its separator: pairs of offsets in `text`
public record TitlePieces(String text, List<Piece> pieces) {
  private static final SievedPattern SEPARATOR =
      new SievedPattern(
          "\\s+(?:[|\\-–—·•»:/\\\\~«]|//|::)+\\s+|\\s*[|│]\\s*|(?<=[^\\s\\d]): +(?=[A-ZА-Я]\\S*$)"
              // Chinese titles have no spaces: 标题_新华网.
              + "|(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{P}])[-_—](?=\\p{IsHan}[\\p{IsHan}\\w-]{1,9}$)");

  /// "23.11.2026 - " before three words and more. A day before there was a web is of the headline.
  private static final Pattern DAY =
      Pattern.compile(
          "^\\d{1,2}[./]\\d{1,2}[./](?:199[5-9]|20\\d\\d)(?:"
              + " ?г(?:ода|\\.)?)?[\\s,:|–—-]+(?=\\p{Lu}\\S*\\s+\\S+\\s+\\S)");

  private static final int MOST = 12;

  /// One piece.
  record Piece(int start, int end) {}

  static TitlePieces of(String title) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    Matcher m = SEPARATOR.find(title, 0);
    while (pieces.size() < MOST && m != null) {
      if (m.start() > from) {
        pieces.add(new Piece(from, m.start()));
      }
      from = m.end();
      m = SEPARATOR.find(title, from);
    }
    if (from < title.length()) {
      pieces.add(new Piece(from, title.length()));
    }
    return new TitlePieces(title, pieces);
  }

  /// A day before a title is no part of it.
  static String withoutDay(String title) {
    boolean dated = !title.isEmpty() && Character.isDigit(title.charAt(0));
    return dated ? DAY.matcher(title).replaceFirst("") : title;
  }

  String piece(int index) {
    return text(index, index + 1);
  }

  /// The pieces of a run with the separators between them.
  String text(int from, int to) {
    return from >= to ? "" : text.substring(pieces.get(from).start(), pieces.get(to - 1).end());
  }

  /// All runs that begin or end the title, by their letters; the whole title among them.
  Map<String, String> ends() {
    Map<String, String> runs = new LinkedHashMap<>();
    int n = pieces.size();
    for (int to = n; to > 0; to--) {
      runs.putIfAbsent(key(text(0, to)), text(0, to));
    }
    for (int from = 1; from < n; from++) {
      runs.putIfAbsent(key(text(from, n)), text(from, n));
    }
    runs.remove("");
    return runs;
  }

  /// Cuts off what names the site or repeats on its pages, at both ends, as long as something is
  /// left; then a short last piece, which is most often the name of a site nobody told us.
  String withoutSite(SiteNames site) {
    int from = 0;
    int to = pieces.size();
    while (to - from > 1 && foreign(to - 1, site)) {
      to--;
    }
    while (to - from > 1 && foreign(from, site)) {
      from++;
    }
    boolean known = from > 0 || to < pieces.size();
    if (!known && to > 1 && words(piece(to - 1)) <= 4 && words(text(0, to - 1)) >= 3) {
      String before = text.substring(pieces.get(to - 2).end(), pieces.get(to - 1).start());
      to -= before.matches("\\s*[|»·•\\-–—│]\\s*") ? 1 : 0;
    }
    return text(from, to);
  }

  private boolean foreign(int index, SiteNames site) {
    return site.repeats(piece(index)) || site.is(piece(index));
  }

  private static int words(String text) {
    return text.strip().split("\\s+").length;
  }

  /// Letters and digits in lower case, ё as е: what is compared.
  public static String key(String text) {
    char[] key = new char[text.length()];
    int length = 0;
    for (int i = 0; i < key.length; i++) {
      char c = Letters.key(text.charAt(i));
      if (c == Letters.RARE) {
        return rareKey(text);
      }
      if (c != 0) {
        key[length++] = c;
      }
    }
    return new String(key, 0, length);
  }

  private static String rareKey(String text) {
    StringBuilder key = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(c -> c == 'ё' ? 'е' : c)
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  /// Plain text with one space for all white space between words.
  public static String fold(String text) {
    if (isFolded(text)) {
      return text;
    }
    String plain = PageData.plain(text);
    StringBuilder folded = new StringBuilder(plain.length());
    boolean space = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == ' ' || c >= '\t' && c <= '\r' || c == '\u00a0') {
        space = true;
      } else {
        if (space) {
          folded.append(' ');
          space = false;
        }
        folded.append(c);
      }
    }
    return folded.toString().strip();
  }

  /// As most texts are that come from blocks: single spaces between words, no markup.
  private static boolean isFolded(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean twice = c == ' ' && before == ' ';
      if (twice || c < ' ' || c == '&' || c == '<' || c > '~' && !Character.isLetter(c)) {
        return false;
      }
      before = c;
    }
    return before != ' ';
  }

  /// For [SiteMemory]: never that of a text block, which has its length in the lower half.
  public static long hash(String piece) {
    return ~(((long) key(piece).hashCode() << 32) ^ piece.length());
  }
}
