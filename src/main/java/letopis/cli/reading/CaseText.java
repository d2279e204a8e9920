package letopis.cli.reading;

import com.fasterxml.jackson.databind.JsonNode;
import letopis.document.PublishedFrom;
import letopis.trace.cases.Case;
import letopis.trace.cases.Kept;

/// A case as lines for people.
final class CaseText {
  private static final int LINE = 100;

  private CaseText() {}

  /// One line of a list.
  static String line(Kept kept) {
    Case one = kept.value();
    return "%s  %s  %s  %s"
        .formatted(
            one.id(),
            one.updatedAt(),
            one.verdict().map(verdict -> verdict.words(one.lang())).orElse("open"),
            shortened(one.claim()));
  }

  /// @param view the case as the API shows it
  static String of(Kept kept, JsonNode view) {
    Case one = kept.value();
    StringBuilder text = new StringBuilder();
    text.append("Case ").append(one.id()).append(", changed ").append(one.updatedAt());
    text.append("\nClaim: ").append(one.claim());
    one.verdict()
        .ifPresent(
            verdict -> {
              text.append("\nVerdict: ").append(verdict.words(one.lang()));
              text.append(verdict.explanation().isBlank() ? "" : "\n  " + verdict.explanation());
            });
    if (!one.review().author().isBlank()) {
      text.append("\nReview: ").append(one.review().author());
      one.review().url().ifPresent(url -> text.append(", ").append(url));
    }
    text.append(one.notes().isBlank() ? "" : "\nNotes: " + one.notes());
    for (JsonNode appearance : view.path("appearances")) {
      text.append('\n').append(appearance(appearance));
    }
    return text.toString();
  }

  private static String appearance(JsonNode appearance) {
    String document = appearance.path("document").asText();
    if (appearance.path("gone").asBoolean()) {
      return "  %s: gone from the archive".formatted(document);
    }
    String after = appearance.at("/appeared_between/0").asText("");
    String before = appearance.at("/appeared_between/1").asText();
    String removed = appearance.path("removed_at").asText("");
    return "  [%s] %s\n    %s, %s\n%s    %s\n    “%s”\n    document %s"
        .formatted(
            appearance.path("time_quality").asText(),
            appearance.path("source").path("name").asText(),
            after.isEmpty()
                ? "seen " + before + ", the source was not watched before"
                : "appeared between " + after + " and " + before,
            appearance.path("published_from").asText().equals(PublishedFrom.GUESSED.label())
                ? "names no time itself"
                : "says " + appearance.path("published_at").asText(),
            removed.isEmpty()
                ? ""
                : "    no longer there: removed, as our look of " + removed + " found\n",
            appearance.path("url").asText(),
            shortened(appearance.path("text").asText()),
            document);
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= LINE ? line : line.substring(0, LINE - 1) + "…";
  }
}
