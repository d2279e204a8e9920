package letopis.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import letopis.index.EntryState;
import letopis.index.Validators;

/// The state of an entry after a look at its page. Pure.
final class NextLook {
  private final RevisitLadder ladder;

  NextLook(RevisitLadder ladder) {
    this.ladder = ladder;
  }

  /// What was seen.
  ///
  /// @param validators to ask with next time
  /// @param retryAfter what a failing server asked for
  record Look(Instant at, Finding finding, Validators validators, Optional<Duration> retryAfter) {}

  /// The state that says when to look again.
  EntryState after(EntryState before, Look look, Filed filed) {
    return switch (filed.outcome()) {
      case ADDED, UPDATED, UNCHANGED, ALIAS, RETURNED -> seen(before, look, filed);
      case NOT_MODIFIED ->
          state(
              before,
              look,
              before.document(),
              new Plan(before.lastChangeAt(), ladder.next(before.lastChangeAt(), look.at()), 0));
      case GONE -> gone(before, look);
      case NOT_AN_ARTICLE, REFUSED, DISALLOWED, NOT_INDEXED ->
          state(
              before,
              look,
              before.document(),
              new Plan(before.lastChangeAt(), Optional.empty(), 0));
      case FETCH_FAILED, SPOOLED, BROKEN -> failed(before, look);
    };
  }

  private record Plan(Instant lastChange, Optional<Instant> next, int failures) {}

  private EntryState seen(EntryState before, Look look, Filed filed) {
    boolean changed = filed.changed() || before.lastVisitAt().isEmpty();
    Instant lastChange = changed ? look.at() : before.lastChangeAt();
    EntryState after =
        state(
            before,
            look,
            filed.document(),
            new Plan(lastChange, revisit(before, lastChange, look), 0));
    return look.finding() instanceof Finding.Publication publication
        ? after.showing(Changes.version(publication.document().content()))
        : after;
  }

  /// A post has no page of its own to look at: its channel shows its edits.
  private Optional<Instant> revisit(EntryState before, Instant lastChange, Look look) {
    return before.entry().path("complete").asBoolean()
        ? Optional.empty()
        : ladder.next(lastChange, look.at());
  }

  /// The first look that finds a page gone is confirmed soon; then the usual ladder goes on,
  /// in case it returns.
  private EntryState gone(EntryState before, Look look) {
    boolean first = before.goneSince().isEmpty();
    Optional<Instant> next =
        first && !before.entry().path("complete").asBoolean()
            ? Optional.of(ladder.confirmation(look.at()))
            : revisit(before, before.lastChangeAt(), look);
    EntryState after =
        state(before, look, before.document(), new Plan(before.lastChangeAt(), next, 0));
    return after.goneSince(before.goneSince().or(() -> Optional.of(look.at())));
  }

  private EntryState failed(EntryState before, Look look) {
    int failures = before.failures() + 1;
    Optional<Instant> next = ladder.retry(failures, look.retryAfter(), look.at());
    return state(before, look, before.document(), new Plan(before.lastChangeAt(), next, failures))
        .goneSince(before.goneSince());
  }

  private static EntryState state(
      EntryState before, Look look, Optional<String> document, Plan plan) {
    return new EntryState(
        before.id(),
        before.source(),
        before.url(),
        document,
        look.validators(),
        before.firstSeenAt(),
        before.absentAt(),
        Optional.of(look.at()),
        plan.lastChange(),
        plan.next(),
        Optional.empty(),
        plan.failures(),
        before.versions(),
        before.wording(),
        before.entry());
  }
}
