package letopis.parse.pattern;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A pattern that is tried only where its first character stands. Which characters can be the first
/// the pattern itself is asked, once: most places of most texts are left after one look at a table.
public final class SievedPattern {
  /// Latin, Greek and Cyrillic letters stand before it; all others are taken for possible.
  private static final int TABLE = 0x460;

  /// Hardly a letter of a pattern is between these.
  private static final int GAP_START = 0x100;

  private static final int GAP_END = 0x400;

  private final Pattern pattern;
  private final boolean[] first = new boolean[TABLE];

  public SievedPattern(String regex, int flags) {
    this.pattern = Pattern.compile(regex, flags);
    for (char c = 0; c < TABLE; c++) {
      first[c] =
          c >= GAP_START && c < GAP_END || mayBegin("", c) || mayBegin("a", c) || mayBegin("字", c);
    }
  }

  public SievedPattern(String regex) {
    this(regex, 0);
  }

  /// Where a match of this character alone fails for want of more, one may begin with it.
  private boolean mayBegin(String before, char c) {
    Matcher m = matcher(before + c).region(before.length(), before.length() + 1);
    return m.lookingAt() || m.hitEnd();
  }

  private Matcher matcher(String text) {
    return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }

  /// Whether a match can begin with this character.
  boolean mayBeginWith(char c) {
    return c >= TABLE || first[c];
  }

  /// As [Matcher#find].
  public boolean in(String text) {
    return find(text, 0) != null;
  }

  /// The first match that begins at this place or behind it.
  public @Nullable Matcher find(String text, int from) {
    Matcher m = null;
    for (int i = from; i < text.length(); i++) {
      if (mayBeginWith(text.charAt(i))) {
        m = m == null ? matcher(text) : m;
        if (m.region(i, text.length()).lookingAt()) {
          return m;
        }
      }
    }
    return null;
  }

  /// As [Matcher#lookingAt]; for patterns that match no empty text.
  public boolean begins(String text) {
    return !text.isEmpty() && mayBeginWith(text.charAt(0)) && pattern.matcher(text).lookingAt();
  }

  /// As [Matcher#matches]; for patterns that match no empty text.
  public boolean is(String text) {
    return !text.isEmpty() && mayBeginWith(text.charAt(0)) && pattern.matcher(text).matches();
  }

  /// A text without what it begins with, where that matches.
  public String cutFrom(String text) {
    if (text.isEmpty() || !mayBeginWith(text.charAt(0))) {
      return text;
    }
    Matcher m = pattern.matcher(text);
    return m.lookingAt() ? text.substring(m.end()) : text;
  }

  /// As [Matcher#replaceFirst] with nothing.
  public String cutOut(String text) {
    Matcher m = find(text, 0);
    return m == null ? text : text.substring(0, m.start()) + text.substring(m.end());
  }
}
