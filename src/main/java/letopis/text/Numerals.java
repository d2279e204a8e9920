package letopis.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads numbers however they are written: "двенадцать", "twenty-five", "25 тыс.", "1,5 млн" become
/// one word each, `12`, `25`, `25000`, `1500000`, and with what they count "12 процентов" and "$5"
/// become `12%` and `5$`. For comparing what two texts say; the index and fingerprints have the
/// words as they stand.
public final class Numerals {
  private static final Map<String, String> VALUES = new HashMap<>();
  private static final CueWords ALL;

  /// Stems of words that count without a value of their own.
  private static final Set<String> ROUGH =
      Set.of(
          Words.stem("десятки"),
          Words.stem("сотни"),
          Words.stem("половина"),
          Words.stem("dozen"),
          Words.stem("half"));

  static {
    for (String line : CueWords.lines("number-words.txt")) {
      String[] parts = line.split(" ");
      for (int i = 1; i < parts.length; i++) {
        VALUES.put(parts[i], parts[0]);
      }
    }
    ALL = CueWords.of(List.copyOf(VALUES.keySet()));
  }

  private static final Pattern ORDINAL = Pattern.compile("(\\d+)(?:st|nd|rd|th)");

  /// What is written behind digits and a hyphen: «1-го», «2-х».
  private static final Set<String> ENDINGS =
      Set.of("го", "й", "ый", "ой", "я", "ая", "е", "ое", "ю", "х", "м", "ми", "му", "ти");

  private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}(?:,\\d{3}){1,4}");

  private final String text;
  private final WordList words;

  private Numerals(String text, WordList words) {
    this.text = text;
    this.words = words;
  }

  /// Whether a word is a number: digits, or a number word in any form, «десятки» and "dozen" too.
  public static boolean isNumber(Word word) {
    String value = value(word.norm());
    return word.isNumber()
        || ROUGH.contains(word.stem())
        || !value.isEmpty() && !isSign(value.charAt(0));
  }

  /// The words of a text with its numbers read. Linear in its length.
  public static List<Word> of(String text) {
    return List.copyOf(in(text, Words.lazily(text)));
  }

  /// The norms of these words in one line, each with a space after it.
  public static String norms(String text) {
    WordList words = in(text, Words.lazily(text));
    StringBuilder norms = new StringBuilder(text.length());
    for (int i = 0; i < words.size(); i++) {
      norms.append(words.norm(i)).append(' ');
    }
    return norms.toString();
  }

  /// @param words of this text
  static WordList in(String text, WordList words) {
    return new Numerals(text, words).read();
  }

  private WordList read() {
    List<Read> numbers = new ArrayList<>();
    int taken = 0;
    for (int i = 0; i < words.size(); i++) {
      Read read = begins(i) ? number(i, taken) : null;
      if (read != null) {
        numbers.add(read);
        taken = read.end();
        i = read.to() - 1;
      }
    }
    return numbers.isEmpty() ? words : words.with(numbers);
  }

  /// A number that has been read.
  ///
  /// @param from its first word
  /// @param to after its last word
  /// @param start in the text, of its sign when that comes first
  /// @param end in the text, exclusive
  record Read(int from, int to, int start, int end, String norm) {}

  private boolean begins(int i) {
    char first = text.charAt(words.start(i));
    return isDigit(first)
        || ALL.at(text, words.start(i), words.end(i)) != 0
        || !words.isPlain(i) && VALUES.containsKey(words.norm(i));
  }

  /// The number that begins at a word; null when there is none, or nothing to be read of it.
  ///
  /// @param taken where the number before it ends: its sign is no sign of this one
  private @Nullable Read number(int from, int taken) {
    Quantity sum = new Quantity();
    int to = from;
    while (to < words.size() && (to == from || follows(to)) && sum.add(digits(to))) {
      to++;
      to += hasEnding(to) ? 1 : 0;
      // "two hundred and fifty"
      to += sum.isOpen() && norm(to).equals("and") && isSmall(to + 1) ? 1 : 0;
      int half = half(to);
      to += half > 0 && sum.addHalf() ? half : 0;
      to += to == from + 1 && isHalf(from) && norm(to).equals("a") && isScale(to + 1) ? 1 : 0;
    }
    if (to == from) {
      return null;
    }
    int end = words.end(to - 1);
    int sign = signAfter(end);
    if (sign >= 0) {
      return new Read(from, to, words.start(from), sign + 1, sum.toString() + text.charAt(sign));
    }
    String unit = to < words.size() && follows(to) ? value(words.norm(to)) : "";
    if (norm(to).equals("per") && norm(to + 1).equals("cent") && follows(to) && follows(to + 1)) {
      return new Read(from, to + 2, words.start(from), words.end(to + 1), sum + "%");
    }
    if (!unit.isEmpty() && isSign(unit.charAt(0))) {
      return new Read(from, to + 1, words.start(from), words.end(to), sum.toString() + unit);
    }
    int before = signBefore(words.start(from));
    if (before >= taken) {
      return new Read(from, to, before, end, sum.toString() + text.charAt(before));
    }
    // «один» alone is often no number, "half" of what is open, and digits alone are there already.
    boolean plain = isPlain(norm(from)) && digits(from).equals(norm(from));
    boolean one = sum.isOne() && !isDigit(text.charAt(words.start(from)));
    boolean nothing = to == from + 1 && (one || plain || isHalf(from));
    return nothing ? null : new Read(from, to, words.start(from), end, sum.toString());
  }

  /// A number word below a hundred, with no more than a space before it and before the word before.
  private boolean isSmall(int i) {
    String value = value(norm(i));
    return value.length() <= 2
        && !value.isEmpty()
        && isDigit(value.charAt(0))
        && follows(i - 1)
        && follows(i);
  }

  /// How many words from here on are «с половиной» or "and a half"; 0 for none.
  private int half(int i) {
    if (norm(i).equals("с") && norm(i + 1).equals("половиной") && follows(i) && follows(i + 1)) {
      return 2;
    }
    boolean half = norm(i).equals("and") && norm(i + 1).equals("a") && norm(i + 2).equals("half");
    return half && follows(i) && follows(i + 1) && follows(i + 2) ? 3 : 0;
  }

  /// Whether a word is the ending of the digits before it.
  private boolean hasEnding(int i) {
    return ENDINGS.contains(norm(i))
        && words.start(i) == words.end(i - 1) + 1
        && text.charAt(words.end(i - 1)) == '-'
        && isDigit(text.charAt(words.end(i - 1) - 1));
  }

  private boolean isHalf(int i) {
    return norm(i).equals("half");
  }

  private boolean isScale(int i) {
    return value(norm(i)).startsWith("x") && follows(i - 1) && follows(i);
  }

  /// Begins and ends with a digit.
  static boolean isPlain(String norm) {
    return isDigit(norm.charAt(0)) && isDigit(norm.charAt(norm.length() - 1));
  }

  /// What a number word stands for: a value, `x` and what it multiplies by, a sign, or nothing.
  static String value(String norm) {
    return VALUES.getOrDefault(norm, "");
  }

  private String norm(int i) {
    return i < words.size() ? words.norm(i) : "";
  }

  /// The norm; of "10,000" `10000`, but «1,255 млн» is a little more than one; of "1st" `1`.
  private String digits(int i) {
    String norm = words.norm(i);
    if (!isPlain(norm)) {
      Matcher ordinal = ORDINAL.matcher(norm);
      return ordinal.matches() ? ordinal.group(1) : norm;
    }
    boolean grouped =
        norm.indexOf('.') > 0
            && norm.length() <= Quantity.LONGEST
            && GROUPED.matcher(text).region(words.start(i), words.end(i)).matches();
    boolean scaled = grouped && value(norm(i + 1)).startsWith("x");
    return grouped && !scaled ? norm.replace(".", "") : norm;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Whether nothing but a space, a hyphen or the full stop of a shortened word («тыс.») stands
  /// before a word.
  private boolean follows(int i) {
    int gap = words.start(i) - words.end(i - 1);
    char first = text.charAt(words.end(i - 1));
    return gap == 1 && (isSpace(first) || first == '-')
        || gap == 2 && first == '.' && value(words.norm(i - 1)).startsWith("x");
  }

  /// The place of a sign right after an offset or after a space; -1 when there is none.
  private int signAfter(int at) {
    int sign = at < text.length() && isSpace(text.charAt(at)) ? at + 1 : at;
    if (sign >= text.length() || !isSign(text.charAt(sign))) {
      return -1;
    }
    // "$10 $20"
    boolean ofNext =
        text.charAt(sign) != '%' && sign + 1 < text.length() && isDigit(text.charAt(sign + 1));
    return ofNext ? -1 : sign;
  }

  private int signBefore(int at) {
    int sign = at > 0 && isSpace(text.charAt(at - 1)) ? at - 2 : at - 1;
    return sign >= 0 && isSign(text.charAt(sign)) && text.charAt(sign) != '%' ? sign : -1;
  }

  static boolean isSign(char c) {
    return c == '%' || c == '$' || c == '€' || c == '₽';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
  }
}
