package letopis.text;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Adds up the words of one number, each of a smaller order than the one before.
final class Quantity {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TWENTY = BigDecimal.valueOf(20);

  /// «12к», "2.5bn".
  private static final Pattern GLUED = Pattern.compile("(\\d+(?:\\.\\d+)?)(\\p{L}{1,8})");

  private static final Set<String> THOUSAND = Set.of("k", "к");
  private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d+)?");

  /// More digits say no quantity.
  static final int LONGEST = 15;

  private BigDecimal done = BigDecimal.ZERO;
  private BigDecimal part = BigDecimal.ZERO;

  /// What may still be added to the part is less than this; null for anything.
  private @Nullable BigDecimal below;

  private @Nullable BigDecimal scale;

  /// The last word was "hundred".
  private boolean hundreds;

  /// Whether a word belongs to the number; it is added if so.
  boolean add(String norm) {
    hundreds = norm.equals("hundred");
    if (Numerals.isDigit(norm.charAt(0)) && !Numerals.isPlain(norm)) {
      Matcher glued = GLUED.matcher(norm);
      if (!glued.matches()) {
        return false;
      }
      String by = THOUSAND.contains(glued.group(2)) ? "x1000" : Numerals.value(glued.group(2));
      return by.startsWith("x")
          && fits(new BigDecimal(by.substring(1)))
          && add(glued.group(1))
          && multiply(new BigDecimal(by.substring(1)));
    }
    if (Numerals.isDigit(norm.charAt(0))) {
      // Digits are not added to what stands before them in the same order: "in 2020 25 people".
      boolean added =
          below == null
              && norm.length() <= LONGEST
              && PLAIN.matcher(norm).matches()
              && addPart(new BigDecimal(norm), scale == null ? BigDecimal.ZERO : HUNDRED);
      below = added ? BigDecimal.ZERO : below;
      return added;
    }
    String value = Numerals.value(norm);
    if (value.isEmpty() || Numerals.isSign(value.charAt(0))) {
      return false;
    }
    return value.charAt(0) == 'x'
        ? multiply(new BigDecimal(value.substring(1)))
        : addPart(new BigDecimal(value), BigDecimal.ZERO);
  }

  /// @param least «2 тысячи 300» is one number, «5 тысяч 2 июня» is not
  private boolean addPart(BigDecimal value, BigDecimal least) {
    boolean fits = below == null || value.compareTo(below) < 0;
    boolean small = scale == null || value.compareTo(scale) < 0;
    if (!fits || !small || value.compareTo(least) < 0) {
      return false;
    }
    part = part.add(value);
    below =
        value.compareTo(HUNDRED) >= 0
            ? HUNDRED
            : value.compareTo(TWENTY) >= 0 ? BigDecimal.TEN : BigDecimal.ZERO;
    return true;
  }

  /// Whether a half belongs to the number; it is added if so.
  boolean addHalf() {
    boolean whole = part.signum() > 0 && part.stripTrailingZeros().scale() <= 0;
    part = whole ? part.add(HALF) : part;
    return whole;
  }

  /// Whether a scale is of a smaller order than the one before.
  private boolean fits(BigDecimal by) {
    return scale == null || by.compareTo(scale) < 0;
  }

  private boolean multiply(BigDecimal by) {
    boolean hundred = by.equals(HUNDRED);
    if (part.signum() == 0 || !fits(by) || hundred && part.compareTo(HUNDRED) >= 0) {
      return false;
    }
    if (hundred) {
      part = part.multiply(by);
      below = HUNDRED;
      return true;
    }
    done = done.add(part.multiply(by));
    part = BigDecimal.ZERO;
    below = null;
    scale = by;
    return true;
  }

  /// Whether "and" and a number below a hundred may follow.
  boolean isOpen() {
    return hundreds;
  }

  boolean isOne() {
    return scale == null && part.compareTo(BigDecimal.ONE) == 0;
  }

  @Override
  public String toString() {
    return done.add(part).stripTrailingZeros().toPlainString();
  }
}
