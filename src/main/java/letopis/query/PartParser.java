package letopis.query;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.query.Query.Form;
import letopis.query.Query.Positional;
import letopis.text.Span;

/// Makes the leaves of the tree, and checks them: words, phrases, values, ranges, proximity.
final class PartParser {
  /// Fewer letters before `*` would match too many words.
  private static final int SHORTEST_PREFIX = 3;

  /// Nor is a very long word a word.
  private static final int LONGEST_WORD = 200;

  private final Faults faults;
  private final ZoneId zone;
  private int count;

  PartParser(Faults faults, ZoneId zone) {
    this.faults = faults;
    this.zone = zone;
  }

  /// How many words, phrases and values there were.
  int count() {
    return count;
  }

  Positional word(Token token, boolean exact, Token tilde) {
    if (tilde.is(Token.Type.TILDE)) {
      faults.add(
          tilde,
          "~ works after a phrase in quotes only; a mistyped word is offered as a suggestion",
          "~ действует только после фразы в кавычках; исправление опечатки мы предложим сами");
    }
    return word(token.text(), token.start(), exact);
  }

  private Query.Word word(String typed, int start, boolean exact) {
    count++;
    Span span = new Span(start, start + typed.length());
    String text = typed;
    Form form = exact ? Form.EXACT : Form.ANY;
    int star = typed.indexOf('*');
    if (star >= 0) {
      text = typed.substring(0, star);
      form = Form.PREFIX;
      checkStar(typed, star, start);
    }
    checkLetters(typed, start);
    return new Query.Word(text.isEmpty() ? "*" : text, form, span);
  }

  private void checkStar(String typed, int star, int start) {
    int end = start + typed.length();
    if (star == 0) {
      faults.add(
          start,
          end,
          "a word cannot begin with *; leave the query empty to see everything",
          "слово не может начинаться с *; чтобы увидеть всё, оставьте запрос пустым");
    } else if (star < typed.length() - 1) {
      faults.add(
          start + star,
          start + star + 1,
          "* may stand only at the end of a word",
          "* может стоять только в конце слова");
    } else if (typed.codePointCount(0, star) < SHORTEST_PREFIX && !isIdeographic(typed)) {
      faults.add(
          start,
          end,
          "at least " + SHORTEST_PREFIX + " letters are needed before *",
          "перед * нужно хотя бы " + SHORTEST_PREFIX + " буквы");
    }
  }

  private static boolean isIdeographic(String text) {
    return Character.isIdeographic(text.codePointAt(0));
  }

  private void checkLetters(String typed, int start) {
    int boost = typed.indexOf('^');
    int joker = typed.indexOf('?');
    if (boost >= 0) {
      faults.add(
          start + boost,
          start + typed.length(),
          "weights (^) are not supported",
          "веса (^) не поддерживаются");
    } else if (joker > 0 && joker < typed.length() - 1 && !typed.contains("://")) {
      faults.add(
          start + joker,
          start + joker + 1,
          "? does not stand for a letter; use prefix*",
          "? не заменяет букву: используйте начало*");
    } else if (typed.length() > LONGEST_WORD) {
      faults.add(
          start,
          start + typed.length(),
          "a word longer than " + LONGEST_WORD + " characters",
          "слово длиннее " + LONGEST_WORD + " знаков");
    }
  }

  Query phrase(Token quoted, boolean exact, Token tilde) {
    List<Query.Word> words = words(quoted, exact);
    Span span = new Span(quoted.start(), tilde.is(Token.Type.TILDE) ? tilde.end() : quoted.end());
    if (words.isEmpty()) {
      faults.add(quoted, "there are no words in these quotation marks", "в этих кавычках нет слов");
      return new Query.Everything(span);
    }
    int gaps = tilde.is(Token.Type.TILDE) ? distance(tilde, tilde.text()) : 0;
    return words.size() == 1 ? words.getFirst() : new Query.Phrase(words, gaps, span);
  }

  /// The words between quotation marks: `=` and `*` work there too, other punctuation does not.
  private List<Query.Word> words(Token quoted, boolean exact) {
    List<Query.Word> words = new ArrayList<>();
    String text = quoted.text();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      String piece = text.substring(at, end);
      boolean marked = piece.length() > 1 && piece.charAt(0) == '=';
      int from = marked ? 1 : 0;
      String bare = piece.substring(from);
      if (Lexer.hasLetterOrDigit(bare)) {
        boolean prefix = bare.endsWith("*");
        String clean = prefix ? bare : bare.replace('*', ' ').replace('^', ' ').strip();
        int start = quoted.start() + 1 + at + from;
        words.add(word(clean.replace("?", ""), start, exact || marked));
      }
      at = end + 1;
    }
    return words;
  }

  private int distance(Token token, String digits) {
    try {
      int distance = Integer.parseInt(digits);
      if (distance >= 0 && distance <= QueryParser.WIDEST) {
        return distance;
      }
    } catch (NumberFormatException e) {
      // The fault below names the bounds for both cases.
    }
    faults.add(
        token,
        "a whole number from 0 to " + QueryParser.WIDEST + " is needed: NEAR/5, \"a b\"~5",
        "нужно целое число от 0 до " + QueryParser.WIDEST + ": NEAR/5, \"а б\"~5");
    return 0;
  }

  Query near(Token operator, List<Positional> parts, Span span) {
    if (operator.text().equalsIgnoreCase("S")) {
      return new Query.SameSentence(parts, span);
    }
    return new Query.Near(parts, distance(operator, operator.text()), span);
  }

  /// A part of the tree as something that has a place in a text.
  Positional positional(Query query) {
    if (query instanceof Positional positional) {
      return positional;
    }
    if (query instanceof Query.Or or) {
      return new Query.AnyOf(or.parts().stream().map(this::positional).toList(), or.span());
    }
    Span span = query.span();
    if (!(query instanceof Query.Everything)) {
      faults.add(
          span.start(),
          span.end(),
          "beside NEAR only words, phrases and (this OR that) may stand",
          "рядом с NEAR могут стоять только слова, фразы и (это OR то)");
    }
    return new Query.Word("*", Form.ANY, span);
  }

  /// Faults for fields named within another field.
  void refuseFields(Query query, Field outer) {
    switch (query) {
      case Query.And and -> and.parts().forEach(part -> refuseFields(part, outer));
      case Query.Or or -> or.parts().forEach(part -> refuseFields(part, outer));
      case Query.Not not -> refuseFields(not.query(), outer);
      case Query.In in -> fieldInField(in.span(), outer);
      case Query.Value value -> fieldInField(value.span(), outer);
      case Query.Range range -> fieldInField(range.span(), outer);
      case Query.Everything _, Positional _, Query.Best _ -> {}
    }
  }

  private void fieldInField(Span span, Field outer) {
    faults.add(
        span.start(),
        span.end(),
        "another field cannot stand within " + outer.label() + ":",
        "внутри " + outer.label() + ": другое поле стоять не может");
  }

  Query value(Field field, Token token) {
    count++;
    Span span = new Span(token.start(), token.end());
    if (field.kind() == Field.Kind.TIME) {
      return time(field, token, span);
    }
    if (token.is(Token.Type.RANGE)) {
      faults.add(
          token, "only published: takes a range", "промежуток можно указать только для published:");
      return new Query.Everything(span);
    }
    String value = token.text().strip();
    boolean prefix = value.endsWith("*") && !token.is(Token.Type.QUOTED);
    String text = prefix ? value.substring(0, value.length() - 1) : value;
    if (text.isEmpty() || text.indexOf('*') >= 0 && !token.is(Token.Type.QUOTED)) {
      faults.add(
          token,
          "a value is needed; * may stand only at its end",
          "нужно значение; * может стоять только в его конце");
    }
    return new Query.Value(field, text, prefix, span);
  }

  private Query time(Field field, Token token, Span span) {
    String text = token.text().strip();
    String[] ends = token.is(Token.Type.RANGE) ? text.split("\\s+TO\\s+", -1) : new String[] {text};
    if (token.is(Token.Type.RANGE) && ends.length != 2) {
      faults.add(
          token,
          "a range is written [2026-01-01 TO 2026-02-01]",
          "промежуток пишется так: [2026-01-01 TO 2026-02-01]");
      return new Query.Everything(span);
    }
    Optional<Instant> from = end(ends[0], token).map(Moment::from);
    Optional<Instant> until = end(ends[ends.length - 1], token).map(Moment::until);
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      faults.add(token, "the range ends before it begins", "конец промежутка раньше начала");
    }
    return new Query.Range(field, from, until, span);
  }

  /// One end of a range; `*` leaves it open.
  private Optional<Moment> end(String text, Token token) {
    if (text.strip().equals("*") && token.is(Token.Type.RANGE)) {
      return Optional.empty();
    }
    Optional<Moment> moment = Moment.parse(text.strip(), zone);
    if (moment.isEmpty()) {
      faults.add(
          token,
          "“" + text + "” is not a time: 2026, 2026-01, 2026-01-31 or 2026-01-31T10:00:00+09:00",
          "«" + text + "» — не время: 2026, 2026-01, 2026-01-31 или 2026-01-31T10:00:00+09:00");
    }
    return moment;
  }
}
