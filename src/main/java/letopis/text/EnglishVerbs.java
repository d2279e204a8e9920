package letopis.text;

import static letopis.text.Cue.BESIDE;
import static letopis.text.Cue.DAY;
import static letopis.text.Cue.FINDING;
import static letopis.text.Cue.MODIFIER;
import static letopis.text.NameReader.Look.ACRONYM;
import static letopis.text.NameReader.Look.COMMON;
import static letopis.text.NameReader.Look.DOMAIN;
import static letopis.text.NameReader.Look.KNOWN;
import static letopis.text.NameReader.Look.LATIN;
import static letopis.text.NameReader.Look.QUOTED;

import java.util.EnumSet;
import java.util.Set;

/// The frames around English verbs of saying: "X reported", "a survey by X showed".
final class EnglishVerbs {
  /// What a company does that tells of itself: "reported a loss".
  private static final Set<String> OF_ITSELF =
      Set.of(
          "a",
          "an",
          "net",
          "record",
          "earnings",
          "revenue",
          "profit",
          "strong",
          "sales",
          "its",
          "total",
          "lower",
          "higher",
          "being",
          "hearing",
          "seeing",
          "feeling",
          "no",
          "any",
          "reduced",
          "highest",
          "increased",
          "rising",
          "falling",
          "quarterly",
          "annual",
          "first",
          "second",
          "third",
          "fourth",
          "full",
          "double",
          "operating",
          "core",
          "slower",
          "weaker",
          "better",
          "solid",
          "sharp",
          "widening",
          "growth");
  /// Verbs that are nouns as well, or do not say it of the outlet before.
  private static final Set<String> SHOWN =
      Set.of("show", "shows", "showed", "shown", "read", "reads", "suggest", "indicates");
  private static final Set<String> SEEN = Set.of("seen", "obtained", "reviewed", "viewed");
  private static final Set<String> ESTIMATES =
      Set.of("estimates", "estimated", "calculated", "projects", "projected", "predicts");
  /// What a finding begins with: "found nearly half".
  private static final Set<String> AMOUNTS =
      Set.of("at", "about", "nearly", "almost", "more", "most", "only", "no", "one", "people");
  private static final Set<String> STATED =
      Set.of("said", "says", "noted", "notes", "explained", "explains", "claims", "claimed");
  /// What stands behind "estimates" that are a noun.
  private static final Set<String> OF = Set.of("of", "for", "on", "in", "to", "from", "by", "and");
  private static final Set<String> IS =
      Set.of("is", "are", "was", "were", "been", "be", "also", "it's");
  private static final Set<String> HAS = Set.of("has", "have", "had");
  private static final Set<NameReader.Look> REPORTERS = EnumSet.of(KNOWN, DOMAIN, ACRONYM, COMMON);
  private static final Set<NameReader.Look> STUDIERS =
      EnumSet.of(KNOWN, DOMAIN, ACRONYM, LATIN, COMMON, QUOTED);

  private final Frames frames;
  private final NameWords in;
  private final WordList words;
  private final EnglishSubjects subjects;
  private final EnglishListeners listeners;

  EnglishVerbs(Frames frames, EnglishListeners listeners, EnglishPersons persons) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
    this.subjects = new EnglishSubjects(frames, persons);
    this.listeners = listeners;
  }

  void reported(int cue, boolean wrote) {
    String next = in.follows(cue + 1) ? words.norm(cue + 1) : "";
    boolean itself =
        OF_ITSELF.contains(next) || !next.isEmpty() && Character.isDigit(next.charAt(0));
    boolean noun =
        words.norm(cue).equals("reports")
            && Set.of("that", "said", "of").contains(next)
            && in.is(cue - 1, MODIFIER.bit())
            && !in.isCapital(cue - 1);
    boolean bare = words.norm(cue).equals("report");
    if (bare && !next.equals("that")) {
      return;
    }
    if (!noun && !subjects.take(cue, wrote || itself ? Frames.MEDIA : REPORTERS)) {
      int end = subjects.beforeBracket(subjects.subjectEnd(cue));
      boolean that = next.equals("that");
      if (wrote) {
        frames.take(end, subjects.organisation(end));
      } else if (!itself) {
        frames.take(end, subjects.unknown(end, !in.follows(cue + 1), that));
      }
    }
    frames.takeAt(cue, in.isWord(cue + 1, "the") ? cue + 2 : cue + 1, Frames.MEDIA);
    if (in.isWord(cue + 1, "in")) {
      frames.takeAt(cue, cue + 2, Frames.MEDIA);
    }
  }

  void said(int cue, boolean found, boolean said) {
    // "Riverbank is understood to have left"
    if (in.isWord(cue, "understood") && IS.contains(in.norm(Math.max(0, cue - 1)))) {
      return;
    }
    int noun = subjects.subjectEnd(cue);
    int end = noun;
    while (end > 0 && end > noun - 3 && in.is(end - 1, FINDING.bit()) && !in.isCapital(end - 1)) {
      end--;
    }
    if (end < noun && found && frames.leads(noun, false)) {
      takeStudier(end);
    } else if (!subjects.isNoName(noun)
        && (said || !SHOWN.contains(words.norm(cue)))
        && !subjects.take(cue, noun, Frames.MEDIA)
        && !estimated(cue, noun)
        && STATED.contains(words.norm(cue))) {
      frames.take(noun, subjects.coined(noun));
    }
    int to = cue + 1;
    while (to < cue + 4 && to < words.size() && in.follows(to) && in.isCapital(to)) {
      to++;
    }
    // "said Rivers to RiverFans"
    if (said && to > cue + 1 && in.isWord(to, "to") && in.follows(to)) {
      listeners.told(to);
    }
    int on = frames.skip(cue + 1, 1, DAY.bit());
    if (said && in.isWord(on, "on") && !in.is(on + 1, DAY.bit())) {
      listeners.aired(cue, on + 1);
    }
  }

  /// "The Riverbank Institute estimates that": what an organisation worked out.
  private boolean estimated(int cue, int subject) {
    if (!in.isWord(cue, "found") && !ESTIMATES.contains(words.norm(cue))) {
      return false;
    }
    int end = subjects.beforeBracket(subject);
    String next = in.follows(cue + 1) ? words.norm(cue + 1) : "";
    boolean that = next.equals("that");
    boolean fact = that || AMOUNTS.contains(next) || !next.isEmpty() && words.isNumber(cue + 1);
    if (IS.contains(in.norm(Math.max(0, cue - 1))) || cue > 1 && IS.contains(words.norm(end))) {
      return false;
    }
    boolean found = words.norm(cue).equals("found") && (fact || !in.follows(cue + 1));
    boolean noun = OF.contains(next) || !in.follows(cue + 1);
    return (found || !noun && ESTIMATES.contains(words.norm(cue)))
        && frames.take(end, subjects.organisation(end));
  }

  /// "Riverbank has seen": what an outlet got itself.
  void saw(int cue) {
    int has = cue;
    while (has > 0 && (in.is(has - 1, BESIDE.bit()) || words.norm(has - 1).endsWith("ly"))) {
      has--;
    }
    boolean had = has > 0 && HAS.contains(words.norm(has - 1));
    if (SEEN.contains(words.norm(cue)) && (had || in.isWord(cue, "obtained"))) {
      subjects.take(cue, Frames.MEDIA);
    }
  }

  /// "a Riverbank survey showed".
  private void takeStudier(int end) {
    // "the Ann Rivers story illustrates"
    if (in.isWord(end, "story") || in.isWord(end, "article")) {
      frames.takeBefore(end, Frames.MEDIA_OR_COMMON);
      return;
    }
    int last = end;
    while (last > 0 && in.is(last - 1, Cue.bits(MODIFIER)) && !in.isCapital(last - 1)) {
      last--;
    }
    boolean taken =
        frames.leads(last, false)
            && frames.take(last, frames.endingAt(last, 6, STUDIERS).filter(this::isNoFirstWord));
    // "a Riverbank trends report", "Riverbank's new trends report"
    if (!taken && last == end && isCommon(end - 1) && frames.leads(end - 1, false)) {
      int noun = end - 1;
      if (in.is(noun - 1, MODIFIER.bit()) && isCommon(noun - 1)) {
        noun--;
      }
      if (frames.leads(noun, false)) {
        frames.take(noun, frames.endingAt(noun, 6, STUDIERS).filter(this::isNoFirstWord));
      }
    }
  }

  /// A word in small letters that is no verb of saying and no short one.
  private boolean isCommon(int index) {
    return index > 0
        && !in.isCapital(index)
        && !StopWords.has(words.norm(index))
        && !in.is(index, Cue.bits(Cue.PERSON, Cue.BODY));
  }

  /// "Official figures show": a word that is capital because a sentence begins.
  private boolean isNoFirstWord(NameReader.Name name) {
    int first = words.from(name.start());
    return name.look() != LATIN || name.wordsTo() > first + 1 || !frames.stops(first);
  }
}
