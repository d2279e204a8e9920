package letopis.text;

import java.util.Arrays;

/// What stands in a name and around it, as numbers below [NameWeights#FEATURES], by which
/// [NameWeights] judges whether a text has something from whom it names. Not for several threads.
final class NameFeatures {
  /// Classes of words that tell of a source, or of anything else.
  static final long TELLING =
      Cue.bits(
          Cue.TELL,
          Cue.SAY,
          Cue.SUBJECT,
          Cue.CITE,
          Cue.DATA,
          Cue.AGREED,
          Cue.LINK,
          Cue.IMPERSONAL,
          Cue.PAPER,
          Cue.STAFF,
          Cue.TALK,
          Cue.KNOWN_TO,
          Cue.ACCORDING,
          Cue.CITING,
          Cue.TOLD,
          Cue.REPORTED,
          Cue.WROTE,
          Cue.SAID,
          Cue.FOUND,
          Cue.SPEAK,
          Cue.PASSIVE,
          Cue.STUDY,
          Cue.VIA);

  /// A word of telling further from the name says nothing of it.
  private static final int REACH = 8;

  /// A name has fewer.
  private static final int MOST = 400;

  private static final int AROUND = 3;
  private static final int BEGINNING = 6;
  private static final int OUTSIDE = -1;

  /// Latin letters come before it.
  private static final int FIRST_OF_OTHERS = 0x250;

  /// The class of words of none.
  private static final long NO_CUE = 1L << 62;

  /// What a feature is about.
  private enum About {
    ANY,
    LOOK,
    LENGTH,
    FIRST,
    FIRST_CUE,
    LAST,
    LAST_CUE,
    DESCRIBED_BY,
    ENDING,
    LETTERS,
    GAP,
    GAPS,
    EDGE,
    WORD,
    WORD_GAP,
    WORD_LOOK,
    CUE_GAP,
    CUE_LOOK,
    WORDS,
    CUES,
    WORD_CUE,
    TOLD,
    TOLD_NEAR,
    TOLD_LOOK,
    TOLD_WORD,
    TOLD_BETWEEN,
    TOLD_BOTH,
    TOLD_GAPS
  }

  private final String text;
  private final NameWords in;
  private final WordList words;
  private final WordGaps gaps;
  private final int[] features = new int[MOST];
  private int count;

  /// The name that was asked for last.
  private boolean latin;

  private int first;
  private int start;
  private int end;
  private int look;
  private int before;
  private int behind;

  NameFeatures(NameWords in, WordGaps gaps) {
    this.text = in.text();
    this.in = in;
    this.words = in.words();
    this.gaps = gaps;
  }

  /// The features that are told at once of a name that may begin at a word and go on with the
  /// capitals behind it: by classes of words and by marks.
  void guess(int from) {
    int to = from + 1;
    while (to < words.size() && in.isCapital(to) && gaps.at(to) == 0) {
      to++;
    }
    around(from, from, to);
  }

  /// The same features of a name that was read, and those of what it looks like.
  ///
  /// @param from the first word of what it was read from, which may be one that describes it
  void few(NameReader.Name name, int from) {
    int begins = words.from(name.start());
    around(Math.min(from, begins), begins, name.wordsTo());
    latin = text.charAt(name.start()) < FIRST_OF_OTHERS;
    look = name.look().ordinal() * 2 + (name.described() ? 1 : 0);
    add(About.LOOK, look, 0, 0);
    add(About.GAP, -1, gaps.at(start), look);
    add(About.GAP, 1, gaps.at(end), look);
  }

  private void around(int from, int begins, int to) {
    count = 0;
    start = from;
    first = begins;
    end = to;
    before = nearest(start, -1);
    behind = nearest(end, 1);
    add(About.ANY, 0, 0, 0);
    addAll(About.FIRST_CUE, 0, in.cues(first), 0);
    add(About.GAPS, gaps.at(start), gaps.at(end), 0);
    classes(start, -1);
    classes(end, 1);
    near(before, start - 1, -1);
    near(behind, end, 1);
    for (long one = telling(before); one != 0; one &= one - 1) {
      addAll(About.TOLD_BOTH, Long.numberOfTrailingZeros(one), telling(behind), 0);
    }
  }

  /// The features of the name that [#few] was asked for, all of them.
  int[] all() {
    inside();
    beside(start, -1);
    beside(end, 1);
    told(before, start - 1, -1);
    told(behind, end, 1);
    int marks = gaps.at(start) << Byte.SIZE | gaps.at(end);
    for (long one = telling(before); one != 0; one &= one - 1) {
      addAll(About.TOLD_GAPS, Long.numberOfTrailingZeros(one), telling(behind), marks);
    }
    return Arrays.copyOf(features, count);
  }

  /// How much the features that were asked for last speak for the name.
  float score(NameWeights weights) {
    return weights.score(features, count);
  }

  /// The word of telling that is nearest to the name asked for last, the first one when none is
  /// near.
  int nearest() {
    boolean isBefore = before >= 0 && (behind < 0 || start - before <= behind - end + 1);
    return isBefore ? before : Math.max(behind, 0);
  }

  private void inside() {
    add(About.LENGTH, Math.min(AROUND + 1, end - first), 0, 0);
    add(About.EDGE, start == 0 ? 1 : 0, end >= words.size() ? 1 : 0, 0);
    addAll(About.LAST_CUE, 0, in.cues(end - 1), 0);
    add(About.FIRST, begin(first), 0, 0);
    add(About.LAST, begin(end - 1), 0, 0);
    add(About.LETTERS, latin ? 1 : 0, in.isCapital(first) ? 1 : 0, in.opens(first) ? 1 : 0);
    int place = SourceNames.isPlace(words.surface(first)) ? 1 : 0;
    add(About.LETTERS, place, OUTSIDE, begin(start - 1));
    if (start < first) {
      add(About.DESCRIBED_BY, begin(first - 1), 0, 0);
    }
    int last = words.end(first) - 1;
    if (!latin && last > words.start(first)) {
      add(About.ENDING, small(last - 1), small(last), 0);
    }
  }

  /// The classes of the words before a name or behind it.
  ///
  /// @param edge the first word of the name, or the first one behind it
  /// @param step -1 before, 1 behind
  private void classes(int edge, int step) {
    int marks = 0;
    for (int away = 1; away <= AROUND; away++) {
      int at = beside(edge, step, away);
      if (at == OUTSIDE) {
        add(About.WORD, step * away, OUTSIDE, 0);
        return;
      }
      marks |= gaps.beside(at, step);
      addAll(About.CUE_GAP, step * away, cues(at), marks);
    }
  }

  /// The words before a name or behind it.
  private void beside(int edge, int step) {
    int marks = 0;
    int near = beside(edge, step, 1);
    for (int away = 1; away <= AROUND; away++) {
      int at = beside(edge, step, away);
      if (at == OUTSIDE) {
        return;
      }
      marks |= gaps.beside(at, step);
      int place = step * away;
      int begin = begin(at);
      add(About.WORD, place, begin, 0);
      add(About.WORD_GAP, place, begin, marks);
      if (away == AROUND) {
        return;
      }
      long cues = cues(at);
      addAll(About.CUE_LOOK, place, cues, look);
      if (away == 1) {
        add(About.WORD_LOOK, place, begin, look);
      } else if (away == 2) {
        int beginNear = begin(near);
        add(About.WORDS, step, beginNear, begin);
        addAll(About.WORD_CUE, step, cues, beginNear);
        for (long left = cues; left != 0; left &= left - 1) {
          addAll(About.CUES, step, cues(near), Long.numberOfTrailingZeros(left));
        }
      }
    }
  }

  /// The so manieth word before a name or behind it, if it is of the same sentence.
  private int beside(int edge, int step, int away) {
    int at = step < 0 ? edge - away : edge + away - 1;
    boolean inside = at >= 0 && at < words.size();
    return inside && (gaps.beside(at, step) & WordGaps.STOP) == 0 ? at : OUTSIDE;
  }

  /// Where a word of telling stands.
  ///
  /// @param next the word next to the name
  private void near(int at, int next, int step) {
    if (at < 0) {
      add(About.TOLD, step, OUTSIDE, 0);
      return;
    }
    long cues = telling(at);
    addAll(About.TOLD, step, cues, 0);
    int away = Math.min(AROUND + 1, Math.abs(at - next));
    addAll(About.TOLD_NEAR, step, cues, away << 2 | breaks(at, next, step));
  }

  private void told(int at, int next, int step) {
    if (at < 0) {
      return;
    }
    int capitals = 0;
    for (int word = next; word != at; word += step) {
      capitals += in.isCapital(word) ? 1 : 0;
    }
    int breaks = breaks(at, next, step);
    addAll(About.TOLD_LOOK, step, telling(at), look << 2 | breaks);
    addAll(About.TOLD_BETWEEN, step, telling(at), Math.min(2, capitals));
    add(About.TOLD_WORD, step, begin(at), breaks);
  }

  /// How often marks stand between the name and a word of telling, two at most.
  private int breaks(int at, int next, int step) {
    int breaks = 0;
    for (int word = next; word != at + step && breaks < 2; word += step) {
      breaks += gaps.beside(word, step) != 0 ? 1 : 0;
    }
    return breaks;
  }

  /// The nearest word of telling in the same sentence.
  private int nearest(int edge, int step) {
    for (int away = 1; away <= REACH; away++) {
      int at = beside(edge, step, away);
      if (at == OUTSIDE || in.is(at, TELLING)) {
        return at;
      }
    }
    return OUTSIDE;
  }

  private long telling(int index) {
    return index < 0 ? NO_CUE : in.cues(index) & TELLING;
  }

  private long cues(int index) {
    long cues = in.cues(index);
    return cues == 0 ? NO_CUE : cues;
  }

  /// The letters that a word begins with, as a number.
  private int begin(int index) {
    if (index < 0 || index >= words.size()) {
      return OUTSIDE;
    }
    int hash = 0;
    int start = words.start(index);
    int to = Math.min(words.end(index), start + BEGINNING);
    for (int i = start; i < to; i++) {
      hash = 31 * hash + small(i);
    }
    return hash;
  }

  private char small(int offset) {
    char c = text.charAt(offset);
    boolean plain = c >= 'а' && c <= 'я' || c >= 'a' && c <= 'z';
    char lower = plain ? c : Character.toLowerCase(c);
    return lower == 'ё' ? 'е' : lower == '’' ? '\'' : lower;
  }

  private void addAll(About about, int one, long cues, int three) {
    for (long left = cues; left != 0; left &= left - 1) {
      add(about, one, Long.numberOfTrailingZeros(left), three);
    }
  }

  private void add(About about, int one, int two, int three) {
    if (count < MOST) {
      int hash = about.ordinal() + 1;
      hash = (hash * 0x9E3779B1 ^ one) * 0x85EBCA6B;
      hash = (hash ^ hash >>> 15 ^ two) * 0xC2B2AE35;
      hash = (hash ^ hash >>> 13 ^ three) * 0x27D4EB2F;
      features[count++] = (hash ^ hash >>> 15) * 0x9E3779B1 >>> Integer.SIZE - NameWeights.BITS;
    }
  }
}
