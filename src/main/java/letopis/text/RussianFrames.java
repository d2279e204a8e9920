package letopis.text;

import static letopis.text.Cue.AGREED;
import static letopis.text.Cue.ARTICLE;
import static letopis.text.Cue.BESIDE;
import static letopis.text.Cue.CITE;
import static letopis.text.Cue.DATA;
import static letopis.text.Cue.DAY;
import static letopis.text.Cue.IMPERSONAL;
import static letopis.text.Cue.KIND;
import static letopis.text.Cue.KNOWN_TO;
import static letopis.text.Cue.LINK;
import static letopis.text.Cue.PAPER;
import static letopis.text.Cue.PLACE;
import static letopis.text.Cue.SAY;
import static letopis.text.Cue.STAFF;
import static letopis.text.Cue.SUBJECT;
import static letopis.text.Cue.TALK;
import static letopis.text.Cue.TELL;
import static letopis.text.Cue.WHOSE;
import static letopis.text.NameReader.Look.ACRONYM;
import static letopis.text.NameReader.Look.CAPITALS;
import static letopis.text.NameReader.Look.DOMAIN;
import static letopis.text.NameReader.Look.KNOWN;
import static letopis.text.NameReader.Look.LATIN;
import static letopis.text.NameReader.Look.ORGANISATION;
import static letopis.text.NameReader.Look.QUOTED;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The frames in which Russian texts say whom they have something from.
final class RussianFrames {
  private static final long VERBS = Cue.bits(TELL, SAY, SUBJECT, CITE, IMPERSONAL);
  private static final Set<String> INTO = Set.of("в", "во", "на");
  /// Verbs of doing as well as of saying, and what stands behind them when they say.
  private static final Set<String> DOES =
      Set.of("переда", "добави", "отмети", "подтверди", "объяви", "указа");

  private static final Set<String> SAID_OF =
      Set.of(
          "что", "о", "об", "со", "нам", "журналистам", "также", "как", "ранее", "в", "агентству");

  private static final Set<String> FOR = Set.of("с", "со", "для", "на", "в", "из", "от");

  /// What tells for itself that the data are somebody's.
  private static final Set<String> TOLD =
      Set.of(
          "данным",
          "информации",
          "сведениям",
          "сообщению",
          "сообщениям",
          "версии",
          "подсчетам",
          "материалам");

  private static final Set<NameReader.Look> OFFICES =
      EnumSet.of(KNOWN, QUOTED, DOMAIN, ACRONYM, ORGANISATION, LATIN);
  private static final Set<NameReader.Look> SUBJECTS =
      EnumSet.of(KNOWN, DOMAIN, QUOTED, ACRONYM, LATIN, ORGANISATION);
  private static final Set<NameReader.Look> TOLD_TO = EnumSet.of(KNOWN, DOMAIN, LATIN, QUOTED);
  private static final Set<NameReader.Look> CITING = EnumSet.of(KNOWN, QUOTED, ORGANISATION);
  private static final Set<NameReader.Look> HOSTS =
      EnumSet.of(KNOWN, QUOTED, DOMAIN, LATIN, ACRONYM);
  private static final Set<NameReader.Look> STAFF_OF = EnumSet.of(KNOWN, DOMAIN, QUOTED, LATIN);
  private static final Set<NameReader.Look> AGREED_WITH = EnumSet.of(KNOWN, DOMAIN, LATIN);

  private final Frames frames;
  private final NameWords in;
  private final WordList words;

  RussianFrames(Frames frames) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
  }

  /// Keeps what the frame names that is opened by a word of these classes.
  void at(int cue, long classes) {
    if ((classes & Cue.bits(TELL, SAY)) != 0) {
      verb(cue, (classes & TELL.bit()) != 0);
    } else if ((classes & SUBJECT.bit()) != 0) {
      frames.takeBefore(beforeBeside(cue), Frames.MEDIA);
      boolean printed = words.norm(cue).contains("публик");
      boolean inside = INTO.contains(norm(cue + 1));
      if (printed || inside || isPresent(cue)) {
        frames.takeAt(cue, inside ? cue + 2 : cue + 1, Frames.MEDIA);
      }
    }
    if ((classes & CITE.bit()) != 0) {
      cite(cue);
    }
    if ((classes & DATA.bit()) != 0) {
      data(cue);
    }
    if ((classes & AGREED.bit()) != 0) {
      frames.takeAt(cue, cue + 1, AGREED_WITH);
    }
    if ((classes & LINK.bit()) != 0 && in.isWord(cue + 1, "на")) {
      boolean noun = in.isWord(cue, "ссылкой");
      frames.take(cue, frames.endingBefore(noun ? cue - 1 : cue, Frames.MEDIA));
      whose(cue, cue + 2, Frames.ANY);
    }
    if ((classes & IMPERSONAL.bit()) != 0) {
      impersonal(cue);
    }
    if ((classes & KNOWN_TO.bit()) != 0 && in.isWord(cue - 1, "стало")) {
      frames.takeAt(cue, cue + 1, TOLD_TO);
    }
    if ((classes & Cue.bits(STAFF, ARTICLE, TALK)) != 0) {
      host(cue, classes);
    }
  }

  private void verb(int cue, boolean tells) {
    boolean plural = isPlural(cue);
    if (!takesObject(cue)) {
      subject(cue, tells, plural);
    }
    Set<NameReader.Look> looks = tells ? Frames.NAMED : TOLD_TO;
    boolean present = tells && (isPresent(cue) || in.isWord(cue - 1, "как") && isImperfect(cue));
    boolean toldOf = in.isWord(cue - 1, "этом") || in.isWord(cue - 1, "как");
    int at = cue + 1;
    for (int step = 0; step < 8 && goesOn(cue, at); step++) {
      if (INTO.contains(words.norm(at)) && office(cue, at, tells || plural)) {
        return;
      }
      Optional<NameReader.Name> name =
          frames
              .read(at, present ? Frames.ANY : looks)
              .filter(one -> tells || toldOf || isDative(one, plural));
      if (name.isPresent()) {
        frames.take(cue, name);
        // «источник RT в администрации» is one source.
        if (at == 0 || !isInsider(at - 1)) {
          toldBy(cue, name.get().wordsTo());
        }
        return;
      }
      int next = afterBeside(at);
      if (next == at && plural && in.isCapital(at) && toldTo(cue, at)) {
        return;
      }
      if (next == at && !(step == 0 && in.is(at, STAFF.bit()))) {
        personFirst(cue, at);
        return;
      }
      at = next == at ? at + 1 : next;
    }
  }

  /// «передал защитникам», «добавили героя»: something is done, not said.
  private boolean takesObject(int cue) {
    String verb = words.norm(cue);
    boolean may = DOES.stream().anyMatch(verb::startsWith);
    return may && in.follows(cue + 1) && !SAID_OF.contains(norm(cue + 1)) && !in.isCapital(cue + 1);
  }

  /// Whether a word goes on with the phrase, also behind a date in commas: «сегодня, 1 ноября, X».
  private boolean goesOn(int cue, int at) {
    boolean date = at > cue + 1 && in.is(at - 1, Cue.bits(BESIDE, DAY));
    return at < words.size() && (in.follows(at) || date && in.followsComma(at));
  }

  /// «заявил Иванов ТАСС»: the outlet behind who said it.
  private void personFirst(int cue, int from) {
    int at = from;
    while (at < from + 3 && at < words.size() && in.follows(at) && in.isCapital(at)) {
      at++;
      boolean inside = INTO.contains(norm(at)) && in.is(at + 1, KIND.bit());
      if (frames.takeAt(cue, inside ? at + 1 : at, EnumSet.of(KNOWN))) {
        return;
      }
    }
  }

  /// «сообщили Сибдепо в пресс-службе»: a name that a verb in the plural cannot have for subject.
  private boolean toldTo(int cue, int at) {
    Optional<NameReader.Name> name = frames.at(at, EnumSet.of(CAPITALS, ACRONYM));
    if (name.isEmpty() || !INTO.contains(norm(name.get().wordsTo()))) {
      return false;
    }
    frames.take(cue, name);
    toldBy(cue, name.get().wordsTo());
    return true;
  }

  /// «сообщили РИА Новости в пресс-службе УМВД»: who told it to the outlet that was read first.
  private void toldBy(int cue, int at) {
    if (INTO.contains(norm(at)) && (in.follows(at) || frames.leads(at, false))) {
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
    while (at < into + 4 && in.follows(at) && isAdjective(at)) {
      at++;
    }
    int place = frames.skip(at, 3, Cue.bits(PLACE, KIND, TALK));
    return place > at && place < words.size() && frames.takeAt(cue, place, Frames.NAMED);
  }

  /// The subject before a verb: «ТАСС сообщает», «в МВД сообщили», «в МВД ТАСС сообщили».
  private void subject(int cue, boolean tells, boolean plural) {
    int end = beforeBeside(cue);
    if (!frames.leads(end, false)) {
      return;
    }
    Optional<NameReader.Name> outlet = frames.endingAt(end, 6, tells ? SUBJECTS : Frames.MEDIA);
    Optional<NameReader.Name> office = plural ? inside(end) : Optional.empty();
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

  /// «в пресс-службе УМВД», up to a word.
  private Optional<NameReader.Name> inside(int end) {
    for (int start = end - 1; start > 0 && start > end - 14 && !frames.stops(start); start--) {
      String before = words.norm(start - 1);
      if (before.equals("в") || before.equals("во")) {
        int noun = start;
        while (noun < end && in.follows(noun) && isAdjective(noun) && in.opens(noun + 1)) {
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
    boolean object = name.look() == ORGANISATION && end - words.from(name.start()) > 5;
    return !object && (sure || Clauses.beginsAt(frames.text, name.start()));
  }

  private void cite(int cue) {
    if (frames.takeBefore(beforeBeside(cue), CITING)) {
      return;
    }
    int at = cue + 1;
    for (int step = 0; step < 12 && at < words.size(); step++, at++) {
      if (!in.follows(at) && !frames.leads(at, false) && !closesBracket(at)) {
        return;
      }
      boolean passed = step > 0 && !in.isWord(at - 1, "слова");
      boolean marked = in.opens(at) || in.isWord(at, "пресс") || in.is(at, KIND.bit());
      Set<NameReader.Look> looks = passed && !marked ? Frames.MEDIA : CITING;
      boolean begins = marked || step == 0 || in.isCapital(at);
      if (begins && frames.take(cue, frames.read(at, looks))) {
        return;
      }
    }
  }

  private boolean isInsider(int index) {
    String norm = words.norm(index);
    return norm.startsWith("источник") || norm.startsWith("собеседник");
  }

  /// «президента федерации (ФЛГР) Елены»
  private boolean closesBracket(int at) {
    return frames.text.startsWith(") ", words.end(at - 1));
  }

  /// «по данным», «согласно отчёту», «по словам собеседников».
  private void data(int cue) {
    int before = cue - 1;
    while (before > cue - 3 && before > 0 && isAdjective(before) && in.follows(before + 1)) {
      before--;
    }
    boolean agrees = in.isWord(before, "согласно");
    if (!in.isWord(before, "по") && !in.isWord(before, "верить") && !agrees) {
      return;
    }
    String noun = words.norm(cue);
    boolean persons = noun.equals("словам");
    boolean any = TOLD.contains(noun);
    whose(cue, cue + 1, persons ? Frames.MEDIA : any ? Frames.ANY : Frames.NAMED);
  }

  /// The name behind words such as «источников», «опроса», «на сайте».
  private void whose(int cue, int from, Set<NameReader.Look> looks) {
    int at = from;
    for (int step = 0; step < 7 && at < words.size() && in.follows(at); step++, at++) {
      if (frames.takeAt(cue, at, looks)) {
        return;
      }
      boolean passed =
          in.is(at, Cue.bits(WHOSE, STAFF, DATA, PLACE, BESIDE, DAY))
              || FOR.contains(words.norm(at))
              || isAdjective(at)
              || words.get(at).isNumber();
      if (!passed) {
        return;
      }
    }
  }

  private void impersonal(int cue) {
    int at = cue + 1;
    boolean from = in.isWord(at, "из");
    if (!from && !INTO.contains(norm(at))) {
      return;
    }
    if (!from && frames.takeAt(cue, at + 1, Frames.SURE)) {
      return;
    }
    int noun = at + 1;
    while (noun < at + 4 && in.follows(noun) && isAdjective(noun)) {
      noun++;
    }
    int after = frames.skip(noun, 3, Cue.bits(PAPER, PLACE, DATA));
    if (after == noun) {
      return;
    }
    if (INTO.contains(norm(after)) || in.isWord(after, "для")) {
      after = frames.skip(after + 1, 2, Cue.bits(PLACE, KIND));
    }
    frames.takeAt(cue, after, Frames.NAMED);
  }

  /// «источник РБК», «в интервью „Известиям“», «в статье Reuters».
  private void host(int cue, long classes) {
    String noun = words.norm(cue);
    boolean source = isInsider(cue);
    boolean talk = (classes & TALK.bit()) != 0;
    boolean staff = (classes & STAFF.bit()) != 0;
    boolean loose = noun.startsWith("програм") || noun.equals("чате") || noun.equals("ток");
    if (!source && (!talk || loose) && !frames.near(cue, 8, VERBS)) {
      return;
    }
    if (noun.startsWith("материал")) {
      return;
    }
    int at = cue + 1;
    for (int step = 0; step < 4 && at < words.size() && in.follows(at); step++) {
      Set<NameReader.Look> looks = talk ? HOSTS : staff && !source ? STAFF_OF : Frames.MEDIA;
      if (frames.takeAt(cue, at, looks)) {
        return;
      }
      boolean passed =
          !source && FOR.contains(words.norm(at))
              || talk && (isAdjective(at) || in.is(at, Cue.bits(TALK, STAFF, BESIDE)));
      if (!passed) {
        if (talk) {
          personFirst(cue, at);
        }
        return;
      }
      at++;
    }
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
    } else if (words.get(at).isNumber()) {
      int day = frames.skip(at + 1, 1, DAY.bit());
      at = day > at + 1 ? day : at;
    } else if (in.is(at, DAY.bit())) {
      at++;
    } else if (norm(at).equals("об") || norm(at).equals("этом")) {
      at++;
    } else if (INTO.contains(words.norm(at))) {
      int place = at + 1;
      while (place < at + 3 && in.follows(place) && isAdjective(place)) {
        place++;
      }
      int after = frames.skip(place, 2, PLACE.bit());
      at = after > place ? after : at;
    }
    return at;
  }

  private int beforeBeside(int cue) {
    int end = cue;
    while (end > 0 && in.is(end - 1, BESIDE.bit()) && !in.isCapital(end - 1)) {
      end--;
    }
    return end;
  }

  private boolean isAdjective(int index) {
    return index < words.size()
        && NameReader.ADJECTIVE.matcher(words.norm(index)).matches()
        && !in.isCapital(index);
  }

  private boolean isPlural(int verb) {
    String norm = words.norm(verb);
    return norm.endsWith("ли") || norm.endsWith("ют") || norm.endsWith("ут");
  }

  private boolean isPresent(int verb) {
    return words.norm(verb).endsWith("т");
  }

  private boolean isImperfect(int verb) {
    String norm = words.norm(verb);
    return norm.startsWith("сообща") || norm.startsWith("писа") || norm.startsWith("передава");
  }

  private String norm(int index) {
    return index < words.size() ? words.norm(index) : "";
  }
}
