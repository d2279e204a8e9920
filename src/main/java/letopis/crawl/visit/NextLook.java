package letopis.crawl.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import letopis.crawl.filing.Changes;
import letopis.crawl.filing.Filed;
import letopis.crawl.filing.Filing;
import letopis.crawl.filing.Finding;
import letopis.crawl.page.EntryCodec;
import letopis.index.state.EntryState;
import letopis.index.state.Validators;

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
  record Look(Instant at, Finding finding, Validators validators, Optional<Duration> retryAfter) {
    static Look of(Instant at, Finding finding, Validators validators) {
      return new Look(at, finding, validators, Optional.empty());
    }
  }

  /// What is to be filed of a look.
  Filing.Item item(EntryState before, Look look) {
    return new Filing.Item(look.finding(), filed -> Optional.of(after(before, look, filed)));
  }

  /// The state that says when to look again.
  EntryState after(EntryState before, Look look, Filed filed) {
    return switch (filed.outcome()) {
      case ADDED, UPDATED, UNCHANGED, ALIAS, RETURNED -> seen(before, look, filed);
      case NOT_MODIFIED ->
          state(
              before,
              look,
              before.document(),
              Plan.of(before.lastChangeAt(), revisits(before, before.lastChangeAt(), look)));
      case GONE -> gone(before, look);
      case NOT_AN_ARTICLE, REFUSED, DISALLOWED, NOT_INDEXED ->
          state(before, look, before.document(), Plan.of(before.lastChangeAt(), List.of()));
      case FETCH_FAILED, SPOOLED, BROKEN -> failed(before, look);
    };
  }

  /// Whether a look that found nothing new need not be written down: the looks to come are known,
  /// and what must be looked at is not among them.
  boolean goesOn(EntryState before, Instant at) {
    return before.nextVisitAt().isEmpty()
        && before.goneSince().isEmpty()
        && before.failures() == 0
        && (before.looks().stream().anyMatch(next -> next.isAfter(at))
            || ladder.next(before.lastChangeAt(), at).isEmpty());
  }

  /// @param next to be kept whatever happens
  /// @param looks as long as nothing changes
  private record Plan(
      Instant lastChange, Optional<Instant> next, List<Instant> looks, int failures) {
    static Plan of(Instant lastChange, List<Instant> looks) {
      return new Plan(lastChange, Optional.empty(), looks, 0);
    }
  }

  private EntryState seen(EntryState before, Look look, Filed filed) {
    boolean changed = filed.changed() || before.lastVisitAt().isEmpty();
    Instant lastChange = changed ? look.at() : before.lastChangeAt();
    EntryState after =
        state(
            before,
            look,
            filed.document(),
            Plan.of(lastChange, revisits(before, lastChange, look)));
    return look.finding() instanceof Finding.Publication publication
        ? after.showing(Changes.version(publication.document().content()))
        : after;
  }

  /// A post has no page of its own: its channel is read back for all its posts that are due.
  private List<Instant> revisits(EntryState before, Instant lastChange, Look look) {
    return EntryCodec.isWhole(before)
        ? ladder.sharedLooks(lastChange, look.at())
        : ladder.looks(lastChange, look.at());
  }

  /// The first look that finds a page gone is confirmed soon; then the usual ladder goes on,
  /// in case it returns.
  private EntryState gone(EntryState before, Look look) {
    boolean first = before.goneSince().isEmpty();
    Plan plan =
        first
            ? new Plan(
                before.lastChangeAt(), Optional.of(ladder.confirmation(look.at())), List.of(), 0)
            : Plan.of(before.lastChangeAt(), revisits(before, before.lastChangeAt(), look));
    EntryState after = state(before, look, before.document(), plan);
    return after.goneSince(before.goneSince().or(() -> Optional.of(look.at())));
  }

  private EntryState failed(EntryState before, Look look) {
    int failures = before.failures() + 1;
    Optional<Instant> next = ladder.retry(failures, look.retryAfter(), look.at());
    Plan plan = new Plan(before.lastChangeAt(), next, List.of(), failures);
    // What stood in place of the page is nothing to compare the page with.
    Look failed = Look.of(look.at(), look.finding(), before.validators());
    return state(before, failed, before.document(), plan).goneSince(before.goneSince());
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
        plan.looks(),
        Optional.empty(),
        plan.failures(),
        before.versions(),
        before.wording(),
        before.entry());
  }
}
