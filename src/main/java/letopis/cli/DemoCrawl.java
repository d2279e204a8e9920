package letopis.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import letopis.crawl.CrawlPipeline;
import letopis.demo.DemoClock;
import letopis.demo.DemoWeb;
import letopis.sources.Source;

/// Crawls the weeks of the demo region: moves the demo's clock on, lets the crawler do what is due
/// by then, and so on to the last day. The crawler is the ordinary one; only its clock is ours.
final class DemoCrawl {
  private final CrawlPipeline pipeline;
  private final List<Source> sources;
  private final DemoClock clock;

  DemoCrawl(CrawlPipeline pipeline, List<Source> sources, DemoClock clock) {
    this.pipeline = pipeline;
    this.sources = sources;
    this.clock = clock;
  }

  /// Crawls to the end of the weeks, from where the clock stands.
  ///
  /// @param done is told each step when it is done, and how many there are in all
  void run(LocalDate lastDay, Steps done) throws InterruptedException {
    List<Instant> steps = steps(lastDay);
    for (int i = 0; i < steps.size(); i++) {
      if (!steps.get(i).isBefore(clock.instant())) {
        clock.moveTo(steps.get(i));
        step();
      }
      done.step(i + 1, steps.size());
    }
  }

  /// Hears of steps done.
  interface Steps {
    void step(int number, int of);
  }

  private void step() throws InterruptedException {
    List<String> due = pipeline.due();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Source source : sources) {
        if (due.contains(source.id())) {
          threads.submit(() -> pipeline.crawl(source, CrawlPipeline.When.DUE, () -> true));
        }
      }
    }
  }

  /// Steps of hours on calm days; of minutes on the evening and the day of the rumour.
  private static List<Instant> steps(LocalDate lastDay) {
    Instant evening = lastDay.minusDays(6).atTime(16, 20).toInstant(ZoneOffset.UTC);
    Instant night = evening.plus(Duration.ofHours(2));
    Instant morning = evening.plus(Duration.ofMinutes(10 * 60 + 40));
    Instant over = morning.plus(Duration.ofHours(10));
    NavigableMap<Instant, Duration> paces = new TreeMap<>();
    paces.put(DemoWeb.start(lastDay), Duration.ofHours(8));
    paces.put(evening, Duration.ofMinutes(20));
    paces.put(night, Duration.ofHours(3));
    paces.put(morning, Duration.ofMinutes(20));
    paces.put(over, Duration.ofHours(8));
    paces.put(DemoWeb.end(lastDay), Duration.ofHours(8));
    List<Instant> steps = new ArrayList<>();
    for (Instant at = DemoWeb.start(lastDay); at.isBefore(DemoWeb.end(lastDay)); ) {
      steps.add(at);
      Instant next = at.plus(paces.floorEntry(at).getValue());
      Instant change = paces.higherKey(at);
      at = next.isAfter(change) ? change : next;
    }
    steps.add(DemoWeb.end(lastDay));
    return steps;
  }
}
