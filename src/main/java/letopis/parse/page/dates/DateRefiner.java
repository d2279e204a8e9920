package letopis.parse.page.dates;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.document.Claimed;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.parse.date.DateText;
import letopis.parse.page.data.PageData;

/// Makes a found date as exact as the rest of its page allows: its time of day, the offset of its
/// site. The day and the instant that were found stay as they are.
final class DateRefiner {
  private final PageData data;
  private final ScriptDates scripts;
  private final VisibleDates visible;
  private final DateText text;

  DateRefiner(PageData data, ScriptDates scripts, VisibleDates visible, DateText text) {
    this.data = data;
    this.scripts = scripts;
    this.visible = visible;
    this.text = text;
  }

  /// The day alone gives way to a time of the same day that the page shows.
  Claimed finer(Claimed claim) {
    if (claim.precision() != Precision.DAY) {
      return claim;
    }
    return visible.all().stream()
        .map(VisibleDates.Candidate::claim)
        .filter(other -> other.precision() != Precision.DAY)
        .filter(other -> text.day(other).equals(text.day(claim)))
        .findFirst()
        .orElse(claim);
  }

  /// Machines often write UTC. Where the page gives the same minute in its own time, the difference
  /// is the page's offset.
  Claimed localised(Claimed claim) {
    if (claim.precision() == Precision.DAY || !claim.offset().equals(Optional.of(ZoneOffset.UTC))) {
      return claim;
    }
    return written(claim)
        .or(() -> shown(claim))
        .map(
            offset -> new Claimed(claim.at(), claim.from(), claim.precision(), Optional.of(offset)))
        .orElse(claim);
  }

  /// The offset with which other data of the page writes the same time.
  private Optional<ZoneOffset> written(Claimed claim) {
    List<Claimed> others = new ArrayList<>();
    for (String[] names : List.of(DateNames.PUBLISHED, DateNames.UNCLEAR)) {
      for (String name : names) {
        data.meta(name)
            .flatMap(value -> text.read(value, PublishedFrom.META))
            .ifPresent(others::add);
      }
    }
    others.addAll(scripts.withOffset());
    return others.stream()
        .filter(other -> other.precision() != Precision.DAY)
        .filter(other -> Duration.between(other.at(), claim.at()).abs().toSeconds() < 60)
        .flatMap(other -> other.offset().stream())
        .filter(offset -> !offset.equals(ZoneOffset.UTC))
        .findFirst();
  }

  /// The offset that sets a time shown to readers right.
  private Optional<ZoneOffset> shown(Claimed claim) {
    LocalDateTime utc = claim.at().atZone(ZoneOffset.UTC).toLocalDateTime().withSecond(0);
    for (VisibleDates.Candidate candidate : visible.all()) {
      Precision precision = candidate.claim().precision();
      if (precision != Precision.MINUTE && precision != Precision.SECOND) {
        continue;
      }
      long minutes = ChronoUnit.MINUTES.between(utc, text.local(candidate.claim()).withSecond(0));
      if (minutes != 0
          && minutes % 30 == 0
          && candidate.yearKnown()
          && candidate.score() > 0
          && minutes >= -12 * 60
          && minutes <= 14 * 60) {
        return Optional.of(ZoneOffset.ofTotalSeconds((int) minutes * 60));
      }
    }
    return Optional.empty();
  }
}
