package letopis.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PresenceTest {
  private final CountDownLatch looking = new CountDownLatch(1);
  private final CountDownLatch answered = new CountDownLatch(1);

  @Test
  void whoAsksWhileItIsAskedForTheFirstTimeWaitsForTheAnswer() throws Exception {
    Presence presence =
        new Presence(
            () -> {
              looking.countDown();
              await();
            });
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<?> first = threads.submit(() -> required(presence));
      assertThat(looking.await(30, TimeUnit.SECONDS)).isTrue();
      Future<?> second = threads.submit(() -> required(presence));
      Thread.sleep(50);
      assertThat(second.isDone()).isFalse();
      answered.countDown();

      first.get(30, TimeUnit.SECONDS);
      second.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void nobodyWaitsForOneThatWasAway() throws Exception {
    Presence presence =
        new Presence(
            () -> {
              throw new IOException("refused");
            });

    assertThatThrownBy(presence::require).isInstanceOf(IOException.class);
    assertThatThrownBy(presence::require).hasMessage("Elasticsearch is away: refused");
  }

  private static Void required(Presence presence) throws IOException {
    presence.require();
    return null;
  }

  private void await() throws IOException {
    try {
      answered.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
