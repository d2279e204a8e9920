package letopis.text;

import static letopis.text.Cue.ACCORDING;
import static letopis.text.Cue.CITING;
import static letopis.text.Cue.FOUND;
import static letopis.text.Cue.PASSIVE;
import static letopis.text.Cue.REPORTED;
import static letopis.text.Cue.SAID;
import static letopis.text.Cue.SPEAK;
import static letopis.text.Cue.STUDY;
import static letopis.text.Cue.TOLD;
import static letopis.text.Cue.VIA;
import static letopis.text.Cue.WROTE;

/// The frames in which English texts say whom they have something from.
final class EnglishFrames {

  private final Frames frames;
  private final NameWords in;
  private final WordList words;
  private final EnglishPersons persons;
  private final EnglishNouns nouns;
  private final EnglishStudies studies;
  private final EnglishListeners listeners;
  private final EnglishVerbs verbs;

  EnglishFrames(Frames frames) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
    this.persons = new EnglishPersons(frames);
    this.nouns = new EnglishNouns(frames, persons);
    this.studies = new EnglishStudies(frames, nouns, persons);
    this.listeners = new EnglishListeners(frames, nouns, persons);
    this.verbs = new EnglishVerbs(frames, listeners, persons);
  }

  /// Keeps what the frame names that is opened by a word of these classes.
  void at(int cue, long classes) {
    if ((classes & ACCORDING.bit()) != 0 && in.isWord(cue + 1, "to")) {
      nouns.source(cue, cue + 2, Frames.ENGLISH);
    }
    if ((classes & CITING.bit()) != 0) {
      boolean participle = words.norm(cue).endsWith("ing");
      if (participle) {
        verbs.said(cue, true, false);
      }
      nouns.source(cue, cue + 1, participle ? Frames.ENGLISH : Frames.MEDIA);
    }
    if ((classes & TOLD.bit()) != 0) {
      listeners.told(cue);
    }
    if ((classes & Cue.bits(REPORTED, WROTE)) != 0) {
      verbs.reported(cue, (classes & WROTE.bit()) != 0);
    }
    if ((classes & Cue.bits(SAID, FOUND)) != 0) {
      verbs.said(cue, (classes & FOUND.bit()) != 0, (classes & SAID.bit()) != 0);
    }
    if ((classes & PASSIVE.bit()) != 0) {
      nouns.madeBy(cue);
      verbs.saw(cue);
    }
    if ((classes & STUDY.bit()) != 0) {
      studies.study(cue);
    }
    if ((classes & SPEAK.bit()) != 0) {
      listeners.speak(cue);
    }
    if ((classes & VIA.bit()) != 0) {
      via(cue);
    }
  }

  /// "(via X)", "Via X, it is known", "courtesy of X", ", per X,".
  private void via(int cue) {
    boolean per = in.isWord(cue, "per");
    int begin = per && in.isWord(cue - 1, "as") ? cue - 1 : cue;
    boolean first = in.isCapital(begin) && frames.stops(begin);
    int name = in.isWord(cue + 1, "of") || per && in.isWord(cue + 1, "the") ? cue + 2 : cue + 1;
    // "via the app", "via example.com" are ways to get there.
    boolean bracket =
        words.start(cue) > 0 && "([".indexOf(frames.text.charAt(words.start(cue) - 1)) >= 0;
    boolean set = first || per && in.followsComma(begin);
    boolean sure = set || bracket || !in.isWord(cue, "via");
    boolean way = !sure && Frames.ARTICLES.contains(in.norm(name));
    boolean known =
        frames.take(
            cue,
            frames
                .at(name, Frames.MEDIA_OR_COMMON)
                .filter(one -> sure || !way && !isPage(one))
                .filter(one -> !first || per || frames.text.startsWith(", ", one.end())));
    if (!known && set) {
      frames.take(
          cue,
          frames
              .at(name, Frames.ENGLISH)
              .filter(one -> !persons.isPerson(cue, one) && closes(one.end(), per)));
    }
  }

  /// Whether a phrase ends with a name, at a comma or, behind "per", at a stop.
  private boolean closes(int end, boolean per) {
    return end == frames.text.length()
        || (per ? ",.\n" : ",\n").indexOf(frames.text.charAt(end)) >= 0;
  }

  /// A name of a host, which a handle of a channel is not.
  private boolean isPage(NameReader.Name name) {
    return name.look() == NameReader.Look.DOMAIN && frames.text.charAt(name.start()) != '@';
  }
}
