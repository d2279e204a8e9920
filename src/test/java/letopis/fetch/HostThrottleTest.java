package letopis.fetch;

import static letopis.support.HostileServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import letopis.support.HostileServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HostThrottleTest {
  @Test
  void requestsToOneHostComeOneByOneWithAPauseBetween() throws Exception {
    Duration delay = Duration.ofMillis(120);
    var settings =
        FetchTestSettings.with(Set.of("127.0.0.1"), Map.of(), Optional.empty(), delay, 1);
    try (HostileServer server = new HostileServer();
        HttpFetcher fetcher = new HttpFetcher(settings, Clock.systemUTC())) {
      server.on("/a", ok("text/plain", "a"));
      List<Thread> threads =
          IntStream.range(0, 5)
              .mapToObj(_ -> Thread.startVirtualThread(() -> fetch(fetcher, server)))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(server.mostActive()).isEqualTo(1);
      List<Long> starts =
          server.requests().stream().map(HostileServer.Request::nanoTime).sorted().toList();
      for (int i = 1; i < starts.size(); i++) {
        assertThat(Duration.ofNanos(starts.get(i) - starts.get(i - 1)))
            .isGreaterThanOrEqualTo(delay);
      }
    }
  }

  @Test
  void eightAtATimeIsEightAtATime() throws Exception {
    try (HostileServer server = new HostileServer();
        HttpFetcher fetcher =
            new HttpFetcher(FetchTestSettings.with(Set.of("127.0.0.1")), Clock.systemUTC())) {
      CountDownLatch eight = new CountDownLatch(8);
      server.on(
          "/a",
          (request, out) -> {
            eight.countDown();
            eight.await(5, TimeUnit.SECONDS);
            return ok("text/plain", "a").answer(request, out);
          });
      List<Thread> threads =
          IntStream.range(0, 40)
              .mapToObj(_ -> Thread.startVirtualThread(() -> fetch(fetcher, server)))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(server.requests()).hasSize(40);
      assertThat(server.mostActive()).isEqualTo(8);
    }
  }

  @Test
  void aClosedHostIsNotWaitedForAndOpensByItself() throws Exception {
    HostThrottle throttle = new HostThrottle(Duration.ofMillis(200));
    HostThrottle.Pace pace = new HostThrottle.Pace(Duration.ZERO, 1);
    throttle.pause("a.example", Duration.ofSeconds(30));
    throttle.pause("a.example", Duration.ofSeconds(1));
    assertThat(throttle.acquire("a.example", pace))
        .isInstanceOfSatisfying(
            HostThrottle.Turn.Closed.class,
            closed -> assertThat(closed.remaining()).isGreaterThan(Duration.ofSeconds(25)));
    throttle.pause("b.example", Duration.ofMillis(100));
    Instant start = Instant.now();
    assertThat(throttle.acquire("b.example", pace)).isInstanceOf(HostThrottle.Turn.Granted.class);
    assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(80));
  }

  @Test
  void retryAfterIsReadInBothFormsAndBounded() {
    Instant now = Instant.parse("2026-11-23T12:00:00Z");
    assertThat(RetryAfter.parse("120", now)).contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.parse("Mon, 23 Nov 2026 12:05:00 GMT", now))
        .contains(Duration.ofMinutes(5));
    assertThat(RetryAfter.parse("Mon, 23 Nov 2026 11:00:00 GMT", now)).contains(Duration.ZERO);
    assertThat(RetryAfter.parse("316800", now)).contains(RetryAfter.LONGEST);
    assertThat(RetryAfter.parse("99999999999999999999", now)).isEmpty();
    assertThat(RetryAfter.parse("soon", now)).isEmpty();
    assertThat(RetryAfter.parse("-5", now)).isEmpty();
  }

  private static void fetch(HttpFetcher fetcher, HostileServer server) {
    try {
      fetcher.fetch(FetchRequest.of(server.url("/a")).withoutRobots());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
