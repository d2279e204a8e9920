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
  private static final Set<NameReader.Look> CITING = EnumSet.of(KNOWN, QUOTED, ORGANISATION);
  private static final Set<NameReader.Look> HOSTS =
      EnumSet.of(KNOWN, QUOTED, DOMAIN, LATIN, ACRONYM);
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
    if (frames.takeBefore(frames.beforeBeside(cue), CITING)) {
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
        return;
      }
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
    while (before > cue - 3 && before > 0 && in.isAdjective(before) && in.follows(before + 1)) {
      before--;
    }
    boolean shows = in.is(before, SHOWS.bit()) && in.follows(before + 1);
    boolean by = in.isWord(before, "по") || in.isWord(before, "верить") || in.isWord(before, "на");
    boolean agrees = in.isWord(before, "согласно");
    boolean leans = in.isWord(before, "на") && !in.is(before - 1, SHOWS.bit());
    if (!by && !agrees && !shows || leans) {
      return;
    }
    String noun = words.norm(cue);
    boolean persons = noun.equals("словам") || noun.equals("мнению");
    boolean any = TOLD.contains(noun) && !shows;
    whose(cue, cue + 1, persons ? Frames.MEDIA : any ? Frames.ANY : Frames.NAMED);
  }

  /// The name behind words such as «источников», «опроса», «на сайте».
  void whose(int cue, int from, Set<NameReader.Look> looks) {
    int at = from;
    for (int step = 0; step < 7 && at < words.size() && in.follows(at); step++, at++) {
      // «по сообщениям из Сеула»: behind a preposition capitals alone are a place.
      boolean placed = step > 0 && FOR.contains(words.norm(at - 1)) && looks == Frames.ANY;
      if (frames.takeAt(cue, at, placed ? Frames.NAMED : looks)) {
        return;
      }
      boolean passed =
          in.is(at, Cue.bits(WHOSE, STAFF, DATA, PLACE, BESIDE, DAY))
              || FOR.contains(words.norm(at))
              || in.isAdjective(at)
              || words.get(at).isNumber();
      if (!passed) {
        return;
      }
    }
  }

  void impersonal(int cue) {
    int at = cue + 1;
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
    while (noun < at + 4 && in.follows(noun) && in.isAdjective(noun)) {
      noun++;
    }
    int after = frames.skip(noun, 3, Cue.bits(PAPER, PLACE, DATA));
    if (after == noun) {
      return;
    }
    if (INTO.contains(in.norm(after)) || in.isWord(after, "для")) {
      after = frames.skip(after + 1, 2, Cue.bits(PLACE, KIND));
    }
    frames.takeAt(cue, after, Frames.NAMED);
  }

  /// «источник РБК», «в интервью „Известиям“», «в статье Reuters».
  void host(int cue, long classes) {
    String noun = words.norm(cue);
    boolean source = in.isInsider(cue);
    boolean talk = (classes & TALK.bit()) != 0;
    boolean staff = (classes & STAFF.bit()) != 0;
    boolean loose = noun.startsWith("програм") || noun.equals("чате") || noun.equals("ток");
    long told = (classes & ARTICLE.bit()) != 0 ? VERBS | SHOWS.bit() : VERBS;
    if (!source && (!talk || loose) && !frames.near(cue, 8, told)) {
      return;
    }
    if (noun.startsWith("материал")) {
      return;
    }
    int at = cue + 1;
    boolean shown = false;
    for (int step = 0; step < 4 && at < words.size() && in.follows(at); step++) {
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
