package letopis.parse.page;

import java.util.Optional;
import java.util.regex.Pattern;
import letopis.parse.charset.Charsets;
import letopis.text.Words;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Knows pages that stand before what was asked for and say nothing of it: checks for robots,
/// guards against floods of requests, refusals to visitors from abroad. What is behind one is
/// neither gone nor changed.
public final class AccessChecks {
  /// Pages with more words of text say something of their own.
  private static final int MOST_WORDS = 150;

  private static final int MOST_BYTES = 1 << 20;
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern TITLE =
      Pattern.compile(
          "^\\W*(?:just a moment|attention required|access denied|forbidden|403 forbidden|are you a"
              + " robot|are you human|checking your browser|please wait|security check|verify you"
              + " are human|verifying you are human|ddos.?guard|доступ"
              + " (?:запрещ[её]н|ограничен|закрыт)|проверка браузера|вы не робот|подтвердите,? что"
              + " вы не робот|один момент)\\W*(?:\\||-|—|!|\\.|$).*",
          FLAGS);

  private static final String YOURS = "(?:в|из|для) ваш\\p{L}{1,3} (?:регион|стран|локаци)\\p{L}*";
  private static final Pattern TEXT =
      Pattern.compile(
          "checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|not a robot"
              + "|enable javascript and cookies to continue|unusual traffic from your"
              + "|available in your (?:country|region|location)|from your (?:country|region) is"
              + "|проверк\\p{L}{1,3} (?:вашего )?браузера|что вы не робот|, а не робот|я не робот"
              + "|похожи на автоматические|(?:не ?доступ|огранич|показыва)\\p{L}*"
              + " (?:\\p{L}+ ){0,4}?"
              + YOURS
              + "|недоступн\\p{L}+ у ваш\\p{L}+ (?:регіон|країн)\\p{L}*"
              + "|in (?:ihrem|deinem) land nicht verfügbar",
          FLAGS);

  /// What the scripts of the guards call themselves.
  private static final Pattern SCRIPT =
      Pattern.compile(
          "_cf_chl_opt|challenge-error-text|ddos-guard/js-challenge|captcha-delivery\\.com"
              + "|_Incapsula_Resource|px-captcha|awsWafCookieDomainList|sucuri_cloudproxy");

  private AccessChecks() {}

  /// What stands before the page, for people; empty when this is none.
  ///
  /// @param contentType the header as sent
  public static Optional<String> in(byte[] body, Optional<String> contentType) {
    if (body.length > MOST_BYTES) {
      return Optional.empty();
    }
    String html = Charsets.decode(body, contentType, Charsets.Kind.HTML).text();
    Document page = Jsoup.parse(html);
    String text = page.text();
    if (Words.of(text).size() > MOST_WORDS) {
      return Optional.empty();
    }
    boolean check =
        isTitle(page.title()) || TEXT.matcher(text).find() || SCRIPT.matcher(html).find();
    String name = page.title().isBlank() ? "a page without a title" : page.title().strip();
    return check ? Optional.of("a check stands before it: " + shortened(name)) : Optional.empty();
  }

  /// Whether a page of this title is such a check, if it is short.
  static boolean isTitle(String title) {
    return TITLE.matcher(title).matches();
  }

  private static String shortened(String name) {
    return name.length() > 80 ? name.substring(0, 80) + "…" : name;
  }
}
