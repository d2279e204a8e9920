package letopis.demo;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One publication of the invented region, with all that will happen to it.
///
/// @param id unique among the told stories and the everyday news
/// @param number grows with the time of publication within its outlet
/// @param at when it really appears
/// @param claimed the time its page and feed give; differs from `at` only where the outlet lies
/// @param texts the wordings, the first from `at` on
/// @param removedAt from then on the page answers 410 and the feed or channel leaves it out
record Story(
    String id,
    int number,
    Outlet outlet,
    Instant at,
    Instant claimed,
    Labels labels,
    Relations relations,
    List<Text> texts,
    Optional<Instant> removedAt) {
  Story {
    Objects.requireNonNull(id);
    texts = List.copyOf(texts);
  }

  /// @param from when this wording took the place of the one before
  record Text(Instant from, String title, List<String> paragraphs) {
    Text {
      paragraphs = List.copyOf(paragraphs);
    }

    String lead() {
      return paragraphs.getFirst();
    }
  }

  record Labels(Optional<String> section, List<String> tags, Optional<String> author) {}

  /// @param link id of a story that the text links to
  /// @param forward id of the post that this one forwards
  /// @param review the claim and its rating, on a fact-check
  record Relations(Optional<String> link, Optional<String> forward, Optional<Review> review) {}

  record Review(String claim, String rating) {}

  Story numbered(int given) {
    return new Story(id, given, outlet, at, claimed, labels, relations, texts, removedAt);
  }

  boolean isOut(Instant now) {
    return !at.isAfter(now) && !isRemoved(now);
  }

  boolean isRemoved(Instant now) {
    return removedAt.isPresent() && !removedAt.get().isAfter(now);
  }

  /// The wording at an instant after `at`.
  Text text(Instant now) {
    Text current = texts.getFirst();
    for (Text text : texts) {
      if (!text.from().isAfter(now)) {
        current = text;
      }
    }
    return current;
  }

  String path() {
    return switch (outlet) {
      case GOV -> "/news/" + number + "/";
      case GOROD -> "/news.php?id=" + number;
      case REGIONPLUS -> "/lenta/" + number + ".html";
      case LIPSK, CHP -> "/" + outlet.handle() + "/" + number;
      default -> "/articles/" + id + "/";
    };
  }

  String url() {
    return "https://" + outlet.host() + path();
  }
}
