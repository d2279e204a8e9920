package letopis.text;

import static letopis.text.NameReader.Look.ACRONYM;
import static letopis.text.NameReader.Look.DOMAIN;
import static letopis.text.NameReader.Look.KNOWN;
import static letopis.text.NameReader.Look.LATIN;
import static letopis.text.NameReader.Look.ORGANISATION;
import static letopis.text.NameReader.Look.QUOTED;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Fixed phrases that name a source, a line each in `attribution-phrases.txt`: «имеется в
/// распоряжении X», «цитата по X», «опрошенные X эксперты». Not for several threads.
final class PhraseFrames {
  /// What a name beside a phrase may look like, by the word that a line begins with.
  private static final Map<String, Set<NameReader.Look>> LOOKS =
      Map.of(
          "OUTLET",
          Frames.MEDIA,
          "HOST",
          EnumSet.of(KNOWN, DOMAIN, QUOTED, LATIN),
          "OFFICE",
          EnumSet.of(KNOWN, DOMAIN, ACRONYM, LATIN, ORGANISATION),
          "PRINT",
          Frames.OUTLETS);

  private static final List<String> LINES = CueWords.lines("attribution-phrases.txt");
  private static final List<Phrase> PHRASES = LINES.stream().map(Phrase::of).toList();

  /// Which phrases a word begins, a bit each, of 64 phrases together: most begin one or two.
  private static final List<CueWords> BEGUN =
      IntStream.iterate(0, from -> from < LINES.size(), from -> from + Long.SIZE)
          .mapToObj(from -> LINES.subList(from, Math.min(LINES.size(), from + Long.SIZE)))
          .map(lines -> lines.stream().map(line -> firstWords(line).toList()).toList())
          .map(CueWords::ofAll)
          .toList();

  /// So many words at most where a step may be repeated.
  private static final int MOST_REPEATED = 4;

  private final Frames frames;
  private final NameWords in;

  PhraseFrames(Frames frames) {
    this.frames = frames;
    this.in = frames.in;
  }

  /// The words that phrases begin with, as in `attribution-words.txt`.
  static Stream<String> firstWords(String line) {
    return Stream.of(line.split(" ")[1].split("\\|"));
  }

  /// Keeps what the phrases name that begin with a word.
  void at(int first) {
    WordList words = frames.words;
    for (int group = 0; group < BEGUN.size(); group++) {
      long begun = BEGUN.get(group).at(frames.text, words.start(first), words.end(first));
      for (; begun != 0; begun &= begun - 1) {
        Phrase phrase = PHRASES.get(group * Long.SIZE + Long.numberOfTrailingZeros(begun));
        if (frames.take(first, match(phrase, 1, first + 1, Optional.empty()))) {
          return;
        }
      }
    }
  }

  /// The name in a phrase whose steps before `step` are matched up to a word, if the others match
  /// from there on.
  private Optional<NameReader.Name> match(
      Phrase phrase, int step, int at, Optional<NameReader.Name> name) {
    if (step == phrase.steps.size()) {
      return name;
    }
    Step next = phrase.steps.get(step);
    if (next.kind == Kind.NAME) {
      boolean may = in.mayBegin(at) || in.isAdjective(at) || phrase.looks.contains(ORGANISATION);
      Optional<NameReader.Name> here = may ? frames.at(at, phrase.looks) : Optional.empty();
      return here.flatMap(one -> match(phrase, step + 1, one.wordsTo(), here));
    }
    if (next.kind == Kind.END) {
      boolean ends = at >= frames.words.size() || !frames.leads(at, false);
      return ends ? match(phrase, step + 1, at, name) : Optional.empty();
    }
    Optional<NameReader.Name> found = Optional.empty();
    for (int count = most(next, at, name.isPresent());
        found.isEmpty() && count >= next.least;
        count--) {
      found = match(phrase, step + 1, at + count, name);
    }
    return found;
  }

  /// How many words from one on go on with the phrase and are of a step.
  private int most(Step step, int from, boolean behindName) {
    int count = 0;
    while (count < step.most
        && (behindName ? frames.leads(from + count, false) : in.follows(from + count))
        && step.is(in, from + count)) {
      count++;
    }
    return count;
  }

  private enum Kind {
    WORDS,
    ADJECTIVE,
    NAME,
    END
  }

  /// One place of a phrase: a name, the end of a clause, or `least` to `most` words of some
  /// classes.
  ///
  /// @param classes of [Cue]
  private record Step(Kind kind, CueWords words, long classes, int least, int most) {
    static Step of(String written) {
      boolean optional = written.endsWith("?") || written.endsWith("+");
      String all = optional ? written.substring(0, written.length() - 1) : written;
      Kind kind =
          switch (all) {
            case "@" -> Kind.NAME;
            case "." -> Kind.END;
            case "ADJ" -> Kind.ADJECTIVE;
            default -> Kind.WORDS;
          };
      List<String> words = kind == Kind.WORDS ? List.of(all.split("\\|")) : List.of();
      return new Step(
          kind,
          CueWords.of(words.stream().filter(word -> !isClass(word)).toList()),
          Cue.bits(words.stream().filter(Step::isClass).map(Cue::valueOf).toArray(Cue[]::new)),
          optional ? 0 : 1,
          written.endsWith("+") ? MOST_REPEATED : 1);
    }

    private static boolean isClass(String word) {
      return Character.isUpperCase(word.charAt(0));
    }

    boolean is(NameWords in, int index) {
      WordList all = in.words();
      return kind == Kind.ADJECTIVE
          ? in.isAdjective(index)
          : in.is(index, classes) || words.at(in.text(), all.start(index), all.end(index)) != 0;
    }
  }

  /// @param looks what the name may look like
  private record Phrase(Set<NameReader.Look> looks, List<Step> steps) {
    static Phrase of(String line) {
      List<String> parts = List.of(line.split(" "));
      return new Phrase(
          LOOKS.get(parts.getFirst()),
          parts.subList(1, parts.size()).stream().map(Step::of).toList());
    }
  }
}
