package letopis.text;

import static letopis.text.Cue.BESIDE;
import static letopis.text.Cue.KIND;
import static letopis.text.Cue.ORG_KIND;
import static letopis.text.Cue.PERSON;
import static letopis.text.NameReader.Look.LATIN;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Who says something, before an English verb: "X reported", "X, citing sources, said", "X's Ann
/// Rivers said".
final class EnglishSubjects {
  private static final Set<String> ASIDES = Set.of("which", "citing", "quoting");
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
  private static final int LONGEST_NAME = 7;
  private static final int MOST_NAMES = 3;
  private static final int MOST_ROLES = 4;
  private static final int LONGEST_PLACE = 3;

  private final Frames frames;
  private final NameWords in;
  private final WordList words;

  EnglishSubjects(Frames frames) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
  }

  /// Keeps the name that is the subject of a verb, also with "news agency" or "has" between them.
  boolean take(int cue, Set<NameReader.Look> looks) {
    int end = subjectEnd(cue);
    // "X, which reported"
    if (end > 0 && in.isWord(end - 1, "which") && in.followsComma(end - 1)) {
      return frames.take(cue, frames.endingBefore(end - 1, Frames.MEDIA));
    }
    if (!frames.leads(end, false)) {
      return frames.take(end, frames.endingBefore(beforeAside(end), Frames.MEDIA));
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
        || frames.take(end - 1, frames.station(end))
        || takeBeforePlace(end)
        || takeEmployer(end);
  }

  /// "an AP journalist in the area reported", "Riverbank's team in Japan has said".
  private boolean takeBeforePlace(int end) {
    for (int i = end - 1; i > 0 && i >= end - LONGEST_PLACE && frames.leads(i + 1, false); i--) {
      if (in.isWord(i, "in")) {
        return frames.leads(i, false) && takeEmployer(i);
      }
    }
    return false;
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

  /// An organisation, or, where the sentence ends with its verb, an outlet that no list has.
  Optional<NameReader.Name> unknown(int end, boolean last) {
    return frames.leads(end, false)
        ? frames
            .endingAt(end, LONGEST_NAME, EnumSet.of(LATIN))
            .filter(
                name -> {
                  int first = words.from(name.start());
                  boolean behind =
                      in.isMixed(first) && (last && in.followsComma(first) || frames.stops(first));
                  return behind
                      || SourceNames.isOrganisation(
                          frames.text.substring(name.start(), name.end()));
                })
        : Optional.empty();
  }

  /// "X, which counts them, said", "X, citing sources, reported": where the clause between the
  /// commas begins; 0 when there is none.
  private int beforeAside(int end) {
    if (end == 0 || end >= words.size() || !in.followsComma(end)) {
      return 0;
    }
    for (int i = end - 1; i > 0 && i > end - 16 && !frames.stops(i); i--) {
      if (in.followsComma(i)) {
        return ASIDES.contains(words.norm(i)) ? i : 0;
      }
    }
    return 0;
  }

  /// Before a verb, its auxiliaries and adverbs.
  int subjectEnd(int cue) {
    int end = cue;
    while (end > 0
        && (in.is(end - 1, BESIDE.bit()) && !in.isCapital(end - 1)
            || words.norm(end - 1).endsWith("ly") && !in.isCapital(end - 1)
            || Set.of("has", "have", "had", "is", "was", "can").contains(words.norm(end - 1)))
        && frames.leads(end, false)) {
      end--;
    }
    return end;
  }
}
