package letopis.fetch;

import static letopis.support.HostileServer.answer;
import static letopis.support.HostileServer.bytes;
import static letopis.support.HostileServer.endless;
import static letopis.support.HostileServer.ok;
import static letopis.support.HostileServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import letopis.support.HostileServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RobotsGateTest {
  private static final URI PAGE = URI.create("https://site.example/a");

  private final HostileServer server = new HostileServer();
  private final HttpFetcher fetcher =
      new HttpFetcher(FetchTestSettings.with(Set.of("127.0.0.1")), Clock.systemUTC());
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));

  @AfterEach
  void close() throws IOException {
    fetcher.close();
    server.close();
  }

  @Test
  void aMissingFileAllowsAndABrokenServerForbids() throws Exception {
    server.on("/a", ok("text/plain", "a"));
    assertThat(fetch()).isInstanceOf(FetchResult.Fetched.class);
    for (String status : List.of("500 Internal Server Error", "503 Busy", "429 Too Many")) {
      server.on("/robots.txt", answer(status, Map.of(), new byte[0]));
      assertThat(fetchAnew()).isInstanceOf(FetchResult.Disallowed.class);
    }
    for (String status : List.of("401 Unauthorized", "403 Forbidden", "410 Gone")) {
      server.on("/robots.txt", answer(status, Map.of(), bytes("User-agent: *\nDisallow: /")));
      assertThat(fetchAnew()).as(status).isInstanceOf(FetchResult.Fetched.class);
    }
  }

  @Test
  void fiveRedirectsAreFollowedAndMoreMeanThatThereIsNoFile() throws Exception {
    server.on("/a", ok("text/plain", "a"));
    server.on("/robots.txt", redirect("/r1"));
    for (int i = 1; i < 5; i++) {
      server.on("/r" + i, redirect("/r" + (i + 1)));
    }
    server.on("/r5", ok("text/plain", "User-agent: *\nDisallow: /a"));
    assertThat(fetchAnew()).isInstanceOf(FetchResult.Disallowed.class);
    server.on("/r5", redirect("/r6"));
    server.on("/r6", ok("text/plain", "User-agent: *\nDisallow: /a"));
    assertThat(fetchAnew()).isInstanceOf(FetchResult.Fetched.class);
    server.on("/robots.txt", redirect("/robots.txt"));
    assertThat(fetchAnew()).isInstanceOf(FetchResult.Fetched.class);
  }

  @Test
  void anEndlessFileIsReadToTheLimitAndASilentHostIsNamedAsDown() throws Exception {
    server.on("/a", ok("text/plain", "a"));
    server.on("/robots.txt", endless("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /a\n# "));
    assertThat(fetchAnew()).isInstanceOf(FetchResult.Disallowed.class);
    server.on(
        "/robots.txt",
        (_, _) -> {
          server.untilClosed();
          return false;
        });
    FetchResult silent = fetchAnew();
    assertThat(silent).isInstanceOf(FetchResult.Failed.class);
    assertThat(((FetchResult.Failed) silent).cause()).isEqualTo(FetchResult.Cause.TIMEOUT);
    assertThat(((FetchResult.Failed) silent).detail()).startsWith("robots.txt: ");
  }

  @Test
  void aFileIsFetchedOnceForManyAndAgainWhenItIsOld() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    RobotsGate gate =
        gate(
            (_, _) -> {
              asked.incrementAndGet();
              return new RobotsGate.Answer.Found(bytes("User-agent: *\nCrawl-delay: 3"));
            });
    List<Thread> threads =
        java.util.stream.IntStream.range(0, 20).mapToObj(_ -> checking(gate)).toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(asked).hasValue(1);
    assertThat(gate.check(PAGE, false))
        .isEqualTo(
            new RobotsGate.Verdict.Allowed(Optional.empty(), Optional.of(Duration.ofSeconds(3))));
    now.set(now.get().plus(Duration.ofHours(25)));
    gate.check(PAGE, false);
    assertThat(asked).hasValue(2);
    gate.check(URI.create("http://site.example/a"), false);
    gate.check(URI.create("https://site.example:8443/a"), false);
    assertThat(asked).as("scheme and port are other sites").hasValue(4);
  }

  @Test
  void anOldCopyServesWhileTheSiteIsDownAndAfterThirtyDaysWithoutOneAllIsAllowed()
      throws Exception {
    Deque<RobotsGate.Answer> answers = new ArrayDeque<>();
    RobotsGate.Answer down = new RobotsGate.Answer.Unreachable("503", Optional.empty());
    RobotsGate gate = gate((_, _) -> answers.size() > 1 ? answers.remove() : answers.peek());
    answers.add(new RobotsGate.Answer.Found(bytes("User-agent: *\nDisallow: /a")));
    answers.add(down);
    assertThat(gate.check(PAGE, false)).isInstanceOf(RobotsGate.Verdict.Disallowed.class);
    now.set(now.get().plus(Duration.ofHours(25)));
    assertThat(gate.check(PAGE, false)).isInstanceOf(RobotsGate.Verdict.Disallowed.class);
    assertThat(gate.check(URI.create("https://site.example/b"), false))
        .isInstanceOf(RobotsGate.Verdict.Allowed.class);

    RobotsGate never = gate((_, _) -> down);
    assertThat(never.check(PAGE, false)).isInstanceOf(RobotsGate.Verdict.Unreachable.class);
    now.set(now.get().plus(Duration.ofDays(29)));
    assertThat(never.check(PAGE, false)).isInstanceOf(RobotsGate.Verdict.Unreachable.class);
    now.set(now.get().plus(Duration.ofDays(2)));
    assertThat(never.check(PAGE, false)).isInstanceOf(RobotsGate.Verdict.Allowed.class);
  }

  @Test
  void manyLargeFilesTakeABoundedAmountOfMemoryAndTheOnesForgottenAreAskedForAgain()
      throws Exception {
    byte[] large =
        bytes(
            "User-agent: other\nDisallow: /\n\nUser-agent: *\n" + "Disallow: /a\n".repeat(35_000));
    AtomicInteger asked = new AtomicInteger();
    RobotsGate gate =
        new RobotsGate(
            (_, _) -> {
              asked.incrementAndGet();
              return new RobotsGate.Answer.Found(large);
            },
            "Letopis",
            Duration.ofHours(1),
            Clock.systemUTC());
    for (int i = 0; i < 40; i++) {
      URI page = URI.create("https://site" + i + ".example/a");
      assertThat(gate.check(page, false)).isInstanceOf(RobotsGate.Verdict.Disallowed.class);
      assertThat(gate.check(page, false)).isInstanceOf(RobotsGate.Verdict.Disallowed.class);
    }
    assertThat(gate.bytes()).isPositive().isLessThanOrEqualTo(RobotsGate.MAX_BYTES);
    assertThat(asked).hasValue(40);
    gate.check(URI.create("https://site0.example/a"), false);
    assertThat(asked).hasValue(41);
  }

  @Test
  void theCopyOfAnEarlierProcessServesWhileTheSiteIsDown() throws Exception {
    RobotsGate.Answer down = new RobotsGate.Answer.Unreachable("503", Optional.empty());
    RobotsGate.Answer kept = new RobotsGate.Answer.Found(bytes("User-agent: *\nDisallow: /a"));
    AtomicInteger asked = new AtomicInteger();
    RobotsGate restarted =
        gate(
            new RobotsGate.Source() {
              @Override
              public RobotsGate.Answer get(URI robotsTxt, boolean byHand) {
                asked.incrementAndGet();
                return down;
              }

              @Override
              public Optional<RobotsGate.Answer> earlier(URI robotsTxt) {
                return Optional.of(kept);
              }
            });
    assertThat(restarted.check(PAGE, false)).isInstanceOf(RobotsGate.Verdict.Disallowed.class);
    assertThat(restarted.check(URI.create("https://site.example/b"), false))
        .isInstanceOf(RobotsGate.Verdict.Allowed.class);
    now.set(now.get().plus(RobotsGate.RETRY));
    restarted.check(PAGE, false);
    assertThat(asked).as("asked again soon").hasValue(2);
  }

  private RobotsGate gate(RobotsGate.Source source) {
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now.get();
          }

          @Override
          public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }
        };
    return new RobotsGate(source, "Letopis", Duration.ofDays(2), clock);
  }

  private static Thread checking(RobotsGate gate) {
    return Thread.startVirtualThread(
        () -> {
          try {
            gate.check(PAGE, false);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private FetchResult fetch() throws InterruptedException {
    return fetcher.fetch(FetchRequest.of(server.url("/a")));
  }

  /// By a fetcher that knows no robots.txt yet.
  private FetchResult fetchAnew() throws InterruptedException {
    try (HttpFetcher fresh =
        new HttpFetcher(FetchTestSettings.with(Set.of("127.0.0.1")), Clock.systemUTC())) {
      return fresh.fetch(FetchRequest.of(server.url("/a")));
    }
  }
}
