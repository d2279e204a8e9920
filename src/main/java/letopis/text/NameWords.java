package letopis.text;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A text, its words and their classes, as frames and readers of names look at them. Not for
/// several threads.
final class NameWords {
  private static final CueWords CUES = CueWords.bundled();
  private static final String BREAKS = ",.;:!?\n—–()|»";
  private static final String OPENING = "«\"“„";

  /// What may stand between a word of attribution and the name besides quotation marks: what makes
  /// a link or bold letters.
  private static final String BETWEEN = " \u00A0*_[(@©" + OPENING;

  private static final Set<String> SURNAME_PREFIXES =
      Set.of("Mc", "Le", "De", "La", "Di", "Du", "O'", "O’");

  /// No Latin letters but English ones come before it.
  private static final int FIRST_LATIN = 0xAA;

  private final String text;
  private final WordList words;
  private final long[] cues;
  private final @Nullable WordForm[] forms;

  NameWords(String text, WordList words) {
    this.text = text;
    this.words = words;
    this.cues = new long[words.size()];
    this.forms = new WordForm[words.size()];
    for (int i = 0; i < cues.length; i++) {
      cues[i] = CUES.at(text, words.start(i), words.end(i));
    }
  }

  String text() {
    return text;
  }

  WordList words() {
    return words;
  }

  /// The classes of a word as [Cue#bit()]s; none outside of the text.
  long cues(int index) {
    return index < 0 || index >= cues.length ? 0 : cues[index];
  }

  /// Whether a word is of one of these classes.
  boolean is(int index, long classes) {
    return (cues(index) & classes) != 0;
  }

  /// Whether a pattern matches a word.
  boolean is(int index, WordPattern pattern) {
    return form(index).is(pattern);
  }

  /// Whether there is such a word, and it is this one.
  boolean isWord(int index, String norm) {
    return index >= 0
        && index < cues.length
        && !(words.isPlain(index) && words.end(index) - words.start(index) != norm.length())
        && words.norm(index).equals(norm);
  }

  /// A word's normal form; nothing behind the end of the text.
  String norm(int index) {
    return index < cues.length ? words.norm(index) : "";
  }

  /// Whether the name of an outlet can begin at a word, or the word that says what it is: asked
  /// before a name is read, since most words begin none.
  boolean mayBegin(int index) {
    return index < cues.length
        && (isCapital(index)
            || text.charAt(words.start(index)) <= 'z'
            || opens(index)
            || is(index, Cue.KIND.bit()));
  }

  /// Whether a word has the form of a Russian adjective and is no name.
  boolean isAdjective(int index) {
    return index < cues.length && isOfAdjectives(index) && !isCapital(index);
  }

  /// Whether a word has the form of a Russian adjective, be it a name or not.
  boolean isOfAdjectives(int index) {
    if (words.isPlain(index)) {
      return RussianAdjective.is(text, words.start(index), words.end(index), true);
    }
    String norm = words.norm(index);
    return RussianAdjective.is(norm, 0, norm.length(), true);
  }

  /// «источник», «собеседник»: who told something to an outlet without giving a name.
  boolean isInsider(int index) {
    String norm = words.norm(index);
    return norm.startsWith("источник") || norm.startsWith("собеседник");
  }

  /// Whether nothing but spaces, opening marks and what makes a link or bold letters stands before
  /// a word, so that it goes on with the phrase of the word before it.
  boolean follows(int index) {
    if (index <= 0 || index >= cues.length) {
      return false;
    }
    if (words.start(index) == words.end(index - 1) + 1
        && text.charAt(words.start(index) - 1) == '-') {
      return true;
    }
    // «цит. по ТАСС»: this stop is of the word.
    int end = words.end(index - 1);
    boolean stop = text.charAt(end) == '.' && isWord(index - 1, "цит");
    return opensFrom(stop ? end + 1 : end, index);
  }

  /// Whether a comma and nothing else but opening marks stands before a word.
  boolean followsComma(int index) {
    if (index <= 0 || index >= cues.length || text.charAt(words.end(index - 1)) != ',') {
      return false;
    }
    return opensFrom(words.end(index - 1) + 1, index);
  }

  /// Whether nothing but spaces, opening marks and what makes a link stands from a place to a word.
  boolean opensFrom(int offset, int index) {
    for (int i = offset; i < words.start(index); i++) {
      if (BETWEEN.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether a word begins with a capital, or with a small Latin letter before one: "eMarketer".
  boolean isCapital(int index) {
    if (index >= cues.length) {
      return false;
    }
    int start = words.start(index);
    char first = text.charAt(start);
    return Character.isUpperCase(text.codePointAt(start))
        || first >= '0' && first <= '9' && hasCapitalInside(index)
        || first >= 'a'
            && first <= 'z'
            && words.end(index) > start + 2
            && text.charAt(start + 1) >= 'A'
            && text.charAt(start + 1) <= 'Z';
  }

  /// "91Mobiles": a capital and a small letter behind digits.
  private boolean hasCapitalInside(int index) {
    if (text.startsWith("@", words.start(index) - 1)) {
      return false;
    }
    for (int i = words.start(index) + 1; i < words.end(index) - 1; i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        return text.charAt(i + 1) >= 'a' && text.charAt(i + 1) <= 'z';
      }
    }
    return false;
  }

  /// «РИА «Новости»» was matched word by word: take the closing mark in when one was opened.
  int closeQuote(int start, int end) {
    long opened = text.substring(start, end).chars().filter(c -> c == '«').count();
    return opened > 0 && end < text.length() && text.charAt(end) == '»' ? end + 1 : end;
  }

  /// «пресс-служба» is two words to the tokeniser and one to readers.
  WordForm hyphenated(int index) {
    return isHyphenated(index)
        ? WordForm.at(text, words.start(index), words.end(index + 1))
        : form(index);
  }

  private WordForm form(int index) {
    WordForm form = forms[index];
    if (form == null) {
      form = WordForm.at(text, words.start(index), words.end(index));
      forms[index] = form;
    }
    return form;
  }

  boolean isHyphenated(int index) {
    return index + 1 < words.size()
        && words.start(index + 1) == words.end(index) + 1
        && text.charAt(words.end(index)) == '-';
  }

  /// Whether a sentence or a clause ends between two words.
  boolean broken(int one, int next) {
    if (next >= words.size()) {
      return true;
    }
    for (int i = words.end(one); i < words.start(next); i++) {
      if (BREAKS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Whether a quotation mark opens directly before a word.
  boolean opens(int index) {
    return index < words.size()
        && words.start(index) > 0
        && OPENING.indexOf(text.charAt(words.start(index) - 1)) >= 0;
  }

  /// Whether a quotation ends directly before a word.
  boolean isQuoted(int index) {
    for (int i = index == 0 ? 0 : words.end(index - 1); i < words.start(index); i++) {
      if ("\"”»".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Whether a word ends with a possessive: "Riverbank's", "Rivers’".
  boolean owns(int index) {
    int end = words.end(index);
    return !owner(index).equals(surface(index))
        || end < text.length() && "'’".indexOf(text.charAt(end)) >= 0;
  }

  /// Whether a word is written as no surname is: "CarAdvice", "KTKR", but "McRivers", "LeRivers".
  boolean isMixed(int index) {
    int from = words.start(index) + 1;
    int prefix =
        text.startsWith("Mac", from - 1)
            ? 3
            : SURNAME_PREFIXES.contains(text.substring(from - 1, Math.min(text.length(), from + 1)))
                ? 2
                : 0;
    for (int i = from + prefix; i < words.end(index); i++) {
      if (Character.isUpperCase(text.charAt(i)) || Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a word has two capitals or more.
  boolean hasCapitals(int index) {
    int capitals = 0;
    for (int i = words.start(index); i < words.end(index) && capitals < 2; i++) {
      capitals += Character.isUpperCase(text.codePointAt(i)) ? 1 : 0;
    }
    return capitals > 1;
  }

  /// A word without its possessive ending.
  String owner(int index) {
    String surface = surface(index);
    boolean owns = surface.endsWith("'s") || surface.endsWith("’s");
    return owns ? surface.substring(0, surface.length() - 2) : surface;
  }

  String surface(int index) {
    return words.surface(index);
  }

  /// Whether a word has a letter of the Latin script.
  static boolean isLatin(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean english = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (english
          || c >= FIRST_LATIN
              && UnicodeScript.of(word.codePointAt(i)) == UnicodeScript.LATIN
              && (c < 'А' || c > 'я')) {
        return true;
      }
    }
    return false;
  }
}
