package letopis.text;

import static letopis.text.Cue.BESIDE;
import static letopis.text.Cue.BODY;
import static letopis.text.Cue.DAY;
import static letopis.text.Cue.FINDING;
import static letopis.text.Cue.KIND;
import static letopis.text.Cue.MODIFIER;
import static letopis.text.Cue.ORG_KIND;
import static letopis.text.Cue.PASSIVE;
import static letopis.text.Cue.PERSON;
import static letopis.text.Cue.SAID;
import static letopis.text.NameReader.Look.ACRONYM;
import static letopis.text.NameReader.Look.COMMON;
import static letopis.text.NameReader.Look.DOMAIN;
import static letopis.text.NameReader.Look.KNOWN;
import static letopis.text.NameReader.Look.LATIN;
import static letopis.text.NameReader.Look.QUOTED;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The frames around English verbs of saying: "X reported", "told X", "a survey by X showed".
final class EnglishVerbs {
  private static final Set<String> ASIDES = Set.of("which", "citing", "quoting");
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
          "no",
          "any");
  private static final Set<NameReader.Look> REPORTERS = EnumSet.of(KNOWN, DOMAIN, ACRONYM, COMMON);
  private static final Set<NameReader.Look> STUDIERS =
      EnumSet.of(KNOWN, DOMAIN, ACRONYM, LATIN, COMMON, QUOTED);
  private static final Set<NameReader.Look> LISTENERS =
      EnumSet.of(KNOWN, DOMAIN, COMMON, LATIN, ACRONYM);
  private static final Set<NameReader.Look> SHOWS = EnumSet.of(KNOWN, DOMAIN, COMMON, QUOTED);
  private static final Set<String> TO = Set.of("to", "with", "on", "for", "in", "by", "via");

  private final Frames frames;
  private final NameWords in;
  private final WordList words;
  private final EnglishNouns nouns;

  EnglishVerbs(Frames frames, EnglishNouns nouns) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
    this.nouns = nouns;
  }

  void told(int cue) {
    int at = in.isWord(cue + 1, "the") ? cue + 2 : cue + 1;
    // "The Sun" is an outlet, "Sun" is not.
    Optional<NameReader.Name> name =
        frames
            .at(at, Frames.MEDIA)
            .or(() -> frames.at(cue + 1, Frames.MEDIA))
            .or(() -> frames.at(at, LISTENERS));
    if (name.isEmpty()) {
      nouns.source(cue, at, Frames.MEDIA_OR_COMMON);
      return;
    }
    NameReader.Name one = name.get();
    boolean unknown = (one.look() == LATIN || one.look() == ACRONYM) && !one.described();
    if (!unknown || isListener(cue, one)) {
      frames.take(cue, name);
    }
  }

  /// Whether a name that is not known is an outlet, not a person or a body, by what is around: a
  /// quotation before, the end of the phrase behind.
  private boolean isListener(int cue, NameReader.Name name) {
    int first = words.from(name.start());
    for (int i = first; i < name.wordsTo(); i++) {
      if (in.is(i, Cue.bits(BODY, PERSON))) {
        return false;
      }
    }
    if (in.surface(first).equals("The")) {
      return true;
    }
    // A single word is a surname, unless it is written as no surname is: "CarAdvice", "KTKR".
    boolean plain =
        in.surface(first)
            .substring(1)
            .chars()
            .noneMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    if (plain && name.wordsTo() == first + 1) {
      return false;
    }
    boolean quoted = false;
    for (int i = Math.max(0, words.start(cue) - 60); i < words.start(cue); i++) {
      quoted |=
          "”\"’'".indexOf(frames.text.charAt(i)) >= 0
              && i > 0
              && ",!?.".indexOf(frames.text.charAt(i - 1)) >= 0;
    }
    int next = name.wordsTo();
    boolean ends =
        next >= words.size()
            || !in.follows(next)
            || Set.of(
                    "in", "on", "via", "after", "during", "at", "by", "earlier", "last", "of",
                    "about", "that")
                .contains(words.norm(next))
            || in.is(next, DAY.bit());
    return quoted && ends;
  }

  void reported(int cue, boolean wrote) {
    String next = in.follows(cue + 1) ? words.norm(cue + 1) : "";
    boolean itself =
        OF_ITSELF.contains(next) || !next.isEmpty() && Character.isDigit(next.charAt(0));
    boolean noun =
        words.norm(cue).equals("reports")
            && Set.of("that", "said", "of").contains(next)
            && in.is(cue - 1, MODIFIER.bit());
    boolean bare = words.norm(cue).equals("report");
    if (bare && !next.equals("that")) {
      return;
    }
    if (!itself && !noun) {
      subject(cue, wrote ? Frames.MEDIA : REPORTERS);
    }
    frames.takeAt(cue, in.isWord(cue + 1, "the") ? cue + 2 : cue + 1, Frames.MEDIA);
    if (in.isWord(cue + 1, "in")) {
      frames.takeAt(cue, cue + 2, Frames.MEDIA);
    }
  }

  void said(int cue, boolean found, boolean said) {
    int noun = subjectEnd(cue);
    int end = noun;
    while (end > 0 && end > noun - 3 && in.is(end - 1, FINDING.bit()) && !in.isCapital(end - 1)) {
      end--;
    }
    if (end < noun && found && frames.leads(noun, false)) {
      takeStudier(end);
    } else if (said) {
      subject(cue, Frames.MEDIA);
    }
    int to = cue + 1;
    while (to < cue + 4 && to < words.size() && in.follows(to) && in.isCapital(to)) {
      to++;
    }
    // "said Rivers to RiverFans"
    if (said && to > cue + 1 && in.isWord(to, "to") && in.follows(to)) {
      told(to);
    }
    int on = frames.skip(cue + 1, 1, DAY.bit());
    if (said && in.isWord(on, "on") && !in.is(on + 1, DAY.bit())) {
      frames.takeAt(cue, on + 1, SHOWS);
    }
  }

  /// "a Riverbank survey showed".
  private void takeStudier(int end) {
    int last = end;
    while (last > 0 && in.is(last - 1, Cue.bits(MODIFIER)) && !in.isCapital(last - 1)) {
      last--;
    }
    if (frames.leads(last, false)) {
      frames.take(last, frames.endingAt(last, 6, STUDIERS).filter(this::isNoFirstWord));
    }
  }

  /// "Official figures show": a word that is capital because a sentence begins.
  private boolean isNoFirstWord(NameReader.Name name) {
    int first = words.from(name.start());
    return name.look() != LATIN || name.wordsTo() > first + 1 || !frames.stops(first);
  }

  /// Keeps the name that is the subject of a verb, also with "news agency" or "has" between them.
  private void subject(int cue, Set<NameReader.Look> looks) {
    int end = subjectEnd(cue);
    if (!frames.leads(end, false)) {
      frames.take(end, frames.endingBefore(beforeAside(end), Frames.MEDIA));
      return;
    }
    int kinds = end;
    while (kinds > 0 && in.is(kinds - 1, Cue.bits(KIND, ORG_KIND)) && !in.isCapital(kinds - 1)) {
      kinds--;
    }
    if (kinds < end && frames.leads(kinds, false)) {
      if (frames.takeBefore(kinds, Frames.OUTLETS)) {
        return;
      }
    }
    frames.takeBefore(end, looks);
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
  private int subjectEnd(int cue) {
    int end = cue;
    while (end > 0
        && (in.is(end - 1, BESIDE.bit()) && !in.isCapital(end - 1)
            || words.norm(end - 1).endsWith("ly") && !in.isCapital(end - 1)
            || Set.of("has", "have", "had", "is", "was").contains(words.norm(end - 1)))
        && frames.leads(end, false)) {
      end--;
    }
    return end;
  }

  /// "in an interview with X", "speaking to X", "in a statement issued to X".
  void speak(int cue) {
    int to = cue + 1;
    if (in.is(to, PASSIVE.bit())
        || in.isWord(to, "made")
        || in.isWord(to, "sent")
        || in.isWord(to, "given")) {
      to++;
    }
    if (in.is(cue, SAID.bit()) && in.isWord(to, "to")) {
      told(to);
    } else if (to < words.size() && TO.contains(words.norm(to)) && in.follows(to)) {
      nouns.source(cue, to + 1, in.isWord(to, "on") ? SHOWS : Frames.MEDIA_OR_COMMON);
    }
  }
}
