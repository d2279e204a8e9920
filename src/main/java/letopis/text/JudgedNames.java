package letopis.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds sources that no frame names: every name near a word of telling is judged by what stands in
/// it and around it. Not for several threads.
final class JudgedNames {
  private static final long IN_NAMES = Cue.bits(Cue.KIND, Cue.OFFICE, Cue.COINED);

  /// What names are looked for around: not around words that are mostly said of persons.
  private static final long OPENING =
      NameFeatures.TELLING & ~Cue.bits(Cue.SAID, Cue.FOUND, Cue.SPEAK);

  private static final long OF_PERSONS = Cue.bits(Cue.SAY);
  private static final String PLURAL = "юяуа";
  private static final int BEFORE = 3;
  private static final int BEHIND = 4;

  /// Names in small letters stand nearer, and those behind what mostly persons do.
  private static final int CLOSE = 2;

  /// Log odds by classes and marks alone at which the words of no name make it a source.
  private static final float HOPELESS = -1;

  private static final float UNLIKELY = -1;

  private final Frames frames;
  private final NameWords in;
  private final WordList words;
  private final WordGaps gaps;
  private final NameFeatures features;

  JudgedNames(Frames frames) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
    this.gaps = new WordGaps(words);
    this.features = new NameFeatures(in, gaps);
  }

  /// @param told the nearest word of telling
  private record Judged(NameReader.Name name, int told, float score) {}

  /// Keeps the names that are surely enough sources, the surest first.
  ///
  /// @param least log odds
  void keep(NameWeights weights, float least) {
    List<Judged> sure = new ArrayList<>();
    BitSet near = near();
    for (int i = near.nextSetBit(0); i >= 0; i = near.nextSetBit(i + 1)) {
      Optional<NameReader.Name> read =
          mayBegin(i) && isGuessed(i, weights) ? frames.names.read(i) : Optional.empty();
      if (read.isPresent() && !frames.isTaken(read.get())) {
        features.few(read.get(), i);
        if (features.score(weights) >= HOPELESS) {
          features.all();
          float score = features.score(weights);
          if (score >= least && SourceNames.accepts(Frames.ANY, read.get(), frames.text)) {
            sure.add(new Judged(read.get(), features.nearest(), score));
          }
        }
      }
    }
    sure.sort(Comparator.comparing(Judged::score).reversed());
    sure.forEach(one -> frames.keep(words.start(one.told()), one.name(), false));
  }

  /// All names near words of telling, whether a frame names them or not.
  List<Attributions.Candidate> candidates() {
    List<Attributions.Candidate> all = new ArrayList<>();
    BitSet near = near();
    for (int i = near.nextSetBit(0); i >= 0; i = near.nextSetBit(i + 1)) {
      Optional<NameReader.Name> name = mayBegin(i) ? frames.names.read(i) : Optional.empty();
      if (name.isPresent()) {
        features.few(name.get(), i);
        Span span = new Span(name.get().start(), name.get().end());
        all.add(new Attributions.Candidate(span, features.all()));
      }
    }
    return all;
  }

  /// Whether what stands around a word lets a name there be a source: reading names costs.
  private boolean isGuessed(int index, NameWeights weights) {
    features.guess(index);
    return features.score(weights) >= UNLIKELY;
  }

  private boolean mayBegin(int index) {
    return in.isCapital(index) && !goesOn(index) && !SourceNames.isGivenName(words.surface(index))
        || in.opens(index)
        || isClose(index)
            && (in.is(index, IN_NAMES) || in.is(index + 1, IN_NAMES) && in.isAdjective(index));
  }

  /// Whether a word of telling stands near enough for a name in small letters.
  private boolean isClose(int index) {
    for (int i = index - 1; i >= index - CLOSE && i >= 0 && !stops(i + 1); i--) {
      if (in.is(i, OPENING)) {
        return true;
      }
    }
    for (int i = index + 1; i <= index + BEFORE && i < words.size() && !stops(i); i++) {
      if (in.is(i, OPENING)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a capital goes on with a name that began before it.
  private boolean goesOn(int index) {
    return index > 1
        && in.isCapital(index - 1)
        && !stops(index - 1)
        && !in.is(index - 1, IN_NAMES)
        && words.start(index) == words.end(index - 1) + 1;
  }

  /// The words that a word of telling stands near, in the same sentence: names stand further behind
  /// one than before it.
  private BitSet near() {
    BitSet near = new BitSet(words.size());
    for (int told = 0; told < words.size(); told++) {
      if (in.is(told, OPENING)) {
        near.set(told);
        boolean person = in.is(told, OF_PERSONS);
        int before = person && !isPlural(told) ? 0 : BEFORE;
        int behind = person ? CLOSE : BEHIND;
        for (int i = told; i > 0 && i > told - before && !stops(i); i--) {
          near.set(i - 1);
        }
        for (int i = told + 1; i < words.size() && i <= told + behind && !stops(i); i++) {
          near.set(i);
        }
      }
    }
    return near;
  }

  /// «заявили», «отмечают»: not what one person does.
  private boolean isPlural(int verb) {
    int end = words.end(verb);
    char last = frames.text.charAt(end - 1);
    char other = end - words.start(verb) > 1 ? frames.text.charAt(end - 2) : last;
    return last == 'и' || last == 'т' && PLURAL.indexOf(other) >= 0;
  }

  private boolean stops(int index) {
    return (gaps.at(index) & WordGaps.STOP) != 0;
  }
}
