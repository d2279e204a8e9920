package letopis.query;

import java.util.Objects;

/// A piece of a typed query.
///
/// @param type what it is
/// @param text what a word or a quoted text says, the name of a field, the distance of NEAR
/// @param start 0-based character of the query
/// @param end exclusive
record Token(Type type, String text, int start, int end) {
  /// The kinds of token.
  enum Type {
    WORD,
    /// Text in quotation marks, without them.
    QUOTED,
    /// `~` and what follows it.
    TILDE,
    /// A field and its colon.
    FIELD,
    /// The value after a field that is not a text field.
    VALUE,
    /// What stands in brackets after a field, without them.
    RANGE,
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    /// NEAR and what follows its slash.
    NEAR,
    EQUALS,
    END
  }

  Token {
    Objects.requireNonNull(type);
    Objects.requireNonNull(text);
  }

  boolean is(Type other) {
    return type == other;
  }
}
