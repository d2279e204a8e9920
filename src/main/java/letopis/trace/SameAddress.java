package letopis.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import letopis.url.CanonicalUrl;
import letopis.url.WrappedAddress;

/// When a link means an archived address although it is spelt otherwise: people link with and
/// without `s`, `www.` and the last slash, to the view for telephones or AMP, and through counters
/// and caches. The archive keeps such addresses apart until a page says that they are one; for the
/// question whom somebody cites they are the same.
final class SameAddress {
  private static final Pattern BEGINNING =
      Pattern.compile("^https?://(?:www\\.)?(?:(?:m|amp|mobile)\\.(?=[^/]+\\.))?");
  private static final Pattern AMP =
      Pattern.compile(
          "(?<=[^/])(?:/amp|\\.amp)(?=/?$|\\.html?$)|(?<=/)amp/(?=.)|[?&](?:amp(?:=1)?|outputType=amp)$");

  private SameAddress() {}

  /// Equal for all spellings of an address.
  ///
  /// @param canonical an http or https address in canonical form
  static String key(String canonical) {
    String bare = bare(canonical);
    // Names of Telegram's channels have no case.
    return bare.startsWith("t.me/") ? bare.toLowerCase(Locale.ROOT) : bare;
  }

  /// The addresses that a link may mean, in canonical form: its own, and the one inside of it.
  static List<String> meant(String link) {
    List<String> meant = new ArrayList<>();
    CanonicalUrl.parse(link)
        .ifPresent(
            outer -> {
              meant.add(outer.value());
              WrappedAddress.of(outer).ifPresent(inner -> meant.add(inner.value()));
            });
    return meant;
  }

  private static String bare(String canonical) {
    String post = Channels.post(canonical);
    String bare = AMP.matcher(BEGINNING.matcher(post).replaceFirst("")).replaceFirst("");
    return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }

  /// Every spelling, the given one first.
  static List<String> spellings(String canonical) {
    String bare = bare(canonical);
    boolean query = bare.indexOf('?') >= 0;
    List<String> spellings = new ArrayList<>();
    spellings.add(canonical);
    for (String scheme : List.of("https://", "http://", "https://www.", "http://www.")) {
      for (String end : query ? List.of("") : List.of("", "/")) {
        String one = scheme + bare + end;
        if (!one.equals(canonical)) {
          spellings.add(one);
        }
      }
    }
    return spellings;
  }
}
