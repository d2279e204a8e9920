package letopis.text;

import static letopis.text.Cue.BESIDE;
import static letopis.text.Cue.DATA;
import static letopis.text.Cue.DAY;
import static letopis.text.Cue.KIND;
import static letopis.text.Cue.PLACE;
import static letopis.text.Cue.STAFF;
import static letopis.text.Cue.TALK;
import static letopis.text.NameReader.Look.ACRONYM;
import static letopis.text.NameReader.Look.CAPITALS;
import static letopis.text.NameReader.Look.DOMAIN;
import static letopis.text.NameReader.Look.KNOWN;
import static letopis.text.NameReader.Look.LATIN;
import static letopis.text.NameReader.Look.ORGANISATION;
import static letopis.text.NameReader.Look.QUOTED;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The frames around Russian verbs of saying: who is told before or behind one («ТАСС сообщает»,
/// «заявил он РБК»), and in which office («рассказали в МВД»).
final class RussianVerbs {
  private static final Set<String> PREPOSITIONS =
      Set.of("в", "во", "на", "с", "со", "о", "об", "от", "из", "для", "у", "к", "по", "за", "при");

  private static final Set<String> INTO = Set.of("в", "во", "на");
  private static final Set<String> PARTS = Set.of("начале", "середине", "конце");
  private static final WordPattern PLURAL = WordPattern.ofNorm("[а-я]+(?:ли|лись|[юуя]т|ются|ны)");
  /// Verbs that a title is the object of: «говорят „Орлов“», «сочли „Мост“ удачным».
  private static final List<String> NAMING =
      List.of(
          "говор", "призна", "сочли", "счита", "исключ", "раскры", "осуди", "опроверг", "допуст");
  private static final List<String> CRIMES =
      List.of("схем", "хищени", "преступлени", "афер", "краж", "убийств", "заговор", "дело");
  /// Whose accusative differs from the case that says where.
  private static final WordPattern ACCUSATIVE =
      WordPattern.ofNorm(
          "(?!.*стр(?:ит|ое)|упрдор)[а-я-]+(?:ы[йе]|ий|[ое]е|ство|[нт]ие|[ую]|[бвгджзклнпрстфцчшщь])");
  private static final List<String> POINTING = List.of("указ", "наде", "рассчит");

  /// Verbs that somebody is the object of, not who is spoken to: «заверили Озёрск в поддержке».
  private static final Set<String> OF_SOMEBODY = Set.of("завери", "объяви", "призна", "назва");
  /// Verbs of doing as well as of saying, and what stands behind them when they say.
  private static final Set<String> DOES =
      Set.of("переда", "добави", "отмети", "подтверди", "объяви", "указа", "написа");
  private static final Set<String> SAID_OF =
      Set.of(
          "что", "о", "об", "со", "нам", "журналистам", "также", "как", "ранее", "в", "агентству");
  private static final Set<NameReader.Look> OFFICES =
      EnumSet.of(KNOWN, QUOTED, DOMAIN, ACRONYM, ORGANISATION, LATIN);
  private static final Set<NameReader.Look> PLACES = EnumSet.of(KNOWN, QUOTED, DOMAIN);
  private static final Set<NameReader.Look> OUTLET = EnumSet.of(KNOWN);
  private static final Set<NameReader.Look> QUOTED_ONLY = EnumSet.of(QUOTED, KNOWN);
  private static final Set<NameReader.Look> TOLD_TO = EnumSet.of(KNOWN, DOMAIN, LATIN, QUOTED);

  private final Frames frames;
  private final NameWords in;
  private final WordList words;
  private final RussianSubjects subjects;
  private final RussianListeners listeners;

  RussianVerbs(Frames frames) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
    this.subjects = new RussianSubjects(frames);
    this.listeners = new RussianListeners(frames);
  }

  RussianListeners listeners() {
    return listeners;
  }

  /// An outlet before a verb that is said of outlets only.
  void named(int cue) {
    subjects.named(cue);
  }

  void verb(int cue, boolean tells) {
    if (gives(cue)) {
      return;
    }
    boolean plural = isPlural(cue);
    if (takesObject(cue)) {
      subjects.outlet(cue);
    } else {
      subjects.subject(cue, tells, plural);
    }
    Set<NameReader.Look> looks = tells ? Frames.NAMED : TOLD_TO;
    boolean present = tells && (isPresent(cue) || in.isWord(cue - 1, "как") && isImperfect(cue));
    if (!tells || plural || !present) {
      listeners.toldBefore(cue);
    }
    boolean names = NAMING.stream().anyMatch(words.norm(cue)::startsWith);
    boolean toldOf = in.isWord(cue - 1, "этом") || in.isWord(cue - 1, "как");
    int at = cue + 1;
    for (int step = 0; step < 8 && goesOn(cue, at); step++) {
      if (INTO.contains(words.norm(at))
          && !isPointing(cue, at)
          && (office(cue, at, plural) || plural && firm(cue, at + 1))) {
        return;
      }
      Optional<NameReader.Name> name =
          frames
              .read(at, present && !in.is(at - 1, STAFF.bit()) ? Frames.ANY : looks)
              .filter(one -> tells || toldOf || listeners.isDative(one, plural && !names))
              .filter(one -> listeners.maySay(cue, one));
      // «отмечает пресс-служба Минфина»
      if (name.isEmpty()
          && in.isWord(at, "пресс")
          && frames.take(cue, frames.read(at, Frames.ANY).filter(subjects::isPressOffice))) {
        return;
      }
      if (name.isPresent()) {
        frames.take(cue, name);
        // «источник RT в администрации» is one source.
        if (at == 0 || !in.isInsider(at - 1)) {
          toldBy(cue, name.get().wordsTo());
        }
        return;
      }
      // «пишет британская The Times»
      if (present && in.isAdjective(at) && frames.takeAt(cue, at + 1, Frames.MEDIA_OR_COMMON)) {
        return;
      }
      int next =
          listeners.isOutlet(at) && INTO.contains(in.norm(at + 1)) ? at + 1 : afterBeside(at);
      if (next == at
          && in.isCapital(at)
          && (plural && OF_SOMEBODY.stream().noneMatch(words.norm(cue)::startsWith)
              ? toldTo(cue, at)
              : listeners.toldAcronym(cue, at))) {
        return;
      }
      if (next == at && !(step == 0 && in.is(at, STAFF.bit()))) {
        listeners.addressee(cue, at);
        return;
      }
      at = next == at ? at + 1 : next;
    }
  }

  /// «передал защитникам», «добавили героя»: something is done, not said.
  private boolean takesObject(int cue) {
    String verb = words.norm(cue);
    boolean may = DOES.stream().anyMatch(verb::startsWith);
    // «подтвердило эту информацию»
    boolean said =
        verb.startsWith("подтверди")
            && (in.is(cue + 1, DATA.bit()) || in.is(cue + 2, DATA.bit()) && in.follows(cue + 2));
    return may
        && !said
        && in.follows(cue + 1)
        && !SAID_OF.contains(in.norm(cue + 1))
        && !in.isCapital(cue + 1);
  }

  /// "Riverbank передала Lakebank восемь мостов": behind the name stands what is given. Outlets are
  /// given words: «передал ТАСС слова министра».
  private boolean gives(int cue) {
    int next = cue + 2;
    return words.norm(cue).startsWith("передал")
        && !in.isWord(cue - 1, "как")
        && next < words.size()
        && in.isCapital(cue + 1)
        && in.follows(cue + 1)
        && in.follows(next)
        && !in.isCapital(next)
        && !PREPOSITIONS.contains(words.norm(next))
        && !in.is(next, BESIDE.bit())
        && frames.at(cue + 1, OUTLET).isEmpty();
  }

  /// Whether a word goes on with the phrase, also behind a date in commas: «сегодня, 1 ноября, X».
  private boolean goesOn(int cue, int at) {
    boolean date = at > cue + 1 && in.is(at - 1, Cue.bits(BESIDE, DAY));
    return at < words.size() && (in.follows(at) || date && in.followsComma(at));
  }

  /// «сообщили Сибдепо в пресс-службе»: a name that a verb in the plural cannot have for subject.
  private boolean toldTo(int cue, int at) {
    Optional<NameReader.Name> name = frames.at(at, EnumSet.of(CAPITALS, ACRONYM));
    boolean inside = name.isPresent() && INTO.contains(in.norm(name.get().wordsTo()));
    if (!inside) {
      return false;
    }
    frames.take(cue, name);
    toldBy(cue, name.get().wordsTo());
    return true;
  }

  /// «сообщили РИА Новости в пресс-службе УМВД»: who told it to the outlet that was read first.
  private void toldBy(int cue, int from) {
    int at = in.follows(from) || frames.leads(from, false) ? afterBeside(from) : from;
    if (INTO.contains(in.norm(at)) && (in.follows(at) || frames.leads(at, false))) {
      office(cue, at, isPlural(cue));
    }
  }

  /// «сообщили в МВД», «сообщила на своём сайте администрация», «рассказали в эфире „Вестей“».
  ///
  /// @param into the preposition
  /// @param many whether an office as a whole may have said it
  private boolean office(int cue, int into, boolean many) {
    Optional<NameReader.Name> name = frames.at(into + 1, many ? OFFICES : PLACES);
    if (name.isPresent()) {
      frames.take(cue, name.filter(one -> isInside(cue, into + 1, one)));
      return true;
    }
    int at = into + 1;
    while (at < into + 4 && in.follows(at) && in.isAdjective(at)) {
      at++;
    }
    // «пишет в немецкой Die Welt её корреспондент»
    if (at > into + 1 && frames.takeAt(cue, at, Frames.MEDIA)) {
      return true;
    }
    int place = frames.skip(at, 3, Cue.bits(PLACE, KIND, TALK));
    return place > at && place < words.size() && frames.takeAt(cue, place, Frames.NAMED);
  }

  /// Whether something is told in an office: what is handed over to one («передали в следственный
  /// отдел») or happens there («ожидают в аэропорту», «раскрыли в Минтрансе схему») is not.
  private boolean isInside(int verb, int first, NameReader.Name name) {
    if (name.look() != ORGANISATION) {
      return true;
    }
    boolean waits = in.isWord(verb, "ожидают") && in.norm(first).startsWith("аэропорт");
    boolean uncovers = in.isWord(verb, "раскрыли") && hasCrime(first, name.wordsTo() + 1);
    return !waits && !uncovers && !isAccusative(first);
  }

  private boolean hasCrime(int from, int to) {
    for (int i = from; i < to && in.follows(i); i++) {
      String norm = words.norm(i);
      if (CRIMES.stream().anyMatch(norm::startsWith)) {
        return true;
      }
    }
    return false;
  }

  /// «в следственный отдел», «в прокуратуру»: where something goes, by the first word's ending.
  private boolean isAccusative(int first) {
    String surface = in.surface(first);
    boolean capitals = surface.equals(surface.toUpperCase(Locale.ROOT));
    return !capitals && in.hyphenated(first).is(ACCUSATIVE);
  }

  /// «сообщили в Упрдор “Прибайкалье”»: a name behind one word that says what it is of.
  private boolean firm(int cue, int noun) {
    return in.isWord(noun - 1, "в")
        && in.follows(noun)
        && in.opens(noun + 1)
        && !in.is(noun, DAY.bit())
        && !PREPOSITIONS.contains(in.norm(noun))
        && frames.takeAt(cue, noun + 1, QUOTED_ONLY);
  }

  /// After adverbs and times: «в четверг», «6 декабря 2018 года,».
  private int afterBeside(int from) {
    int at = from;
    if (in.is(at, BESIDE.bit()) && !in.isCapital(at)) {
      at++;
    } else if (INTO.contains(words.norm(at)) && in.is(at + 1, DAY.bit())) {
      at += 2;
    } else if (INTO.contains(words.norm(at))
        && at + 2 < words.size()
        && (in.isAdjective(at + 1) || words.isNumber(at + 1))
        && in.is(at + 2, DAY.bit())) {
      at += 3;
    } else if (PARTS.contains(in.norm(at + 1)) && in.is(at + 2, DAY.bit())) {
      at += 3;
    } else if (words.isNumber(at)) {
      int day = frames.skip(at + 1, 1, DAY.bit());
      at = day > at + 1 ? day : at;
    } else if (in.is(at, DAY.bit())) {
      at++;
    } else if (in.norm(at).equals("об") || in.norm(at).equals("этом")) {
      at++;
    } else if (INTO.contains(words.norm(at))) {
      int place = at + 1;
      while (place < at + 3 && in.follows(place) && in.isAdjective(place)) {
        place++;
      }
      int after = frames.skip(place, 2, PLACE.bit());
      at = after > place ? after : at;
    }
    return at;
  }

  /// «указывают на след», «надеются на Минтранс»
  private boolean isPointing(int cue, int into) {
    return in.isWord(into, "на") && POINTING.stream().anyMatch(words.norm(cue)::startsWith);
  }

  private boolean isPlural(int verb) {
    return in.is(verb, PLURAL);
  }

  boolean isPresent(int verb) {
    return words.norm(verb).endsWith("т");
  }

  private boolean isImperfect(int verb) {
    String norm = words.norm(verb);
    return norm.startsWith("сообща") || norm.startsWith("писа") || norm.startsWith("передава");
  }
}
