package letopis.query;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import letopis.text.Span;

/// A query as a tree. Every node knows which characters of the typed query it came from.
public sealed interface Query {
  /// The characters of the typed query.
  Span span();

  /// Every document.
  record Everything(Span span) implements Query {}

  /// What can stand in a phrase or beside NEAR.
  sealed interface Positional extends Query {}

  /// One word.
  ///
  /// @param text as typed, without operators
  record Word(String text, Form form, Span span) implements Positional {
    public Word {
      Objects.requireNonNull(text);
      Objects.requireNonNull(form);
      Objects.requireNonNull(span);
    }
  }

  /// Which forms of a word count.
  enum Form {
    /// Any case or form.
    ANY,
    /// This form only; letters' case and ё do not matter.
    EXACT,
    /// Any word that begins so.
    PREFIX
  }

  /// Words one after another.
  ///
  /// @param gaps how many other words may stand between the first and the last, 0..50
  record Phrase(List<Word> words, int gaps, Span span) implements Positional {
    public Phrase {
      words = List.copyOf(words);
      Objects.requireNonNull(span);
    }
  }

  /// Any of these; beside NEAR only.
  record AnyOf(List<Positional> options, Span span) implements Positional {
    public AnyOf {
      options = List.copyOf(options);
      Objects.requireNonNull(span);
    }
  }

  /// Parts in any order, with at most so many other words between them.
  ///
  /// @param distance 0..50
  record Near(List<Positional> parts, int distance, Span span) implements Positional {
    public Near {
      parts = List.copyOf(parts);
      Objects.requireNonNull(span);
    }
  }

  /// Parts in any order within one sentence.
  record SameSentence(List<Positional> parts, Span span) implements Positional {
    public SameSentence {
      parts = List.copyOf(parts);
      Objects.requireNonNull(span);
    }
  }

  /// A query that looks into one text field only.
  record In(Field field, Query query, Span span) implements Query {
    public In {
      Objects.requireNonNull(field);
      Objects.requireNonNull(query);
      Objects.requireNonNull(span);
    }
  }

  /// A field that has this value.
  ///
  /// @param prefix the value is only the beginning
  record Value(Field field, String value, boolean prefix, Span span) implements Query {
    public Value {
      Objects.requireNonNull(field);
      Objects.requireNonNull(value);
      Objects.requireNonNull(span);
    }
  }

  /// A time within bounds.
  ///
  /// @param from inclusive
  /// @param until exclusive
  record Range(Field field, Optional<Instant> from, Optional<Instant> until, Span span)
      implements Query {
    public Range {
      Objects.requireNonNull(field);
      Objects.requireNonNull(from);
      Objects.requireNonNull(until);
      Objects.requireNonNull(span);
    }
  }

  /// All of these.
  record And(List<Query> parts, Span span) implements Query {
    public And {
      parts = List.copyOf(parts);
      Objects.requireNonNull(span);
    }
  }

  /// At least one of these.
  record Or(List<Query> parts, Span span) implements Query {
    public Or {
      parts = List.copyOf(parts);
      Objects.requireNonNull(span);
    }
  }

  /// Not this.
  record Not(Query query, Span span) implements Query {
    public Not {
      Objects.requireNonNull(query);
      Objects.requireNonNull(span);
    }
  }

  /// The more of these words, the better; no single one is required. Not written in queries: made
  /// from plain text.
  record Best(List<Word> words, Span span) implements Query {
    /// One word of so many has to be there, so that a long text does not find half the archive.
    private static final int ONE_OF = 4;

    public Best {
      words = List.copyOf(words);
      Objects.requireNonNull(span);
    }

    /// How many of the words a document must have, 1 or more.
    public int required() {
      return Math.max(1, words.size() / ONE_OF);
    }
  }
}
