package letopis.cli.reading;

import java.util.List;
import java.util.Optional;
import letopis.app.CommandFailure;
import letopis.trace.cases.Case;
import letopis.trace.cases.Rating;
import picocli.CommandLine.Option;

/// The options of `case edit`.
final class CaseChanges {
  @Option(names = "--claim", paramLabel = "TEXT", description = "The claim in other words.")
  private Optional<String> claim = Optional.empty();

  @Option(names = "--notes", paramLabel = "TEXT", description = "Notes, instead of those there.")
  private Optional<String> notes = Optional.empty();

  @Option(
      names = "--rating",
      paramLabel = "R",
      description = "false, mostly-false, mixed, mostly-true, true, unproven; none takes it back.")
  private Optional<String> rating = Optional.empty();

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      description = "The verdict in your words, instead of the rating's.")
  private Optional<String> label = Optional.empty();

  @Option(names = "--explanation", paramLabel = "TEXT", description = "Why the verdict is so.")
  private Optional<String> explanation = Optional.empty();

  @Option(names = "--author", paramLabel = "NAME", description = "The organisation that reviews.")
  private Optional<String> author = Optional.empty();

  @Option(names = "--author-url", paramLabel = "URL", description = "Its address on the web.")
  private Optional<String> authorUrl = Optional.empty();

  @Option(names = "--url", paramLabel = "URL", description = "Where the review is published.")
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--drop",
      paramLabel = "DOCUMENT",
      description = "Takes an appearance out, by its document's id.")
  private List<String> dropped = List.of();

  /// The draft with these changes.
  ///
  /// @throws CommandFailure when they make no sense
  Case.Draft applied(Case.Draft draft) {
    for (String id : dropped) {
      if (draft.appearances().stream().noneMatch(one -> one.document().equals(id))) {
        throw CommandFailure.wrongUsage("--drop " + id + ": it is not in the case");
      }
    }
    return new Case.Draft(
        claim.filter(text -> !text.isBlank()).orElse(draft.claim()),
        draft.lang(),
        draft.appearances().stream().filter(one -> !dropped.contains(one.document())).toList(),
        notes.orElse(draft.notes()),
        verdict(draft.verdict()),
        new Case.Review(
            author.orElse(draft.review().author()),
            address("--author-url", authorUrl).or(draft.review()::authorUrl),
            address("--url", url).or(draft.review()::url)));
  }

  private Optional<Case.Verdict> verdict(Optional<Case.Verdict> before) {
    if (rating.filter("none"::equals).isPresent()) {
      return Optional.empty();
    }
    Optional<Rating> chosen = rating.map(CaseChanges::rating).or(() -> before.map(v -> v.rating()));
    if (chosen.isEmpty() && (label.isPresent() || explanation.isPresent())) {
      throw CommandFailure.wrongUsage("--label and --explanation need a --rating");
    }
    return chosen.map(
        one ->
            new Case.Verdict(
                one,
                label.or(() -> before.map(Case.Verdict::label)).orElse(""),
                explanation.or(() -> before.map(Case.Verdict::explanation)).orElse("")));
  }

  private static Rating rating(String label) {
    return Rating.of(label)
        .orElseThrow(
            () ->
                CommandFailure.wrongUsage(
                    "--rating must be false, mostly-false, mixed, mostly-true, true, unproven or"
                        + " none"));
  }

  private static Optional<String> address(String option, Optional<String> given) {
    if (given.isPresent() && !given.get().matches("https?://[^\\s/]+\\S*")) {
      throw CommandFailure.wrongUsage(option + " must be an http address");
    }
    return given;
  }
}
