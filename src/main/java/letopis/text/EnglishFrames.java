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
  private final EnglishNouns nouns;
  private final EnglishListeners listeners;
  private final EnglishVerbs verbs;

  EnglishFrames(Frames frames) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
    this.nouns = new EnglishNouns(frames);
    this.listeners = new EnglishListeners(frames, nouns);
    this.verbs = new EnglishVerbs(frames, listeners);
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
      nouns.study(cue);
    }
    if ((classes & SPEAK.bit()) != 0) {
      listeners.speak(cue);
    }
    if ((classes & VIA.bit()) != 0) {
      boolean first = in.isCapital(cue) && frames.stops(cue);
      int name = in.isWord(cue + 1, "of") ? cue + 2 : cue + 1;
      // "via the app", "via example.com" are ways to get there.
      boolean bracket =
          words.start(cue) > 0 && "([".indexOf(frames.text.charAt(words.start(cue) - 1)) >= 0;
      boolean sure = first || bracket || !in.isWord(cue, "via");
      boolean way = !sure && Frames.ARTICLES.contains(in.norm(name));
      frames.take(
          cue,
          frames
              .at(name, first ? Frames.ENGLISH : Frames.MEDIA_OR_COMMON)
              .filter(one -> sure || !way && !isPage(one))
              .filter(one -> !first || frames.text.startsWith(", ", one.end())));
    }
  }

  /// A name of a host, which a handle of a channel is not.
  private boolean isPage(NameReader.Name name) {
    return name.look() == NameReader.Look.DOMAIN && frames.text.charAt(name.start()) != '@';
  }
}
