package letopis.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Cuts a typed query into tokens. Punctuation that means nothing is left out, so that a pasted
/// sentence is a query too; what looks like an operator that we do not have is a fault.
final class Lexer {
  private static final Pattern SPACED_NUMBER = Pattern.compile(GroupedNumber.SPACED);

  private final String text;
  private final Faults faults;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  Lexer(String text, Faults faults) {
    this.text = text;
    this.faults = faults;
  }

  /// The tokens in order; the last is [Token.Type#END].
  List<Token> tokens() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        at++;
      } else {
        next(c);
      }
    }
    add(Token.Type.END, "", at, at);
    return tokens;
  }

  private void next(char c) {
    if (c == '(' || c == ')') {
      add(c == '(' ? Token.Type.OPEN : Token.Type.CLOSE, "", at, at + 1);
      at++;
    } else if (Letters.opens(c)) {
      quoted(c);
    } else if (c == '|') {
      int start = at;
      at += at + 1 < text.length() && text.charAt(at + 1) == '|' ? 2 : 1;
      add(Token.Type.OR, "", start, at);
    } else if (c == '=' && beforeWord(at + 1)) {
      add(Token.Type.EQUALS, "", at, at + 1);
      at++;
    } else if ((c == '-' || c == '!') && beginsWord() && beforeOperand(at + 1)) {
      add(Token.Type.NOT, "", at, at + 1);
      at++;
    } else if (c == '~') {
      tilde();
    } else if (c == '/' && regex()) {
      return;
    } else {
      word();
    }
  }

  private void quoted(char opening) {
    int start = at;
    int end = start + 1;
    while (end < text.length() && !Letters.closes(opening, text.charAt(end))) {
      end++;
    }
    if (end == text.length()) {
      faults.add(
          start,
          start + 1,
          "this quotation mark is never closed; add the closing one or remove it",
          "кавычка не закрыта: поставьте закрывающую или уберите эту");
    }
    add(Token.Type.QUOTED, text.substring(start + 1, end), start, Math.min(end + 1, text.length()));
    at = end + 1;
    if (at < text.length() && text.charAt(at) == '~') {
      tilde();
    }
  }

  private void tilde() {
    int start = at++;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    add(Token.Type.TILDE, text.substring(start + 1, at), start, at);
  }

  /// A regular expression, as other search systems write it.
  private boolean regex() {
    int end = text.indexOf('/', at + 1);
    int next = end + 1;
    boolean whole =
        end > at + 1
            && beginsWord()
            && (next == text.length() || !Character.isLetterOrDigit(text.charAt(next)))
            && text.substring(at + 1, end).chars().noneMatch(Character::isWhitespace);
    if (!whole) {
      return false;
    }
    faults.add(
        at,
        next,
        "regular expressions are not supported; use words, prefix* or \"a phrase\"~5",
        "регулярные выражения не поддерживаются: используйте слова, начало* или \"фразу\"~5");
    at = next;
    return true;
  }

  private void word() {
    int start = at;
    if (number()) {
      return;
    }
    while (at < text.length() && Letters.inWord(text.charAt(at))) {
      char c = text.charAt(at);
      if (c == ':' && field(start) || c == '=' && filter(start)) {
        return;
      }
      at++;
    }
    if (at == start) {
      at++;
      return;
    }
    String word = text.substring(start, at);
    switch (word) {
      case "AND", "&&" -> add(Token.Type.AND, "", start, at);
      case "OR" -> add(Token.Type.OR, "", start, at);
      case "NOT" -> add(Token.Type.NOT, "", start, at);
      default -> {
        if (word.equals("NEAR") || word.startsWith("NEAR/")) {
          add(Token.Type.NEAR, word.substring(Math.min(5, word.length())), start, at);
        } else {
          plain(word, start);
        }
      }
    }
  }

  /// `12 000` is one word.
  private boolean number() {
    Matcher number = SPACED_NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      return false;
    }
    add(Token.Type.WORD, number.group(), at, number.end());
    at = number.end();
    return true;
  }

  /// A word without the punctuation around it; nothing when only punctuation is left.
  private void plain(String word, int start) {
    String inner = Letters.bare(word);
    int from = start + word.indexOf(inner);
    if (inner.chars().anyMatch(c -> c == '*') || Letters.hasLetterOrDigit(inner)) {
      add(Token.Type.WORD, inner, from, from + inner.length());
    }
  }

  private boolean field(int start) {
    String name = text.substring(start, at);
    boolean glued = at + 1 < text.length() && !Letters.isSpace(text.charAt(at + 1));
    Optional<Field> field = Field.of(name);
    if (field.isPresent()) {
      add(Token.Type.FIELD, field.get().label(), start, ++at);
      value(field.get());
      return true;
    }
    boolean namelike =
        name.chars().allMatch(c -> Character.isLetter(c) || c == '_') && name.length() >= 2;
    if (!glued || !namelike || text.startsWith("//", at + 1)) {
      return false;
    }
    refuse(name, start);
    at++;
    return true;
  }

  /// A parameter of the API typed into the query, where it would be two words.
  private boolean filter(int start) {
    boolean glued = at + 1 < text.length() && !Letters.isSpace(text.charAt(at + 1));
    String name = text.substring(start, at);
    if (!glued || OtherSyntax.filter(name).isEmpty()) {
      return false;
    }
    refuse(name, start);
    at++;
    return true;
  }

  private void refuse(String name, int start) {
    Optional<String> filter = OtherSyntax.filter(name);
    if (filter.isPresent()) {
      faults.add(
          start,
          at + 1,
          ("“%s” is no part of a query but a filter: choose it beside the results; in the terminal"
                  + " it is an option (--help), in the API the parameter %s=…")
              .formatted(name, filter.get()),
          ("«%s» — не часть запроса, а фильтр: выберите его рядом с результатами; в терминале это"
                  + " ключ (--help), в API — параметр %s=…")
              .formatted(name, filter.get()));
      return;
    }
    Optional<Field> meant = OtherSyntax.field(name);
    if (meant.isPresent()) {
      String written = meant.get().written();
      faults.add(
          start,
          at + 1,
          "no field “" + name + "”; here it is " + written,
          "нет поля «" + name + "»; здесь это " + written);
      return;
    }
    String known = Stream.of(Field.values()).map(Field::label).collect(Collectors.joining(", "));
    faults.add(
        start,
        at + 1,
        "no field “" + name + "”; the fields are " + known + "; a colon in a text needs quotes",
        "нет поля «" + name + "»; есть " + known + "; двоеточие в тексте берите в кавычки");
  }

  /// The value of a field that is not a text: taken as it stands up to the next space.
  private void value(Field field) {
    if (field.kind() == Field.Kind.TEXT || at >= text.length()) {
      return;
    }
    char c = text.charAt(at);
    if (c == '[' || c == '{') {
      range();
    } else if (!Letters.isSpace(c) && c != '(' && c != ')' && !Letters.opens(c)) {
      int start = at;
      int depth = 0;
      while (at < text.length() && !Letters.isSpace(text.charAt(at))) {
        depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
        if (depth < 0) {
          break;
        }
        at++;
      }
      add(Token.Type.VALUE, text.substring(start, at), start, at);
    }
  }

  private void range() {
    int start = at;
    int end = text.indexOf(']', at);
    if (text.charAt(start) == '{' || end < 0) {
      int stop = end < 0 ? text.length() : end + 1;
      faults.add(
          start,
          start + 1,
          "a range is written [2026-01-01 TO 2026-02-01]",
          "промежуток пишется так: [2026-01-01 TO 2026-02-01]");
      at = stop;
      add(Token.Type.RANGE, "", start, stop);
      return;
    }
    at = end + 1;
    add(Token.Type.RANGE, text.substring(start + 1, end), start, at);
  }

  private boolean beginsWord() {
    return at == 0
        || Letters.isSpace(text.charAt(at - 1))
        || "(|".indexOf(text.charAt(at - 1)) >= 0;
  }

  private boolean beforeWord(int next) {
    return next < text.length()
        && (Character.isLetterOrDigit(text.charAt(next)) || Letters.opens(text.charAt(next)));
  }

  private boolean beforeOperand(int next) {
    return beforeWord(next)
        || next < text.length() && (text.charAt(next) == '(' || text.charAt(next) == '=');
  }

  private void add(Token.Type type, String inner, int start, int end) {
    tokens.add(new Token(type, inner, start, end));
  }
}
