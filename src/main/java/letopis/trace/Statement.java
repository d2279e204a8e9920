package letopis.trace;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import letopis.text.Word;

/// What a claim states, apart from who is said to have said it and from whom it names. A person
/// with a long title is named with the same words whatever he says or does.
final class Statement {
  /// So much of what is stated, by weight, a passage that tells the claim has.
  private static final double LEAST = 0.25;

  /// A claim of which less is stated is about who says it.
  private static final double STATED = 0.15;

  /// So much of the words that are no names, by weight.
  private static final double TOLD = 0.15;

  /// Of fewer words that are no names a list is made, or a headline in capitals.
  private static final int PLAIN = 3;

  private static final String RU_SAYS =
      "(?:сообщи|заяви|рассказа|отмети|подчеркну|добави|уточни|поясни|сказа|переда|пиш|сообща|следует)\\w*";
  private static final String EN_SAYS = "(?:said|says|told|reported|announced|added|according to)";

  /// At the end: «…, заявил посол Украины в США», "…, the minister said on Friday".
  private static final Pattern AFTER =
      pattern(
          "[,»\"”—–]\\s{1,3}(?:[—–-]\\s{1,3})?(?:как |об этом |о чём |что )?"
              + RU_SAYS
              + "\\b|[,\"”]\\s{1,3}(?:[\\w.’'-]{1,30},?\\s){0,8}"
              + EN_SAYS
              + "\\b");

  /// At the beginning: «Как рассказала представитель главка …, », "According to the ministry, ".
  private static final Pattern BEFORE =
      pattern(
          "(?:как (?:ранее )?"
              + RU_SAYS
              + "|по (?:словам|данным|мнению|информации)|according to)\\s[^,]{1,150},");

  private final Claim claim;
  private final int from;
  private final int to;

  Statement(Claim claim) {
    this.claim = claim;
    Matcher before = BEFORE.matcher(claim.text);
    this.from = before.lookingAt() ? before.end() : 0;
    Matcher after = AFTER.matcher(claim.text);
    // What somebody says right after the beginning goes on with what he says.
    boolean late = after.find() && after.start() > claim.text.length() / 5;
    this.to = late && after.start() > from ? after.start() : claim.text.length();
  }

  /// Whether a passage has more of the claim than who says it and whom it names.
  boolean isIn(List<Word> passage) {
    Roots roots = new Roots(claim.words);
    Set<String> theirs =
        passage.stream().map(word -> roots.of(word.stem())).collect(Collectors.toSet());
    double stated = 0;
    double there = 0;
    double told = 0;
    double toldThere = 0;
    int plain = 0;
    for (int i = 0; i < claim.weights.length; i++) {
      Word word = claim.words.get(i);
      if (word.start() >= from && word.end() <= to) {
        double weight = claim.weights[i];
        double common = theirs.contains(word.stem()) ? weight : 0;
        stated += weight;
        there += common;
        if (weight > Rarity.STOP && !isName(word)) {
          plain++;
          told += weight;
          toldThere += common;
        }
      }
    }
    return (stated < STATED * claim.total || there >= LEAST * stated)
        && (plain < PLAIN || toldThere >= TOLD * told);
  }

  private boolean isName(Word word) {
    return Character.isUpperCase(claim.text.codePointAt(word.start()));
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(
        regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }
}
