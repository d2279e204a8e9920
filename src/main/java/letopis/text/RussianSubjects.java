package letopis.text;

import static letopis.text.Cue.BESIDE;
import static letopis.text.Cue.DAY;
import static letopis.text.Cue.KIND;
import static letopis.text.Cue.OWN;
import static letopis.text.Cue.PLACE;
import static letopis.text.Cue.STAFF;
import static letopis.text.NameReader.Look.ACRONYM;
import static letopis.text.NameReader.Look.COMMON;
import static letopis.text.NameReader.Look.DOMAIN;
import static letopis.text.NameReader.Look.KNOWN;
import static letopis.text.NameReader.Look.LATIN;
import static letopis.text.NameReader.Look.ORGANISATION;
import static letopis.text.NameReader.Look.QUOTED;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who is told before a Russian verb of saying: «ТАСС сообщает», «в МВД ТАСС сообщили».
final class RussianSubjects {
  private static final Set<String> INTO = Set.of("в", "во", "на");
  private static final long PLACE_OR_PAPER = Cue.bits(PLACE, Cue.PAPER);
  private static final Set<String> WHO = Set.of("который", "которая", "которое", "которые");
  private static final Set<String> WHERE = Set.of("где", "куда", "откуда");
  private static final int LONGEST_ASIDE = 14;
  /// Words of an outlet's people that are the outlet.
  private static final List<String> BODIES =
      List.of("компани", "групп", "холдинг", "команд", "студи", "программ", "передач", "шоу");
  private static final Set<String> ITSELF = Set.of("самом", "самой");
  private static final Set<NameReader.Look> OFFICES =
      EnumSet.of(KNOWN, QUOTED, DOMAIN, ACRONYM, ORGANISATION, LATIN);
  private static final int LONGEST_OFFICE = 6;
  private static final int LONGEST_PLACE = 3;
  private static final Set<NameReader.Look> SUBJECTS =
      EnumSet.of(KNOWN, DOMAIN, QUOTED, ACRONYM, LATIN, COMMON, ORGANISATION);

  private final Frames frames;
  private final NameWords in;
  private final WordList words;

  RussianSubjects(Frames frames) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
  }

  /// The subject before a verb: «ТАСС сообщает», «в МВД сообщили», «в МВД ТАСС сообщили».
  void subject(int cue, boolean tells, boolean plural) {
    int verb = frames.beforeBeside(cue);
    if (!frames.leads(verb, false)) {
      // «в пресс-службе X, где был пожар, сообщили»
      int aside = plural && in.followsComma(verb) ? beforeAside(verb) : 0;
      if (aside > 0) {
        frames.take(cue, inside(aside));
      }
      if (words.norm(cue).equals("сообщая")) {
        frames.take(cue, frames.endingBefore(verb, SUBJECTS));
      }
      return;
    }
    // «газета X, которая сообщала о мосте»
    if (verb > 0 && WHO.contains(words.norm(verb - 1)) && in.followsComma(verb - 1)) {
      frames.take(cue, frames.endingBefore(verb - 1, Frames.MEDIA));
      return;
    }
    int bracket = beforeBracket(verb);
    if (bracket == verb || !subject(cue, bracket, tells, plural)) {
      subject(cue, verb, tells, plural);
    }
  }

  private Optional<NameReader.Name> pressOffice(int end) {
    for (int i = end - 1; i >= Math.max(0, end - LONGEST_OFFICE); i--) {
      if (in.isWord(i, "пресс")) {
        return frames
            .read(i, Frames.ANY)
            .filter(name -> name.wordsTo() == end && isPressOffice(name));
      }
    }
    return Optional.empty();
  }

  /// A press office that is named, not «пресс-служба клуба».
  boolean isPressOffice(NameReader.Name name) {
    int first = words.from(name.start());
    boolean named = false;
    for (int i = first + 2; i < name.wordsTo(); i++) {
      named |= in.isCapital(i);
    }
    return in.isWord(first, "пресс") && (named || name.wordsTo() > first + 3);
  }

  /// The outlet before a verb, also with its short name in brackets between them: «Озёрская волна
  /// (ОВ) называет».
  void named(int cue) {
    int verb = frames.beforeBeside(cue);
    int bracket = beforeBracket(verb);
    boolean taken = bracket < verb && frames.take(cue, frames.endingAt(bracket, 7, Frames.MEDIA));
    if (!taken) {
      frames.takeBefore(verb, Frames.MEDIA);
    }
  }

  /// The outlet that says what stands behind the verb: «ТАСС передаёт слова министра».
  void outlet(int cue) {
    int verb = frames.beforeBeside(cue);
    if (frames.leads(verb, false)) {
      frames.take(
          cue,
          frames
              .endingAt(verb, Frames.LONGEST_OUTLET, Frames.MEDIA)
              .filter(name -> !isHeaded(name)));
    }
  }

  /// Keeps the subject that ends before a word; whether there is one.
  private boolean subject(int cue, int end, boolean tells, boolean plural) {
    Optional<NameReader.Name> outlet = frames.endingAt(end, 6, tells ? SUBJECTS : Frames.MEDIA);
    if (!tells && outlet.isEmpty()) {
      outlet = pressOffice(end);
    }
    boolean silent = in.isWord(cue - 1, "не");
    boolean may = plural && !silent;
    int answer = may ? beforeAnswer(end) : end;
    Optional<NameReader.Name> office = may ? inside(end) : Optional.empty();
    if (office.isEmpty() && answer < end) {
      office = inside(answer);
    }
    if (office.isEmpty() && may) {
      int place = beforePlace(end);
      office = place < end ? inside(place) : office;
    }
    if (office.isPresent()) {
      return frames.take(words.from(office.get().start()), office);
    }
    if (outlet.isEmpty() || !isSubject(outlet.get(), end) || isHeaded(outlet.get())) {
      return false;
    }
    int start = words.from(outlet.get().start());
    if (!frames.takeBefore(end, tells ? SUBJECTS : Frames.MEDIA)) {
      frames.take(start, outlet);
    }
    if (plural) {
      frames.take(start, inside(start));
    }
    return true;
  }

  /// Where the clause begins that ends before a word: «X, которая …, », «X, где …, »; 0 where none.
  private int beforeAside(int end) {
    for (int i = end - 1; i > 1 && i > end - LONGEST_ASIDE && !frames.stops(i); i--) {
      if (in.followsComma(i)) {
        boolean clause = words.norm(i).startsWith("котор") || WHERE.contains(words.norm(i));
        return clause ? i : 0;
      }
    }
    return 0;
  }

  /// Before the short name in brackets behind a long one: «Российской гильдии пекарей (РОСПиК)».
  private int beforeBracket(int end) {
    if (end == 0 || !frames.text.startsWith(")", words.end(end - 1))) {
      return end;
    }
    for (int i = end - 1; i > 0 && i > end - 4; i--) {
      if (frames.text.charAt(words.start(i) - 1) == '(') {
        return in.isCapital(i) ? i : end;
      }
    }
    return end;
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

  /// Before the place where an office is: «в посольстве РФ в Лондоне», «в бюро ВОЗ в
  /// Нижнем Озёрске».
  private int beforePlace(int end) {
    int first = end - 1;
    while (first > 1
        && first > end - LONGEST_PLACE
        && in.isCapital(first - 1)
        && in.follows(first)) {
      first--;
    }
    boolean place =
        first > 1
            && in.isCapital(first)
            && in.follows(first)
            && INTO.contains(words.norm(first - 1))
            && frames.leads(first - 1, false);
    return place ? first - 1 : end;
  }

  /// «в пресс-службе УМВД», up to a word.
  private Optional<NameReader.Name> inside(int end) {
    for (int start = end - 1; start > 0 && start > end - 14 && !frames.stops(start); start--) {
      String before = words.norm(start - 1);
      boolean place =
          start > 1
              && in.is(start - 1, PLACE_OR_PAPER)
              && !before.equals("пресс")
              && isInto(start - 2);
      if (before.equals("в") || before.equals("во") || place) {
        int noun = start;
        while (noun < end
            && in.follows(noun)
            && (in.isAdjective(noun) && in.opens(noun + 1) || ITSELF.contains(words.norm(noun)))) {
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

  /// Whether «в» or «на» stands at a word or before the adjectives that end with it.
  private boolean isInto(int index) {
    int at = index;
    while (at > 0 && at > index - 2 && in.isAdjective(at) && in.follows(at + 1)) {
      at--;
    }
    return INTO.contains(words.norm(at));
  }

  /// «главред X заявила»: who speaks is of the outlet, and does not speak for it.
  private boolean isHeaded(NameReader.Name name) {
    int at = words.from(name.start()) - 1;
    while (at > 0 && in.is(at, KIND.bit())) {
      at--;
    }
    return at >= 0
        && in.follows(at + 1)
        && in.is(at, OWN.bit())
        && !in.is(at, Cue.bits(KIND, STAFF))
        && !in.isWord(at, "пресс")
        && BODIES.stream().noneMatch(words.norm(at)::startsWith);
  }

  /// What looks like a name only by its letters is a subject where a clause begins.
  private boolean isSubject(NameReader.Name name, int end) {
    boolean press = frames.text.startsWith("пресс-", name.start());
    boolean sure = name.look() != ORGANISATION && name.look() != LATIN || name.described() || press;
    int first = words.from(name.start());
    boolean behindDay =
        in.is(first - 1, Cue.bits(DAY, BESIDE))
            || in.isWord(first - 1, "этом")
            || in.isWord(first - 1, "как");
    boolean object = name.look() == ORGANISATION && end - first > 5;
    return !object && (sure || behindDay || Clauses.beginsAt(frames.text, name.start()));
  }
}
