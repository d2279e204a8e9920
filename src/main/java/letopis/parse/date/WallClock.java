package letopis.parse.date;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// Times that are written as on the clock of a wall, without an offset.
public final class WallClock {
  /// Clocks of sites run ahead.
  private static final Duration AHEAD = Duration.ofMinutes(15);

  private WallClock() {}

  /// The moment that is meant. The hour that comes twice in autumn is read as its second coming
  /// where that was before the text was seen: nothing is made older by a doubt. The hour that does
  /// not come in spring is that of a clock not yet put forward.
  ///
  /// @param seen when the text was fetched
  public static ZonedDateTime at(LocalDateTime local, ZoneId zone, Instant seen) {
    ZonedDateTime first = local.atZone(zone);
    ZonedDateTime second = first.withLaterOffsetAtOverlap();
    return second.toInstant().isAfter(seen.plus(AHEAD)) ? first : second;
  }
}
