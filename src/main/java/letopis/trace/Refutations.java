package letopis.trace;

import java.util.List;
import java.util.regex.Pattern;
import letopis.text.Sentences;
import letopis.text.Span;

/// Tells a passage that makes a statement from one that denies or doubts it, by the words of the
/// sentence it is in and of the two sentences beside it.
final class Refutations {
  /// Denials of a statement as such, not of the things it speaks of.
  private static final Pattern DENIAL =
      Pattern.compile(
          "\\b(?:ф[еэ]йк(?:а|у|ом|е|и|ов|ам|ами|ах)?|ф[еэ]йков\\w+"
              + " (?:информаци|сообщени|новост|видео|фото|слух|вброс|запис|цитат)\\w*|опроверг\\w*|опроверж\\w*|дезинформаци\\w*|недостоверн\\w+"
              + " (?:информаци|сообщени|сведени|данн|новост)\\w*|(?:ложн|лжив)\\w+"
              + " (?:информаци|сообщени|слух|сведени|новост)\\w*|не соответству\\w+"
              + " действительности|неправд\\w+|это ложь|распростран\\w+ слух\\w*|назвал\\w*"
              + " (?:ложью|фейком|слухами)|(?:is|are|was|were|a) fakes?|fake"
              + " (?:news|stor|video|photo|claim|quote|report)\\w*|hoax|debunk\\w*|untrue|no"
              + " evidence that|misleading claims?|false"
              + " (?:claim|rumou?r|story|report|information)s?|(?:claim|story|rumou?r|report)s?"
              + " (?:is|are|was|were) false|unfounded|den(?:y|ies|ied) (?:reports|the"
              + " claim|claims|rumou?rs)|disinformation|misinformation|not true)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final int CLAIM_LONG = 2;

  private Refutations() {}

  /// Whether the words around `[start, end)` deny what it says.
  ///
  /// @param title the headline above the text; a denial there counts for the whole text
  static boolean around(String title, String text, int start, int end) {
    if (DENIAL.matcher(title).find()) {
      return true;
    }
    List<Span> sentences = Sentences.of(text);
    int first = 0;
    int last = 0;
    for (int i = 0; i < sentences.size(); i++) {
      first = sentences.get(i).start() <= start ? i : first;
      last = sentences.get(i).start() < end ? i : last;
    }
    if (sentences.isEmpty() || last - first > CLAIM_LONG + 1) {
      return false;
    }
    int from = sentences.get(Math.max(0, first - 1)).start();
    int to = sentences.get(Math.min(sentences.size() - 1, last + 1)).end();
    // The passage itself may be a claim about a denial.
    String around =
        text.substring(from, Math.min(start, to)) + " ¶ " + text.substring(Math.min(end, to), to);
    return DENIAL.matcher(around).find();
  }
}
