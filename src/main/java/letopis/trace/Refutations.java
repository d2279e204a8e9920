package letopis.trace;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import letopis.text.Sentences;
import letopis.text.Span;
import letopis.text.StopWords;
import letopis.text.Word;
import letopis.text.Words;

/// Tells a passage that makes a statement from one that denies, doubts or checks it.
///
/// A denial near a passage need not mean it: most articles that deny something also state
/// something. So a denial counts when it is bound to the passage: in the same sentence, unless
/// somebody says something new in between or the denied thing is said to be another; in a sentence
/// after it that points back ("this is not so", «эти сведения не подтвердились»); in the sentence
/// before it or the headline when the passage is quoted or told as hearsay.
final class Refutations {
  /// Whether a text says what a passage of it says.
  enum Stance {
    STATES,
    /// Asks or checks whether it is so, without denying it.
    DISCUSSES,
    DENIES
  }

  /// Passages of more sentences are no claim that one word denies.
  private static final int LONGEST = 4;

  /// A sentence of so few words only leads over to the next.
  private static final int BRIDGE = 5;

  /// So many of a headline's words in common mean that it speaks of the passage.
  private static final int SAME_SUBJECT = 3;

  /// Words that say nothing of what a denied thing is about.
  private static final Set<String> POINTS = Set.of("том", "this", "that", "it");

  private final String title;
  private final String text;
  private final List<Span> sentences;
  private final int first;
  private final int last;
  private final String before;
  private final String after;
  private final String passage;

  private Refutations(String title, String text, int start, int end, List<Span> sentences) {
    this.title = title;
    this.text = text;
    this.sentences = sentences;
    this.passage = text.substring(start, end);
    int from = 0;
    int to = 0;
    for (int i = 0; i < sentences.size(); i++) {
      from = sentences.get(i).start() <= start ? i : from;
      to = sentences.get(i).start() < end ? i : to;
    }
    this.first = from;
    this.last = to;
    this.before = text.substring(Math.min(sentences.get(from).start(), start), start);
    this.after = text.substring(end, Math.max(sentences.get(to).end(), end));
  }

  /// How the text stands to its passage `[start, end)`.
  ///
  /// @param title the headline above the text
  static Stance of(String title, String text, int start, int end) {
    List<Span> sentences = Sentences.of(text);
    if (sentences.isEmpty()) {
      return Stance.STATES;
    }
    Refutations passage = new Refutations(title, text, start, end, sentences);
    if (passage.last - passage.first >= LONGEST) {
      return Stance.STATES;
    }
    return passage.denied() ? Stance.DENIES : passage.stance();
  }

  private Stance stance() {
    boolean checked = isHearsay() && (Denials.CHECK.in(sentence(last + 1)) || isAsked());
    if (checked || isAsked() && !Denials.ASKS.in(passage)) {
      return checked && verdict() ? Stance.DENIES : Stance.DISCUSSES;
    }
    return Stance.STATES;
  }

  private boolean denied() {
    boolean ofDenial = Denials.ANY.in(passage);
    return bySentenceAfter() || !ofDenial && (inSentence() || bySentenceBefore() || byTitle());
  }

  /// In the same sentence: before the passage, with nobody saying something new in between, or
  /// after it.
  private boolean inSentence() {
    Optional<MatchResult> earlier = Denials.ANY.find(before);
    if (earlier.isPresent()
        && !Denials.SAYS.in(before.substring(earlier.get().end()))
        && !isOfAnother(before)) {
      return true;
    }
    return Denials.ANY.in(after) && !isOfAnother(after) || deniesWhatIsBefore(after);
  }

  private boolean bySentenceAfter() {
    String next = sentence(last + 1);
    if (pointsBack(next)) {
      return true;
    }
    boolean bridge = Words.of(next).size() <= BRIDGE || Denials.CHECK.in(next);
    return bridge && !next.isEmpty() && pointsBack(sentence(last + 2));
  }

  private boolean pointsBack(String sentence) {
    return deniesWhatIsBefore(sentence) && !isOfAnother(sentence);
  }

  private static boolean deniesWhatIsBefore(String text) {
    return Denials.OF_THE_ONE_BEFORE.in(text)
        || Denials.BEGINS_WITH_THE_ONE_BEFORE.matcher(text).lookingAt();
  }

  private boolean bySentenceBefore() {
    String previous = sentence(first - 1);
    return (isQuoted() || isHearsay() || previous.endsWith(":"))
        && Denials.ANY.in(previous)
        && !isOfAnother(previous);
  }

  private boolean byTitle() {
    if (!Denials.ANY.in(title)) {
      return false;
    }
    int common = common(title);
    if (isQuoted() || isHearsay()) {
      return common >= 1;
    }
    String own = before + " " + after;
    return common >= SAME_SUBJECT
        && 2 * common >= stems(title).size()
        && !Denials.INSTEAD.in(own)
        && !Denials.SAYS.in(own);
  }

  private boolean verdict() {
    for (int i = last + 1; i < sentences.size(); i++) {
      if (Denials.VERDICT.in(sentence(i))) {
        return true;
      }
    }
    return false;
  }

  /// Told as what others say, around the passage.
  private boolean isHearsay() {
    return Denials.HEARSAY.in(before) || Denials.HEARSAY.in(after);
  }

  private boolean isAsked() {
    return Denials.ASKS.in(before) && after.strip().startsWith("?");
  }

  /// In quotation marks, and not as what somebody in the text says himself.
  private boolean isQuoted() {
    String own = before.stripTrailing();
    return !own.isEmpty()
        && "«\"“„".indexOf(own.charAt(own.length() - 1)) >= 0
        && !Denials.SAYS.in(after);
  }

  /// The denial says what it denies, and that is not the passage.
  private boolean isOfAnother(String denial) {
    String about = Denials.ABOUT.find(denial).map(found -> found.group(1)).orElse("");
    return !about.isEmpty() && !POINTS.contains(about.strip()) && common(about) == 0;
  }

  private String sentence(int index) {
    boolean there = index >= 0 && index < sentences.size() && (index < first || index > last);
    return there ? sentences.get(index).of(text) : "";
  }

  /// How many telling stems the passage has in common with a text.
  private int common(String other) {
    Set<String> stems = stems(passage);
    stems.retainAll(stems(other));
    return stems.size();
  }

  private static Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    for (Word word : Words.of(text)) {
      if (!StopWords.has(word.norm())) {
        stems.add(word.stem());
      }
    }
    return stems;
  }
}
