package letopis.parse.page.blocks;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import letopis.parse.page.scan.Addresses;
import letopis.parse.page.scan.Block;
import letopis.parse.pattern.SievedPattern;

/// Knows lines in which a site speaks of the page or of itself: when it was published and how often
/// it was read, where to subscribe, how to tell of a mistake, who pays for what stands there.
final class Notices {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;

  /// In characters: a word may be as long as a page.
  private static final int LONGEST = 500;

  /// A line of labels and what they label is not longer.
  private static final int LABEL_WORDS = 16;

  /// "Просмотров: 45 | Добавил: admin", "Дата публикации: 19.11.2026".
  private static final SievedPattern LABEL =
      new SievedPattern(
          "^\\W*(?:дата"
              + " (?:публикации|создания|размещения|изменения)|опубликован[оа]?|размещено|обновлено|(?:количество"
              + " |кол-во )?просмотр(?:ов|ы)|(?:всего"
              + " )?комментари(?:ев|и)|рейтинг|добавил[аи]?|кол-во показов|прочитано|источник"
              + " фото|фото и текст|hits|views|date published|aufrufe|zugriffe|veröffentlicht(?:"
              + " am)?|дата публікації|опубліковано|переглядів)\\s*:\\s?(?:[^.!?]|[.!?](?!\\s))*$",
          FLAGS);

  /// "Сегодня, 09:15", "24 ноября, 10:11 1 204": a day and a time with nothing else but numbers.
  private static final SievedPattern MOMENT =
      new SievedPattern(
          "^\\s*(?:\\d{1,2}[."
              + " ]{1,2}(?:\\d{2}|\\p{L}{3,12})[.,]?|сегодня|вчера|сьогодні|вчора|today|yesterday|heute|gestern)[,."
              + " ]*(?:(?:19|20)\\d\\d(?: ?г(?:ода|\\.)?)?)?[,. |·•-]*(?:в |о |at |um"
              + " )?\\d{1,2}:\\d{2}[\\d\\s,.|·•:-]*$",
          FLAGS);

  private static final int MOMENT_WORDS = 8;

  /// "Текст: Вера Травина. Фото автора".
  private static final SievedPattern CREDITS =
      new SievedPattern(
          "^\\W*(?iu:текст|автор(?: текста)?|подготовил[аи]?|беседовал[аи]?):? (?iu:и фото:? )?"
              + "\\p{Lu}[\\p{L}.-]* ?\\p{Lu}[\\p{L}-]+.{0,30}$");

  private static final int CREDITS_WORDS = 8;

  /// "Возврат к списку", as a link alone.
  private static final SievedPattern BACK =
      new SievedPattern(
          "^\\W*(?:возврат|вернуться|назад|back|zurück|повернутися) (?:к|в|на|до|to|zu[mr]?)"
              + " .{1,30}$",
          FLAGS);

  /// A call is not longer.
  private static final int CALL_WORDS = 40;

  private static final SievedPattern CALL =
      new SievedPattern(
          "подписыва(?:йтесь|йся)|подписаться|подпи(?:шитесь|шись|ска)|читайте нас|следите"
              + " за|присоединяйтесь|наш(?:ем|ей|их)?"
              + " (?:канал|групп|телеграм)|підпис(?:уй|ат)|subscribe|follow us|join us|folgen"
              + " sie|folgt uns|abonnier|suivez|síguenos",
          FLAGS);
  private static final SievedPattern NETWORK =
      new SievedPattern(
          "^https?://(?:www\\.|m\\.)?(?:t\\.me|telegram\\.me|vk\\.com|vk\\.ru|ok\\.ru|dzen\\.ru|zen\\.yandex\\.\\w+|max\\.ru|rutube\\.ru"
              + "|(?:chat\\.)?whatsapp\\.com|invite\\.viber\\.com|facebook\\.com|twitter\\.com|x\\.com|instagram\\.com)/",
          FLAGS);

  private static final SievedPattern MISTAKE =
      new SievedPattern(
          "\\bctrl ?\\+ ?(?:enter|ввод)\\b|(?:добавлять|оставлять) комментарии могут|не могут"
              + " оставлять комментарии",
          FLAGS);

  /// "Warning: mysql_connect(): … in /var/www/db.php on line 23".
  private static final Pattern SERVER =
      Pattern.compile(
          "^\\s*(?:php )?(?:warning|notice|deprecated|strict standards|(?:fatal|parse) error)\\s?:",
          FLAGS);

  /// The mark that Russian law wants in advertising.
  private static final Pattern PAID = Pattern.compile("\\berid\\s?[:=]?\\s?\\w{6,}", FLAGS);

  private Notices() {}

  static boolean is(Block block) {
    int words = block.size();
    if (words > CALL_WORDS || block.text.length() > LONGEST) {
      return false;
    }
    return words <= LABEL_WORDS && isLabelled(block.text)
        || words <= MOMENT_WORDS && block.digits >= 3 && MOMENT.is(block.text)
        || words <= CREDITS_WORDS && CREDITS.is(block.text)
        || block.linkShare() > 0.9 && BACK.is(block.text)
        || isPaid(block)
        || isOfServer(block.text)
        || tellsOfMistakes(block.text)
        || callsToNetwork(block);
  }

  private static boolean isOfServer(String text) {
    return text.contains(" on line ") && text.contains(".php") && SERVER.matcher(text).find();
  }

  private static boolean tellsOfMistakes(String text) {
    return (text.indexOf('+') >= 0 || text.contains("омментарии")) && MISTAKE.in(text);
  }

  /// Labels, one beside the other: "Сегодня, 09:15 | Автор: Ирина | Просмотров: 412".
  private static boolean isLabelled(String text) {
    if (text.indexOf(':') < 0) {
      return false;
    }
    return LABEL.is(text)
        || text.indexOf('|') > 0 && Stream.of(text.split("\\|")).anyMatch(part -> LABEL.is(part));
  }

  static boolean isPaid(Block block) {
    return block.size() <= CALL_WORDS
        && block.text.length() <= LONGEST
        && block.text.contains("rid")
        && PAID.matcher(block.text).find();
  }

  private static boolean callsToNetwork(Block block) {
    // Few blocks link to a network; the words are looked for in those alone.
    return !block.links.isEmpty()
        && block.links.stream().anyMatch(link -> NETWORK.begins(Addresses.written(link, "href")))
        && CALL.in(block.text);
  }
}
