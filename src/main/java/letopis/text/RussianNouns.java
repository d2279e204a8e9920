package letopis.text;

import static letopis.text.Cue.ARTICLE;
import static letopis.text.Cue.BESIDE;
import static letopis.text.Cue.CITE;
import static letopis.text.Cue.DATA;
import static letopis.text.Cue.DAY;
import static letopis.text.Cue.IMPERSONAL;
import static letopis.text.Cue.KIND;
import static letopis.text.Cue.OWN;
import static letopis.text.Cue.PAPER;
import static letopis.text.Cue.PLACE;
import static letopis.text.Cue.SAY;
import static letopis.text.Cue.SHOWS;
import static letopis.text.Cue.STAFF;
import static letopis.text.Cue.SUBJECT;
import static letopis.text.Cue.TALK;
import static letopis.text.Cue.TELL;
import static letopis.text.Cue.WHOSE;
import static letopis.text.NameReader.Look.ACRONYM;
import static letopis.text.NameReader.Look.DOMAIN;
import static letopis.text.NameReader.Look.KNOWN;
import static letopis.text.NameReader.Look.LATIN;
import static letopis.text.NameReader.Look.ORGANISATION;
import static letopis.text.NameReader.Look.QUOTED;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The frames of Russian nouns that name whose words are told: «по данным X», «в сообщении X»,
/// «источник X», «в интервью X».
final class RussianNouns {
  private static final long VERBS = Cue.bits(TELL, SAY, SUBJECT, CITE, IMPERSONAL);
  private static final Set<String> INTO = Set.of("в", "во", "на");
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
  /// «чемпион мира по версии X»: who gives the title.
  private static final Set<String> CHAMPIONS =
      Set.of(
          "чемпион",
          "чемпиона",
          "чемпионом",
          "титул",
          "титула",
          "титулом",
          "титулов",
          "звание",
          "звания",
          "пояс",
          "пояса",
          "чемпионский",
          "чемпионка");
  private static final Set<NameReader.Look> CITING = EnumSet.of(KNOWN, QUOTED, ORGANISATION);
  private static final Set<NameReader.Look> HOSTS =
      EnumSet.of(KNOWN, QUOTED, DOMAIN, LATIN, ACRONYM);
  /// Where something was said: «сказал он на телеканале X».
  private static final Set<String> AIR = Set.of("телеканале", "радиостанции", "радиоканале");
  private static final List<String> PERSONS =
      List.of(
          "аналитик",
          "эксперт",
          "специалист",
          "социолог",
          "экономист",
          "журналист",
          "корреспондент",
          "учен",
          "исследовател",
          "правозащитник",
          "врач",
          "обозревател",
          "репортер");
  private static final List<String> SHOWN = List.of("программ", "передач", "шоу");
  private static final Set<NameReader.Look> SHOW = EnumSet.of(KNOWN, QUOTED, DOMAIN);
  private static final Set<NameReader.Look> STAFF_OF = EnumSet.of(KNOWN, DOMAIN, QUOTED, LATIN);

  private final Frames frames;
  private final NameWords in;
  private final WordList words;
  private final RussianListeners listeners;

  RussianNouns(Frames frames, RussianListeners listeners) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
    this.listeners = listeners;
  }

  void cite(int cue) {
    // «он сейчас в Белом доме», — цитирует …
    Set<NameReader.Look> before = in.isQuoted(cue) ? Frames.MEDIA : CITING;
    if (frames.takeBefore(frames.beforeBeside(cue), before)) {
      return;
    }
    int at = cue + 1;
    for (int step = 0; step < 12 && at < words.size(); step++, at++) {
      if (!in.follows(at) && !frames.leads(at, false) && !closesBracket(at)) {
        return;
      }
      int here = at;
      boolean passed = step > 0 && !in.isWord(at - 1, "слова");
      boolean marked = in.opens(at) || in.isWord(at, "пресс") || in.is(at, KIND.bit());
      Set<NameReader.Look> looks = passed && !marked ? Frames.MEDIA : CITING;
      boolean begins = marked || step == 0 || in.isCapital(at);
      Optional<NameReader.Name> name =
          frames.read(at, looks).or(() -> frames.at(here, EnumSet.of(LATIN)).filter(this::isLast));
      if (begins && frames.take(cue, name)) {
        cited(cue, name.map(NameReader.Name::wordsTo).orElseThrow());
        return;
      }
    }
  }

  /// «приводит ТАСС прогноз Минфина», «цитирует РИА Новости пресс-службу Минфина».
  private void cited(int cue, int from) {
    if (!frames.leads(from, false)) {
      return;
    }
    if (in.is(from, Cue.bits(DATA, PAPER)) && !in.isWord(from, "пресс")) {
      frames.takeAt(cue, from + 1, Frames.SURE);
    } else if (in.isWord(from, "пресс")) {
      frames.take(cue, frames.read(from, Frames.SURE));
    }
  }

  /// «цитирует игрока Rusfootball.»: the name ends the clause.
  private boolean isLast(NameReader.Name name) {
    return name.wordsTo() >= words.size() || !frames.leads(name.wordsTo(), false);
  }

  /// «президента федерации (ФЛГР) Елены»
  private boolean closesBracket(int at) {
    return frames.text.startsWith(") ", words.end(at - 1));
  }

  /// «по данным», «согласно отчёту», «по словам собеседников».
  void data(int cue) {
    int before = cue - 1;
    while (before > cue - 4 && before > 0 && in.isAdjective(before) && in.follows(before + 1)) {
      before--;
    }
    boolean shows = in.is(before, SHOWS.bit()) && in.follows(before + 1);
    boolean by =
        in.isWord(before, "по")
            || in.isWord(before, "вопреки")
            || in.isWord(before, "верить")
            || in.isWord(before, "на");
    boolean agrees = in.isWord(before, "согласно");
    boolean leans = in.isWord(before, "на") && !in.is(before - 1, SHOWS.bit());
    if (!by && !agrees && !shows || leans) {
      return;
    }
    String noun = words.norm(cue);
    boolean persons = noun.equals("словам") || noun.equals("мнению");
    if (noun.equals("версии") && frames.before(cue, 6, CHAMPIONS)) {
      return;
    }
    // «прогноз по индексу X», «согласно индексу X 500»: what is counted, not who counts it.
    if (noun.equals("индексу")
        && !(agrees && !words.isNumber(Math.min(cue + 2, words.size() - 1)))) {
      return;
    }
    boolean any = TOLD.contains(noun) && !shows;
    whose(cue, cue + 1, persons ? Frames.MEDIA : any ? Frames.ANY : Frames.NAMED);
  }

  /// The name behind words such as «источников», «опроса», «на сайте».
  void whose(int cue, int from, Set<NameReader.Look> looks) {
    boolean persons = false;
    int at = from;
    for (int step = 0; step < 7 && at < words.size() && in.follows(at); step++, at++) {
      // «по сообщениям из Сеула»: behind a preposition capitals alone are a place.
      boolean placed = step > 0 && FOR.contains(words.norm(at - 1)) && looks == Frames.ANY;
      // «по информации журналиста Ивана Орлова»: behind such a word capitals are a person.
      persons |= step > 0 && in.is(at - 1, Cue.bits(STAFF, WHOSE)) && isPerson(at - 1);
      if (frames.takeAt(cue, at, placed || persons && looks == Frames.ANY ? Frames.NAMED : looks)) {
        return;
      }
      boolean passed =
          in.is(at, Cue.bits(WHOSE, STAFF, DATA, PLACE, BESIDE, DAY))
              || FOR.contains(words.norm(at))
              || in.isAdjective(at)
              || words.isNumber(at);
      if (!passed) {
        return;
      }
    }
  }

  private boolean isPerson(int noun) {
    return PERSONS.stream().anyMatch(words.norm(noun)::startsWith);
  }

  void impersonal(int cue) {
    int at = words.size() > cue + 1 && words.isNumber(cue + 1) ? cue + 2 : cue + 1;
    at = frames.skip(at, 2, Cue.bits(DAY, BESIDE));
    boolean from = in.isWord(at, "из");
    if (!from && !INTO.contains(in.norm(at))) {
      return;
    }
    // What "appears" in an office is a thing, not its word.
    boolean appears = words.norm(cue).startsWith("появи");
    if (!from && frames.takeAt(cue, at + 1, appears ? Frames.MEDIA : Frames.SURE)) {
      return;
    }
    int noun = at + 1;
    // «из опубликованных в понедельник данных»
    while (noun < at + 6
        && in.follows(noun)
        && (in.isAdjective(noun) && !in.is(noun, DATA.bit())
            || noun > at + 1
                && (INTO.contains(words.norm(noun)) && in.is(noun + 1, DAY.bit())
                    || in.is(noun, DAY.bit())))) {
      noun++;
    }
    int after = frames.skip(noun, 3, Cue.bits(PAPER, PLACE, DATA));
    if (after == noun) {
      // «опубликованном в британской The Times»
      if (noun > at + 1) {
        frames.takeAt(cue, noun, Frames.MEDIA);
      }
      return;
    }
    // «опубликовал в своём канале Иван Орлов»: what stands behind is whose it is.
    if (words.norm(noun - 1).startsWith("сво")) {
      return;
    }
    if (INTO.contains(in.norm(after)) || in.isWord(after, "для")) {
      after = frames.skip(after + 1, 2, Cue.bits(PLACE, KIND));
    }
    whose(cue, after, Frames.NAMED);
  }

  /// «источник РБК», «в интервью „Известиям“», «в статье Reuters».
  void host(int cue, long classes) {
    String noun = words.norm(cue);
    boolean source = in.isInsider(cue);
    boolean talk = (classes & TALK.bit()) != 0;
    boolean staff = (classes & STAFF.bit()) != 0;
    boolean on = AIR.contains(noun);
    boolean loose = on || noun.startsWith("програм") || noun.equals("чате") || noun.equals("ток");
    if (on && !frames.before(cue, 2, INTO)) {
      return;
    }
    long told = (classes & ARTICLE.bit()) != 0 ? VERBS | SHOWS.bit() : VERBS;
    if (!source && (!talk || loose) && !frames.near(cue, 8, told)) {
      return;
    }
    if (noun.startsWith("материал")) {
      return;
    }
    int at = on ? cue : cue + 1;
    boolean shown = false;
    for (int step = 0; step < (shown ? 6 : 4) && at < words.size() && in.follows(at); step++) {
      Set<NameReader.Look> looks =
          shown ? SHOW : talk ? HOSTS : staff && !source ? STAFF_OF : Frames.MEDIA;
      if (frames.takeAt(cue, at, looks)) {
        return;
      }
      // «в эфире программы «Речник»»
      shown |= in.is(at, OWN.bit()) && SHOWN.stream().anyMatch(words.norm(at)::startsWith);
      boolean passed =
          !source && FOR.contains(words.norm(at))
              || talk && (shown || in.isAdjective(at) || in.is(at, Cue.bits(TALK, STAFF, BESIDE)));
      if (!passed) {
        if (talk) {
          listeners.addressee(cue, at);
        }
        return;
      }
      at++;
    }
  }
}
