package letopis.text;

import static letopis.text.Cue.BESIDE;
import static letopis.text.Cue.DAY;
import static letopis.text.Cue.KIND;
import static letopis.text.Cue.OWN;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The frames around Russian verbs of saying: who is told before or behind one («ТАСС сообщает»,
/// «заявил он РБК»), and in which office («рассказали в МВД»).
final class RussianVerbs {
  private static final Set<String> PREPOSITIONS =
      Set.of("в", "во", "на", "с", "со", "о", "об", "от", "из", "для", "у", "к", "по", "за", "при");
  private static final Set<String> PRONOUNS = Set.of("он", "она", "они");

  /// The endings of the dative.
  private static final Pattern ADDRESSED = Pattern.compile("[а-яё]+(?:[ую]|[^о]е|[ая]м|ой)");

  private static final Pattern HE = Pattern.compile("[а-я]+(?:[бвгджзклмнпрстфхцчшщй]|тель)");
  private static final Pattern SHE = Pattern.compile("[а-я]+(?:ка|ница|ша)");

  private static final Set<String> INTO = Set.of("в", "во", "на");
  /// Verbs of doing as well as of saying, and what stands behind them when they say.
  private static final Set<String> DOES =
      Set.of("переда", "добави", "отмети", "подтверди", "объяви", "указа", "написа");
  private static final Set<String> SAID_OF =
      Set.of(
          "что", "о", "об", "со", "нам", "журналистам", "также", "как", "ранее", "в", "агентству");
  private static final Set<NameReader.Look> OFFICES =
      EnumSet.of(KNOWN, QUOTED, DOMAIN, ACRONYM, ORGANISATION, LATIN);
  private static final Set<NameReader.Look> SUBJECTS =
      EnumSet.of(KNOWN, DOMAIN, QUOTED, ACRONYM, LATIN, ORGANISATION);
  private static final Set<NameReader.Look> QUOTED_ONLY = EnumSet.of(QUOTED, KNOWN);
  private static final Set<NameReader.Look> TOLD_TO = EnumSet.of(KNOWN, DOMAIN, LATIN, QUOTED);

  private final Frames frames;
  private final NameWords in;
  private final WordList words;

  RussianVerbs(Frames frames) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
  }

  void verb(int cue, boolean tells) {
    boolean plural = isPlural(cue);
    if (!takesObject(cue)) {
      subject(cue, tells, plural);
    }
    Set<NameReader.Look> looks = tells ? Frames.NAMED : TOLD_TO;
    boolean present = tells && (isPresent(cue) || in.isWord(cue - 1, "как") && isImperfect(cue));
    boolean toldOf = in.isWord(cue - 1, "этом") || in.isWord(cue - 1, "как");
    int at = cue + 1;
    for (int step = 0; step < 8 && goesOn(cue, at); step++) {
      if (INTO.contains(words.norm(at))
          && (office(cue, at, tells || plural) || plural && firm(cue, at + 1))) {
        return;
      }
      Optional<NameReader.Name> name =
          frames
              .read(at, present ? Frames.ANY : looks)
              .filter(one -> tells || toldOf || isDative(one, plural));
      if (name.isPresent()) {
        frames.take(cue, name);
        // «источник RT в администрации» is one source.
        if (at == 0 || !in.isInsider(at - 1)) {
          toldBy(cue, name.get().wordsTo());
        }
        return;
      }
      int next = afterBeside(at);
      if (next == at && in.isCapital(at) && (plural ? toldTo(cue, at) : toldAcronym(cue, at))) {
        return;
      }
      if (next == at && !(step == 0 && in.is(at, STAFF.bit()))) {
        addressee(cue, at);
        return;
      }
      at = next == at ? at + 1 : next;
    }
  }

  /// «передал защитникам», «добавили героя»: something is done, not said.
  private boolean takesObject(int cue) {
    String verb = words.norm(cue);
    boolean may = DOES.stream().anyMatch(verb::startsWith);
    return may
        && in.follows(cue + 1)
        && !SAID_OF.contains(in.norm(cue + 1))
        && !in.isCapital(cue + 1);
  }

  /// Whether a word goes on with the phrase, also behind a date in commas: «сегодня, 1 ноября, X».
  private boolean goesOn(int cue, int at) {
    boolean date = at > cue + 1 && in.is(at - 1, Cue.bits(BESIDE, DAY));
    return at < words.size() && (in.follows(at) || date && in.followsComma(at));
  }

  /// «заявил Иванов ТАСС», «сказал сенатор „Интерфаксу“», «пояснил он RT»: the outlet that the
  /// one who speaks speaks to.
  void addressee(int cue, int from) {
    boolean inside = false;
    for (int at = from + 1; at < from + 9 && at < words.size() && in.follows(at); at++) {
      boolean preposition = PREPOSITIONS.contains(words.norm(at - 1));
      inside |= preposition;
      boolean person =
          in.isCapital(at - 1)
              || PRONOUNS.contains(words.norm(at - 1))
              || at == from + 1 && isPerson(cue, from);
      boolean host = INTO.contains(words.norm(at)) && in.is(at + 1, KIND.bit()) && person;
      Optional<NameReader.Name> name =
          frames.at(host ? at + 1 : at, Frames.MEDIA).filter(one -> one.look() != CAPITALS);
      boolean told =
          !preposition && (person && !inside || name.filter(this::isAddressed).isPresent());
      if ((host || told) && frames.take(cue, name)) {
        return;
      }
    }
  }

  /// «заявил латвиец», «рассказала спортсменка»: who speaks, not whose.
  private boolean isPerson(int verb, int noun) {
    Pattern form = words.norm(verb).endsWith("ла") ? SHE : HE;
    return form.matcher(words.norm(noun)).matches() && !in.is(noun, Cue.bits(OWN, STAFF, KIND));
  }

  /// Whether an outlet's name, or the word that says what it is, is in the dative, when it has
  /// case forms.
  private boolean isAddressed(NameReader.Name name) {
    int first = words.from(name.start());
    String word = words.norm(name.described() ? first - 1 : first);
    return ADDRESSED.matcher(word).matches();
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

  /// «рассказала АСИ Елена Орлова»: capitals before the name of who speaks.
  private boolean toldAcronym(int cue, int at) {
    String surface = in.surface(at);
    boolean person =
        at + 2 < words.size()
            && in.follows(at + 1)
            && in.follows(at + 2)
            && isName(at + 1)
            && isName(at + 2);
    boolean acronym =
        surface.length() > 2
            && surface.equals(surface.toUpperCase(Locale.ROOT))
            && !SourceNames.isPlace(surface);
    return person
        && acronym
        && frames.take(
            cue,
            Optional.of(
                new NameReader.Name(words.start(at), words.end(at), ACRONYM, false, at + 1)));
  }

  private boolean isName(int index) {
    return in.isCapital(index)
        && Character.isLowerCase(in.surface(index).charAt(in.surface(index).length() - 1));
  }

  /// «сообщили РИА Новости в пресс-службе УМВД»: who told it to the outlet that was read first.
  private void toldBy(int cue, int from) {
    int at = in.follows(from) || frames.leads(from, false) ? afterBeside(from) : from;
    if (INTO.contains(in.norm(at)) && (in.follows(at) || frames.leads(at, false))) {
      office(cue, at, false);
    }
  }

  /// «сообщили в МВД», «сообщила на своём сайте администрация», «рассказали в эфире „Вестей“».
  ///
  /// @param into the preposition
  /// @param many whether an office as a whole may have said it
  private boolean office(int cue, int into, boolean many) {
    if (frames.takeAt(cue, into + 1, many ? OFFICES : Frames.SURE)) {
      return true;
    }
    int at = into + 1;
    while (at < into + 4 && in.follows(at) && in.isAdjective(at)) {
      at++;
    }
    int place = frames.skip(at, 3, Cue.bits(PLACE, KIND, TALK));
    return place > at && place < words.size() && frames.takeAt(cue, place, Frames.NAMED);
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

  /// The subject before a verb: «ТАСС сообщает», «в МВД сообщили», «в МВД ТАСС сообщили».
  private void subject(int cue, boolean tells, boolean plural) {
    int end = frames.beforeBeside(cue);
    if (!frames.leads(end, false)) {
      return;
    }
    Optional<NameReader.Name> outlet = frames.endingAt(end, 6, tells ? SUBJECTS : Frames.MEDIA);
    boolean silent = in.isWord(cue - 1, "не");
    Optional<NameReader.Name> office =
        plural && !silent ? inside(end).or(() -> inside(beforeAnswer(end))) : Optional.empty();
    if (office.isPresent()) {
      frames.take(words.from(office.get().start()), office);
      return;
    }
    if (outlet.isPresent() && isSubject(outlet.get(), end)) {
      frames.takeBefore(end, tells ? SUBJECTS : Frames.MEDIA);
      if (plural) {
        int start = words.from(outlet.get().start());
        frames.take(start, inside(start));
      }
    }
  }

  /// Before «в ответ на запрос X», «в беседе с X» that stand between an office and its verb.
  private int beforeAnswer(int end) {
    for (int i = end - 1; i > 0 && i > end - 9 && in.follows(i); i--) {
      boolean answer = in.isWord(i, "ответ") && in.isWord(i + 1, "на") || in.is(i, Cue.TALK.bit());
      if (answer && INTO.contains(words.norm(i - 1))) {
        return i - 1;
      }
    }
    return end;
  }

  /// «в пресс-службе УМВД», up to a word.
  private Optional<NameReader.Name> inside(int end) {
    for (int start = end - 1; start > 0 && start > end - 14 && !frames.stops(start); start--) {
      String before = words.norm(start - 1);
      boolean place =
          start > 1 && in.is(start - 1, PLACE.bit()) && INTO.contains(words.norm(start - 2));
      if (before.equals("в") || before.equals("во") || place) {
        int noun = start;
        while (noun < end && in.follows(noun) && in.isAdjective(noun) && in.opens(noun + 1)) {
          noun++;
        }
        Optional<NameReader.Name> name = frames.at(noun, OFFICES);
        if (name.isPresent() && name.get().wordsTo() == end) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  /// What looks like a name only by its letters is a subject where a clause begins.
  private boolean isSubject(NameReader.Name name, int end) {
    boolean press = frames.text.startsWith("пресс-", name.start());
    boolean sure = name.look() != ORGANISATION && name.look() != LATIN || name.described() || press;
    int first = words.from(name.start());
    boolean behindDay = in.is(first - 1, Cue.bits(DAY, BESIDE));
    boolean object = name.look() == ORGANISATION && end - first > 5;
    return !object && (sure || behindDay || Clauses.beginsAt(frames.text, name.start()));
  }

  /// Whom something is told to stands in the dative; who tells it does not.
  private boolean isDative(NameReader.Name name, boolean plural) {
    if (name.look() != QUOTED || name.described() || plural) {
      return true;
    }
    String surface = frames.text.substring(name.start(), name.end());
    char last = surface.charAt(surface.length() - 1);
    return surface.length() <= 4
        || "уюеэоийё".indexOf(last) >= 0 && !surface.endsWith("ое")
        || surface.endsWith("ам")
        || surface.endsWith("ям")
        || !(last >= 'а' && last <= 'я');
  }

  /// After adverbs and times: «в четверг», «6 декабря 2018 года,».
  private int afterBeside(int from) {
    int at = from;
    if (in.is(at, BESIDE.bit()) && !in.isCapital(at)) {
      at++;
    } else if (INTO.contains(words.norm(at)) && in.is(at + 1, DAY.bit())) {
      at += 2;
    } else if (INTO.contains(words.norm(at))
        && in.isAdjective(at + 1)
        && in.is(at + 2, DAY.bit())) {
      at += 3;
    } else if (words.get(at).isNumber()) {
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

  private boolean isPlural(int verb) {
    String norm = words.norm(verb);
    return norm.endsWith("ли") || norm.endsWith("ют") || norm.endsWith("ут");
  }

  boolean isPresent(int verb) {
    return words.norm(verb).endsWith("т");
  }

  private boolean isImperfect(int verb) {
    String norm = words.norm(verb);
    return norm.startsWith("сообща") || norm.startsWith("писа") || norm.startsWith("передава");
  }
}
