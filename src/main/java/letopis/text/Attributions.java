package letopis.text;

import static letopis.text.NameReader.Look.ACRONYM;
import static letopis.text.NameReader.Look.CAPITALS;
import static letopis.text.NameReader.Look.DOMAIN;
import static letopis.text.NameReader.Look.KNOWN;
import static letopis.text.NameReader.Look.LATIN;
import static letopis.text.NameReader.Look.ORGANISATION;
import static letopis.text.NameReader.Look.QUOTED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds where a text says whom it has something from: «Источник новости: X», «как сообщает X»,
/// «по
/// данным X», «со ссылкой на X», "according to X", "X reports".
///
/// A source is an outlet, an agency, a channel or a named organisation. What a person said
/// («заявил
/// министр») is a quotation, not an attribution, and is left out; so is a word that only points
/// back
/// («газета», "the agency").
public final class Attributions {
  private static final Set<NameReader.Look> SURE =
      EnumSet.of(KNOWN, QUOTED, DOMAIN, ACRONYM, ORGANISATION);
  private static final Set<NameReader.Look> ANY = EnumSet.allOf(NameReader.Look.class);
  private static final Set<NameReader.Look> MEDIA = EnumSet.of(KNOWN, DOMAIN);
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final Pattern SPACE_GAP = Pattern.compile("[»\"”]? ");
  private static final Pattern COMMA_GAP = Pattern.compile("[»\"”]?,? ");
  private static final Pattern GAP =
      Pattern.compile("(?s)[ \\u00A0*_\\[(]*(?:https?://|@)?[«\"“„]?\\*{0,2}");
  private static final Set<String> SIDE = Set.of("в", "во");
  private static final Set<String> LANGUAGES = Set.of("ru", "en", "und");
  private static final String SKIPPED = " \t\n\u000B\f\r«\"“";

  private static final String TELLS =
      "(?:сообща(?:ет|ют|л|ла|ло|ли)|сообщи(?:л|ла|ло|ли)|переда(?:[её]т|ют|л|ла|ло|ли)|пиш(?:ет|ут)|писал[аои]?|информиру(?:ет|ют)|проинформировал[аои]?)";
  private static final String SAYS =
      "(?:рассказал[аои]?|рассказыва(?:ет|ют)|уточнил[аои]?|уточня(?:ет|ют)|отметил[аои]?|отмеча(?:ет|ют)|заявил[аои]?|заявля(?:ет|ют)|добавил[аои]?|подчеркнул[аои]?|пояснил[аои]?|подтвердил[аои]?|утвержда(?:ет|ют)|опубликовал[аои]?|признал[аои]?сь)";

  /// Triggers that stand before the name.
  private static final List<Rule> BEFORE =
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
              EnumSet.of(KNOWN, DOMAIN)),
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
  private static final List<Rule> AFTER =
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

  /// Bit `i` is rule `i` of those before, then of those after.
  private static final Triggers TRIGGERS =
      new Triggers(Stream.concat(BEFORE.stream(), AFTER.stream()).map(Rule::trigger).toList());

  private static final Pattern LINE =
      Pattern.compile(
          "(?:^|\\n"
              + "|[.!?»)] )\\s*(?:источник(?:и)?(?: новост[еи]й?| информации|"
              + " материала)?|sources?|по материалам|via)\\s*[:—–]\\s*",
          FLAGS);
  private static final Pattern DATELINE =
      Pattern.compile("\\((\\p{Lu}[\\p{L} .]{1,40})\\)\\s*[-–—]", Pattern.UNICODE_CHARACTER_CLASS);

  private static final Rule LINES = new Rule(LINE, ANY, SPACE_GAP);

  /// Capitals that name countries and unions, not sources.
  private static final Set<String> PLACES =
      Set.of(
          "США", "РФ", "ЕС", "КНР", "КНДР", "ОАЭ", "СССР", "ФРГ", "ДНР", "ЛНР", "СНГ", "ЦФО", "ТЦ",
          "СМИ", "СНТ", "ХМАО", "US", "U", "UK", "EU", "USA", "UAE", "NY", "LA", "DC", "CEO", "PM",
          "MP", "MPs", "TV", "I", "ДТП", "ЧП");

  private static final Pattern SURNAME =
      Pattern.compile(
          "(?u)\\p{Lu}\\p{Ll}+(?:ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|ская|цкий|цкая|ский|ко|ук|юк|ич|ян|ых|ого|ову|еву|ину)");
  private static final Set<String> GIVEN_NAMES =
      Set.of(
          ("James John Robert Michael William David Richard Joseph Thomas Charles Christopher"
               + " Daniel Matthew Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Kevin Brian"
               + " George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric"
               + " Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Frank Gregory"
               + " Raymond Alexander Patrick Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry"
               + " Peter Kyle Walter Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica"
               + " Sarah Karen Lisa Nancy Betty Margaret Sandra Ashley Kimberly Emily Donna"
               + " Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Helen Sharon"
               + " Cynthia Kathleen Amy Angela Shirley Anna Emma Ruth Nicole Catherine Maria"
               + " Heather Diane Rachel Alice Julia Grace Mr Mrs Ms Dr Prof Sir Sen Rep Gov"
               + " President Prime Judge Police Chief Captain Senator Professor Justice Minister"
               + " Mayor Sgt Lt Officer Detective Coach Trump Obama Biden Putin Johnson Владимир"
               + " Сергей Александр Дмитрий Андрей Алексей Иван Михаил Николай Павел Максим Евгений"
               + " Игорь Олег Юрий Анна Мария Елена Ольга Наталья Татьяна")
              .split(" "));

  private static final Outlets OUTLETS = Outlets.bundled();

  private Attributions() {}

  /// @param gap what may stand between a name and a trigger after it
  private record Rule(Pattern trigger, Set<NameReader.Look> looks, Pattern gap) {}

  private static Rule rule(String trigger, Set<NameReader.Look> looks) {
    return new Rule(
        Pattern.compile("(?<![\\p{L}\\d])" + trigger + "(?![\\p{L}\\d])", FLAGS),
        looks,
        trigger.contains("ссылаясь") ? COMMA_GAP : SPACE_GAP);
  }

  /// One statement.
  ///
  /// @param name as written, without quotation marks and describing words: `ТАСС`
  /// @param nameSpan where the name stands
  /// @param span the whole statement: trigger and name
  /// @param line it is a line of its own that names the source («Источник: X»), not a phrase
  public record Found(String name, Span nameSpan, Span span, boolean line) {
    public Found {
      Objects.requireNonNull(name);
      Objects.requireNonNull(nameSpan);
      Objects.requireNonNull(span);
    }
  }

  /// The statements of attribution in a text, in order, no name twice at one place. Rules are for
  /// Russian and English; both are applied to a text of either, since outlets mix them.
  ///
  /// @param lang ISO 639-1; a language other than these two gives nothing, `und` is tried
  public static List<Found> find(String text, String lang) {
    if (!LANGUAGES.contains(lang)) {
      return List.of();
    }
    WordList words = Words.lazily(text);
    NameReader names = new NameReader(text, words, OUTLETS);
    List<Found> found = new ArrayList<>();
    lines(text, words, names, found);
    Triggers.Places places = TRIGGERS.in(text);
    for (int i = 0; i < BEFORE.size(); i++) {
      Rule rule = BEFORE.get(i);
      for (Span trigger : triggers(rule, i, places, text)) {
        int next = words.from(trigger.end());
        Optional<NameReader.Name> name = read(text, words, names, rule, next, trigger.end());
        name.ifPresent(one -> add(found, text, trigger.start(), one, false));
        name.flatMap(one -> toldBy(text, words, names, one))
            .ifPresent(one -> add(found, text, trigger.start(), one, false));
      }
    }
    for (int i = 0; i < AFTER.size(); i++) {
      Rule rule = AFTER.get(i);
      for (Span trigger : triggers(rule, BEFORE.size() + i, places, text)) {
        before(text, words, names, rule, trigger.start())
            .ifPresent(name -> add(found, text, name.start(), name, false));
      }
    }
    found.sort(Comparator.comparingInt(one -> one.nameSpan().start()));
    return List.copyOf(found);
  }

  /// What [Matcher#find()] would find one after the other, tried only where it can begin.
  private static List<Span> triggers(Rule rule, int bit, Triggers.Places places, String text) {
    int place = places.next(0, bit, 0);
    if (place < 0) {
      return List.of();
    }
    List<Span> spans = new ArrayList<>();
    Matcher matcher = rule.trigger().matcher(text);
    int from = 0;
    while (place >= 0) {
      if (matchesAt(matcher, places.at()[place])) {
        spans.add(new Span(matcher.start(), matcher.end()));
        from = matcher.end();
      }
      place = places.next(place + 1, bit, from);
    }
    return spans;
  }

  private static boolean matchesAt(Matcher matcher, int at) {
    return matcher
        .useTransparentBounds(true)
        .useAnchoringBounds(false)
        .region(at, matcher.regionEnd())
        .lookingAt();
  }

  private static void lines(String text, WordList words, NameReader names, List<Found> found) {
    Matcher line = LINE.matcher(text);
    for (int at = 0; at < text.length(); at++) {
      if (beginsLine(text, at) && matchesAt(line, at)) {
        read(text, words, names, LINES, words.from(line.end()), line.end())
            .ifPresent(name -> add(found, text, line.start(), name, true));
        at = line.end() - 1;
      }
    }
    Matcher dateline = DATELINE.matcher(text);
    for (int at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1)) {
      if (matchesAt(dateline, at)) {
        names
            .read(words.from(dateline.start()))
            .filter(name -> name.look() == KNOWN && name.end() == dateline.end(1))
            .ifPresent(name -> add(found, text, dateline.start(), name, true));
      }
    }
  }

  /// Where [#LINE] can begin: at the start, at a line feed, at a stop before a space.
  private static boolean beginsLine(String text, int at) {
    char c = text.charAt(at);
    boolean stop = c == '.' || c == '!' || c == '?' || c == '»' || c == ')';
    return at == 0 || c == '\n' || stop && text.startsWith(" ", at + 1);
  }

  private static Optional<NameReader.Name> read(
      String text, WordList words, NameReader names, Rule rule, int next, int from) {
    if (next >= words.size()) {
      return Optional.empty();
    }
    String gap = text.substring(from, words.start(next));
    if (!GAP.matcher(gap).matches()) {
      return Optional.empty();
    }
    return names.read(next).filter(name -> accepts(rule, name, text));
  }

  /// The name that ends directly before a verb.
  private static Optional<NameReader.Name> before(
      String text, WordList words, NameReader names, Rule rule, int verb) {
    int end = words.from(verb);
    for (int start = Math.max(0, end - 6); start < end; start++) {
      Optional<NameReader.Name> name = names.read(start);
      if (name.isPresent() && name.get().wordsTo() == end && accepts(rule, name.get(), text)) {
        String gap = text.substring(name.get().end(), verb);
        boolean object = name.get().look() == ORGANISATION && end - start > 5;
        boolean nominative =
            name.get().look() != ORGANISATION || startsClause(text, name.get().start());
        if (rule.gap().matcher(gap).matches() && !object && nominative) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  /// «сообщили РИА Новости в пресс-службе УМВД»: who told it to the outlet that was read first.
  private static Optional<NameReader.Name> toldBy(
      String text, WordList words, NameReader names, NameReader.Name outlet) {
    int at = outlet.wordsTo();
    boolean outletFirst = outlet.look() == KNOWN || outlet.look() == QUOTED;
    if (!outletFirst || at + 1 >= words.size() || !SIDE.contains(words.norm(at))) {
      return Optional.empty();
    }
    return names.read(at + 1).filter(name -> name.look() == ORGANISATION);
  }

  /// Whether a clause begins here, or «в», so that the name before the verb is its subject.
  private static boolean startsClause(String text, int start) {
    int end = start;
    boolean more = true;
    while (end > 0 && more) {
      if (SKIPPED.indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      } else if (text.startsWith("Ранее", end - 5)) {
        end -= 5;
      } else {
        more = false;
      }
    }
    if (end == 0 || ".!?\n,В".indexOf(text.charAt(end - 1)) >= 0) {
      return true;
    }
    return text.startsWith(" в", end - 2) || text.startsWith(" во", end - 3);
  }

  private static boolean accepts(Rule rule, NameReader.Name name, String text) {
    String surface = text.substring(name.start(), name.end());
    boolean described = name.described() && name.look() != ORGANISATION;
    if (!rule.looks().contains(name.look()) && !described) {
      return false;
    }
    if (name.look() == KNOWN || described) {
      return !PLACES.contains(surface);
    }
    String first = surface.split("[ -]")[0];
    if (PLACES.contains(first) || GIVEN_NAMES.contains(first)) {
      return false;
    }
    if (name.look() == CAPITALS) {
      String last = surface.substring(surface.lastIndexOf(' ') + 1);
      return !SURNAME.matcher(last).matches()
          && !SURNAME.matcher(first).matches()
          && (rule.looks() == ANY || !surface.contains(" "));
    }
    return true;
  }

  private static void add(
      List<Found> found, String text, int start, NameReader.Name name, boolean line) {
    Span span = new Span(name.start(), name.end());
    for (Found one : found) {
      if (one.nameSpan().overlaps(span)) {
        return;
      }
    }
    Span whole = new Span(Math.min(start, name.start()), Math.max(name.end(), start));
    found.add(new Found(span.of(text), span, whole, line));
  }
}
