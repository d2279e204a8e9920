package letopis.text;

import static letopis.text.NameReader.Look.DOMAIN;
import static letopis.text.NameReader.Look.KNOWN;
import static letopis.text.NameReader.Look.LATIN;
import static letopis.text.NameReader.Look.ORGANISATION;
import static letopis.text.NameReader.Look.QUOTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds where a text says whom it has something from: «Источник новости: X», «как сообщает X»,
/// «по
/// данным X», «со ссылкой на X», "according to X", "X reports".
///
/// A source is an outlet, an agency, a channel or a named organisation. What a person said
/// («заявил
/// министр») is a quotation, not an attribution, and is left out; so is a word that only points
/// back
/// («газета», "the agency").
public final class Attributions {
  private static final Pattern GAP =
      Pattern.compile("(?s)[ \\u00A0*_\\[(]*(?:https?://|@)?[«\"“„]?\\*{0,2}");
  /// Words between a name and its verb: «ТАСС ранее сообщал».
  private static final Set<String> BESIDE_VERB =
      Set.of(
          "также",
          "уже",
          "ранее",
          "позже",
          "вчера",
          "сегодня",
          "накануне",
          "официально",
          "журналистам",
          "also",
          "first",
          "earlier");

  private static final Set<String> AND = Set.of("и", "and");
  private static final int LONGEST_OUTLET = 5;
  private static final Set<String> SIDE = Set.of("в", "во");
  private static final Set<String> LANGUAGES = Set.of("ru", "en", "und");
  private static final String SKIPPED = " \t\n\u000B\f\r«\"“";

  /// Bit `i` is rule `i` of those before, then of those after.
  private static final Triggers TRIGGERS =
      new Triggers(
          Stream.concat(AttributionRules.BEFORE.stream(), AttributionRules.AFTER.stream())
              .map(AttributionRules.Rule::trigger)
              .toList());

  private static final Pattern DATELINE =
      Pattern.compile("\\((\\p{Lu}[\\p{L} .]{1,40})\\)\\s*[-–—]", Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern HEAD = Pattern.compile("[»\"”*]{0,3}: ");
  private static final Pattern TAIL = Pattern.compile("(?<=[ .»!?*])[—–] (?=[^—–]*$)");
  private static final Pattern END = Pattern.compile("[»\"”*. ]*");
  private static final int LONGEST_TAIL = 40;

  /// A colon behind a name that begins a line stands within so many characters.
  private static final int LONGEST_HEAD = 120;

  private static final Outlets OUTLETS = Outlets.bundled();

  private Attributions() {}

  /// One statement.
  ///
  /// @param name as written, without quotation marks and describing words: `ТАСС`
  /// @param nameSpan where the name stands
  /// @param span the whole statement: trigger and name
  /// @param line it is a line of its own that names the source («Источник: X»), not a phrase
  public record Found(String name, Span nameSpan, Span span, boolean line) {
    public Found {
      Objects.requireNonNull(name);
      Objects.requireNonNull(nameSpan);
      Objects.requireNonNull(span);
    }
  }

  /// The statements of attribution in a text, in order, no name twice at one place. Rules are for
  /// Russian and English; both are applied to a text of either, since outlets mix them.
  ///
  /// @param lang ISO 639-1; a language other than these two gives nothing, `und` is tried
  public static List<Found> find(String text, String lang) {
    if (!LANGUAGES.contains(lang)) {
      return List.of();
    }
    WordList words = Words.lazily(text);
    NameReader names = new NameReader(text, words, OUTLETS);
    NavigableMap<Integer, Found> found = new TreeMap<>();
    lines(text, words, names, found);
    Triggers.Places places = TRIGGERS.in(text);
    for (int i = 0; i < AttributionRules.BEFORE.size(); i++) {
      AttributionRules.Rule rule = AttributionRules.BEFORE.get(i);
      for (Span trigger : triggers(rule, i, places, text)) {
        int next = words.from(trigger.end());
        Optional<NameReader.Name> name = read(text, words, names, rule, next, trigger.end());
        name.ifPresent(one -> add(found, text, trigger.start(), one, false));
        name.flatMap(one -> toldBy(text, words, names, one))
            .ifPresent(one -> add(found, text, trigger.start(), one, false));
        for (Optional<NameReader.Name> one = name.flatMap(first -> next(text, words, names, first));
            one.isPresent();
            one = one.flatMap(last -> next(text, words, names, last))) {
          add(found, text, trigger.start(), one.get(), false);
        }
      }
    }
    for (int i = 0; i < AttributionRules.AFTER.size(); i++) {
      AttributionRules.Rule rule = AttributionRules.AFTER.get(i);
      for (Span trigger : triggers(rule, AttributionRules.BEFORE.size() + i, places, text)) {
        for (Optional<NameReader.Name> name = before(text, words, names, rule, trigger.start());
            name.isPresent();
            name = name.flatMap(one -> previous(text, words, names, one))) {
          add(found, text, name.get().start(), name.get(), false);
        }
      }
    }
    return List.copyOf(found.values());
  }

  /// What [Matcher#find()] would find one after the other, tried only where it can begin.
  private static List<Span> triggers(
      AttributionRules.Rule rule, int bit, Triggers.Places places, String text) {
    int place = places.next(0, bit, 0);
    if (place < 0) {
      return List.of();
    }
    List<Span> spans = new ArrayList<>();
    Matcher matcher = rule.trigger().matcher(text);
    int from = 0;
    while (place >= 0) {
      if (matchesAt(matcher, places.at()[place])) {
        spans.add(new Span(matcher.start(), matcher.end()));
        from = matcher.end();
      }
      place = places.next(place + 1, bit, from);
    }
    return spans;
  }

  private static boolean matchesAt(Matcher matcher, int at) {
    return matcher
        .useTransparentBounds(true)
        .useAnchoringBounds(false)
        .region(at, matcher.regionEnd())
        .lookingAt();
  }

  private static void lines(
      String text, WordList words, NameReader names, NavigableMap<Integer, Found> found) {
    Matcher line = AttributionRules.LINE.matcher(text);
    for (int at = 0; at < text.length(); at++) {
      if (beginsLine(text, at) && matchesAt(line, at)) {
        read(text, words, names, AttributionRules.LINES, words.from(line.end()), line.end())
            .ifPresent(name -> add(found, text, line.start(), name, true));
        at = line.end() - 1;
      }
    }
    heads(text, words, names, found);
    Matcher dateline = DATELINE.matcher(text);
    for (int at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1)) {
      if (matchesAt(dateline, at)) {
        names
            .read(words.from(dateline.start()))
            .filter(name -> name.look() == KNOWN && name.end() == dateline.end(1))
            .ifPresent(name -> add(found, text, dateline.start(), name, true));
      }
    }
  }

  /// «Bloomberg: …» at the beginning of a line, «… — ТАСС» at its end.
  private static void heads(
      String text, WordList words, NameReader names, NavigableMap<Integer, Found> found) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int to = end < 0 ? text.length() : end;
      boolean headed = text.indexOf(": ", start, Math.min(to, start + LONGEST_HEAD)) >= 0;
      int first = headed ? words.from(start) : words.size();
      if (first < words.size() && words.start(first) < Math.min(to, start + 4)) {
        names
            .read(first)
            .filter(name -> name.look() == KNOWN && name.end() <= to)
            .filter(name -> HEAD.matcher(text).region(name.end(), to).lookingAt())
            .ifPresent(name -> add(found, text, name.start(), name, true));
      }
      int tailFrom = Math.max(start, to - LONGEST_TAIL);
      boolean dashed = text.indexOf('—', tailFrom, to) >= 0 || text.indexOf('–', tailFrom, to) >= 0;
      Matcher tail = TAIL.matcher(text).region(tailFrom, to);
      int last = dashed && tail.find() ? words.from(tail.end()) : words.size();
      if (last < words.size() && words.start(last) < to) {
        names
            .read(last)
            .filter(name -> name.look() == KNOWN && name.end() <= to)
            .filter(name -> END.matcher(text).region(name.end(), to).matches())
            .ifPresent(name -> add(found, text, name.start(), name, true));
      }
      start = to + 1;
    }
  }

  /// Where [AttributionRules#LINE] can begin: at the start, at a line feed, at a stop before a
  // space.
  private static boolean beginsLine(String text, int at) {
    char c = text.charAt(at);
    boolean stop = c == '.' || c == '!' || c == '?' || c == '»' || c == ')';
    return at == 0 || c == '\n' || stop && text.startsWith(" ", at + 1);
  }

  private static Optional<NameReader.Name> read(
      String text,
      WordList words,
      NameReader names,
      AttributionRules.Rule rule,
      int next,
      int from) {
    if (next >= words.size()) {
      return Optional.empty();
    }
    String gap = text.substring(from, words.start(next));
    if (!GAP.matcher(gap).matches()) {
      return Optional.empty();
    }
    return names.read(next).filter(name -> SourceNames.accepts(rule, name, text));
  }

  /// The name that ends directly before a verb.
  private static Optional<NameReader.Name> before(
      String text, WordList words, NameReader names, AttributionRules.Rule rule, int verb) {
    int end = words.from(verb);
    while (end > 0 && BESIDE_VERB.contains(words.norm(end - 1))) {
      end--;
    }
    int next = Math.min(verb, end < words.size() ? words.start(end) : text.length());
    for (int start = Math.max(0, end - 6); start < end; start++) {
      Optional<NameReader.Name> name = names.read(start);
      if (name.isPresent()
          && name.get().wordsTo() == end
          && SourceNames.accepts(rule, name.get(), text)) {
        String gap = text.substring(name.get().end(), next);
        boolean object = name.get().look() == ORGANISATION && end - start > 5;
        boolean unsure = name.get().look() == ORGANISATION || name.get().look() == LATIN;
        boolean nominative =
            !unsure || name.get().described() || startsClause(text, name.get().start());
        if (rule.gap().matcher(gap).matches() && !object && nominative) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  /// «сообщили РИА Новости в пресс-службе УМВД»: who told it to the outlet that was read first.
  private static Optional<NameReader.Name> toldBy(
      String text, WordList words, NameReader names, NameReader.Name outlet) {
    int at = outlet.wordsTo();
    boolean outletFirst = outlet.look() == KNOWN || outlet.look() == QUOTED;
    if (!outletFirst || at + 1 >= words.size() || !SIDE.contains(words.norm(at))) {
      return Optional.empty();
    }
    return names.read(at + 1).filter(name -> name.look() == ORGANISATION);
  }

  /// «по данным ТАСС и Reuters»: another outlet named beside one.
  private static Optional<NameReader.Name> next(
      String text, WordList words, NameReader names, NameReader.Name one) {
    int at = one.wordsTo();
    boolean and = at < words.size() && AND.contains(words.norm(at));
    int next = and ? at + 1 : at;
    if (!isOutlet(one) || next >= words.size() || !and && !text.startsWith(", ", one.end())) {
      return Optional.empty();
    }
    return names.read(next).filter(Attributions::isOutlet);
  }

  /// "The Post and The Times reported": the outlet named before one.
  private static Optional<NameReader.Name> previous(
      String text, WordList words, NameReader names, NameReader.Name one) {
    int at = words.from(one.start());
    if (at > 0 && words.norm(at - 1).equals("the")) {
      at--;
    }
    boolean and = at > 0 && AND.contains(words.norm(at - 1));
    int end = and ? at - 1 : at;
    boolean comma = end > 0 && text.startsWith(", ", words.end(end - 1));
    if (!isOutlet(one) || !and && !comma) {
      return Optional.empty();
    }
    for (int start = Math.max(0, end - LONGEST_OUTLET); start < end; start++) {
      Optional<NameReader.Name> name = names.read(start);
      if (name.isPresent() && name.get().wordsTo() == end && isOutlet(name.get())) {
        return name;
      }
    }
    return Optional.empty();
  }

  private static boolean isOutlet(NameReader.Name name) {
    return name.look() == KNOWN || name.look() == DOMAIN;
  }

  /// Whether a clause begins here, or «в», so that the name before the verb is its subject.
  private static boolean startsClause(String text, int start) {
    int end = start;
    boolean more = true;
    while (end > 0 && more) {
      if (SKIPPED.indexOf(text.charAt(end - 1)) >= 0 || isSign(text.charAt(end - 1))) {
        end--;
      } else if (text.startsWith("Ранее", end - 5)) {
        end -= 5;
      } else {
        more = false;
      }
    }
    if (end == 0 || ".!?\n,В".indexOf(text.charAt(end - 1)) >= 0) {
      return true;
    }
    return text.startsWith(" в", end - 2) || text.startsWith(" во", end - 3);
  }

  /// A picture, or what makes letters bold.
  private static boolean isSign(char c) {
    return c == '*' || c == '_' || c > 0x2190 && !Character.isLetter(c);
  }

  /// Names in `found` do not overlap, so that only the last one before the end of a new one can
  /// overlap it.
  private static void add(
      NavigableMap<Integer, Found> found,
      String text,
      int start,
      NameReader.Name name,
      boolean line) {
    Span span = new Span(name.start(), name.end());
    Map.Entry<Integer, Found> near = found.lowerEntry(span.end());
    if (near != null && near.getValue().nameSpan().overlaps(span)) {
      return;
    }
    Span whole = new Span(Math.min(start, name.start()), Math.max(name.end(), start));
    found.put(span.start(), new Found(span.of(text), span, whole, line));
  }
}
