package letopis.text;

import static letopis.text.Cue.BESIDE;
import static letopis.text.Cue.KIND;
import static letopis.text.Cue.ORG_KIND;
import static letopis.text.Cue.PERSON;
import static letopis.text.NameReader.Look.ACRONYM;
import static letopis.text.NameReader.Look.LATIN;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Who says something, before an English verb: "X reported", "X, citing sources, said", "X's Ann
/// Rivers said".
final class EnglishSubjects {
  private static final Set<String> ASIDES =
      Set.of("which", "citing", "quoting", "meanwhile", "however", "though", "too", "itself");
  /// Those who write and speak for an outlet, and no others of its people.
  private static final Set<String> WRITERS =
      Set.of(
          "reporter",
          "reporters",
          "journalist",
          "journalists",
          "correspondent",
          "correspondents",
          "columnist",
          "writer",
          "writers",
          "critic",
          "crew",
          "team",
          "witness",
          "witnesses");
  private static final Set<String> PREPOSITIONS = Set.of("in", "at", "of", "from", "for", "with");
  private static final Set<NameReader.Look> UNKNOWN = EnumSet.of(LATIN, ACRONYM);
  /// Words that no name ends with: most of those before a verb of saying.
  private static final Set<String> NO_NAMES =
      Set.of(
          "he", "she", "it", "they", "we", "i", "you", "who", "that", "and", "to", "be", "been",
          "is", "are", "were", "not", "as");

  private static final Set<String> HAS = Set.of("has", "have", "had", "is", "was", "can");
  private static final Set<String> SPANS = Set.of("year", "month", "week", "night");
  private static final Set<String> TIMES = Set.of("on", "in", "last", "this");
  private static final int LONGEST_NAME = 7;
  private static final int MOST_NAMES = 3;
  private static final int MOST_ROLES = 4;
  private static final int LONGEST_PLACE = 3;

  private final Frames frames;
  private final NameWords in;
  private final WordList words;
  private final EnglishPersons persons;
  private final EnglishStations stations;

  EnglishSubjects(Frames frames, EnglishPersons persons) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
    this.persons = persons;
    this.stations = new EnglishStations(frames);
  }

  /// Keeps the name that is the subject of a verb, also with "news agency" or "has" between them.
  boolean take(int cue, Set<NameReader.Look> looks) {
    int end = subjectEnd(cue);
    return !isNoName(end) && take(cue, end, looks);
  }

  /// The same where it is known that the subject ends before a word, and with no [#isNoName].
  boolean take(int cue, int end, Set<NameReader.Look> looks) {
    int bracket = beforeBracket(end);
    if (bracket < end) {
      return frames.take(bracket, frames.endingAt(bracket, LONGEST_NAME, looks))
          || frames.takeBefore(end, Frames.MEDIA);
    }
    // "X, which reported"
    if (end > 0 && in.isWord(end - 1, "which") && in.followsComma(end - 1)) {
      return frames.take(cue, frames.endingBefore(end - 1, Frames.MEDIA));
    }
    if (!frames.leads(end, false)) {
      int aside = beforeAside(end);
      return frames.take(end, frames.endingBefore(aside, Frames.MEDIA))
          || aside > 0 && in.isCapital(aside) && takeEmployer(aside);
    }
    int kinds = end;
    while (kinds > 0
        && in.is(kinds - 1, Cue.bits(KIND, ORG_KIND))
        && !in.is(kinds - 1, PERSON.bit())
        && !in.isCapital(kinds - 1)) {
      kinds--;
    }
    // "Security firm says": a word that is capital because a sentence begins.
    boolean common =
        kinds > 0 && frames.stops(kinds - 1) && in.is(kinds - 1, Cue.bits(KIND, ORG_KIND));
    return kinds < end
            && !common
            && frames.leads(kinds, false)
            && frames.takeBefore(kinds, Frames.OUTLETS)
        || frames.takeBefore(end, looks)
        || frames.take(end - 1, stations.endingAt(end))
        || takeBeforePlace(end)
        || takeEmployer(end);
  }

  /// Whether a pronoun or the like stands directly before a word.
  boolean isNoName(int end) {
    return end > 0 && frames.leads(end, false) && NO_NAMES.contains(words.norm(end - 1));
  }

  /// Before the short name in brackets behind a long one: "Riverbank Chiefs of Staff (RCS)".
  int beforeBracket(int end) {
    boolean bracket =
        end > 1
            && end < words.size()
            && isShortName(end - 1)
            && words.start(end) == words.end(end - 1) + 2;
    return bracket ? end - 1 : end;
  }

  private static boolean isCapitals(String surface) {
    return surface.equals(surface.toUpperCase(Locale.ROOT));
  }

  private boolean isShortName(int index) {
    return index > 0
        && frames.text.charAt(words.start(index) - 1) == '('
        && frames.text.startsWith(")", words.end(index))
        && in.hasCapitals(index);
  }

  /// "an AP journalist in the area reported", "Riverbank's team in Japan has said", "the Post of
  /// Riverbank reported".
  private boolean takeBeforePlace(int end) {
    for (int i = end - 1; i > 0 && i >= end - LONGEST_PLACE && frames.leads(i + 1, false); i--) {
      if (in.isWord(i, "in") || in.isWord(i, "of") && in.isCapital(i + 1)) {
        return frames.leads(i, false) && (takeEmployer(i) || takeOf(i));
      }
    }
    return false;
  }

  /// The outlet itself, not "the editor of X".
  private boolean takeOf(int end) {
    return frames.take(
        end - 1,
        frames
            .endingAt(end, Frames.LONGEST_OUTLET, Frames.MEDIA)
            .filter(one -> frames.startsClause(words.from(one.start()))));
  }

  /// "Riverbank's Ann Rivers reported", "a Riverbank business reporter said": the outlet of the one
  /// who says it.
  private boolean takeEmployer(int end) {
    int at = end;
    while (at > end - MOST_NAMES
        && at > 1
        && in.isCapital(at - 1)
        && frames.leads(at, false)
        && !in.owns(at - 1)) {
      at--;
    }
    if (at < end && in.owns(at - 1)) {
      return frames.take(at - 1, frames.endingAt(at, Frames.LONGEST_OUTLET, Frames.MEDIA));
    }
    if (at > 0 && WRITERS.contains(words.norm(at - 1)) && frames.leads(at, false)) {
      int role = at - 1;
      while (role > at - MOST_ROLES
          && role > 1
          && !in.isCapital(role - 1)
          && frames.leads(role, false)) {
        role--;
      }
      return frames.takeBefore(role, Frames.MEDIA)
          || role > 0
              && in.owns(role - 1)
              && frames.take(role - 1, frames.endingAt(role, Frames.LONGEST_OUTLET, Frames.MEDIA));
    }
    return false;
  }

  /// An organisation that no list has: by its words, by what stands before it, or, where the
  /// sentence ends with its verb or it begins one, by its letters.
  ///
  /// @param that "that" stands behind the verb, as it does when a name reports no figures of its
  ///     own
  Optional<NameReader.Name> unknown(int end, boolean last, boolean that) {
    return unlisted(end)
        .filter(
            name -> {
              int first = words.from(name.start());
              boolean letters =
                  in.isMixed(first) && (last && in.followsComma(first) || frames.stops(first));
              return letters
                  || isOrganisation(name, that)
                  || that && !persons.isNamed(name) && !isOfPlace(first);
            });
  }

  /// An organisation that no list has, before what it worked out.
  Optional<NameReader.Name> organisation(int end) {
    return unlisted(end)
        .filter(
            name ->
                isOrganisation(name, true)
                    || name.look() == LATIN
                        && name.wordsTo() == words.from(name.start()) + 1
                        && in.isMixed(words.from(name.start())));
  }

  /// "GadgetLake says": a name that begins a clause and is written as outlets and firms are.
  Optional<NameReader.Name> coined(int end) {
    int first = end - 1;
    boolean may =
        first >= 0
            && in.isMixed(first)
            && in.isCapital(first)
            && !Character.isDigit(frames.text.charAt(words.end(first) - 1))
            && !isCapitals(in.surface(first))
            && frames.startsClause(first);
    return may
        ? unlisted(end).filter(name -> name.start() == words.start(first))
        : Optional.empty();
  }

  private Optional<NameReader.Name> unlisted(int end) {
    return frames.leads(end, false) || isShortName(end)
        ? frames.endingAt(end, LONGEST_NAME, UNKNOWN)
        : Optional.empty();
  }

  /// "a priest in Riverbank reported that"
  private boolean isOfPlace(int first) {
    return first > 0 && in.follows(first) && PREPOSITIONS.contains(words.norm(first - 1));
  }

  /// "the Riverbank Pediatrics", "market research firm Riverbank"
  private boolean isOrganisation(NameReader.Name name, boolean any) {
    int first = words.from(name.start());
    String surface = frames.text.substring(name.start(), name.end());
    boolean the = in.isWord(first - 1, "the") || in.surface(first).equals("The");
    boolean kind =
        in.is(first - 1, Cue.bits(KIND, ORG_KIND))
            && !in.isCapital(first - 1)
            && !in.is(first - 1, PERSON.bit());
    return kind && in.follows(first)
        || the && (name.wordsTo() > first + 1 || name.look() == ACRONYM)
        || SourceNames.isOrganisation(surface)
        || any && SourceNames.namesOrganisation(surface);
  }

  /// "X, which counts them, said", "X, citing sources, reported": where the clause between the
  /// commas begins; 0 when there is none.
  private int beforeAside(int end) {
    if (end == 0 || end >= words.size() || !in.followsComma(end)) {
      return 0;
    }
    for (int i = end - 1; i > 0 && i > end - 16 && !frames.stops(i); i--) {
      if (in.followsComma(i)) {
        boolean name = in.isCapital(i) && in.isCapital(end - 1) && end <= i + MOST_NAMES;
        return name || ASIDES.contains(words.norm(i)) ? i : 0;
      }
    }
    return 0;
  }

  /// Before a verb, its auxiliaries, adverbs and times: "on Friday", "earlier this month".
  int subjectEnd(int cue) {
    int end = cue;
    while (end > 0 && frames.leads(end, false)) {
      int time = beforeTime(end);
      boolean passed =
          time < end
              || HAS.contains(words.norm(end - 1))
              || !in.isCapital(end - 1)
                  && (in.is(end - 1, BESIDE.bit()) || words.norm(end - 1).endsWith("ly"));
      if (!passed) {
        return end;
      }
      end = Math.min(time, end - 1);
    }
    return end;
  }

  private int beforeTime(int end) {
    boolean day = in.is(end - 1, Cue.DAY.bit());
    boolean span = end > 2 && SPANS.contains(words.norm(end - 1));
    int before = end > 2 && TIMES.contains(words.norm(end - 2)) ? end - 2 : end - 1;
    return day ? before : span && before < end - 1 ? before : end;
  }
}
