package letopis.crawl.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts what became of every address, by source and outcome, and tells the metrics. Shared by
/// threads.
public final class CrawlReport {
  private final MeterRegistry metrics;
  private final Map<String, Map<CrawlOutcome, LongAdder>> bySource = new ConcurrentSkipListMap<>();
  private final Map<String, LongAdder> failures = new ConcurrentSkipListMap<>();
  private final Map<String, LongAdder> polls = new ConcurrentSkipListMap<>();
  private final LongAdder replayed = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  /// @param metrics gets `letopis_crawl_urls_total{source,outcome}` and
  ///     `letopis_crawl_polls_total{source,outcome}`
  public CrawlReport(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /// Counts one address. Call it once for each.
  public void count(Visit visit) {
    bySource.computeIfAbsent(visit.source(), _ -> counters()).get(visit.outcome()).increment();
    if (visit.outcome() == CrawlOutcome.FETCH_FAILED) {
      failures.computeIfAbsent(visit.detail(), _ -> new LongAdder()).increment();
    }
    metrics
        .counter("letopis.crawl.urls", "source", visit.source(), "outcome", visit.outcome().label())
        .increment();
  }

  /// Counts one look at a source.
  public void countPoll(String source, String outcome) {
    polls.computeIfAbsent(outcome, _ -> new LongAdder()).increment();
    metrics.counter("letopis.crawl.polls", "source", source, "outcome", outcome).increment();
  }

  /// Counts a capture that had waited in the journal and is filed now.
  public void countReplay(CrawlOutcome outcome) {
    replayed.increment();
    metrics.counter("letopis.crawl.replayed", "outcome", outcome.label()).increment();
  }

  /// How many captures had waited and are filed.
  public long replayed() {
    return replayed.sum();
  }

  /// Counts bytes of bodies received.
  public void countBytes(long received) {
    bytes.add(received);
  }

  /// Bytes of bodies received so far.
  public long bytes() {
    return bytes.sum();
  }

  /// How many addresses ended so, over all sources.
  public long total(CrawlOutcome outcome) {
    return bySource.values().stream().mapToLong(counts -> counts.get(outcome).sum()).sum();
  }

  /// How many addresses were taken up.
  public long total() {
    long total = 0;
    for (CrawlOutcome outcome : CrawlOutcome.values()) {
      total += total(outcome);
    }
    return total;
  }

  /// The counts of one source; outcomes that did not happen are left out.
  public Map<CrawlOutcome, Long> of(String source) {
    Map<CrawlOutcome, Long> counts = new EnumMap<>(CrawlOutcome.class);
    bySource
        .getOrDefault(source, Map.of())
        .forEach(
            (outcome, count) -> {
              if (count.sum() > 0) {
                counts.put(outcome, count.sum());
              }
            });
    return counts;
  }

  /// The whole report: `{"polls":{…},"urls":{…},"failures":{…},"sources":{id:{outcome:n}}}`.
  public ObjectNode toJson() {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    ObjectNode looks = report.putObject("polls");
    polls.forEach((outcome, count) -> looks.put(outcome, count.sum()));
    ObjectNode urls = report.putObject("urls");
    for (CrawlOutcome outcome : CrawlOutcome.values()) {
      urls.put(outcome.label(), total(outcome));
    }
    report.put("replayed", replayed.sum());
    ObjectNode causes = report.putObject("failures");
    failures.forEach((cause, count) -> causes.put(cause, count.sum()));
    ObjectNode sources = report.putObject("sources");
    for (String source : bySource.keySet()) {
      ObjectNode counts = sources.putObject(source);
      new TreeMap<>(of(source)).forEach((outcome, n) -> counts.put(outcome.label(), n));
    }
    return report;
  }

  private static Map<CrawlOutcome, LongAdder> counters() {
    Map<CrawlOutcome, LongAdder> counters = new EnumMap<>(CrawlOutcome.class);
    for (CrawlOutcome outcome : CrawlOutcome.values()) {
      counters.put(outcome, new LongAdder());
    }
    return counters;
  }
}
