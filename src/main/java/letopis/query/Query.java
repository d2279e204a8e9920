package letopis.query;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
  /// @param ends numbers of the words behind which the end of a sentence was typed
  /// @param gaps how many other words may stand between the first and the last, 0..50
  record Phrase(List<Word> words, Set<Integer> ends, int gaps, Span span) implements Positional {
    public Phrase {
      words = List.copyOf(words);
      ends = Set.copyOf(ends);
      Objects.requireNonNull(span);
    }

    /// Within one sentence.
    public Phrase(List<Word> words, int gaps, Span span) {
      this(words, Set.of(), gaps, span);
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

  /// Documents of the sources that have a name. Not written in queries: made of `source:` when the
  /// names are looked up.
  ///
  /// @param ids of sources
  /// @param names of sources as documents keep them; letters' case does not matter
  /// @param hosts of documents, without `www.`
  /// @param prefix ids and names are only beginnings
  record By(List<String> ids, List<String> names, List<String> hosts, boolean prefix, Span span)
      implements Query {
    public By {
      ids = List.copyOf(ids);
      names = List.copyOf(names);
      hosts = List.copyOf(hosts);
      Objects.requireNonNull(span);
    }
  }

  /// A time within bounds. Documents of which nobody knows when they were published are within
  /// none.
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

    /// How many of the words a document must have, 1 or more. Of the pairs of neighbouring
    /// characters of a text without spaces, which overlap, every other one counts: about half of
    /// them straddle two words.
    public int required() {
      int apart = 0;
      int end = 0;
      for (Word word : words) {
        if (word.span().start() >= end) {
          apart++;
          end = word.span().end();
        }
      }
      return Math.max(1, apart / ONE_OF);
    }
  }

  /// This query with others in place of its values.
  ///
  /// @param other gives what stands for a value; may give the value itself
  default Query replace(Function<Value, Query> other) {
    return switch (this) {
      case Value value -> other.apply(value);
      case And and -> new And(replace(and.parts(), other), and.span());
      case Or or -> new Or(replace(or.parts(), other), or.span());
      case Not not -> new Not(not.query().replace(other), not.span());
      case Everything _, Positional _, In _, By _, Range _, Best _ -> this;
    };
  }

  private static List<Query> replace(List<Query> parts, Function<Value, Query> other) {
    return parts.stream().map(part -> part.replace(other)).toList();
  }
}
