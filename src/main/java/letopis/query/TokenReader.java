package letopis.query;

import java.util.List;

/// The tokens of a query, one after the other. The last, [Token.Type#END], is never passed.
final class TokenReader {
  private final List<Token> tokens;
  private int at;

  /// @param tokens the last is the end
  TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// The next one.
  Token peek() {
    return tokens.get(at);
  }

  /// The next one, which is passed.
  Token take() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  /// A `~` that stands right after the token passed last; else an end.
  Token trailingTilde() {
    boolean glued = peek().is(Token.Type.TILDE) && tokens.get(at - 1).end() == peek().start();
    return glued ? take() : new Token(Token.Type.END, "", 0, 0);
  }

  /// Passes everything to the end of the parentheses that were opened last.
  void skipGroup() {
    int open = 1;
    while (open > 0 && !peek().is(Token.Type.END)) {
      Token token = take();
      open += token.is(Token.Type.OPEN) ? 1 : token.is(Token.Type.CLOSE) ? -1 : 0;
    }
  }
}
