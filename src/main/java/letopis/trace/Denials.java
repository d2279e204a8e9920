package letopis.trace;

import java.util.regex.Pattern;
import letopis.text.Phrase;

/// The words that deny, doubt or check a statement, Russian and English. Which statement they mean
/// is for [Refutations] to say.
final class Denials {
  private static final String RU_THING =
      "(?:информаци|сведени|сообщени|слух|новост|публикаци|утверждени|вброс|данны[емх]\\b)\\w*";
  private static final String EN_THING = "(?:claims?|reports?|rumou?rs?|stor(?:y|ies)|information)";

  /// What a denial may call the thing it denies.
  private static final String THING = "(?:" + RU_THING + "|" + EN_THING + ")";

  /// Not followed by what the thing is about: then it is the thing just told.
  private static final String BARE =
      "(?!\\w|(?:\\s+\\w+)?\\s+(?:о|об|обо|про|насч[её]т|относительно|that|of|about|on|from|by)\\b|(?:\\s+\\w+)?,"
          + " (?:что|будто|which|who)\\b)";

  private static final String RU_NOT_TRUE =
      "(?:не подтвердил\\w+|не соответству\\w+ действительности|(?:полная |чистая"
          + " )?(?:неправда|ложь|выдумка)"
          + "|неправдой|ложью|ложн\\w+|ф[еэ]йк(?:ом|и|ами)?|выдумк\\w+|вымысел|вымыслом|дезинформаци\\w+|недостоверн\\w+|опровергл[аио]?|опроверг|опровергнут\\w*|опровергают|опровергли|не"
          + " так(?=\\s*(?:$|[^\\s\\w?])))";

  private static final String EN_NOT_TRUE =
      "(?:(?:completely |totally |simply |entirely |also )?(?:false|fake|a fake|a"
          + " hoax|untrue|fabricated|baseless|unfounded|debunked|refuted|disproved|a lie|not"
          + " confirmed|never confirmed|made up|(?:not so|not true|not the"
          + " case|incorrect|misleading)(?=\\s*(?:$|[^\\s\\w?]))))";

  private static final String COPULA =
      "(?:['’]s|\\s+(?:is|are|was|were|has been|have been|turned out to be|proved(?: to be)?))\\s+";

  private static final String RU_DENIES =
      "(?<!не |ни )(?:опроверг(?:ла|ли|ло|ает|ают)?|отверг(?:ла|ли|ло|ает|ают)?|отрица\\w+|не"
          + " подтвердил[аио]?)";
  private static final String EN_DENIES =
      "(?<!not |never |or |nor |to |n't |n’t"
          + " )(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|refut(?:es|ed)"
          + "|debunk(?:s|ed)|disprov(?:es|ed))";

  /// A denial of a statement as such, not of the things it speaks of.
  static final Phrase ANY =
      phrase(
          "\\b(?:ф[еэ]йк(?:а|у|ом|е|и|ов|ам|ами|ах)?|ф[еэ]йков\\w+"
              + " (?:информаци|сообщени|новост|видео|фото|слух|вброс|запис|цитат)\\w*|опроверг\\w*|опроверж\\w*|дезинформаци\\w*|недостоверн\\w+"
              + " (?:информаци|сообщени|сведени|данн|новост)\\w*|(?:ложн|лжив)\\w+"
              + " (?:информаци|сообщени|слух|сведени|новост)\\w*|не соответству\\w+"
              + " действительности|неправд\\w+|это ложь|распростран\\w+ слух\\w*|назвал\\w*"
              + " (?:ложью|фейком|слухами|выдумкой|недостоверн\\w+)|не"
              + " так(?=\\s*(?:$|[^\\s\\w?]))|(?:is|are|was|were|a) fakes?|fake"
              + " (?:news|stor|video|photo|claim|quote|report)\\w*|hoax|debunk\\w*|untrue|no"
              + " evidence that|no truth to|misleading claims?|false"
              + " (?:claim|rumou?r|story|report|information)s?|(?:claims?|stor(?:y|ies)|rumou?rs?|reports?)"
              + " (?:is|are|was|were) false|(?:is|are|was|were) (?:completely |totally |simply"
              + " )?false|falsely (?:claim|say|said|state|suggest)\\w*|unfounded|den(?:y|ies|ied)"
              + " (?:reports|the claim|claims|rumou?rs|that)|disinformation|misinformation|not"
              + " true)\\b");

  /// A sentence that denies the one before it.
  static final Phrase OF_THE_ONE_BEFORE =
      phrase(
          "(?:(?<![—–-] )\\bэто,?\\s+(?:[\\w-]+,?\\s+){0,2}?(?:— )?"
              + RU_NOT_TRUE
              + "\\b)|(?:\\b(?:эт\\w{1,2}|так\\w{2}|данн\\w{2}|подобн\\w{2})\\s+"
              + RU_THING
              + BARE
              + "[^.;?]{0,50}?\\b"
              + RU_NOT_TRUE
              + "\\b)|(?:\\b"
              + RU_DENIES
              + "\\s+(?:это(?!\\s+\\w)|(?:эт\\w{1,2}|так\\w{2}|данн\\w{2})\\s+"
              + RU_THING
              + BARE
              + "))|(?:\\bназвал\\w*\\s+(?:это|(?:эт\\w{1,2}|так\\w{2})\\s+"
              + RU_THING
              + ")\\s+(?:\\w+\\s+)?(?:ложью|фейком|слухами|выдумкой|неправдой|недостоверн\\w+)\\b)"
              + "|(?:\\b(?:this|that|it|these|those)"
              + COPULA
              + EN_NOT_TRUE
              + "\\b)|(?:\\b(?:this|that|it) (?:never happened|(?:did not|didn['’]t|has not)"
              + " happen(?:ed)?)(?=\\s*(?:$|[^\\s\\w?])))|(?:\\b(?:the|this|these|those|such|both)"
              + " (?:[\\w-]+ )?"
              + EN_THING
              + BARE
              + COPULA
              + EN_NOT_TRUE
              + "\\b)|(?:\\b"
              + EN_DENIES
              + "\\s+(?:(?:this|it)(?=\\s*(?:$|[^\\s\\w?]))|(?:the|this|these|those|such)"
              + " (?:[\\w-]+ )?"
              + EN_THING
              + BARE
              + "))|(?:\\bno (?:evidence (?:of|for|to support)|truth (?:in|to)) (?:this|that|it|the"
              + " claims?)(?=\\s*(?:$|[^\\s\\w?])))");

  /// The same where a sentence only names what is not true, after a few words: «Однако сведения
  /// не подтвердились». To be matched at the beginning of the sentence.
  static final Pattern BEGINS_WITH_THE_ONE_BEFORE =
      pattern(
          "(?:[\\w-]+,?\\s+){0,3}?" + RU_THING + BARE + "[^.;?]{0,30}?\\b" + RU_NOT_TRUE + "\\b");

  /// The last word of a check.
  static final Phrase VERDICT =
      phrase(
          "^(?:наш )?(?:our"
              + " )?(?:вывод|вердикт|итог|оценка|verdict|conclusion|rating|ruling)\\s*[:—–-]\\s*(?:\\w+\\s+){0,3}?(?:неправд\\w*|ложь|ф[еэ]йк|недостоверн\\w+|выдумк\\w*|не"
              + " так|false|fake|untrue|not true|misleading|hoax|pants on fire)\\b");

  /// Somebody looks whether it is so.
  static final Phrase CHECK =
      phrase(
          "^(?:мы|редакция|наш\\w* \\w+|журналист\\w*|фактчекер\\w*|we|our"
              + " \\w+|fact-?checkers?)\\b[^.:]{0,40}?"
              + "\\b(?:проверил[аио]?|проверяем|разобрал(?:ись|ся|ась)|разбираемся|checked|verified|looked"
              + " into|investigated)\\b|\\b(?:так ли это|правда ли это|проверил\\w* (?:эт|данн)\\w+"
              + " "
              + THING
              + "|is (?:it|this|that) true|here are the facts)");

  /// Asks whether it is so.
  static final Phrase ASKS =
      phrase("\\b(?:правда ли|верно ли|действительно ли|is it true|did .{0,60} really)\\b");

  /// Tells that it is said by others.
  static final Phrase HEARSAY =
      phrase(
          "\\b(?:пишут|писали|утвержда(?:ют|ется|лось|ли|вшие|ющие)|распростран\\w+|расход\\w+|якобы|слух\\w*|сообщают|сообщается|сообщалось|говорится|говорят|соцсет\\w*|социальн\\w+"
              + " сет\\w*|мессенджер\\w*|вирусн\\w+|claim(?:s|ed|ing)?|alleg\\w+|rumou?r\\w*|viral|posts?|users|social"
              + " media|circulat\\w+|purport\\w*|supposedly|it says)\\b");

  /// Whoever says something new after a denial does not deny that.
  static final Phrase SAYS =
      phrase(
          "\\b(?:сообщи(?:л|ла|ли|ло)|заяви(?:л|ла|ли)|рассказа(?:л|ла|ли)|добави(?:л|ла|ли)|отмети(?:л|ла|ли)|подчеркну(?:л|ла|ли)"
              + "|уточни(?:л|ла|ли)|поясни(?:л|ла|ли)|said|told|added|announced|noted|stated)\\b");

  /// What a denied thing is about, when it is said: the words after it.
  static final Phrase ABOUT =
      phrase(
          "\\b"
              + THING
              + "\\w*\\s+(?:о|об|обо|про|насч[её]т|относительно|of|about|on)\\s+[«\"“„]?((?:[\\w-]+\\s*){1,5})");

  /// Says how things are instead.
  static final Phrase INSTEAD =
      phrase("\\b(?:на самом деле|в действительности|в реальности|in fact|in reality|actually)\\b");

  private Denials() {}

  private static Phrase phrase(String regex) {
    return new Phrase(pattern(regex));
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(
        regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }
}
