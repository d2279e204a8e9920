package letopis.text;

import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Finds where a text says whom it has something from: «Источник новости: X», «как сообщает X»,
/// «по данным X», «со ссылкой на X», "according to X", "X reports".
///
/// A source is an outlet, an agency, a channel or a named organisation. What a person said
/// («заявил министр») is a quotation, not an attribution, and is left out; so is a word that only
/// points back («газета», "the agency").
///
/// Frames of words find most of them. What the frames are silent about is judged by weights that
/// were learned from labelled sentences.
public final class Attributions {
  private static final Set<String> LANGUAGES = Set.of("ru", "en", "und");
  private static final String TARGET = "](http";
  private static final Outlets OUTLETS = Outlets.bundled();
  private static final NameWeights WEIGHTS = NameWeights.bundled();

  /// Log odds at which a name that no frame names counts as a source; chosen on the labelled
  /// sentences, each set judged by weights that were trained on the others.
  private static final float LEAST = 2;

  private Attributions() {}

  /// One statement.
  ///
  /// @param name as written, without quotation marks and describing words: `ТАСС`
  /// @param nameSpan where the name stands
  /// @param span the whole statement: the words of attribution and the name
  /// @param line it is a line of its own that names the source («Источник: X»), not a phrase
  public record Found(String name, Span nameSpan, Span span, boolean line) {
    public Found {
      Objects.requireNonNull(name);
      Objects.requireNonNull(nameSpan);
      Objects.requireNonNull(span);
    }
  }

  /// A name that may be a source.
  ///
  /// @param features numbers of what stands in it and around it, for [NameWeights]
  public record Candidate(Span nameSpan, int[] features) {
    public Candidate {
      Objects.requireNonNull(nameSpan);
      Objects.requireNonNull(features);
    }
  }

  /// The statements of attribution in a text, in order, no name twice at one place. Frames are for
  /// Russian and English; both are applied to a text of either, since outlets mix them.
  ///
  /// @param lang ISO 639-1; a language other than these two gives nothing, `und` is tried
  public static List<Found> find(String text, String lang) {
    if (!LANGUAGES.contains(lang)) {
      return List.of();
    }
    NavigableMap<Integer, Found> found = new TreeMap<>();
    Frames frames = frames(text, found);
    byFrames(frames);
    new JudgedNames(frames).keep(WEIGHTS, LEAST);
    return List.copyOf(found.values());
  }

  /// The names in a text that are judged when no frame names them, for training.
  ///
  /// @param lang as for [#find]
  public static List<Candidate> candidates(String text, String lang) {
    if (!LANGUAGES.contains(lang)) {
      return List.of();
    }
    return new JudgedNames(frames(text, new TreeMap<>())).candidates();
  }

  private static Frames frames(String text, NavigableMap<Integer, Found> found) {
    String read = withoutTargets(text);
    NameWords in = new NameWords(read, Words.lazily(read));
    return new Frames(in, new NameReader(in, OUTLETS), found);
  }

  private static void byFrames(Frames frames) {
    NameWords in = frames.in;
    new SourceLines(frames).read();
    RussianFrames russian = new RussianFrames(frames);
    EnglishFrames english = new EnglishFrames(frames);
    PhraseFrames phrases = new PhraseFrames(frames);
    for (int i = 0; i < frames.words.size(); i++) {
      if (in.is(i, Cue.OPENING)) {
        russian.at(i, in.cues(i));
        english.at(i, in.cues(i));
        if (in.is(i, Cue.PHRASE.bit())) {
          phrases.at(i);
        }
      }
    }
  }

  /// A text with spaces for the addresses of its Markdown links, which stand between a verb and the
  /// name: `[сообщает](https://…) «Регион»`.
  private static String withoutTargets(String text) {
    int at = text.indexOf(TARGET);
    if (at < 0) {
      return text;
    }
    StringBuilder read = new StringBuilder(text);
    while (at >= 0) {
      int end = at;
      while (end < text.length() && " )\n".indexOf(text.charAt(end)) < 0) {
        read.setCharAt(end++, ' ');
      }
      if (end < text.length() && text.charAt(end) == ')') {
        read.setCharAt(end, ' ');
      }
      at = text.indexOf(TARGET, end);
    }
    return read.toString();
  }
}
