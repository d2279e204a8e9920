package letopis.parse.social;

import java.time.Duration;
import java.util.Optional;
import letopis.parse.feed.PlainText;

/// VK's error codes (dev.vk.com/reference/errors) in words that say what to do.
final class VkErrors {
  private VkErrors() {}

  static String reason(int code, String message) {
    String what =
        switch (code) {
          case 5 -> "the token is missing or refused: set LETOPIS_VK_TOKEN";
          case 6 -> "too many requests a second";
          case 9 -> "too many requests of one sort";
          case 10, 1 -> "an error inside VK";
          case 14 -> "a captcha is wanted";
          case 15, 30, 203 -> "access denied: the wall is closed";
          case 18 -> "the page was deleted or banned";
          case 19 -> "the content is not available";
          case 28, 27 -> "the application or community token may not do this";
          case 29 -> "the day's limit of calls is used up";
          case 100, 113, 125 -> "no such community";
          default -> "refused";
        };
    return "VK error " + code + ", " + what + " (" + PlainText.oneLine(message) + ")";
  }

  /// How long to leave VK alone; empty when it does not refuse but knows no such community.
  static Optional<Duration> wait(int code) {
    return switch (code) {
      case 100, 113, 125 -> Optional.empty();
      case 6, 9, 1, 10 -> Optional.of(Duration.ofMinutes(5));
      // The limits are per day: asked again and again, VK would only refuse for longer.
      case 29 -> Optional.of(Duration.ofHours(1));
      default -> Optional.of(Duration.ZERO);
    };
  }
}
