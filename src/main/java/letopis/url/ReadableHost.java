package letopis.url;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.util.Arrays;
import java.util.stream.Collectors;

/// A host name as people read it: national letters in place of `xn--`, unless they could be taken
/// for others.
public final class ReadableHost {
  /// Cyrillic letters that look like Latin ones.
  private static final String LIKE_LATIN = "асеорхуіјѕһԁԛԝ0123456789-";

  private ReadableHost() {}

  /// The readable form. A label of several scripts stays as it is, and so does one whose Cyrillic
  /// letters all look like Latin ones, below a Latin top-level domain.
  ///
  /// @param host in ASCII
  public static String of(String host) {
    if (!host.contains("xn--")) {
      return host;
    }
    boolean national = host.substring(host.lastIndexOf('.') + 1).startsWith("xn--");
    return Arrays.stream(host.split("\\."))
        .map(label -> label(label, national))
        .collect(Collectors.joining("."));
  }

  private static String label(String label, boolean national) {
    String readable = IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED);
    long scripts =
        readable
            .codePoints()
            .mapToObj(UnicodeScript::of)
            .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
            .distinct()
            .count();
    boolean lookalike = readable.chars().allMatch(letter -> LIKE_LATIN.indexOf(letter) >= 0);
    return scripts > 1 || lookalike && !national ? label : readable;
  }
}
