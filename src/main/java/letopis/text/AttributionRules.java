package letopis.text;

import static letopis.text.NameReader.Look.ACRONYM;
import static letopis.text.NameReader.Look.CAPITALS;
import static letopis.text.NameReader.Look.DOMAIN;
import static letopis.text.NameReader.Look.KNOWN;
import static letopis.text.NameReader.Look.LATIN;
import static letopis.text.NameReader.Look.ORGANISATION;
import static letopis.text.NameReader.Look.QUOTED;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of attribution in Russian and English, each with what a name beside them may look
/// like.
final class AttributionRules {
  private static final Set<NameReader.Look> SURE =
      EnumSet.of(KNOWN, QUOTED, DOMAIN, ACRONYM, ORGANISATION);
  static final Set<NameReader.Look> ANY = EnumSet.allOf(NameReader.Look.class);
  private static final Set<NameReader.Look> MEDIA = EnumSet.of(KNOWN, DOMAIN);
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final Pattern SPACE_GAP = Pattern.compile("[»\"”]? ");
  private static final Pattern COMMA_GAP = Pattern.compile("[»\"”]?,? ");
  private static final String TELLS =
      "(?:сообща(?:ет|ют|л|ла|ло|ли)|сообщи(?:л|ла|ло|ли)|переда(?:[её]т|ют|л|ла|ло|ли)|пиш(?:ет|ут)|(?:на)?писал[аои]?|информиру(?:ет|ют)|проинформировал[аои]?)";
  private static final String SAYS =
      "(?:рассказал[аои]?|рассказыва(?:ет|ют)|уточнил[аои]?|уточня(?:ет|ют)|отметил[аои]?|отмеча(?:ет|ют)|заявил[аои]?|заявля(?:ет|ют)|добавил[аои]?|подчеркнул[аои]?|пояснил[аои]?|подтвердил[аои]?|утвержда(?:ет|ют)|опубликовал[аои]?|признал[аои]?сь|указал[аои]?|указыва(?:ет|ют)|сказал[аои]?|объяснил[аои]?|напомнил[аои]?|напомина(?:ет|ют)|предоставил[аои]?)";

  /// What may stand between a verb and the name: «сообщает в четверг», «писала 6 декабря 2018
  // года».
  private static final String WHEN =
      "(?-i: ранее| раньше| накануне| сегодня| вчера| позже| также)?(?: (?:в|во)"
          + " (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье))?(?:,? \\d{1,2}"
          + " \\p{L}+(?: \\d{4}(?: года| г\\.)?)?,?)?";

  private static final String OF_WHAT =
      "(?: (?:опрос|исследовани|отч[её]т|доклад|анализ|мониторинг|источник|аналитик|эксперт|специалист)\\p{L}*)?(?:"
          + " (?:того же|той же|самого|самой|самих))?";

  private static final String DATA =
      "(?:данн(?:ым|ые|ых)|информаци[июя]|сведени(?:ям|я|й)|сообщени[юяе]м?|верси[июя]|подсч[её]т(?:ам|ы)|материал(?:ам|ы)|оценк(?:е|ам|у|и)|прогноз(?:у|ам|ы)?|отч[её]т(?:у|ам)?|доклад(?:у|ам)?|исследовани(?:ю|е|ям|я)|опрос(?:у|ам|ы)?|статистик[еиу]|публикаци[юи]|наблюдени(?:ям|я))";

  /// Triggers that stand before the name.
  static final List<Rule> BEFORE =
      List.of(
          rule(
              "по (?:\\p{L}+(?:ым|им|ой|ей)"
                  + " )?(?:данным|информации|сведениям|сообщени[юя]|сообщениям|версии|подсч[её]там)"
                  + OF_WHAT,
              ANY),
          rule("(?:согласно|по) (?:\\p{L}+(?:ым|им|ой|ей|ому|ему) )?" + DATA + OF_WHAT, SURE),
          rule("согласно", EnumSet.of(KNOWN, DOMAIN, LATIN)),
          rule("(?:со ссылкой на|ссыла(?:ясь|ется|ются) на)(?: " + DATA + ")?", ANY),
          rule("(?:" + TELLS + "|" + SAYS + ") (?:нам )?(?:в|во)", SURE),
          rule(
              "(?:сообщили|заявили|рассказали|уточнили|отметили|пояснили|добавили|подчеркнули|подтвердили|объявили)"
                  + " (?:нам )?(?:в|во)",
              EnumSet.of(LATIN)),
          rule(TELLS + WHEN, SURE),
          rule(
              "(?:сообща(?:ет|ют)|переда(?:[её]т|ют)|пиш(?:ет|ут)|информиру(?:ет|ют)|как"
                  + " (?:сообща|писа)л[аи]?)"
                  + WHEN,
              EnumSet.of(LATIN, CAPITALS)),
          rule(SAYS + WHEN, MEDIA),
          rule(
              "(?:стало известно|(?:сообщается|говорится|сказано|отмечается|указано|опубликовано)"
                  + " (?:на|в|во))",
              SURE),
          rule(SAYS + "(?-i: \\p{Lu}\\p{Ll}+){1,2}", EnumSet.of(KNOWN)),
          rule(
              "(?:цитиру(?:ет|ют)|приводит слова)(?-i: \\p{Lu}\\p{Ll}+){0,2}",
              EnumSet.of(KNOWN, QUOTED, ORGANISATION)),
          rule(
              "(?:цитиру(?:ет|ют)|привод(?:ит|ят)(?: слова)?)",
              EnumSet.of(KNOWN, QUOTED, ORGANISATION)),
          rule(
              "(?:цитиру(?:ет|ют)|привод(?:ит|ят)(?: \\p{L}+)? слова)(?: [\\p{L}-]+){0,2}?(?="
                  + " [«\"“]| газет| агентств| издани| пресс-служб|(?-i: \\p{Lu}{2}))",
              EnumSet.of(KNOWN, QUOTED, ORGANISATION)),
          rule(
              "(?:источник|собеседник|корреспондент|обозревател|журналист|колумнист|репортер)\\p{L}*",
              EnumSet.of(KNOWN, DOMAIN)),
          rule("(?:корреспондент|обозревател|журналист)\\p{L}*", EnumSet.of(QUOTED, ORGANISATION)),
          rule(
              "(?:говорится|сообщается|отмечается|подч[её]ркивается|указывается|сказано|указано|следует"
                  + " из|говорится и) (?:в )?(?:\\p{L}+"
                  + " ){0,2}?(?:сообщени|доклад|материал|публикаци|пресс-релиз|релиз|заявлени|отчет|исследовани|статье|письме|ответе|пост)\\p{L}*",
              ANY),
          rule(
              "(?:интервью|беседе|разговоре|эфире|комментарии|комментарий)(?: с| для| на)?",
              EnumSet.of(KNOWN, QUOTED, DOMAIN, LATIN, ACRONYM)),
          rule("(?:колонк|стать|публикаци|репортаж)\\p{L}*(?:" + " (?:для|в|на))?", MEDIA),
          rule("интервью(?-i: \\p{Lu}\\p{Ll}+){1,2}", MEDIA),
          rule(
              "according to(?: \\p{L}+){0,3}?"
                  + " (?:reports?|data|statements?|estimates?|figures|study|survey|poll|statistics|release|filing)(?:"
                  + " provided| released| published| compiled| shared)? (?:from|by|of|in)",
              EnumSet.of(KNOWN, QUOTED, DOMAIN, ACRONYM, LATIN)),
          rule("according to", EnumSet.of(KNOWN, QUOTED, DOMAIN, ACRONYM, LATIN)),
          rule(
              "(?:citing|quoting|quoted by|cited by|cites|as reported by|reported by|first reported"
                  + " by|published (?:by|in)|reports? (?:from|by|in))",
              EnumSet.of(KNOWN, QUOTED, DOMAIN, ACRONYM, LATIN)),
          rule("(?:via|courtesy of|told|tells|reports|reported|writes|wrote)", MEDIA),
          rule(
              "(?:interview|speaking|spoke|spoken|talking|talked|shared|conversation)"
                  + " (?:with|to|on)",
              MEDIA),
          rule(
              "(?:statements?(?: issued| sent| given| provided|"
                  + " made)?|comments?|remarks|e-?mail(?:ed)?|letter|response|confirmed|said|explained|revealed|given|provided)"
                  + " to",
              MEDIA),
          rule("(?:seen|obtained|reviewed|released|compiled|conducted) by", MEDIA));

  /// Verbs that stand after the name, directly.
  static final List<Rule> AFTER =
      List.of(
          rule(TELLS, EnumSet.of(KNOWN, DOMAIN, QUOTED, ACRONYM, LATIN, ORGANISATION)),
          rule(
              "(?:сообщил|сообщила|рассказал|рассказала|рассказали|сообщили|заявил|заявила|пояснил|пояснила|уточнил[аио]?|отмеча(?:ет|ют)|уточня(?:ет|ют)|указыва(?:ет|ют)|утвержда(?:ет|ют)|счита(?:ет|ют)|напомина(?:ет|ют)|цитиру(?:ет|ют)|приводит|опубликовал[аио]?|процитировал[аио]?|указал[аио]?|узнал[аио]?|выяснил[аио]?)",
              MEDIA),
          rule(
              "(?:reported|reports|is reporting|wrote|writes)(?! (?:an? |net |record"
                  + " |earnings|revenue|profit|\\d))",
              EnumSet.of(KNOWN, DOMAIN, ACRONYM)),
          rule(
              "(?:заявили|рассказали|отметили|уточнили|пояснили|добавили|подчеркнули|подтвердили)",
              EnumSet.of(KNOWN, DOMAIN, QUOTED, ORGANISATION)),
          rule("(?:ссылаясь|со ссылкой) на", MEDIA),
          rule("(?:said|says|has learned|understands|confirmed|noted|quoted)", MEDIA));

  static final Pattern LINE =
      Pattern.compile(
          "(?:^|\\n"
              + "|[.!?»)] )\\s*(?:источник(?:и)?(?: новост[еи]й?| информации|"
              + " материала)?|sources?|по материалам|via)\\s*[:—–]\\s*",
          FLAGS);

  static final Rule LINES = new Rule(LINE, ANY, SPACE_GAP);

  private AttributionRules() {}

  /// @param gap what may stand between a name and a trigger after it
  record Rule(Pattern trigger, Set<NameReader.Look> looks, Pattern gap) {}

  private static Rule rule(String trigger, Set<NameReader.Look> looks) {
    return new Rule(
        Pattern.compile("(?<![\\p{L}\\d])" + trigger + "(?![\\p{L}\\d])", FLAGS),
        looks,
        trigger.contains("ссылаясь|") ? COMMA_GAP : SPACE_GAP);
  }
}
