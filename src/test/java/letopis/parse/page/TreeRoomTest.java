package letopis.parse.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TreeRoomTest {
  private static final byte[] LARGE = new byte[2 << 20];

  private final TreeRoom room = new TreeRoom(32 << 20);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void aPageForWhichThereIsNoRoomWaitsForTheOneBeforeIt() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> first = threads.submit(() -> room.with(LARGE, () -> stay(done)));
      begun.await();
      Future<Boolean> second = threads.submit(() -> room.with(LARGE, done::get));
      end.countDown();
      assertThat(first.get()).isTrue();
      assertThat(second.get()).isTrue();
    }
  }

  @Test
  void anOrdinaryPageGoesBesideALargeOneAndAPageLargerThanAllHasTheWholeRoom() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> first = threads.submit(() -> room.with(LARGE, () -> stay(null)));
      begun.await();
      assertThat(room.<Boolean>with(new byte[50_000], () -> true)).isTrue();
      end.countDown();
      first.get();
    }
    assertThat(room.<Boolean>with(new byte[20 << 20], () -> true)).isTrue();
  }

  private boolean stay(AtomicBoolean done) {
    begun.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (done != null) {
      done.set(true);
    }
    return true;
  }
}
