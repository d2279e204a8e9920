package letopis.api.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The languages that messages are written in.
public enum Language {
  ENGLISH(Locale.ENGLISH),
  RUSSIAN(Locale.of("ru"));

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /// The BCP 47 tag: `en`, `ru`.
  public String tag() {
    return locale.toLanguageTag();
  }

  public Locale locale() {
    return locale;
  }

  /// The best match for an `Accept-Language` header (RFC 9110 §12.5.4); English when it is absent,
  /// malformed or asks for neither.
  public static Language of(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > 500) {
      return ENGLISH;
    }
    try {
      List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
      Locale best = Locale.lookup(ranges, List.of(ENGLISH.locale, RUSSIAN.locale));
      return RUSSIAN.locale.equals(best) ? RUSSIAN : ENGLISH;
    } catch (IllegalArgumentException e) {
      return ENGLISH;
    }
  }
}
