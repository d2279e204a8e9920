package letopis.text;

import static letopis.text.Cue.AGREED;
import static letopis.text.Cue.ARTICLE;
import static letopis.text.Cue.CITE;
import static letopis.text.Cue.DATA;
import static letopis.text.Cue.IMPERSONAL;
import static letopis.text.Cue.KNOWN_TO;
import static letopis.text.Cue.LINK;
import static letopis.text.Cue.SAY;
import static letopis.text.Cue.STAFF;
import static letopis.text.Cue.SUBJECT;
import static letopis.text.Cue.TALK;
import static letopis.text.Cue.TELL;
import static letopis.text.NameReader.Look.DOMAIN;
import static letopis.text.NameReader.Look.KNOWN;
import static letopis.text.NameReader.Look.LATIN;
import static letopis.text.NameReader.Look.QUOTED;

import java.util.EnumSet;
import java.util.Set;

/// The frames in which Russian texts say whom they have something from.
final class RussianFrames {
  private static final Set<String> INTO = Set.of("в", "во", "на");
  private static final Set<NameReader.Look> AGREED_WITH = EnumSet.of(KNOWN, DOMAIN, LATIN);
  private static final Set<NameReader.Look> TOLD_TO = EnumSet.of(KNOWN, DOMAIN, LATIN, QUOTED);

  private final Frames frames;
  private final NameWords in;
  private final WordList words;
  private final RussianVerbs verbs;
  private final RussianNouns nouns;

  RussianFrames(Frames frames) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
    this.verbs = new RussianVerbs(frames);
    this.nouns = new RussianNouns(frames, verbs.listeners());
  }

  /// Keeps what the frame names that is opened by a word of these classes.
  void at(int cue, long classes) {
    if ((classes & Cue.bits(TELL, SAY)) != 0) {
      verbs.verb(cue, (classes & TELL.bit()) != 0);
    } else if ((classes & SUBJECT.bit()) != 0) {
      verbs.named(cue);
      boolean printed = words.norm(cue).contains("публик");
      boolean inside = INTO.contains(in.norm(cue + 1));
      if (printed || inside || verbs.isPresent(cue)) {
        frames.takeAt(cue, inside ? cue + 2 : cue + 1, Frames.MEDIA);
      }
    }
    if ((classes & CITE.bit()) != 0) {
      nouns.cite(cue);
    }
    if ((classes & DATA.bit()) != 0) {
      nouns.data(cue);
    }
    if ((classes & AGREED.bit()) != 0) {
      frames.takeAt(cue, cue + 1, AGREED_WITH);
    }
    if ((classes & LINK.bit()) != 0 && in.isWord(cue + 1, "на")) {
      boolean noun = in.isWord(cue, "ссылкой");
      frames.take(cue, frames.endingBefore(noun ? cue - 1 : cue, Frames.MEDIA));
      nouns.whose(cue, cue + 2, Frames.ANY);
    }
    if ((classes & IMPERSONAL.bit()) != 0) {
      nouns.impersonal(cue);
    }
    if ((classes & KNOWN_TO.bit()) != 0 && in.isWord(cue - 1, "стало")) {
      frames.takeAt(cue, cue + 1, TOLD_TO);
    }
    if ((classes & Cue.bits(STAFF, ARTICLE, TALK)) != 0) {
      nouns.host(cue, classes);
    }
  }
}
