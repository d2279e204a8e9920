package letopis.api;

import java.util.Objects;

/// One message in both languages of the service; the request's `Accept-Language` chooses.
record Wording(String english, String russian) {
  Wording {
    Objects.requireNonNull(english);
    Objects.requireNonNull(russian);
  }

  /// The message that this reader understands.
  String in(Language language) {
    return switch (language) {
      case ENGLISH -> english;
      case RUSSIAN -> russian;
    };
  }

  /// A message that exists in one language only.
  static Wording both(String text) {
    return new Wording(text, text);
  }
}
