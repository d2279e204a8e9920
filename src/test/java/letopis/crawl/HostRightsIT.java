package letopis.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import letopis.bench.resilience.CutProxy;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.index.state.Leases;
import letopis.support.MovableClock;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Rights to hosts when a process is slow, and when Elasticsearch is.
class HostRightsIT {
  private static Indices indices;

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T10:00:00Z"));

  @BeforeAll
  static void makeIndices() {
    indices = TestElasticsearch.freshIndices();
  }

  @Test
  void aRightThatItsHolderWasTooSlowToRenewIsLostToWhoTookIt() throws Exception {
    try (HostRights slow = rights("slow", true);
        HostRights quick = rights("quick", true)) {
      assertThat(slow.take("slow.example", _ -> {})).isTrue();
      clock.forward(HostRights.LASTS.plusSeconds(1));
      assertThat(quick.take("slow.example", _ -> {})).isTrue();
      assertThat(slow.has("slow.example")).isFalse();
      assertThat(quick.has("slow.example")).isTrue();
    }
  }

  @Test
  void aRightThatNobodyTookMeanwhileIsRenewedLate() throws Exception {
    try (HostRights slow = rights("slow", true);
        HostRights quick = rights("quick", true)) {
      assertThat(slow.take("late.example", _ -> {})).isTrue();
      clock.forward(Duration.ofHours(1));
      assertThat(slow.has("late.example")).isTrue();
      assertThat(quick.take("late.example", _ -> {})).isFalse();
    }
  }

  @Test
  void aRightIsKeptUntilWhatWasFetchedWithItIsInTheIndex() throws Exception {
    AtomicBoolean settled = new AtomicBoolean();
    HostRights spooling =
        new HostRights(leases("spooling"), settled::get, new Absence(HostRights.LASTS));
    try (HostRights other = rights("other", true)) {
      assertThat(spooling.take("spooled.example", _ -> {})).isTrue();
      spooling.giveBack("spooled.example");
      assertThat(other.take("spooled.example", _ -> {})).isFalse();
      settled.set(true);
      spooling.close();
      assertThat(other.take("spooled.example", _ -> {})).isTrue();
    }
  }

  @Test
  void withoutElasticsearchAHostIsLeftToWhoHadItLast() throws Exception {
    Elasticsearch direct = TestElasticsearch.shared();
    try (CutProxy proxy = new CutProxy(direct.address());
        Elasticsearch through =
            Elasticsearch.connect(proxy.address(), OutageIT.credentials(direct));
        HostRights other = rights("other", true);
        HostRights ours =
            new HostRights(
                new Leases(new Indices(through, indices.prefix()), "ours", clock),
                () -> true,
                new Absence(HostRights.LASTS))) {
      assertThat(other.take("theirs.example", _ -> {})).isTrue();
      assertThat(ours.take("theirs.example", _ -> {})).isFalse();
      proxy.cut();
      assertThat(ours.take("theirs.example", _ -> {})).isFalse();
      assertThat(ours.take("nobodys.example", _ -> {})).as("crawling goes on").isTrue();
    }
  }

  @Test
  void manyHostsAreTakenRenewedAndGivenBackAtATime() throws Exception {
    List<String> hosts = IntStream.range(0, 100).mapToObj(i -> "many" + i + ".example").toList();
    try (HostRights one = rights("one", true);
        HostRights other = rights("other", true)) {
      assertThat(atATime(hosts, host -> one.take(host, _ -> {}) && one.take(host, _ -> {})))
          .containsOnly(true);
      clock.forward(HostRights.LASTS.plusSeconds(1));
      assertThat(atATime(hosts, one::has)).as("renewed late").containsOnly(true);
      assertThat(atATime(hosts, host -> other.take(host, _ -> {}))).containsOnly(false);
      hosts.forEach(one::giveBack);
      assertThat(other.take(hosts.getFirst(), _ -> {})).as("used once more").isFalse();
      atATime(
          hosts,
          host -> {
            one.giveBack(host);
            return true;
          });
      assertThat(atATime(hosts, one::has)).containsOnly(false);
      assertThat(atATime(hosts, host -> other.take(host, _ -> {}))).containsOnly(true);
    }
  }

  @Test
  void whoHasARightDoesNotWaitForWhoAsksForAnother() throws Exception {
    Elasticsearch direct = TestElasticsearch.shared();
    try (CutProxy proxy = new CutProxy(direct.address());
        Elasticsearch through =
            Elasticsearch.connect(proxy.address(), OutageIT.credentials(direct));
        HostRights rights =
            new HostRights(
                new Leases(new Indices(through, indices.prefix()), "ours", clock),
                () -> true,
                new Absence(HostRights.LASTS))) {
      assertThat(rights.take("held.example", _ -> {})).isTrue();
      proxy.freeze();
      Thread asking = Thread.ofVirtual().start(() -> rights.take("frozen.example", _ -> {}));
      while (asking.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      Thread has = Thread.ofVirtual().start(() -> rights.has("held.example"));
      assertThat(has.join(Duration.ofSeconds(60))).as("an end while nobody answers").isTrue();
      proxy.cut();
      asking.join();
    }
  }

  private static List<Boolean> atATime(List<String> hosts, Predicate<String> what)
      throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      hosts.forEach(host -> tasks.add(() -> what.test(host)));
      return threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
    }
  }

  /// Seen when three crawlers began at once: the lease index had no shard yet for one of them.
  @Test
  void anElasticsearchThatSaysNoForAMomentIsNoReasonToAssumeARight() throws Exception {
    Indices missing =
        new Indices(TestElasticsearch.shared(), "letopis-nothing-" + UUID.randomUUID());
    Leases leases = new Leases(missing, "ours", clock);
    try (HostRights patient = new HostRights(leases, () -> true, new Absence(HostRights.LASTS));
        HostRights longRefused = new HostRights(leases, () -> true, new Absence(Duration.ZERO))) {
      assertThat(patient.take("refused.example", _ -> {})).isFalse();
      assertThat(longRefused.take("refused.example", _ -> {})).isTrue();
    }
  }

  private HostRights rights(String owner, boolean settled) {
    return new HostRights(leases(owner), () -> settled, new Absence(HostRights.LASTS));
  }

  private Leases leases(String owner) {
    return new Leases(indices, owner, clock);
  }
}
