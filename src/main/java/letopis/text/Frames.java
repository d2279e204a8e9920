package letopis.text;

import static letopis.text.NameReader.Look.ACRONYM;
import static letopis.text.NameReader.Look.COMMON;
import static letopis.text.NameReader.Look.DOMAIN;
import static letopis.text.NameReader.Look.KNOWN;
import static letopis.text.NameReader.Look.LATIN;
import static letopis.text.NameReader.Look.ORGANISATION;
import static letopis.text.NameReader.Look.QUOTED;

import java.util.EnumSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/// What the frames of both languages share: reading a name at a place or before one, with those
/// named beside it, and keeping what was found. Not for several threads.
final class Frames {
  /// Whatever is no person and no place.
  static final Set<NameReader.Look> ANY = EnumSet.allOf(NameReader.Look.class);

  /// Names that need no frame to be told from persons.
  static final Set<NameReader.Look> SURE = EnumSet.of(KNOWN, QUOTED, DOMAIN, ACRONYM, ORGANISATION);

  /// The same and names in Latin letters, in a Russian text.
  static final Set<NameReader.Look> NAMED =
      EnumSet.of(KNOWN, QUOTED, DOMAIN, ACRONYM, ORGANISATION, LATIN, COMMON);

  /// In an English text, where persons are written so too; [SourceNames] tells them.
  static final Set<NameReader.Look> ENGLISH =
      EnumSet.of(KNOWN, QUOTED, DOMAIN, ACRONYM, LATIN, COMMON);

  static final Set<NameReader.Look> MEDIA = EnumSet.of(KNOWN, DOMAIN);
  static final Set<NameReader.Look> MEDIA_OR_COMMON = EnumSet.of(KNOWN, DOMAIN, COMMON);
  static final Set<NameReader.Look> OUTLETS =
      EnumSet.of(KNOWN, DOMAIN, QUOTED, LATIN, ACRONYM, COMMON);

  private static final long BESIDE_OR_DAY = Cue.bits(Cue.BESIDE, Cue.DAY);
  private static final Set<String> TIMES = Set.of("в", "во", "на", "начале", "середине", "конце");
  private static final Set<String> PREPOSITIONS = Set.of("in", "on");
  private static final Set<String> OF_TIME =
      Set.of("this", "last", "in", "on", "year", "month", "week");
  static final Set<String> ARTICLES = Set.of("the", "a", "an");
  private static final String CLOSING = " \u00A0»\"”*_)[]'’";
  private static final int LONGEST = 7;
  static final int LONGEST_OUTLET = 5;

  final String text;
  final WordList words;
  final NameWords in;
  final NameReader names;
  private final NavigableMap<Integer, Attributions.Found> found;

  Frames(NameWords in, NameReader names, NavigableMap<Integer, Attributions.Found> found) {
    this.text = in.text();
    this.words = in.words();
    this.in = in;
    this.names = names;
    this.found = found;
  }

  /// The name that begins at a word and goes on with the phrase before it, if it may be a source.
  Optional<NameReader.Name> at(int index, Set<NameReader.Look> looks) {
    return index < words.size() && in.follows(index) ? read(index, looks) : Optional.empty();
  }

  /// The name that begins at a word, whatever stands before it, if it may be a source.
  Optional<NameReader.Name> read(int index, Set<NameReader.Look> looks) {
    return names.read(index).filter(name -> SourceNames.accepts(looks, name, text));
  }

  /// Keeps a name, and the outlets named behind it («ТАСС и Reuters»).
  ///
  /// @param cue the word that the statement begins with
  boolean take(int cue, Optional<NameReader.Name> name) {
    Optional<NameReader.Name> one = name;
    while (one.isPresent()) {
      keep(words.start(cue), one.get(), false);
      one = one.flatMap(this::next);
    }
    return name.isPresent();
  }

  /// Keeps the name at a word when there is one.
  boolean takeAt(int cue, int index, Set<NameReader.Look> looks) {
    return take(cue, at(index, looks));
  }

  /// Keeps the name that ends directly before a word, and the outlets named before it.
  boolean takeBefore(int end, Set<NameReader.Look> looks) {
    if (!leads(end, false)) {
      return false;
    }
    Optional<NameReader.Name> name = endingAt(end, LONGEST, looks);
    for (Optional<NameReader.Name> one = name; one.isPresent(); one = one.flatMap(this::previous)) {
      keep(one.get().start(), one.get(), false);
    }
    return name.isPresent();
  }

  /// The name that ends before a word or before the comma there.
  Optional<NameReader.Name> endingBefore(int end, Set<NameReader.Look> looks) {
    return leads(end, true) ? endingAt(end, LONGEST_OUTLET, looks) : Optional.empty();
  }

  /// The name whose last word is the one before `end`, of so many words at most.
  Optional<NameReader.Name> endingAt(int end, int longest, Set<NameReader.Look> looks) {
    int first = Math.max(0, end - longest);
    if (looks.size() > MEDIA.size()) {
      Optional<NameReader.Name> sure = endingAt(end, LONGEST_OUTLET, MEDIA);
      if (sure.isPresent()) {
        return sure;
      }
    }
    for (int start = first; start < end; start++) {
      boolean begins = in.isCapital(start) || in.opens(start) || in.is(start, Cue.KIND.bit());
      boolean small = looks.contains(ORGANISATION) && start >= end - longest;
      if (begins || small) {
        Optional<NameReader.Name> name = names.read(start);
        if (name.isPresent()
            && name.get().wordsTo() == end
            && SourceNames.accepts(looks, name.get(), text)) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  /// Whether nothing but spaces and closing marks stands before a word, or a comma where one may.
  boolean leads(int index, boolean comma) {
    if (index <= 0 || index >= words.size()) {
      return false;
    }
    for (int i = words.end(index - 1); i < words.start(index); i++) {
      char c = text.charAt(i);
      if (CLOSING.indexOf(c) < 0 && !(comma && c == ',')) {
        return false;
      }
    }
    return true;
  }

  /// The first of the adverbs and times before a word, or the word itself: «также», «1 ноября», «в
  /// начале октября».
  int beforeBeside(int index) {
    int end = index;
    while (end > 0
        && !in.isCapital(end - 1)
        && in.is(end - 1, BESIDE_OR_DAY)
        && (end < index || leads(end, false))) {
      end--;
      boolean day = in.is(end, Cue.DAY.bit());
      while (day && end > 0 && in.follows(end) && isOfTime(end - 1)) {
        end--;
      }
    }
    return end;
  }

  private boolean isOfTime(int index) {
    return words.isNumber(index)
        || TIMES.contains(words.norm(index))
        || in.isAdjective(index)
        || in.is(index, Cue.DAY.bit());
  }

  /// The first word behind those of these classes.
  int skip(int from, int most, long classes) {
    int at = from;
    while (at < words.size() && at - from < most && in.is(at, classes) && in.follows(at)) {
      at++;
    }
    return at;
  }

  /// The first word behind a time: "earlier this year", "on 3 May".
  int skipTime(int from, int most) {
    int at = from;
    while (at < words.size()
        && at - from < most
        && in.follows(at)
        && (in.is(at, BESIDE_OR_DAY) || words.isNumber(at) || OF_TIME.contains(words.norm(at)))) {
      at++;
    }
    boolean time = at == from || !PREPOSITIONS.contains(words.norm(at - 1));
    return time ? at : at - 1;
  }

  /// Whether a word of these classes is among so many that go on with a phrase.
  boolean skipsTo(int from, int most, long classes) {
    for (int at = from; at < from + most && in.follows(at); at++) {
      if (in.is(at, classes)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a word of these classes stands within so many words, in the same sentence.
  boolean near(int index, int reach, long classes) {
    if (after(index, reach, classes)) {
      return true;
    }
    for (int i = index - 1; i >= 0 && i >= index - reach && !stops(i + 1); i--) {
      if (in.is(i, classes)) {
        return true;
      }
    }
    return false;
  }

  /// Whether one of these words stands before, within so many words of the same sentence.
  boolean before(int index, int reach, Set<String> norms) {
    for (int i = index - 1; i >= 0 && i >= index - reach && !stops(i + 1); i--) {
      if (norms.contains(words.norm(i))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a word of these classes stands behind, within so many words of the same sentence.
  boolean after(int index, int reach, long classes) {
    for (int i = index + 1; i <= index + reach && i < words.size() && !stops(i); i++) {
      if (in.is(i, classes)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a sentence ends directly before a word.
  boolean stops(int index) {
    for (int i = index == 0 ? 0 : words.end(index - 1); i < words.start(index); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '.' || c == '!' || c == '?') {
        return true;
      }
    }
    return index == 0;
  }

  /// Whether a sentence or a clause begins with a word, or with the article before it.
  boolean startsClause(int index) {
    int at = index > 0 && ARTICLES.contains(words.norm(index - 1)) ? index - 1 : index;
    return stops(at) || !in.follows(at);
  }

  /// Keeps a name, unless it overlaps one that is kept.
  void keep(int start, NameReader.Name name, boolean line) {
    if (isTaken(name)) {
      return;
    }
    Span span = new Span(name.start(), name.end());
    Span whole = new Span(Math.min(start, name.start()), Math.max(name.end(), start));
    found.put(span.start(), new Attributions.Found(span.of(text), span, whole, line));
  }

  /// Whether a name that is kept overlaps this one. Kept names do not overlap, so that only the
  /// last one before the end of another can overlap it.
  boolean isTaken(NameReader.Name name) {
    Map.Entry<Integer, Attributions.Found> near = found.lowerEntry(name.end());
    return near != null && near.getValue().nameSpan().end() > name.start();
  }

  /// «по данным ТАСС и Reuters»: another outlet named beside one.
  private Optional<NameReader.Name> next(NameReader.Name one) {
    int at = one.wordsTo();
    boolean and = in.isWord(at, "и") || in.isWord(at, "and");
    int next = and ? at + 1 : at;
    if (!isOutlet(one) || next >= words.size() || !and && !text.startsWith(", ", one.end())) {
      return Optional.empty();
    }
    Set<NameReader.Look> looks = and && one.look() == KNOWN ? OUTLETS : MEDIA;
    return names
        .read(next)
        .filter(name -> SourceNames.accepts(looks, name, text))
        .filter(name -> and || isOutlet(name) && goesOn(name.end()));
  }

  /// "The Post and The Times reported": the outlet named before one.
  private Optional<NameReader.Name> previous(NameReader.Name one) {
    int at = words.from(one.start());
    if (at > 0 && words.norm(at - 1).equals("the")) {
      at--;
    }
    boolean and = in.isWord(at - 1, "и") || in.isWord(at - 1, "and");
    int end = and ? at - 1 : at;
    boolean comma = end > 0 && text.startsWith(", ", words.end(end - 1));
    if (!isOutlet(one) || !and && !comma) {
      return Optional.empty();
    }
    return endingAt(end, LONGEST_OUTLET, and ? OUTLETS : MEDIA)
        .filter(name -> and || isOutlet(name));
  }

  /// Whether a list goes on: a comma alone may begin another clause.
  private boolean goesOn(int end) {
    return text.startsWith(",", end)
        || text.startsWith(" и ", end)
        || text.startsWith(" and ", end);
  }

  private static boolean isOutlet(NameReader.Name name) {
    return name.look() == KNOWN || name.look() == DOMAIN || name.described();
  }
}
