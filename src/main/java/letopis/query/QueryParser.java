package letopis.query;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import letopis.text.Span;

/// Reads the query language; see `docs/query-language.md`.
///
///     query   = and { OR and }
///     and     = not { [ AND ] not }
///     not     = [ NOT | "-" ] near
///     near    = primary { NEAR/n primary }
///     primary = "(" query ")" | [ "=" ] word [ "*" ] | [ "=" ] '"' words '"' [ ~n ]
///             | field ":" primary
public final class QueryParser {
  /// The longest query, in characters.
  public static final int LONGEST = 2_000;

  /// The most words, phrases and values in one query.
  public static final int MOST_PARTS = 200;

  /// The deepest nesting of parentheses.
  public static final int DEEPEST = 20;

  /// The most words that NEAR and `~` may leave between.
  public static final int WIDEST = 50;

  private final Faults faults;
  private final TokenReader tokens;
  private final PartParser parts;
  private final FieldParser fields;
  private int depth;

  private QueryParser(String text, ZoneId zone) {
    this.faults = new Faults();
    this.tokens = new TokenReader(new Lexer(text, faults).tokens());
    this.parts = new PartParser(tokens, faults);
    this.fields = new FieldParser(tokens, faults, zone);
  }

  /// Reads a query; a blank one means every document. Days begin at midnight UTC.
  public static ParseOutcome parse(String text) {
    return parse(text, ZoneOffset.UTC);
  }

  /// Reads a query. Never throws, and takes time linear in the length, which is bounded.
  ///
  /// @param zone where days begin
  public static ParseOutcome parse(String text, ZoneId zone) {
    if (text.length() > LONGEST) {
      return new ParseOutcome.Rejected(List.of(tooLong(text)));
    }
    if (text.isBlank()) {
      return new ParseOutcome.Parsed(new Query.Everything(new Span(0, text.length())));
    }
    QueryParser parser = new QueryParser(text, zone);
    Query query = parser.whole();
    return parser.faults.none()
        ? new ParseOutcome.Parsed(query)
        : new ParseOutcome.Rejected(parser.faults.sorted());
  }

  private static Fault tooLong(String text) {
    return new Fault(
        LONGEST,
        text.length() - LONGEST,
        "the query is longer than " + LONGEST + " characters",
        "запрос длиннее " + LONGEST + " знаков");
  }

  private Query whole() {
    Token first = tokens.peek();
    if (first.is(Token.Type.END) && faults.none()) {
      faults.add(
          0,
          first.end(),
          "there is no word in this query; leave it empty to see everything",
          "в запросе нет слов; чтобы увидеть всё, оставьте его пустым");
    }
    Query query = or();
    while (!tokens.peek().is(Token.Type.END)) {
      Token stray = tokens.take();
      if (stray.is(Token.Type.CLOSE)) {
        faults.add(
            stray,
            "this parenthesis closes nothing; remove it or add an opening one",
            "эта скобка ничего не закрывает: уберите её или добавьте открывающую");
      } else if (faults.none()) {
        faults.add(stray, "not expected here", "здесь это не ожидалось");
      }
      if (!tokens.peek().is(Token.Type.END)) {
        or();
      }
    }
    if (parts.count() + fields.count() > MOST_PARTS) {
      faults.add(
          0,
          0,
          "more than " + MOST_PARTS + " words and values; split the query",
          "больше " + MOST_PARTS + " слов и значений: разделите запрос");
    }
    return query;
  }

  private Query or() {
    List<Query> options = new ArrayList<>();
    options.add(and());
    while (tokens.peek().is(Token.Type.OR)) {
      Token or = tokens.take();
      if (!beginsOperand(tokens.peek())) {
        faults.nothingAfter(or);
        continue;
      }
      options.add(and());
    }
    return options.size() == 1 ? options.getFirst() : new Query.Or(options, around(options));
  }

  private Query and() {
    List<Query> all = new ArrayList<>();
    if (tokens.peek().is(Token.Type.AND)
        || tokens.peek().is(Token.Type.OR)
        || tokens.peek().is(Token.Type.NEAR)) {
      Token operator = tokens.take();
      faults.add(
          operator,
          "there is nothing before this operator; in lower case or quotes it is a word",
          "перед этим оператором ничего нет; строчными буквами или в кавычках это слово");
    }
    while (beginsOperand(tokens.peek()) || tokens.peek().is(Token.Type.AND)) {
      if (tokens.peek().is(Token.Type.AND)) {
        Token and = tokens.take();
        if (!beginsOperand(tokens.peek())) {
          faults.nothingAfter(and);
        }
        continue;
      }
      all.add(not());
    }
    if (all.isEmpty()) {
      return nothing();
    }
    return all.size() == 1 ? all.getFirst() : new Query.And(all, around(all));
  }

  private Query not() {
    if (!tokens.peek().is(Token.Type.NOT)) {
      return near();
    }
    Token not = tokens.take();
    if (!beginsOperand(tokens.peek())) {
      faults.nothingAfter(not);
      return nothing();
    }
    if (++depth > DEEPEST) {
      depth--;
      tooDeep(not);
      return nothing();
    }
    Query inner = not();
    depth--;
    return new Query.Not(inner, new Span(not.start(), Math.max(not.start(), inner.span().end())));
  }

  private Query near() {
    return parts.near(primary(), this::primary);
  }

  private Query primary() {
    Token token = tokens.take();
    return switch (token.type()) {
      case OPEN -> group(token);
      case EQUALS -> parts.exact(token);
      case WORD -> parts.word(token, false, tokens.trailingTilde());
      case QUOTED -> parts.phrase(token, false, tokens.trailingTilde());
      case FIELD -> fields.read(token, this::near, this::primary);
      case TILDE -> {
        faults.add(
            token,
            "~ goes right after a phrase in quotes: \"a b\"~5",
            "~ ставится сразу после фразы в кавычках: \"а б\"~5");
        yield nothing();
      }
      case VALUE, RANGE, CLOSE, AND, OR, NOT, NEAR, END -> {
        faults.add(token, "a word is missing here", "здесь не хватает слова");
        yield nothing();
      }
    };
  }

  private Query group(Token open) {
    if (++depth > DEEPEST) {
      tooDeep(open);
      tokens.skipGroup();
      depth--;
      return nothing();
    }
    if (tokens.peek().is(Token.Type.CLOSE)) {
      Token close = tokens.take();
      faults.add(
          open.start(),
          close.end(),
          "there is nothing in these parentheses",
          "в этих скобках ничего нет");
      depth--;
      return nothing();
    }
    Query inner = or();
    depth--;
    if (tokens.peek().is(Token.Type.CLOSE)) {
      tokens.take();
    } else {
      faults.add(open, "this parenthesis is never closed", "эта скобка не закрыта");
    }
    return inner;
  }

  private void tooDeep(Token token) {
    faults.add(
        token,
        "nested deeper than " + DEEPEST + " levels",
        "вложенность больше " + DEEPEST + " уровней");
  }

  /// Whether a part of a query begins here.
  static boolean beginsOperand(Token token) {
    return switch (token.type()) {
      case WORD, QUOTED, FIELD, VALUE, RANGE, OPEN, NOT, EQUALS, TILDE -> true;
      case CLOSE, AND, OR, NEAR, END -> false;
    };
  }

  private Query nothing() {
    int here = tokens.peek().start();
    return new Query.Everything(new Span(here, here));
  }

  static Span around(List<? extends Query> parts) {
    int start = parts.stream().mapToInt(part -> part.span().start()).min().orElse(0);
    int end = parts.stream().mapToInt(part -> part.span().end()).max().orElse(start);
    return new Span(start, end);
  }
}
