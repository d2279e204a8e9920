package letopis.text;

import static letopis.text.Cue.DAY;
import static letopis.text.Cue.FOUND;
import static letopis.text.Cue.MODIFIER;
import static letopis.text.Cue.PASSIVE;

import java.util.Set;

/// The frames of English nouns for what is published, with the name of whose it is: "a survey by X
/// showed", "an X poll", "said a commentary in X".
final class EnglishStudies {
  private static final long MODIFIER_OR_KIND = Cue.bits(MODIFIER, Cue.SECTION);
  private static final long SAYS = Cue.bits(Cue.SAID, Cue.REPORTED, Cue.WROTE, FOUND);

  private static final Set<String> OF = Set.of("of", "on", "for", "into", "to", "that", "which");

  /// What is printed in an outlet: "said a commentary in X".
  private static final Set<String> COLUMNS =
      Set.of("commentary", "article", "story", "column", "piece", "interview", "essay", "review");

  private static final Set<String> ASIDES = Set.of("below", "above", "left", "right", "here");
  private static final Set<String> FROM = Set.of("by", "from", "in");
  private static final int MOST_BETWEEN = 14;

  /// What an outlet makes itself, with its name before.
  private static final Set<String> PRINTED =
      Set.of(
          "poll",
          "survey",
          "interview",
          "report",
          "investigation",
          "analysis",
          "article",
          "story",
          "op",
          "piece",
          "column",
          "scoop",
          "exclusive",
          "study",
          "review",
          "documentary",
          "ranking",
          "rankings");

  private final Frames frames;
  private final NameWords in;
  private final WordList words;
  private final EnglishNouns nouns;
  private final EnglishPersons persons;

  EnglishStudies(Frames frames, EnglishNouns nouns, EnglishPersons persons) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
    this.nouns = nouns;
    this.persons = persons;
  }

  /// "a survey by Riverbank showed".
  void study(int cue) {
    // "a Riverbank Post poll"
    if (PRINTED.contains(words.norm(cue)) && !in.isCapital(cue)) {
      int first = cue;
      while (first > 0
          && in.is(first - 1, MODIFIER_OR_KIND)
          && !in.isCapital(first - 1)
          && frames.leads(first, false)) {
        first--;
      }
      frames.takeBefore(first, Frames.MEDIA);
    }
    // "a River Service statement advising people said"
    if (in.is(cue, Cue.FINDING.bit())
        && !in.isCapital(cue)
        && (isParticiple(cue + 1) || OF.contains(in.norm(cue + 1)))
        && in.follows(cue + 1)
        && frames.after(cue, MOST_BETWEEN, FOUND.bit())
        && frames.leads(cue, false)) {
      frames.take(cue, frames.endingAt(cue, 6, Frames.ENGLISH).filter(persons::isOrganisation));
    }
    int by = cue + 1;
    if (in.is(by, PASSIVE.bit())) {
      by = frames.skip(by + 1, 1, DAY.bit());
    }
    // "the map, below, from Riverbank"
    boolean aside = ASIDES.contains(in.norm(by)) && !frames.stops(by);
    by = aside ? by + 1 : by;
    if (by >= words.size()
        || !FROM.contains(words.norm(by))
        || !in.follows(by) && !(aside && !frames.stops(by))) {
      return;
    }
    if (in.isWord(by, "in") && COLUMNS.contains(words.norm(cue)) && frames.near(cue, 6, SAYS)) {
      nouns.source(cue, by + 1, Frames.MEDIA_OR_COMMON);
      return;
    }
    boolean report = words.norm(cue).startsWith("report");
    // "says a survey by Riverbank"
    boolean found = frames.after(by, 18, FOUND.bit()) || says(cue) || nouns.isAccording(cue);
    if (!report && !found || in.isWord(by, "in") && !report) {
      return;
    }
    boolean outlets = in.isWord(by, "in") || !found;
    int name = in.isWord(by + 1, "the") ? by + 2 : by + 1;
    if (!frames.take(cue, frames.at(name, Frames.ENGLISH).filter(persons::isOrganisation))) {
      nouns.source(cue, by + 1, outlets ? Frames.MEDIA : Frames.ENGLISH);
    }
  }

  /// Whether "says a new" stands before a noun.
  private boolean says(int noun) {
    int at = noun;
    while (at > noun - 4 && in.is(at - 1, MODIFIER.bit()) && in.follows(at)) {
      at--;
    }
    boolean says = at < noun && in.is(at - 1, SAYS) && in.follows(at);
    return says && !frames.leads(at - 1, false) || says && at > 1 && in.isQuoted(at - 1);
  }

  private boolean isParticiple(int index) {
    return in.norm(index).endsWith("ing") || in.is(index, Cue.bits(PASSIVE, DAY));
  }
}
