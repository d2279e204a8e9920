package letopis.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private final List<Integer> sizes = new ArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void whoComesWhileARequestIsUnderWayIsAskedForTogether() throws Exception {
    Together<Integer, Integer> doubled = new Together<>(8, this::doubled);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> first = threads.submit(() -> doubled.ask(1));
      begun.await();
      List<Future<Integer>> others = new ArrayList<>();
      for (int i = 2; i <= 12; i++) {
        int question = i;
        others.add(threads.submit(() -> doubled.ask(question)));
      }
      while (doubled.waiting() < 11) {
        Thread.onSpinWait();
      }
      end.countDown();
      assertThat(first.get()).isEqualTo(2);
      for (int i = 2; i <= 12; i++) {
        assertThat(others.get(i - 2).get()).isEqualTo(2 * i);
      }
    }
    assertThat(sizes).containsExactly(1, 8, 3);
  }

  @Test
  void aFailureIsThatOfAllWhoWereAskedForTogetherAndOfNobodyElse() throws Exception {
    Together<Integer, Integer> failing =
        new Together<>(
            8,
            questions -> {
              begun.countDown();
              await();
              if (questions.contains(2)) {
                throw new SocketTimeoutException("away");
              }
              return questions;
            });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> first = threads.submit(() -> failing.ask(1));
      begun.await();
      Future<Integer> second = threads.submit(() -> failing.ask(2));
      Future<Integer> third = threads.submit(() -> failing.ask(3));
      while (failing.waiting() < 2) {
        Thread.onSpinWait();
      }
      end.countDown();
      assertThat(first.get()).isEqualTo(1);
      assertThatThrownBy(second::get)
          .hasCauseInstanceOf(SocketTimeoutException.class)
          .hasMessageContaining("away");
      assertThatThrownBy(third::get).hasCauseInstanceOf(SocketTimeoutException.class);
    }
    assertThat(failing.ask(4)).isEqualTo(4);
  }

  @Test
  void whoIsInterruptedEndsAloneTheOthersAreAnswered() throws Exception {
    Together<Integer, Integer> interrupted =
        new Together<>(
            8,
            questions -> {
              if (questions.contains(1)) {
                begun.countDown();
                await();
                return questions;
              }
              if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted");
              }
              return questions;
            });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> first = threads.submit(() -> interrupted.ask(1));
      begun.await();
      threads.submit(
          () -> {
            Thread.currentThread().interrupt();
            return interrupted.ask(2);
          });
      while (interrupted.waiting() < 1) {
        Thread.onSpinWait();
      }
      Future<Integer> third = threads.submit(() -> interrupted.ask(3));
      while (interrupted.waiting() < 2) {
        Thread.onSpinWait();
      }
      end.countDown();
      assertThat(first.get()).isEqualTo(1);
      assertThat(third.get()).isEqualTo(3);
    }
  }

  private List<Integer> doubled(List<Integer> questions) throws IOException {
    sizes.add(questions.size());
    begun.countDown();
    await();
    return questions.stream().map(question -> 2 * question).toList();
  }

  private void await() throws IOException {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted");
    }
  }

  @Test
  void anErrorIsAFailureForAllWhoAskedTogether() throws Exception {
    Together<Integer, Integer> broken =
        new Together<>(
            8,
            questions -> {
              if (questions.contains(1)) {
                begun.countDown();
                await();
                return questions;
              }
              throw new StackOverflowError();
            });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> first = threads.submit(() -> broken.ask(1));
      begun.await();
      Future<Integer> second = threads.submit(() -> broken.ask(2));
      Future<Integer> third = threads.submit(() -> broken.ask(3));
      while (broken.waiting() < 2) {
        Thread.onSpinWait();
      }
      end.countDown();
      assertThat(first.get()).isEqualTo(1);
      assertThatThrownBy(second::get).hasCauseInstanceOf(IOException.class);
      assertThatThrownBy(third::get).hasCauseInstanceOf(IOException.class);
    }
  }
}
