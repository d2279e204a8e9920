package letopis.crawl.look;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import letopis.crawl.look.HealthCheck.Look;
import letopis.crawl.report.Visit;
import letopis.document.Claimed;
import letopis.index.state.Cadence;
import letopis.index.state.CoverageSpan;
import letopis.index.state.CoverageState;
import letopis.index.state.Health;
import letopis.index.state.Poll;
import letopis.index.state.SourceState;
import letopis.index.state.Validators;
import letopis.parse.Entry;
import letopis.sources.Source;

/// Says what a look at a source was worth, and what follows from it: the record of the look, the
/// spans of coverage, the health and the next time. Pure.
public final class PollJudge {
  /// A claim this much older than our last look cannot be explained by clocks and caches.
  private static final Duration CLOCKS = Duration.ofMinutes(5);

  private final PollSchedule schedule;

  PollJudge(PollSchedule schedule) {
    this.schedule = schedule;
  }

  /// The verdict on one look.
  ///
  /// @param absentAt the last look that would have shown what is new now
  record Verdict(
      SourceState before,
      Poll poll,
      Health health,
      Cadence cadence,
      List<CoverageSpan> spans,
      Optional<Instant> absentAt,
      Validators validators) {
    /// The state of the source after the look.
    ///
    /// @param pages there are pages to be visited: due from now on, for whoever takes the source
    ///     over should we not get to them
    SourceState state(Map<String, String> listed, boolean pages) {
      return new SourceState(
          before.id(),
          before.name(),
          before.kind(),
          true,
          validators,
          cadence,
          health,
          Optional.of(spans.getLast()),
          listed,
          pages ? Optional.of(poll.at()) : before.nextRevisitAt(),
          before.lookedUntil(),
          Optional.of(poll));
    }
  }

  /// Judges a look.
  ///
  /// @param fresh how many entries were never seen before
  Verdict judge(Source source, SourceState before, Listing listing, int fresh) {
    boolean lie = lied(before, listing, fresh);
    Health health = health(before, listing, lie);
    CoverageState state = state(before, listing, new Found(fresh, health));
    Spans.Look look = new Spans.Look(listing.at(), state);
    List<CoverageSpan> spans =
        lie
            ? Spans.afterLie(
                source.id(), before.span(), before.cadence().lastFullAt().orElseThrow(), look)
            : Spans.after(source.id(), before.span(), before.cadence(), look);
    PollFacts facts =
        new PollFacts(
            listing.at(),
            listing.kind(),
            listing.items().size(),
            fresh,
            listing.hint(),
            listing.retryAfter());
    return new Verdict(
        before,
        poll(source, listing, state, new Found(fresh, health)),
        health,
        schedule.next(before.cadence(), facts, source.every()),
        spans,
        // A clock that was set back leaves no interval.
        (lie ? before.cadence().lastFullAt() : before.cadence().lastOkAt())
            .filter(at -> at.isBefore(listing.at())),
        listing.kind().ok() ? listing.validators() : before.validators());
  }

  /// The state of a source after visits to its pages.
  ///
  /// @param lookedUntil the looks that were due then are done
  public static SourceState afterPages(
      SourceState state,
      List<Visit> done,
      Optional<Instant> revisit,
      Optional<Instant> lookedUntil) {
    int articles = 0;
    int others = 0;
    for (Visit visit : done) {
      switch (visit.outcome()) {
        case ADDED, UPDATED, UNCHANGED, ALIAS, RETURNED -> articles++;
        case NOT_AN_ARTICLE, REFUSED -> others++;
        case NOT_MODIFIED, GONE, DISALLOWED, FETCH_FAILED, SPOOLED, NOT_INDEXED, BROKEN -> {
          // Says nothing about the layout.
        }
      }
    }
    return new SourceState(
        state.id(),
        state.name(),
        state.kind(),
        state.configured(),
        state.validators(),
        state.cadence(),
        HealthCheck.afterPages(state.health(), articles, others),
        state.span(),
        state.listed(),
        revisit,
        lookedUntil,
        state.last());
  }

  private record Found(int fresh, Health health) {}

  /// Whether the 304 answers before this look were lies: asked without validators, the server shows
  /// what it must have had when it last said that there was nothing.
  private boolean lied(SourceState before, Listing listing, int fresh) {
    Cadence cadence = before.cadence();
    if (fresh == 0
        || listing.kind() != PollFacts.Kind.FULL
        || !schedule.unconditional(cadence)
        || cadence.lastFullAt().isEmpty()) {
      return false;
    }
    Instant lastNo = cadence.lastPollAt().orElseThrow().minus(CLOCKS);
    return listing.items().stream()
        .map(Listing.Item::entry)
        .filter(entry -> !before.listed().containsKey(EntryKey.of(entry)))
        .flatMap(entry -> entry.published().stream())
        .anyMatch(
            claim ->
                claim.at().isAfter(cadence.lastFullAt().get())
                    && claim.at().plus(claim.precision().width()).isBefore(lastNo));
  }

  private static Health health(SourceState before, Listing listing, boolean lie) {
    Health health = before.health();
    switch (listing.result()) {
      case OK ->
          health =
              HealthCheck.after(
                  health,
                  new Look(
                      true,
                      listing.items().size(),
                      count(listing, PollJudge::hasText),
                      count(listing, entry -> entry.published().isPresent())));
      case NOT_A_FEED -> health = HealthCheck.after(health, new Look(false, 0, 0, 0));
      case NOT_MODIFIED, FAILED, DISALLOWED, BLOCKED -> {
        // Nothing was seen that could be compared.
      }
    }
    return lie ? HealthCheck.liar(health) : health;
  }

  private static CoverageState state(SourceState before, Listing listing, Found found) {
    return switch (listing.result()) {
      case FAILED -> CoverageState.DOWN;
      case DISALLOWED, BLOCKED -> CoverageState.BLOCKED;
      case NOT_A_FEED -> CoverageState.LAYOUT_BROKEN;
      case NOT_MODIFIED ->
          found.health().alarm().isPresent() ? CoverageState.LAYOUT_BROKEN : CoverageState.WATCHED;
      case OK -> {
        if (found.health().alarm().isPresent()) {
          yield CoverageState.LAYOUT_BROKEN;
        }
        if (listing.items().isEmpty()) {
          yield CoverageState.EMPTY;
        }
        yield overlaps(before, listing, found.fresh()) ? CoverageState.WATCHED : CoverageState.GAP;
      }
    };
  }

  /// Whether this list still shows something of the one before: the last entry, or several (one
  /// alone may be pinned).
  private static boolean overlaps(SourceState before, Listing listing, int fresh) {
    if (before.listed().isEmpty() || fresh == 0) {
      return true;
    }
    int known = listing.items().size() - fresh;
    String last = EntryKey.of(listing.items().getLast().entry());
    return known >= 2 || before.listed().containsKey(last);
  }

  private static Poll poll(Source source, Listing listing, CoverageState state, Found found) {
    int entries = listing.items().size();
    String detail = found.health().alarm().map(alarm -> "layout changed: " + alarm).orElse("");
    return new Poll(
        source.id(),
        listing.at(),
        listing.tookMillis(),
        listing.result().label(),
        state,
        listing.status(),
        entries,
        found.fresh(),
        entries - count(listing, PollJudge::hasText),
        entries - count(listing, entry -> entry.published().isPresent()),
        listing.items().stream()
            .flatMap(item -> item.entry().published().stream())
            .map(Claimed::at)
            .max(Instant::compareTo),
        listing.format(),
        detail.isEmpty() ? listing.detail() : detail + "; " + listing.detail());
  }

  private static boolean hasText(Entry entry) {
    return !(entry.title().isBlank() && entry.summary().isBlank() && entry.content().isBlank());
  }

  private static int count(Listing listing, Predicate<Entry> wanted) {
    return (int) listing.items().stream().map(Listing.Item::entry).filter(wanted).count();
  }
}
