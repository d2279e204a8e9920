package letopis.query;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import letopis.query.Query.Positional;
import letopis.text.Span;

/// Reads what stands after `field:`, and checks it: a query within a text field, values, ranges of
/// time.
final class FieldParser {
  private final TokenReader tokens;
  private final Faults faults;
  private final ZoneId zone;
  private int count;

  FieldParser(TokenReader tokens, Faults faults, ZoneId zone) {
    this.tokens = tokens;
    this.faults = faults;
    this.zone = zone;
  }

  /// How many values there were.
  int count() {
    return count;
  }

  /// The part of the query that a field begins.
  ///
  /// @param name the field, which has been passed
  /// @param within reads what may stand in a text field
  /// @param other reads what stands there by mistake, for its own faults
  Query read(Token name, Supplier<Query> within, Supplier<Query> other) {
    Field field = Field.of(name.text()).orElseThrow();
    Token value = tokens.peek();
    boolean glued = value.start() == name.end();
    if (!glued || value.is(Token.Type.END)) {
      faults.add(
          name,
          "a value must follow the colon without a space: " + name.text() + ":…",
          "после двоеточия без пробела нужно значение: " + name.text() + ":…");
      return new Query.Everything(new Span(value.start(), value.start()));
    }
    if (value.is(Token.Type.VALUE) || value.is(Token.Type.RANGE)) {
      return value(field, tokens.take());
    }
    if (field.kind() == Field.Kind.TEXT) {
      Query inner = within.get();
      refuseFields(inner, field);
      return new Query.In(field, inner, new Span(name.start(), inner.span().end()));
    }
    if (value.is(Token.Type.QUOTED)) {
      return value(field, tokens.take());
    }
    return value.is(Token.Type.OPEN) ? values(field, tokens.take()) : other.get();
  }

  /// `source:(a b OR c)`: any of the values.
  private Query values(Field field, Token open) {
    List<Query> options = new ArrayList<>();
    while (tokens.peek().is(Token.Type.WORD)
        || tokens.peek().is(Token.Type.QUOTED)
        || tokens.peek().is(Token.Type.OR)) {
      Token token = tokens.take();
      if (!token.is(Token.Type.OR)) {
        options.add(value(field, token));
      }
    }
    if (!tokens.peek().is(Token.Type.CLOSE) || options.isEmpty()) {
      faults.add(
          open,
          "values in parentheses are separated by spaces or OR: source:(one OR two)",
          "значения в скобках разделяются пробелом или OR: source:(один OR два)");
      tokens.skipGroup();
      int here = tokens.peek().start();
      return new Query.Everything(new Span(here, here));
    }
    tokens.take();
    return options.size() == 1
        ? options.getFirst()
        : new Query.Or(options, QueryParser.around(options));
  }

  /// Faults for fields named within another field.
  private void refuseFields(Query query, Field outer) {
    switch (query) {
      case Query.And and -> and.parts().forEach(part -> refuseFields(part, outer));
      case Query.Or or -> or.parts().forEach(part -> refuseFields(part, outer));
      case Query.Not not -> refuseFields(not.query(), outer);
      case Query.In in -> fieldInField(in.span(), outer);
      case Query.Value value -> fieldInField(value.span(), outer);
      case Query.Range range -> fieldInField(range.span(), outer);
      case Query.By by -> fieldInField(by.span(), outer);
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

  private Query value(Field field, Token token) {
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
