package letopis.api.sources;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import letopis.api.http.Call;
import letopis.index.state.CoverageSpan;
import letopis.index.state.CoverageState;

/// Coverage day by day. A day has the state that lasted longest in it, but a failure of more than
/// an hour is never hidden behind hours that went well.
final class CoverageCalendar {
  private static final Duration NOTICED = Duration.ofHours(1);

  private CoverageCalendar() {}

  /// @param spans of one source, in order, without holes over the days
  static ArrayNode days(List<CoverageSpan> spans, LocalDate first, LocalDate last, ZoneId zone) {
    ArrayNode days = Call.JSON.createArrayNode();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      Instant from = day.atStartOfDay(zone).toInstant();
      Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
      days.addObject().put("date", day.toString()).put("state", state(spans, from, to).label());
    }
    return days;
  }

  private static CoverageState state(List<CoverageSpan> spans, Instant from, Instant to) {
    Map<CoverageState, Duration> lasted = new EnumMap<>(CoverageState.class);
    for (CoverageSpan span : spans) {
      Instant start = span.from().isAfter(from) ? span.from() : from;
      Instant end = span.to().isBefore(to) ? span.to() : to;
      if (start.isBefore(end)) {
        lasted.merge(span.state(), Duration.between(start, end), Duration::plus);
      }
    }
    CoverageState longest = longest(lasted, CoverageState.NOT_COVERED);
    if (longest != CoverageState.WATCHED) {
      // A day of which little was seen at all is still a day that was looked at.
      lasted.remove(CoverageState.NOT_COVERED);
      return longest == CoverageState.NOT_COVERED ? longest(lasted, longest) : longest;
    }
    lasted.remove(CoverageState.WATCHED);
    lasted.remove(CoverageState.NOT_COVERED);
    CoverageState failure = longest(lasted, longest);
    return lasted.getOrDefault(failure, Duration.ZERO).compareTo(NOTICED) > 0 ? failure : longest;
  }

  private static CoverageState longest(
      Map<CoverageState, Duration> lasted, CoverageState otherwise) {
    return lasted.entrySet().stream()
        .max(Comparator.comparing(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElse(otherwise);
  }
}
