package letopis.text;

import static letopis.text.Cue.BODY;
import static letopis.text.Cue.DAY;
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

/// To whom something is said in an English text: "told X", "in an interview with X".
final class EnglishListeners {
  /// What is told to an outlet, with other words between: "a statement that officials sent to X".
  private static final Set<String> GIVEN =
      Set.of(
          "statement",
          "statements",
          "comments",
          "remarks",
          "email",
          "emails",
          "letter",
          "confirmed",
          "revealed",
          "described",
          "explained");
  /// What an outlet airs: "speaking to Rivers on Riverbank Radio".
  private static final Set<String> AIRED =
      Set.of(
          "interview",
          "interviews",
          "speaking",
          "spoke",
          "spoken",
          "speaks",
          "talking",
          "talked",
          "conversation",
          "appearing",
          "appearance");
  /// So many words at most between such a word and "to".
  private static final int FAR = 8;
  private static final int LONGEST_OWNED = 5;
  private static final Set<NameReader.Look> LISTENERS =
      EnumSet.of(KNOWN, DOMAIN, COMMON, LATIN, ACRONYM);
  private static final Set<NameReader.Look> STATIONS = EnumSet.of(KNOWN, DOMAIN, ACRONYM);
  private static final Set<NameReader.Look> SHOWS = EnumSet.of(KNOWN, DOMAIN, COMMON, QUOTED);
  /// What a phrase goes on with behind the outlet that was told.
  private static final Set<String> BEHIND =
      Set.of(
          "in", "on", "via", "after", "during", "at", "by", "earlier", "last", "of", "about",
          "that");
  private static final Set<String> TO = Set.of("to", "with", "on", "for", "in", "by", "via");

  private final Frames frames;
  private final NameWords in;
  private final WordList words;
  private final EnglishNouns nouns;
  private final EnglishPersons persons;

  EnglishListeners(Frames frames, EnglishNouns nouns, EnglishPersons persons) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
    this.nouns = nouns;
    this.persons = persons;
  }

  void told(int cue) {
    int at = in.isWord(cue + 1, "the") ? cue + 2 : cue + 1;
    // "told Lakeland's KTRK-TV"
    boolean owner = in.isCapital(at) && in.owns(at) && in.follows(at + 1);
    if (owner && in.hasCapitals(at + 1) && frames.takeAt(cue, at + 1, STATIONS)) {
      return;
    }
    // "told the Post's partner CBS"
    for (int next = at + 1; owner && next < at + LONGEST_OWNED && in.follows(next); next++) {
      if (frames.takeAt(cue, next, Frames.MEDIA)) {
        return;
      }
    }
    // "The Sun" is an outlet, "Sun" is not.
    Optional<NameReader.Name> name =
        frames
            .at(at, Frames.MEDIA)
            .or(() -> frames.at(cue + 1, Frames.MEDIA))
            .or(() -> frames.at(at, LISTENERS).filter(one -> !in.owns(one.wordsTo() - 1)));
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
    if (in.surface(first).equals("The") || first > 0 && in.surface(first - 1).equals("The")) {
      return true;
    }
    // A single word is a surname, unless it is written as no surname is or begins a longer name
    // elsewhere: "told Riverbank" behind "Riverbank Technica".
    if (name.wordsTo() == first + 1 && !in.isMixed(first) && !persons.begins(in.surface(first))) {
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
            || BEHIND.contains(words.norm(next))
            || in.is(next, DAY.bit());
    boolean closes = next >= words.size() || frames.stops(next);
    return quoted && ends || closes && in.isMixed(first) && beforeComma(cue);
  }

  /// Whether the clause of a verb is behind what was said: "…, a spokesman told X."
  private boolean beforeComma(int cue) {
    for (int i = cue; i > 0 && i > cue - FAR && !frames.stops(i); i--) {
      if (in.followsComma(i)) {
        return true;
      }
    }
    return false;
  }

  /// "said Monday on X's show": where it was said.
  void aired(int cue, int index) {
    frames.takeAt(cue, index, SHOWS);
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
    boolean aired = AIRED.contains(words.norm(cue));
    if (aired || GIVEN.contains(words.norm(cue))) {
      for (int at = to + 1; at <= to + FAR && at < words.size() && in.follows(at); at++) {
        boolean before =
            in.isWord(at, "to") || in.isWord(at, "with") || aired && in.isWord(at, "on");
        if (before) {
          nouns.source(cue, at + 1, Frames.MEDIA);
        }
      }
    }
  }
}
