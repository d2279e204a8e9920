package letopis.parse.feed;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import letopis.document.Claimed;
import letopis.document.Precision;
import letopis.parse.Entry;
import letopis.parse.FeedResult;

/// Tells feeds that know days from those that know times: of three entries or more all stand at
/// midnight. As an exact time midnight would put what appeared in the afternoon before everybody
/// else, and would contradict our look without it at noon.
public final class MidnightDates {
  private static final int LEAST = 3;

  private MidnightDates() {}

  /// The same feed, with days for times where it knows no more.
  ///
  /// @param zone the source's, in which a midnight may be written in another offset (21:00Z)
  public static FeedResult asDays(FeedResult result, ZoneId zone) {
    return switch (result) {
      case FeedResult.Feed feed when knowsDays(feed.entries(), zone) ->
          feed.withEntries(feed.entries().stream().map(MidnightDates::ofDay).toList());
      case FeedResult.Feed feed -> feed;
      case FeedResult.NotAFeed not -> not;
    };
  }

  private static boolean knowsDays(List<Entry> entries, ZoneId zone) {
    List<Claimed> dated = entries.stream().flatMap(entry -> entry.published().stream()).toList();
    return dated.size() >= LEAST
        && (dated.stream().allMatch(one -> isMidnight(one, written(one, zone)))
            || dated.stream().allMatch(one -> isMidnight(one, zone)));
  }

  private static ZoneId written(Claimed claimed, ZoneId zone) {
    return claimed.offset().map(ZoneId.class::cast).orElse(zone);
  }

  private static boolean isMidnight(Claimed claimed, ZoneId zone) {
    return claimed.precision().width().compareTo(Duration.ofDays(1)) >= 0
        || claimed.at().atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  private static Entry ofDay(Entry entry) {
    return entry.dated(
        entry
            .published()
            .filter(one -> one.precision().width().compareTo(Precision.DAY.width()) < 0)
            .map(one -> new Claimed(one.at(), one.from(), Precision.DAY, one.offset()))
            .or(entry::published));
  }
}
