package letopis.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.text.NameReader.Look;
import letopis.text.NameReader.Name;

/// Reads names that are addresses: `vesti.example`, `t.me/channel`, `@channel`.
final class AddressNames {
  /// Bounded as names of hosts are: a group without bound takes stack for each dot of a text.
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?iu)[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){0,8}\\.(?:ru|рф|com|org|net|info|ua|by|kz|su|online|media|news|tv|fm|md|uz|kg|am|az|ge|lv|lt|ee|io|me|co|uk|ру)(?![\\p{L}\\d])");

  /// Bounded too: it is read anew for each word of attribution before it.
  private static final Pattern URL =
      Pattern.compile(
          "(?i)https?://[^\\s)\\]]{1,500}|t\\.me/\\w{3,63}"
              + "|(?:vk\\.(?:com|ru)|bsky\\.app/profile|x\\.com)/\\w{2,63}(?:\\.\\w{2,63}){0,4}"
              + "|@[a-z][\\w-]{0,62}(?:@[a-z\\d-]{1,63})?(?:\\.[a-z\\d-]{2,63}){1,4}|@[a-z]\\w{3,63}");

  private final String text;
  private final WordList words;

  AddressNames(NameWords in) {
    this.text = in.text();
    this.words = in.words();
  }

  /// The link or the account that begins at a word, or at the `@` before it.
  Optional<Name> link(int index, boolean described) {
    int start = words.start(index);
    boolean handle = text.startsWith("@", start - 1);
    return handle || mayBegin(index)
        ? read(URL, handle ? start - 1 : start, described)
        : Optional.empty();
  }

  /// The name of a host that begins at a word.
  Optional<Name> domain(int index, boolean described) {
    boolean handle = text.startsWith("@", words.start(index) - 1);
    return handle || mayBegin(index)
        ? read(DOMAIN, words.start(index), described)
        : Optional.empty();
  }

  private Optional<Name> read(Pattern pattern, int from, boolean described) {
    Matcher matcher = pattern.matcher(text).region(from, text.length());
    return matcher.lookingAt()
        ? Optional.of(
            new Name(from, matcher.end(), Look.DOMAIN, described, words.from(matcher.end())))
        : Optional.empty();
  }

  /// Whether something of an address stands in a word or right behind it; behind most a space does.
  private boolean mayBegin(int index) {
    int end = words.end(index);
    return end < text.length()
        && (!words.isPlain(index)
            || Character.isLetterOrDigit(text.charAt(end))
            || ".:-/".indexOf(text.charAt(end)) >= 0);
  }
}
