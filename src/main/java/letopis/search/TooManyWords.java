package letopis.search;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.elasticsearch.Answer;

/// A beginning (`при*`) beside NEAR or in a phrase that more words have than Elasticsearch looks
/// for at a time. Alone a beginning may have any number.
public final class TooManyWords extends IOException {
  private static final long serialVersionUID = 1;
  private static final Pattern REASON =
      Pattern.compile("\\[(.+)\\*] expanded to too many terms \\(limit (\\d+)\\)");

  private final String beginning;
  private final String most;

  private TooManyWords(String beginning, String most, IOException cause) {
    super(cause);
    this.beginning = beginning;
    this.most = most;
  }

  /// This, if it is why Elasticsearch refused.
  static Optional<TooManyWords> of(Answer.Refused refused) {
    Matcher reason = REASON.matcher(String.valueOf(refused.getMessage()));
    return reason.find()
        ? Optional.of(new TooManyWords(reason.group(1), reason.group(2), refused))
        : Optional.empty();
  }

  @Override
  public String getMessage() {
    return english();
  }

  /// What is wrong, and what to write instead.
  public String english() {
    return "more than %s words here begin with “%s”: too many beside NEAR or in a phrase; add letters before *"
        .formatted(most, beginning);
  }

  public String russian() {
    return "с «%s» здесь начинается больше %s слов: рядом с NEAR и во фразе это слишком много; допишите буквы перед *"
        .formatted(beginning, most);
  }
}
