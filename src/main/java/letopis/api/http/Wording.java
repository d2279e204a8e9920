package letopis.api.http;

import java.util.Objects;

/// One message in both languages of the service; the request's `Accept-Language` chooses.
public record Wording(String english, String russian) {
  public Wording {
    Objects.requireNonNull(english);
    Objects.requireNonNull(russian);
  }

  /// The message that this reader understands.
  public String in(Language language) {
    return switch (language) {
      case ENGLISH -> english;
      case RUSSIAN -> russian;
    };
  }

  /// A message that exists in one language only.
  public static Wording both(String text) {
    return new Wording(text, text);
  }

  /// What is wrong with a time that is after the one it should be before.
  public static Wording after(String last) {
    return new Wording("is after “" + last + "”", "позже, чем «" + last + "»");
  }
}
