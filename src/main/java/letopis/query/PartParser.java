package letopis.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import letopis.query.Query.Form;
import letopis.query.Query.Positional;
import letopis.text.Span;
import letopis.text.Word;
import letopis.text.Words;

/// Makes the leaves of the tree that are looked for in texts, and checks them: words, phrases,
/// proximity.
final class PartParser {
  /// Fewer letters before `*` would match too many words.
  private static final int SHORTEST_PREFIX = 3;

  /// Nor is a very long word a word.
  private static final int LONGEST_WORD = 200;

  private static final Pattern PIECE = Pattern.compile(GroupedNumber.SPACED + "|\\S+");

  private final TokenReader tokens;
  private final Faults faults;
  private int count;

  PartParser(TokenReader tokens, Faults faults) {
    this.tokens = tokens;
    this.faults = faults;
  }

  /// How many words there were.
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
    checkIsNoSign(text, form, span);
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

  /// The index has a word of its own for the ends of sentences.
  private void checkIsNoSign(String text, Form form, Span span) {
    List<Word> words = Words.of(text);
    boolean last =
        form == Form.PREFIX
            && !words.isEmpty()
            && SentenceEnds.TOKEN.startsWith(words.getLast().norm());
    if (last || words.stream().anyMatch(word -> word.norm().equals(SentenceEnds.TOKEN))) {
      faults.add(
          span.start(),
          span.end(),
          "“" + SentenceEnds.TOKEN + "” stands for the end of a sentence and is no word",
          "«" + SentenceEnds.TOKEN + "» обозначает конец предложения, а не слово");
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
    List<Query.Word> words = new ArrayList<>();
    Set<Integer> ends = words(quoted, exact, words);
    Span span = new Span(quoted.start(), tilde.is(Token.Type.TILDE) ? tilde.end() : quoted.end());
    if (words.isEmpty()) {
      faults.add(quoted, "there are no words in these quotation marks", "в этих кавычках нет слов");
      return new Query.Everything(span);
    }
    int gaps = tilde.is(Token.Type.TILDE) ? distance(tilde, tilde.text()) : 0;
    return words.size() == 1 ? words.getFirst() : new Query.Phrase(words, ends, gaps, span);
  }

  /// The words between quotation marks: `=` and `*` work there too, other punctuation only tells
  /// where a sentence ends.
  ///
  /// @param words are added here
  /// @return the numbers of those behind which a sentence ends
  private Set<Integer> words(Token quoted, boolean exact, List<Query.Word> words) {
    Set<Integer> ends = new HashSet<>();
    String before = "";
    for (MatchResult found : PIECE.matcher(quoted.text()).results().toList()) {
      String piece = found.group();
      if (!words.isEmpty() && SentenceEnds.between(before, piece)) {
        ends.add(words.size() - 1);
      }
      before = piece;
      boolean marked = piece.length() > 1 && piece.charAt(0) == '=';
      String bare = Letters.bare(piece);
      if (Letters.hasLetterOrDigit(bare)) {
        String clean = bare.endsWith("*") ? bare : bare.replace('*', ' ').replace('^', ' ').strip();
        int start = quoted.start() + 1 + found.start() + piece.indexOf(bare);
        words.add(word(clean.replace("?", ""), start, exact || marked));
      }
    }
    return ends;
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

  /// The word or phrase after `=`.
  Query exact(Token equals) {
    if (tokens.peek().is(Token.Type.WORD)) {
      return word(tokens.take(), true, tokens.trailingTilde());
    }
    if (tokens.peek().is(Token.Type.QUOTED)) {
      return phrase(tokens.take(), true, tokens.trailingTilde());
    }
    faults.add(
        equals,
        "= goes right before a word or a phrase: =word",
        "= ставится прямо перед словом или фразой: =слово");
    int here = tokens.peek().start();
    return new Query.Everything(new Span(here, here));
  }

  /// What has been read already, with all that NEAR joins to it.
  ///
  /// @param next reads another part
  Query near(Query first, Supplier<Query> next) {
    Token operator = tokens.peek();
    if (!operator.is(Token.Type.NEAR)) {
      return first;
    }
    List<Query> operands = new ArrayList<>(List.of(first));
    while (tokens.peek().is(Token.Type.NEAR)) {
      Token near = tokens.take();
      if (!near.text().equals(operator.text())) {
        faults.add(
            near,
            "one chain of NEAR has one distance; use parentheses",
            "в одной цепочке NEAR одно расстояние: поставьте скобки");
      }
      if (!QueryParser.beginsOperand(tokens.peek()) || tokens.peek().is(Token.Type.NOT)) {
        faults.nothingAfter(near);
        break;
      }
      operands.add(next.get());
    }
    Span span = QueryParser.around(operands);
    List<Positional> parts = operands.stream().map(this::positional).toList();
    return operator.text().equalsIgnoreCase("S")
        ? new Query.SameSentence(parts, span)
        : new Query.Near(parts, distance(operator, operator.text()), span);
  }

  /// A part of the tree as something that has a place in a text.
  private Positional positional(Query query) {
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
}
