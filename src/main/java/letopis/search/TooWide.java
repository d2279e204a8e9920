package letopis.search;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.elasticsearch.Answer;

/// A query that stands for more words than Elasticsearch looks for at a time. How many that is
/// depends on the archive and on the memory of the server, so it is not known before it is asked.
public final class TooWide extends IOException {
  private static final long serialVersionUID = 1;

  private static final Pattern BEGINNING =
      Pattern.compile("\\[(.+)\\*] expanded to too many terms \\(limit (\\d+)\\)");

  private final String english;
  private final String russian;

  private TooWide(String english, String russian, IOException cause) {
    super(english, cause);
    this.english = english;
    this.russian = russian;
  }

  /// This, if it is why Elasticsearch refused.
  static Optional<TooWide> of(Answer.Refused refused) {
    String reason = String.valueOf(refused.getMessage());
    Matcher beginning = BEGINNING.matcher(reason);
    if (beginning.find()) {
      // Alone a beginning may have any number of words.
      return Optional.of(
          new TooWide(
              "more than %s words here begin with “%s”: too many beside NEAR or in a phrase; add letters before *"
                  .formatted(beginning.group(2), beginning.group(1)),
              "с «%s» здесь начинается больше %s слов: рядом с NEAR и во фразе это слишком много; допишите буквы перед *"
                  .formatted(beginning.group(1), beginning.group(2)),
              refused));
    }
    if (reason.contains("Too many disjunctions to expand")) {
      return Optional.of(
          new TooWide(
              "too many alternatives of several words beside NEAR; leave some out",
              "слишком много вариантов из нескольких слов рядом с NEAR; уберите часть",
              refused));
    }
    if (reason.contains("maxClauseCount is set to")) {
      return Optional.of(
          new TooWide(
              "the words of the query have too many forms together; shorten it",
              "у слов запроса вместе слишком много форм; сократите его",
              refused));
    }
    return Optional.empty();
  }

  /// What is wrong, and what to write instead.
  public String english() {
    return english;
  }

  public String russian() {
    return russian;
  }
}
