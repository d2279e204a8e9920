package letopis.crawl.filing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import letopis.document.Content;

/// Decides which difference between two looks at a page is a revision. Only title and body count,
/// and of them only what a reader would call a change: not spacing, quotes and dashes, dates and
/// counters that stand in lines of their own, or lists of related links.
public final class Changes {
  /// A version that the page has turned to more often than this is one side of an experiment.
  private static final int FLIPS = 2;

  private static final int LONGEST_FURNITURE = 80;

  /// Lines without a sentence in them: "12:40, 23 ноября", "Просмотров: 1 204", "5 мин. назад".
  private static final Pattern FURNITURE =
      Pattern.compile(
          "(?iu)(?:\\p{Punct}|\\s|\\d|[«»—–•©]|янв\\p{L}*+|фев\\p{L}*+|мар(?:т\\p{L}*+)?|апр\\p{L}*+|ма[йя]"
              + "|июн\\p{L}*+|июл\\p{L}*+|авг\\p{L}*+|сен\\p{L}*+|окт\\p{L}*+|ноя\\p{L}*+|дек\\p{L}*+"
              + "|jan\\p{L}*+|feb\\p{L}*+|mar(?:ch)?|apr\\p{L}*+|may|june?|july?|aug\\p{L}*+|sep\\p{L}*+"
              + "|oct\\p{L}*+|nov\\p{L}*+|dec\\p{L}*+|сегодня|вчера|today|yesterday|мск|gmt|utc|г|год\\p{L}*+"
              + "|в|at|ago|назад|час\\p{L}*+|мин\\p{L}*+|сек\\p{L}*+|дн\\p{L}*+|hours?|min\\p{L}*+|days?"
              + "|обновлен\\p{L}*+|опубликован\\p{L}*+|updated|published|просмотр\\p{L}*+|views?"
              + "|комментар\\p{L}*+|comments?|лайк\\p{L}*+|likes?|поделил\\p{L}*+|shares?|читать|read"
              + "|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]"
              + "|воскресенье)++");

  private static final Pattern RELATED =
      Pattern.compile(
          "(?iu)^\\s*(?:читайте также|смотрите также|ранее по теме|по теме|материалы по теме|ещ[её]"
              + " по теме|related|read also|see also|more on this)(?:\\P{L}.*)?");

  /// [#isText] of what most texts consist of.
  private static final boolean[] TEXT = new boolean[0x530];

  static {
    for (int c = 0; c < TEXT.length; c++) {
      TEXT[c] = computeIsText(c);
    }
  }

  private Changes() {}

  /// The hash of what counts as this version's wording: two looks with the same hash are the same
  /// version.
  public static String version(Content content) {
    return hash(normal(content.title()) + "\n" + body(content));
  }

  /// The hash of a text as such: letters and digits only, case and ё folded.
  public static String textHash(String text) {
    return hash(normal(text));
  }

  /// Whether a page that now shows this version flips between a few of them (an A/B test of
  /// headlines), so that no further revision should be made of it.
  public static boolean flips(Map<String, Integer> versions, String version) {
    return versions.getOrDefault(version, 0) > FLIPS;
  }

  /// The text without lines that are furniture, in normal form.
  private static String body(Content content) {
    var links =
        content.links().stream().map(link -> normal(link.text())).collect(Collectors.toSet());
    return content
        .body()
        .lines()
        .filter(line -> !furniture(line))
        .map(Changes::normal)
        // A line that is nothing but one link is a pointer elsewhere, which sites swap at will.
        .filter(line -> !line.isEmpty() && !links.contains(line))
        .collect(Collectors.joining("\n"));
  }

  private static boolean furniture(String line) {
    return line.length() <= LONGEST_FURNITURE
        && (FURNITURE.matcher(line).matches() || RELATED.matcher(line).matches());
  }

  private static String normal(String text) {
    String folded =
        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace('ё', 'е');
    StringBuilder words = new StringBuilder(folded.length());
    boolean apart = false;
    for (int at = 0; at < folded.length(); ) {
      int c = folded.codePointAt(at);
      at += Character.charCount(c);
      if (!isText(c)) {
        apart = true;
        continue;
      }
      if (apart && !words.isEmpty()) {
        words.append(' ');
      }
      apart = false;
      words.appendCodePoint(c);
    }
    return words.toString();
  }

  /// Letters and numbers of all scripts.
  private static boolean isText(int c) {
    return c < TEXT.length ? TEXT[c] : computeIsText(c);
  }

  private static boolean computeIsText(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 10));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
