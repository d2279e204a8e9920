package letopis.parse.page.kind;

import java.util.Optional;
import java.util.regex.Pattern;
import letopis.parse.charset.Charsets;
import letopis.text.Words;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Knows pages that stand before what was asked for and say nothing of it: checks for robots,
/// guards against floods of requests, refusals to visitors from abroad, faults of the server and
/// works on the site. What is behind one is neither gone nor changed.
public final class AccessChecks {
  /// Pages with more words of text say something of their own.
  static final int MOST_WORDS = 150;

  private static final int MOST_BYTES = 1 << 20;
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern TITLE =
      Pattern.compile(
          "^\\W*(?:just a moment|attention required|access denied|forbidden|403 forbidden|are you a"
              + " robot|are you human|checking your browser|please wait|security check|verify you"
              + " are human|verifying you are human|human verification|pardon our"
              + " interruption|request blocked|before you continue(?: to .*)?|bevor sie zu .*"
              + " weitergehen|zustimmung|einwilligung|ddos.?guard|доступ"
              + " (?:запрещ[её]н|ограничен|закрыт)|проверка браузера|вы не робот|подтвердите,? что"
              + " вы не робот|один момент)\\W*(?:\\||-|—|!|\\.|$).*",
          FLAGS);

  /// Endings and words are bounded: one word may be as long as a page.
  private static final String YOURS =
      "(?:в|из|для) ваш\\p{L}{1,3} (?:регион|стран|локаци)\\p{L}{0,4}";

  private static final Pattern TEXT =
      Pattern.compile(
          "checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|not a robot"
              + "|enable javascript and cookies to continue|unusual traffic from your"
              + "|available in your (?:country|region|location)|from your (?:country|region) is"
              + "|проверк\\p{L}{1,3} (?:вашего )?браузера|что вы не робот|, а не робот|я не робот"
              + "|похожи на автоматические|(?:не ?доступ|огранич|показыва)\\p{L}{0,8}"
              + " (?:\\p{L}{1,20} ){0,4}?"
              + YOURS
              + "|недоступн\\p{L}{1,3} у ваш\\p{L}{1,3} (?:регіон|країн)"
              + "|in (?:ihrem|deinem) land nicht verfügbar",
          FLAGS);

  /// What the scripts of the guards call themselves.
  private static final Pattern SCRIPT =
      Pattern.compile(
          "_cf_chl_opt|challenge-error-text|ddos-guard/js-challenge|captcha-delivery\\.com"
              + "|_Incapsula_Resource|px-captcha|awsWafCookieDomainList|sucuri_cloudproxy");

  /// What servers, hosts and registrars put there; no news is called so.
  private static final Pattern SERVER =
      Pattern.compile(
          "^\\W*(?:(?:error|http|ошибка)\\W+)?(?:5\\d\\d|429|451)\\W*(?:$|internal server error|bad"
              + " gateway|service (?:temporarily )?unavailable|gateway time-?out|too many"
              + " requests|unavailable for legal).*"
              + "|(?:internal server error|bad gateway|service (?:temporarily )?unavailable)\\W*"
              + "|unavailable (?:due to|for) legal reasons\\W*|account suspended\\W*|index of /.*"
              + "|apache2? .*default page.*|welcome to nginx!?|iis windows server"
              + "|(?:error establishing a )?database (?:error|connection)\\W*"
              + "|(?:домен|domain) \\S+ (?:is for sale|прода[её]тся)\\W*"
              + "|\\S+\\.\\p{L}{2,10} (?:is for sale|прода[её]тся)\\W*",
          FLAGS);

  /// Short news may be called so, too: counts on pages that have nothing else.
  private static final Pattern CLOSED =
      Pattern.compile(
          "^\\W*(?:сайт (?:временно )?(?:недоступен|заблокирован|отключ[её]н|закрыт|не работает|на"
              + " реконструкции|в разработке)|(?:ведутся )?технические работы(?: на"
              + " сайте)?|(?:материал|новость|публикация|страница)"
              + " (?:недоступ(?:ен|на)|заблокирован[ао]?)|site (?:is )?(?:under"
              + " (?:construction|maintenance)|unavailable)|(?:scheduled )?maintenance(?:"
              + " mode)?|under (?:construction|maintenance)|coming soon|wartungsarbeiten|en"
              + " maintenance)\\W*(?:[-–—|].*)?$",
          FLAGS);

  /// "Please enable JavaScript".
  private static final Pattern SCRIPTS =
      Pattern.compile(
          "(?:enable|activate|turn on|requires?) java ?script|включите (?:\\p{L}+ )?java"
              + " ?script|увімкніть java ?script|java ?script (?:aktivieren|отключ)|activer java"
              + " ?script",
          FLAGS);

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
        isTitle(page.title())
            || isFault(page.title(), text)
            || isText(text)
            || SCRIPT.matcher(html).find();
    String name = page.title().isBlank() ? "a page without a title" : page.title().strip();
    return check ? Optional.of("a check stands before it: " + shortened(name)) : Optional.empty();
  }

  /// Whether a page of this title is such a check, if it is short.
  static boolean isTitle(String title) {
    return TITLE.matcher(title).matches();
  }

  /// Whether the text of a short page is that of such a check.
  static boolean isText(String text) {
    return !text.isEmpty() && TEXT.matcher(text).find();
  }

  /// Whether a title is of a fault of the server, or of works on the site.
  ///
  /// @param whole all words of a short page; empty for a longer one
  static boolean isFault(String title, String whole) {
    return SERVER.matcher(title).matches() || !whole.isEmpty() && CLOSED.matcher(title).matches();
  }

  /// Whether a text asks readers to let scripts run.
  static boolean asksForScripts(String text) {
    return SCRIPTS.matcher(text).find();
  }

  private static String shortened(String name) {
    return name.length() > 80 ? name.substring(0, 80) + "…" : name;
  }
}
