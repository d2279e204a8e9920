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
      "(?:сообща(?:ет|ют|л|ла|ло|ли)|сообщи(?:л|ла|ло|ли)|переда(?:[её]т|ют|л|ла|ло|ли)|пиш(?:ет|ут)|писал[аои]?|информиру(?:ет|ют)|проинформировал[аои]?)";
  private static final String SAYS =
      "(?:рассказал[аои]?|рассказыва(?:ет|ют)|уточнил[аои]?|уточня(?:ет|ют)|отметил[аои]?|отмеча(?:ет|ют)|заявил[аои]?|заявля(?:ет|ют)|добавил[аои]?|подчеркнул[аои]?|пояснил[аои]?|подтвердил[аои]?|утвержда(?:ет|ют)|опубликовал[аои]?|признал[аои]?сь)";

  /// Triggers that stand before the name.
  static final List<Rule> BEFORE =
      List.of(
          rule("по (?:данным|информации|сведениям|сообщени[юя]|сообщениям|версии|подсчетам)", ANY),
          rule("(?:со ссылкой на|ссыла(?:ясь|ется|ются) на)", ANY),
          rule("(?:" + TELLS + "|" + SAYS + ") (?:нам )?(?:в|во)", SURE),
          rule(TELLS, EnumSet.of(KNOWN, QUOTED, DOMAIN, ACRONYM, ORGANISATION)),
          rule("(?:сообщает|передает|передаёт|пишет|информирует)", EnumSet.of(LATIN, CAPITALS)),
          rule(SAYS, MEDIA),
          rule(SAYS + "(?-i: \\p{Lu}\\p{Ll}+){1,2}", EnumSet.of(KNOWN)),
          rule(
              "(?:цитиру(?:ет|ют)|приводит слова)(?-i: \\p{Lu}\\p{Ll}+){0,2}",
              EnumSet.of(KNOWN, QUOTED, ORGANISATION)),
          rule(
              "(?:цитирует|приводит слова|приводит) (?:\\p{Lu}\\w+ ){0,2}",
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
              "(?:интервью|беседе|разговоре|эфире|комментарии|комментарий)(?: с| для| на)?(?:"
                  + " изданию| журналу)?",
              EnumSet.of(KNOWN, DOMAIN, LATIN)),
          rule(
              "according to(?: an?)?(?: reports?| data| statement| estimates| figures)?(?: from|"
                  + " by| of| in| on)?",
              EnumSet.of(KNOWN, QUOTED, DOMAIN, ACRONYM, LATIN)),
          rule(
              "(?:citing|quoting|quoted by|cited by|cites|as reported by|reported by|first reported"
                  + " by|published (?:by|in)|reports? (?:from|by|in))",
              EnumSet.of(KNOWN, QUOTED, DOMAIN, ACRONYM, LATIN)),
          rule("(?:via|courtesy of|told|tells)", EnumSet.of(KNOWN, DOMAIN)),
          rule("(?:interview|speaking|spoke) (?:with|to|on)", EnumSet.of(KNOWN, DOMAIN)));

  /// Verbs that stand after the name, directly.
  static final List<Rule> AFTER =
      List.of(
          rule(TELLS, EnumSet.of(KNOWN, DOMAIN, QUOTED, ACRONYM, ORGANISATION)),
          rule(
              "(?:сообщил|сообщила|рассказал|рассказала|рассказали|сообщили|заявил|заявила|пояснил|пояснила|уточнил)",
              MEDIA),
          rule(
              "(?:reported|reports|is reporting|wrote|writes)(?! (?:an? |net |record"
                  + " |earnings|revenue|profit|\\d))",
              EnumSet.of(KNOWN, DOMAIN, ACRONYM)),
          rule(
              "(?:заявили|рассказали|отметили|уточнили|пояснили|добавили|подчеркнули|подтвердили)",
              EnumSet.of(KNOWN, DOMAIN, QUOTED, ORGANISATION)),
          rule("ссылаясь", EnumSet.of(KNOWN, DOMAIN)),
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
        trigger.contains("ссылаясь") ? COMMA_GAP : SPACE_GAP);
  }
}
