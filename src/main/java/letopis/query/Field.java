package letopis.query;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a query may name before a colon.
public enum Field {
  TITLE(Kind.TEXT, "title"),
  LEAD(Kind.TEXT, "lead"),
  BODY(Kind.TEXT, "body"),
  URL(Kind.ADDRESS, "url"),
  AUTHOR(Kind.KEYWORD, "authors"),
  SOURCE(Kind.KEYWORD, "source"),
  KIND(Kind.KEYWORD, "kind"),
  LANG(Kind.KEYWORD, "lang"),
  TAG(Kind.KEYWORD, "tags"),
  DOMAIN(Kind.KEYWORD, "domain"),
  PUBLISHED(Kind.TIME, "published_at");

  /// What may follow the colon.
  public enum Kind {
    /// Anything the language has but other fields.
    TEXT,
    /// A value or a quoted value, exactly; `*` at the end stands for any ending.
    KEYWORD,
    /// An address: any of those the document is known under, or the start of one.
    ADDRESS,
    /// A day, or a range in brackets.
    TIME
  }

  private final Kind kind;
  private final String indexed;

  Field(Kind kind, String indexed) {
    this.kind = kind;
    this.indexed = indexed;
  }

  public Kind kind() {
    return kind;
  }

  /// The field of the index.
  public String indexed() {
    return indexed;
  }

  /// The name in a query: `title`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// How it is written: `lang:`, `published:[2026-01-01 TO 2026-02-01]`.
  String written() {
    return label() + (kind == Kind.TIME ? ":[2026-01-01 TO 2026-02-01]" : ":");
  }

  /// The field of this name, in any case of letters.
  public static Optional<Field> of(String label) {
    String lower = label.toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(field -> field.label().equals(lower)).findFirst();
  }
}
